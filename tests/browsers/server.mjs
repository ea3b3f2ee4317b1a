// A static server on the loopback: the folder and nothing else, nothing cached, real 404s, every request kept.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', avif: 'image/avif', ico: 'image/x-icon', woff2: 'font/woff2', mp4: 'video/mp4', webm: 'video/webm', mp3: 'audio/mpeg', pdf: 'application/pdf', txt: 'text/plain; charset=utf-8', csv: 'text/csv; charset=utf-8' };

export async function serve(root) {
  const requests = [];
  const server = http.createServer((request, response) => {
    let file = '';
    try { file = path.join(root, decodeURIComponent(new URL(request.url, 'http://x').pathname)); } catch { /* answered below */ }
    // A folder address gets no index: the site must never need one.
    const found = file.startsWith(root + path.sep) && fs.existsSync(file) && fs.statSync(file).isFile();
    requests.push({ url: request.url, status: found ? 200 : 404 });
    if (!found) { response.writeHead(404, { 'content-type': 'text/plain' }).end('404'); return; }
    const headers = { 'content-type': TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream', 'cache-control': 'no-store', 'accept-ranges': 'bytes' };
    // A player asks for parts of a film; without them it cannot move in it.
    const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const { size } = fs.statSync(file);
    if (asked && Number(asked[1]) < size) {
      const start = Number(asked[1]), end = Math.min(asked[2] ? Number(asked[2]) : size - 1, size - 1);
      response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1 });
      fs.createReadStream(file, { start, end }).pipe(response);
      return;
    }
    response.writeHead(200, headers);
    fs.createReadStream(file).pipe(response);
  });
  await listening(server);
  return { base: `http://127.0.0.1:${server.address().port}/`, requests, close: () => close(server) };
}

// A proxy that lets nothing through and remembers what was asked: the witness that nothing leaves.
export async function witness() {
  const asked = [];
  const server = http.createServer((request, response) => { asked.push(request.url); response.writeHead(502).end(); });
  server.on('connect', (request, socket) => { asked.push(request.url); socket.on('error', () => {}); socket.end('HTTP/1.1 502 Refused\r\n\r\n'); });
  await listening(server);
  return { port: server.address().port, asked, close: () => close(server) };
}

const listening = (server) => new Promise((resolve, reject) => { server.once('error', reject); server.listen(0, '127.0.0.1', resolve); });
const close = (server) => { server.closeAllConnections(); return new Promise((resolve) => { server.close(resolve); }); };
