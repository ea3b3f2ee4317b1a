// Reading: one étape at a time, tools that follow the reader from page to page, pictures made large, paper, no script.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axe } from './axe.mjs';
import { measure } from './in-the-page.mjs';
import { bothWays, startChromium, startFirefox } from './browsers.mjs';
import { run } from './paper.mjs';
import { KINDS, finding, none, readSite } from './site.mjs';
import { ownContrast } from './visit-chromium.mjs';

const site = readSite();
const GUIDE = site.ofKind('guide').map((page) => page.file).find((file) => (site.page.get(file).source.match(/class="?[^>]*\betape\b/g) ?? []).length >= 4);
const ONE_OF_EACH = [...new Set([...KINDS, ...site.pages.map((page) => page.kind)])].flatMap((kind) => site.ofKind(kind).slice(0, 1));
// The tests that prove that these can fail wait less long for what will not come, and want one page with a fault.
const isProof = Boolean(process.env.ELIANE_ATTENTE);
let browser, ways;
before(async () => { browser = await startChromium(); ways = await bothWays(site.root); });
after(async () => { await browser?.close(); await ways?.close(); });

// What a reader sees and hears of a guide.
const state = (page) => page.evaluate(() => ({
  steps: [...document.querySelectorAll('.etape')].filter((e) => e.checkVisibility()).map((e) => e.id),
  focus: document.activeElement.closest('.etape, #fin')?.id ?? '', tag: document.activeElement.tagName,
  said: document.getElementById('etape-dite').textContent, hash: location.hash, top: scrollY,
  mark: document.querySelector('.etape:target .repere')?.textContent ?? '',
}));
async function withPage(options, use) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 }, ...options });
  if (isProof) context.setDefaultTimeout(Number(process.env.ELIANE_ATTENTE));
  try { return await use(await context.newPage(), context); } finally { await context.close(); }
}
const number = () => Number(/Fiche (\d+)/.exec(site.page.get(GUIDE).source)[1]);

describe('une étape à la fois', () => {
  test('au clavier : le bouton, Suivant, la flèche, le retour, la fin', () => withPage({}, async (page) => {
    await page.goto(ways.file + GUIDE);
    assert.ok((await state(page)).steps.length >= 4, 'the whole guide first');
    await page.locator('[data-lecture="pas"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#etape-1' && document.activeElement.tagName === 'H2');
    const first = await state(page);
    assert.deepEqual([first.steps, first.focus, first.top], [['etape-1'], 'etape-1', 0]);
    assert.match(first.said, new RegExp(`^Fiche ${number()}, étape 1 sur \\d+$`));
    // Tab to « Suivant »: it is a link, within a few presses.
    for (let presses = 0; presses < 15 && await page.evaluate(() => document.activeElement.getAttribute('href')) !== '#etape-2'; presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.closest('#etape-2') && document.activeElement.tagName === 'H2');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.activeElement.closest('#etape-3'));
    const third = await state(page);
    assert.deepEqual([third.steps, third.hash], [['etape-3'], '#etape-3']);
    assert.match(third.said, /étape 3 sur/);
    assert.equal(third.mark, third.said, 'shown as it is said');
    await page.goBack();
    await page.waitForFunction(() => document.activeElement.closest('#etape-2'));
    assert.deepEqual((await state(page)).steps, ['etape-2']);
    const last = await page.evaluate(() => document.querySelectorAll('.etape').length);
    await page.evaluate((n) => { location.hash = `#etape-${n}`; }, last);
    await page.locator(`#etape-${last} a[href="#fin"]`).click();
    await page.waitForFunction(() => document.activeElement.closest('#fin'));
    assert.equal((await state(page)).steps.length, last, 'the whole guide again');
  }));

  test('une adresse mène à son étape ; une adresse fausse montre toute la fiche', () => withPage({}, async (page) => {
    await page.goto(`${ways.file}${GUIDE}#etape-3`);
    assert.deepEqual((await state(page)).steps, ['etape-3']);
    await page.locator('[data-lecture="entier"]').click();
    const whole = await state(page);
    assert.ok(whole.steps.length >= 4 && whole.focus === 'etape-3', JSON.stringify(whole));
    await page.goto('about:blank');
    await page.goto(`${ways.file}${GUIDE}#etape-99`);
    assert.ok((await state(page)).steps.length >= 4);
  }));

  test('sur papier, toutes les étapes', () => withPage({}, async (page) => {
    await page.goto(`${ways.http}${GUIDE}#etape-2`);
    const wanted = await page.evaluate(() => [...document.querySelectorAll('.etape h2')].map((h2) => h2.textContent.replace(/\s+/g, ' ').trim()));
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-pas-'));
    try {
      await page.pdf({ path: path.join(folder, 'a.pdf'), format: 'A4', preferCSSPageSize: true });
      const text = (await run('pdftotext', ['-enc', 'UTF-8', path.join(folder, 'a.pdf'), '-'])).normalize('NFKC').replace(/\s+/g, ' ');
      for (const title of wanted) assert.ok(text.includes(title.normalize('NFKC').replace(/\s+/g, ' ')), `not on paper: ${title}`);
      assert.doesNotMatch(text, /Précédent|Agrandir l’image|Mieux lire/);
    } finally { fs.rmSync(folder, { recursive: true, force: true }); }
  }));

  test('sans JavaScript : toute la fiche, aucun outil', () => withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${ways.file}${GUIDE}#etape-3`);
    const seen = await page.evaluate(() => ({ steps: [...document.querySelectorAll('.etape')].filter((e) => e.checkVisibility()).length, buttons: [...document.querySelectorAll('button, .pas-nav a')].filter((e) => e.checkVisibility()).map((e) => e.textContent) }));
    assert.ok(seen.steps >= 4);
    assert.deepEqual(seen.buttons, []);
    const picture = page.locator('.agrandir').first();
    await picture.click();
    assert.match(page.url(), /\.(svg|png|jpe?g|webp|avif)$/);
  }));
});

