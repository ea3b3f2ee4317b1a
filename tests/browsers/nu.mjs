// The Nu HTML checker on every page and style sheet, in one Java run.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { finding } from './site.mjs';

const require = createRequire(import.meta.url);

export function java(args) {
  return new Promise((resolve, reject) => {
    execFile('java', args, { maxBuffer: 1 << 28, encoding: 'utf8' }, (error, stdout, stderr) => (error ? reject(new Error(`java: ${stderr.slice(0, 500) || error.message}`)) : resolve(stdout)));
  });
}

// The stack must be large: with 1 MB the checker overflows.
export async function nu(site) {
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  if (!existsSync(jar)) throw new Error('vnu.jar not found: npm install in tests/browsers');
  const files = site.files.filter((file) => /\.(html|css)$/.test(file));
  const checker = ['-Xss8m', '-Xmx768m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--also-check-css'];
  const { messages } = JSON.parse(await java([...checker, ...files.map((file) => path.join(site.root, file))]));
  const errors = [], warnings = [];
  for (const message of messages) {
    // The checker takes no file for 'self'; browsers do, and the visits see every true violation.
    if (/^Resource violates Content Security Policy/.test(message.message)) continue;
    const file = message.url ? path.relative(site.root, fileURLToPath(message.url.replace(/^file:\/(?!\/)/, 'file:///'))) : '?';
    // Nor does it know ::cue() with a selector, which WebVTT defines and both browsers obey. Inside a page it counts lines from 0.
    if (message.message === 'CSS: Parse Error.' && site.text(file).split('\n').slice(message.lastLine - 1, message.lastLine + (file.endsWith('.html') ? 1 : 0)).some((line) => line.startsWith('video::cue('))) continue;
    const list = message.type === 'error' || message.type === 'non-document-error' ? errors : warnings;
    list.push(finding('nu', file, `line ${message.lastLine ?? '?'}: ${message.message}`));
  }
  return { checked: files.length, errors, warnings };
}
