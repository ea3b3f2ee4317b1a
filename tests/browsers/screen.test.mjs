// With a screen reader and a keyboard only: home → guide → step 3 → print; home → commune → answer. Chromium's accessibility tree tells what is said.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { announced, focused, outline, tabTo, tabWalk, tree } from './screen.mjs';
import { bothWays, startChromium } from './browsers.mjs';
import { KINDS, none, readSite } from './site.mjs';

const site = readSite();
let browser, ways;
before(async () => { browser = await startChromium(); ways = await bothWays(site.root); });
after(async () => { await browser?.close(); await ways?.close(); });

async function withPage(use, options = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  try { return await use(await context.newPage()); } finally { await context.close(); }
}
const enter = async (page, address) => { await page.keyboard.press('Enter'); await page.waitForURL(address); await page.waitForLoadState('load'); };
// Said by itself, a moment after what the eye sees.
const isSaid = async (page, wanted) => {
  for (let time = 0; time < 40; time++) {
    if ((await announced(page)).some((words) => wanted.test(words))) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`${wanted} is not said; said: ${(await announced(page)).join(' | ') || 'nothing'}`);
};
const FIELD = /^(textbox|searchbox|combobox)$/;
const kind = (page) => page.evaluate(() => document.body.dataset.kind);

test('de l’accueil à l’étape 3, puis l’imprimante', () => withPage(async (page) => {
  await page.addInitScript(() => { window.printed = 0; window.print = () => { window.printed++; }; });
  await page.goto(`${ways.file}index.html`);
  none(outline(await tree(page), 'index.html'));
  const door = await tabTo(page, /^Voir et parler à mes proches/);
  assert.equal(door.node.role, 'link');
  await enter(page, /besoins\//);
  none(outline(await tree(page), 'besoin'));
  const guide = await tabTo(page, /^Rejoindre un appel vidéo/);
  assert.equal(guide.node.role, 'link');
  await enter(page, /guides\//);
  assert.equal(await kind(page), 'guide');
  none(outline(await tree(page), 'guide'));

  const one = await tabTo(page, /^Lire une étape à la fois$/);
  assert.equal(one.node.role, 'button');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.tagName === 'H2');
  for (const step of [2, 3]) {
    // « Suivant » is met by Tab within the étape.
    const next = await tabTo(page, /^Suivant/);
    assert.equal(next.node.role, 'link');
    await page.keyboard.press('Enter');
    await page.waitForFunction((n) => document.activeElement.closest(`#etape-${n}`) && document.activeElement.tagName === 'H2', step);
    const now = await focused(page);
    assert.deepEqual([now.role, now.name.startsWith(`${step}.`)], ['heading', true], now.name);
    await isSaid(page, new RegExp(`^Fiche 412, étape ${step} sur \\d+$`));
    const said = await tree(page);
    assert.equal(said.filter((node) => node.role === 'heading' && /^\d+\./.test(node.name)).length, 1, 'only this étape is read');
    none(outline(said, `étape ${step}`));
  }
  await tabTo(page, /^Voir toute la fiche$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => [...document.querySelectorAll('.etape')].every((e) => e.checkVisibility()));
  assert.ok(await focused(page), 'the focus is somewhere');
  const print = await tabTo(page, /^Imprimer/);
  assert.equal(print.node.role, 'button');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => window.printed), 1);
}));

test('de l’accueil à la commune, puis à la réponse', () => withPage(async (page) => {
  await page.goto(`${ways.file}index.html`);
  await tabTo(page, /^Trouver de l’aide près de chez moi$/);
  await enter(page, /territoires\.html/);
  none(outline(await tree(page), 'territoires'));
  const field = await tabTo(page, /^Code postal ou commune$/, FIELD);
  assert.equal(field.node.name, 'Code postal ou commune');
  await page.keyboard.type('landernau');
  await page.waitForFunction(() => document.querySelectorAll('.champ-liste a').length > 0);
  await isSaid(page, /commune/);
  const commune = await tabTo(page, /^Landerneau/);
  assert.equal(commune.node.role, 'link');
  await enter(page, /landerneau-29103/);
  assert.equal(await kind(page), 'contact');
  none(outline(await tree(page), 'contact'));
  await tabTo(page, /^Voir et parler à mes proches/);
  await enter(page, /appel-video/);
  assert.equal(await kind(page), 'aide');
  none(outline(await tree(page), 'aide'));
  await tabTo(page, /^Oui, à domicile$/);
  await enter(page, /domicile/);
  await tabTo(page, /^Non, un proche appelle pour elle$/);
  await enter(page, /proche/);
  const said = await tree(page);
  none(outline(said, 'réponse'));
  assert.match(said.find((node) => node.role === 'heading' && node.level === 2).name, /^Quelqu’un doit venir\. Elle n’entend pas\. Un proche appelle/);
  const answer = await tabTo(page, /^CLIC/);
  assert.equal(answer.node.role, 'link');
}));