test('une image s’agrandit, se ferme par Échap et rend le focus', () => withPage({}, async (page) => {
  await page.goto(ways.file + GUIDE);
  const link = page.locator('.agrandir').first();
  const before = (await link.locator('img').boundingBox()).width;
  await link.focus();
  await page.keyboard.press('Enter');
  const large = page.locator('dialog[open] img');
  assert.ok((await large.boundingBox()).width > before * 1.5);
  assert.equal(await large.getAttribute('alt'), await link.locator('img').getAttribute('alt'));
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'agrandir');
}));

// --- Tools, kept from page to page

const shown = () => ({ size: document.documentElement.dataset.taille, colours: document.documentElement.dataset.couleurs, space: document.documentElement.dataset.espace, px: parseFloat(getComputedStyle(document.body).fontSize), address: location.href });
const PRESSED = ['t3', 'cx', 'e1'];

test('réglages gardés d’une page à l’autre (Chromium, file:// et http)', async () => {
  for (const base of [ways.file, ways.http]) await withPage({}, async (page, context) => {
    await page.goto(`${base}index.html`);
    const first = await page.evaluate(shown);
    await page.locator('[aria-controls="outils"]').click();
    for (const rule of PRESSED) await page.locator(`[data-regle="${rule}"]`).click();
    assert.equal(await page.locator('[data-regle="t3"]').getAttribute('aria-pressed'), 'true');
    assert.ok((await page.evaluate(shown)).px > first.px * 1.4, 'larger at once');
    await page.locator('main a[href^="besoins/"]').first().click();
    await page.waitForURL(/besoins/);
    const next = await page.evaluate(shown);
    assert.deepEqual([next.size, next.colours, next.space], ['3', 'contraste', 'large']);
    assert.doesNotMatch(next.address, /\?/, 'the address carries nothing of it');
    const other = await context.newPage();
    await other.goto(base + GUIDE);
    assert.equal((await other.evaluate(shown)).colours, 'contraste', 'in a new tab too');
    // Back to the beginning, and nothing is left.
    await other.locator('[aria-controls="outils"]').click();
    await other.locator('[data-regle="oublier"]').click();
    assert.deepEqual(await other.evaluate(() => [Object.keys(localStorage).filter((key) => /^eliane\.lecture/.test(key)), document.cookie]), [[], '']);
    await other.goto(`${base}a-z.html`);
    assert.equal((await other.evaluate(shown)).size, undefined);
  });
});

test('sans mémoire permise, l’adresse porte les réglages', () => withPage({}, async (page) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused'); } });
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} });
  });
  await page.goto(`${ways.file}index.html?p=t2cse0`);
  assert.deepEqual(await page.evaluate(() => [document.documentElement.dataset.taille, document.documentElement.dataset.couleurs]), ['2', 'sombre']);
  await page.locator('main a[href^="besoins/"]').first().click();
  await page.waitForURL(/besoins/);
  assert.equal((await page.evaluate(shown)).colours, 'sombre');
  for (const bad of ['t9cse0', 't2cse0<', '__proto__', 'T2CSE0']) {
    await page.goto(`${ways.file}index.html?p=${bad}`);
    assert.equal((await page.evaluate(shown)).size, undefined, bad);
  }
}));

