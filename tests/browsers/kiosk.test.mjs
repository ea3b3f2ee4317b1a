// A public screen: it asks before it goes home, forgets the visitor, and shows nothing of the one before.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startChromium } from './browsers.mjs';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PROGRAM = process.env.ELIANE_PROGRAMME || path.join(REPOSITORY, 'target/release/eliane');
const GUIDE = 'guides/appel-video-navigateur.html';

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });
// A browser that hangs fails its test, not the whole file.
const LIMIT = { timeout: 120_000 };
const START = Date.UTC(2026, 10, 29, 9);

let scratch, out, base, browser;
before(async () => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-'));
  out = path.join(scratch, 'borne d’été');
  execFileSync(PROGRAM, ['construire', '--site', REPOSITORY, '--sortie', out, '--date', '2026-11-29', '--cible', 'borne'], { stdio: ['ignore', 'pipe', 'pipe'] });
  base = `${pathToFileURL(out).href}/`;
  browser = await startChromium({ whole: true });
});
after(async () => { await browser?.close(); if (scratch) fs.rmSync(scratch, { recursive: true, force: true }); });

async function visit(run, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, ...options });
  try {
    const page = await context.newPage();
    if (!options.javaScriptEnabled && options.javaScriptEnabled !== undefined) return await run(page);
    await page.clock.install({ time: START });
    await run(page);
  } finally { await Promise.race([context.close(), pause(10_000)]); }
}

const open = (page) => page.evaluate(() => document.getElementById('veille').open);
// « Page précédente », until the page that answers knows the visit: nothing is on its way any more.
async function back(page) {
  await Promise.race([page.evaluate(() => history.back()).catch(() => {}), pause(2000)]);
  await pause(500); // the page that is left knows the visit too
  for (let tries = 0; tries < 100; tries++) {
    const state = await Promise.race([page.evaluate(() => document.readyState === 'complete' && history.state?.seance).catch(() => undefined), pause(1000)]);
    if (state === 1 && page.url() === `${base}index.html`) return;
    await pause(100);
  }
  assert.fail(`still at ${page.url()}`);
}
const home = (page) => page.waitForURL(`${base}index.html`, { timeout: 5000 });

test('la borne demande, attend trente secondes, puis revient à l’accueil', LIMIT, () => visit(async (page) => {
  await page.goto(base + GUIDE);
  // Stopped, the clock does not run by itself too: on a busy machine a second is soon gone. Then a sign of life, whose time is known.
  await page.clock.pauseAt(START + 60_000);
  await page.keyboard.press('Shift');
  await page.clock.runFor(119_000);
  assert.equal(await open(page), false, 'too early');
  await page.clock.runFor(2_000);
  assert.equal(await open(page), true);
  assert.match(await page.textContent('#veille'), /toujours là/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'veille-continuer', 'one key answers');
  await page.clock.runFor(28_000);
  assert.equal(page.url(), base + GUIDE, 'thirty seconds to answer');
  await page.clock.runFor(3_000);
  await home(page);
}));

test('un geste suffit, autant de fois que l’on veut', LIMIT, () => visit(async (page) => {
  await page.goto(base + GUIDE);
  for (let time = 0; time < 12; time++) {
    await page.clock.runFor(122_000);
    assert.equal(await open(page), true, `time ${time}`);
    if (time % 2) await page.keyboard.press('Enter'); else await page.mouse.click(5, 5);
    assert.equal(await open(page), false, `answered, time ${time}`);
  }
  assert.equal(page.url(), base + GUIDE);
}));

test('« J’ai fini » efface les réglages, et « page précédente » ne montre rien du visiteur', LIMIT, () => visit(async (page) => {
  await page.goto(`${base}index.html`);
  await page.goto(base + GUIDE);
  await page.evaluate(() => { localStorage.setItem('eliane.taille', '3'); document.cookie = 'eliane.taille=3; path=/'; });
  await page.click('#fini');
  await home(page);
  assert.equal(await page.evaluate(() => localStorage.getItem('eliane.taille')), null);
  assert.doesNotMatch(await page.evaluate(() => document.cookie), /eliane\.taille/);
  await back(page);
}));

test('« page précédente » vers l’accueil d’un autre visiteur : la page se recharge une fois et s’arrête', LIMIT, () => visit(async (page) => {
  let loads = 0;
  page.on('load', () => { loads++; });
  await page.goto(`${base}index.html`);
  await page.goto(base + GUIDE);
  await page.click('#fini');
  await home(page);
  loads = 0;
  await back(page);
  await pause(1000);
  assert.ok(loads <= 2, `${loads} loads`);
  assert.equal(await page.evaluate(() => history.state.seance), 1);
}));

test('aucune page de la borne ne déborde, à 320 et à 640 pixels', LIMIT, () => visit(async (page) => {
  const pages = fs.readdirSync(path.join(out, 'guides')).filter((name) => name.endsWith('.html')).map((name) => `guides/${name}`);
  const wide = [];
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of ['index.html', 'plan.html', 'numeros.html', 'recherche.html', ...pages]) {
      await page.goto(base + name);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) wide.push(`${name} at ${width}: ${over} px too wide`);
    }
  }
  assert.deepEqual(wide, []);
}, { javaScriptEnabled: false }));

test('sans JavaScript, « J’ai fini » mène à l’accueil', LIMIT, () => visit(async (page) => {
  await page.goto(base + GUIDE);
  await page.click('#fini');
  assert.equal(page.url(), `${base}index.html`);
}, { javaScriptEnabled: false }));

test('le pavé trouve la fiche 412 et n’ouvre rien tout seul', LIMIT, () => visit(async (page) => {
  await page.goto(`${base}numeros.html`);
  for (const digit of '412') await page.click(`[data-chiffre="${digit}"]`);
  assert.match(await page.textContent('#pave-ecran'), /412/);
  assert.match(page.url(), /numeros\.html$/);
  await page.click('#pave-reponse a');
  await page.waitForURL(base + GUIDE);
  await page.goto(`${base}numeros.html`);
  await page.keyboard.type('999');
  assert.match(await page.textContent('#pave-ecran'), /Aucune fiche/);
}));