test('le champ « Chercher » dit ce qu’il trouve', () => withPage(async (page) => {
  await page.goto(`${ways.file}index.html`);
  const field = await tabTo(page, /^Chercher$/, FIELD);
  await page.keyboard.type('skaip');
  await isSaid(page, /\d+ (réponses?|pages?|résultats?)/);
  assert.equal((await focused(page)).role, field.node.role, 'the focus stays in the field');
  assert.match((await tabTo(page, /Skype/)).node.role, /link/);
}));

// A press of Tab waits for the screen more than it works: both sizes at once.
describe('chaque sorte de page', { concurrency: 2 }, () => {
  for (const size of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) test(`titres, repères, ordre de lecture, focus vu, ${size.width} px`, (t) => withPage(async (page) => {
    const found = [];
    let stops = 0;
    for (const { file } of KINDS.filter((one) => one !== 'erreur').flatMap((one) => site.ofKind(one).slice(0, 1))) {
      await page.goto(ways.file + file, { waitUntil: 'load' });
      found.push(...outline(await tree(page), file));
      const walk = await tabWalk(page, file);
      found.push(...walk.findings);
      stops += walk.stops;
    }
    t.diagnostic(`${stops} stops of Tab`);
    none(found);
  }, { viewport: size }));
});

// Each rule can fail: the page as it is passes, the damaged one does not.
const PAGE = site.ofKind('produit')[0].file; // short, with headings and links
const DAMAGES = [
  ['titres', 'a level is skipped', () => { const h = document.querySelector('main h2'); const n = document.createElement('h4'); n.textContent = h.textContent; h.replaceWith(n); }],
  ['titres', 'two first headings', () => document.querySelector('main').insertAdjacentHTML('beforeend', '<h1>Encore</h1>')],
  ['titres', 'no main', () => { const div = document.createElement('div'); div.append(...document.querySelector('main').childNodes); document.querySelector('main').replaceWith(div); }],
  ['tabulation', 'another order', () => { document.querySelector('main a[href]').tabIndex = 3; }],
  ['tabulation', 'a link without a name', () => document.querySelector('main').insertAdjacentHTML('afterbegin', '<a href="index.html"><svg width="60" height="60"></svg></a>')],
  ['tabulation', 'hidden from the screen reader', () => { document.querySelector('main a[href]').setAttribute('aria-hidden', 'true'); }],
  ['tabulation', 'no mark of focus', () => { for (const e of document.querySelectorAll('main a')) e.style.outline = 'none'; }],
  ['tabulation', 'focus under a band', () => { const band = document.createElement('div'); Object.assign(band.style, { position: 'fixed', inset: '0' }); document.body.append(band); }],
  ['tabulation', 'focus off the screen', () => { Object.assign(document.querySelector('main a[href]').style, { position: 'absolute', left: '-3000px' }); }],
  ['tabulation', 'out of the keyboard’s reach', () => { document.querySelector('main').insertAdjacentHTML('beforeend', '<button tabindex="-1">Perdu</button>'); }],
];
test('chaque règle peut échouer', () => withPage(async (page) => {
  for (const [rule, what, damage] of [[null, 'as it is', () => {}], ...DAMAGES]) {
    await page.goto(ways.file + PAGE, { waitUntil: 'load' });
    await page.evaluate(damage);
    const rules = [...outline(await tree(page), PAGE), ...(await tabWalk(page, PAGE)).findings].map((one) => one.rule);
    if (rule) assert.ok(rules.includes(rule), what); else assert.deepEqual(rules, [], what);
  }
}));