test('réglages gardés d’une page à l’autre (Firefox, file://)', async () => {
  const firefox = await startFirefox();
  try {
    const page = await firefox.browser.newPage();
    await page.goto(`${ways.file}index.html`, { waitUntil: 'load' });
    await page.click('[aria-controls="outils"]');
    for (const rule of PRESSED) await page.click(`[data-regle="${rule}"]`);
    await page.goto(ways.file + GUIDE, { waitUntil: 'load' });
    const next = await page.evaluate(shown);
    assert.deepEqual([next.size, next.colours, next.space], ['3', 'contraste', 'large']);
    // What the first page kept for itself must not come back once the reader changed his mind elsewhere.
    await page.click('[aria-controls="outils"]');
    await page.click('[data-regle="cc"]');
    await page.goto(`${ways.file}index.html`, { waitUntil: 'load' });
    assert.equal((await page.evaluate(shown)).colours, 'clair');
    await page.goto(`${ways.file}${GUIDE}#etape-2`, { waitUntil: 'load' });
    assert.deepEqual((await page.evaluate(() => [...document.querySelectorAll('.etape')].filter((e) => e.checkVisibility()).map((e) => e.id))), ['etape-2']);
  } finally { await firefox.close(); }
});

test('« Écouter » n’est là qu’avec une voix française de la machine', async () => {
  const voices = { none: [], far: [{ lang: 'fr-FR', localService: false }], english: [{ lang: 'en-US', localService: true }], near: [{ lang: 'fr-FR', localService: true }] };
  for (const [name, list] of Object.entries(voices)) await withPage({}, async (page) => {
    await page.addInitScript((all) => {
      window.spoken = [];
      window.SpeechSynthesisUtterance = function (text) { this.text = text; };
      Object.defineProperty(window, 'speechSynthesis', { value: { speaking: false, getVoices: () => all, cancel() { this.speaking = false; }, speak(u) { this.speaking = true; window.spoken.push(u.text); }, addEventListener() {} } });
    }, list);
    await page.goto(ways.file + GUIDE);
    await page.locator('[aria-controls="outils"]').click();
    const button = page.locator('[data-ecouter]');
    assert.equal(await button.isVisible(), name === 'near', name);
    if (name !== 'near') return;
    await button.click();
    assert.equal((await page.evaluate(() => window.spoken))[0].startsWith('Fiche'), true);
    assert.match(await button.textContent(), /Arrêter/);
    await button.click();
    assert.match(await button.textContent(), /Écouter/);
  });
});

// A busy machine may paint the head of a page before the rest has come: the best of three openings is the measure.
test('rien ne bouge pendant que la page s’ouvre', async () => {
  const shift = (file) => withPage({}, async (page) => {
    await page.goto(ways.http + file);
    return page.evaluate(() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 400);
    }));
  });
  for (const settings of ['', '?p=t3cxe1']) for (const file of [`index.html${settings}`, `${GUIDE}${settings}`, `${GUIDE}${settings}#etape-2`]) {
    let least = Infinity;
    for (let time = 0; time < 3 && least > 0; time++) least = Math.min(least, await shift(file));
    assert.equal(least, 0, file);
  }
});

// --- Every kind of page in every reading mode

const MODES = [{ p: 't1cse0', width: 1280 }, { p: 't3cxe1', width: 1280 }, { p: 't2cxe0', width: 390 }, { p: 't3cce1', width: 320 }];

for (const { p, width } of MODES) test(`chaque sorte de page en mode ${p}, ${width} px : contraste, axe, cibles, largeur`, () => withPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' }, async (page) => {
  const found = [];
  for (const { file, kind } of ONE_OF_EACH.filter((one) => one.kind !== 'erreur')) {
    await page.goto(`${ways.http}${file}?p=${p}`, { waitUntil: 'load' });
    await page.locator('[aria-controls="outils"]').click();
    const all = [...await ownContrast(page), ...await page.evaluate(measure, { smallest: 20, target: 48 }), ...(width < 400 ? [] : await axe(page))];
    found.push(...all.map(({ rule, message }) => finding(rule, `${file} (${kind})`, message)));
    if (isProof && found.length) break;
  }
  none(found);
}));

test('une étape à la fois : contraste, axe, cibles, largeur, à 320 px aussi', async () => {
  // So tall that the bar which stays at the bottom covers nothing: axe cannot tell a ground that is covered.
  for (const viewport of [{ width: 1280, height: 2600 }, { width: 320, height: 256 }]) await withPage({ viewport, reducedMotion: 'reduce' }, async (page) => {
    await page.goto(`${ways.http}${GUIDE}?p=t1cxe0#etape-2`, { waitUntil: 'load' });
    none([...await ownContrast(page), ...await page.evaluate(measure, { smallest: 20, target: 48 }), ...await axe(page)].map(({ rule, message }) => finding(rule, GUIDE, message)));
  });
});

// The policy refuses a test's own style sheet too: this page is opened without it.
test('espacement du texte imposé (WCAG 1.4.12) et zoom 400 % : rien ne déborde', () => withPage({ viewport: { width: 320, height: 256 }, bypassCSP: true }, async (page) => {
  const found = [];
  for (const { file } of ONE_OF_EACH) {
    await page.goto(ways.http + file, { waitUntil: 'load' });
    await page.addStyleTag({ content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}' });
    found.push(...(await page.evaluate(measure, { smallest: 20, target: 48 })).map(({ rule, message }) => finding(rule, file, message)));
    if (isProof && found.length) break;
  }
  none(found);
}));
