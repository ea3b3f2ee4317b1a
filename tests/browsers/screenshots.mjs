// Pictures of one page of each kind, for the eye: node screenshots.mjs <folder> [kind…]
import fs from 'node:fs';
import path from 'node:path';
import { startChromium } from './browsers.mjs';
import { run } from './paper.mjs';
import { serve } from './server.mjs';
import { KINDS, readSite } from './site.mjs';

const [folder, ...asked] = process.argv.slice(2);
if (!folder) { console.error('usage: node screenshots.mjs <folder> [kind…]'); process.exit(2); }

const VIEWS = {
  ordinateur: { viewport: { width: 1280, height: 800 } },
  borne: { viewport: { width: 1080, height: 1920 } },
  telephone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  'zoom-400': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 2 },
  sombre: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  'tres-contraste': { viewport: { width: 1280, height: 800 }, settings: 't1cxe0' },
  'tres-grand': { viewport: { width: 1280, height: 800 }, settings: 't3cce1' },
  'tres-grand-telephone': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, settings: 't3cxe1' },
  'une-etape': { viewport: { width: 1280, height: 800 }, only: 'guide', hash: '#etape-2' },
  'une-etape-borne': { viewport: { width: 1080, height: 1920 }, only: 'guide', hash: '#etape-2' },
  'une-etape-telephone': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, only: 'guide', hash: '#etape-2' },
  'outils': { viewport: { width: 1280, height: 800 }, only: 'accueil', press: '[aria-controls=outils]' },
  'image': { viewport: { width: 1280, height: 800 }, only: 'guide', press: '.agrandir' },
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
  for (const [view, { settings, only, hash = '', press, ...options }] of Object.entries(VIEWS)) {
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    for (const { file, kind } of pages.filter((one) => !only || one.kind === only)) {
      await page.goto(`${server.base}${file}${settings ? `?p=${settings}` : ''}${hash}`, { waitUntil: 'load' });
      if (press) await page.locator(press).first().click();
      const name = path.join(folder, `${kind}-${view}.png`);
      if (hash || press) await page.screenshot({ path: name }); else await picture(page, name);
      if (view === 'ordinateur') await paper(page, `${kind}-papier`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${fs.readdirSync(folder).filter((name) => name.endsWith('.png')).length} pictures in ${folder}`);
