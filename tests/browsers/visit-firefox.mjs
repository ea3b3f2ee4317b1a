// The visit in Firefox, over WebDriver BiDi. Looking works with JavaScript off too: the page's own scripts do not run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { look } from './in-the-page.mjs';
import { finding } from './site.mjs';
import { judge, visit } from './visit.mjs';

export async function visitFirefox({ browser, asked }, site, base, only) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const heard = [];
  const requests = [];
  const before = asked().length;
  let now = judge(base, 'index.html');
  page.on('request', (request) => { requests.push(request.url()); heard.push(...now.request(request.url())); });
  // As in Chromium: of a film that waits, the browser takes the beginning and stops by itself.
  const enough = (request) => /\.(webm|mp4)$/.test(request.url()) && /ABORT/.test(request.failure()?.errorText ?? '');
  page.on('requestfailed', (request) => !enough(request) && heard.push(...now.failure(request.url(), request.failure()?.errorText)));
  page.on('response', (response) => { if (response.status() >= 400) heard.push(...now.failure(response.url(), response.status())); });
  page.on('console', (message) => { if (message.type() === 'error') heard.push(...now.words(message.text())); });
  page.on('pageerror', (error) => heard.push(...now.words(error.message))); // Firefox tells policy violations here
  const { findings, visited } = await visit(site, base, async (url, file) => {
    now = judge(base, file);
    await page.goto(url, { waitUntil: 'load', timeout: 30000 });
    return page.evaluate(look);
  }, only);
  await page.close();
  const left = asked().slice(before).map((address) => finding('sort', 'témoin', `the proxy was asked for ${address}`));
  return { findings: [...heard, ...left, ...findings], visited, requests };
}

// Probes: small pages of our own that tell what the browser really allows.
const PROBE = { 'a.html': '<!doctype html><meta charset="utf-8"><title>avant</title><iframe src="b.html"></iframe><script>document.title = "après";</script>', 'b.html': '<!doctype html><meta charset="utf-8"><title>b</title><p>secret</p>' };

export async function probe(openPage) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-sonde-'));
  for (const [name, html] of Object.entries(PROBE)) fs.writeFileSync(path.join(folder, name), html);
  const page = await openPage();
  try {
    await page.goto(pathToFileURL(path.join(folder, 'a.html')).href, { waitUntil: 'load' });
    return {
      scriptsRun: await page.title() === 'après',
      filesReadEachOther: await page.evaluate(() => { try { return document.querySelector('iframe').contentDocument?.body?.textContent === 'secret'; } catch { return false; } }),
    };
  } finally {
    await page.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
