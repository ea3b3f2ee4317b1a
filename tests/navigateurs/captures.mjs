// Pictures of one page of each kind, for the eye: node captures.mjs <folder> [kind…]
import fs from 'node:fs';
import path from 'node:path';
import { startChromium } from './navigateurs.mjs';
import { run } from './papier.mjs';
import { serve } from './serveur.mjs';
import { KINDS, readSite } from './site.mjs';

const [folder, ...asked] = process.argv.slice(2);
if (!folder) { console.error('usage: node captures.mjs <folder> [kind…]'); process.exit(2); }

const VIEWS = {
  ordinateur: { viewport: { width: 1280, height: 800 } },
  borne: { viewport: { width: 1080, height: 1920 } },
  telephone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  'zoom-400': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 2 },
  sombre: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  'couleurs-forcees': { viewport: { width: 1280, height: 800 }, forcedColors: 'active' },
};
const TALLEST = 6000; // a longer page is cut, so that the picture can be opened

async function picture(page, file) {
  const size = await page.evaluate(() => ({ width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight }));
  const height = Math.max(page.viewportSize().height, Math.min(size.height, TALLEST));
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width: size.width, height } });
}

async function paper(page, name) {
  const pdf = path.join(folder, `${name}.pdf`);
  await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true });
  await run('pdftoppm', ['-png', '-r', '70', pdf, path.join(folder, name)]);
}

fs.mkdirSync(folder, { recursive: true });
const site = readSite();
const server = await serve(site.root);
const browser = await startChromium();
const pages = KINDS.filter((kind) => !asked.length || asked.includes(kind)).flatMap((kind) => site.ofKind(kind).slice(0, 1));
try {
  for (const [view, options] of Object.entries(VIEWS)) {
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    for (const { file, kind } of pages) {
      await page.goto(server.base + file, { waitUntil: 'load' });
      await picture(page, path.join(folder, `${kind}-${view}.png`));
      if (view === 'ordinateur') await paper(page, `${kind}-papier`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${fs.readdirSync(folder).filter((name) => name.endsWith('.png')).length} pictures in ${folder}`);
