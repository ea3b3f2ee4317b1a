// Éliane's question, played from the home page: her father cannot hear, is alone in Landerneau, and somebody must come. At most four
// actions, nothing typed. The only test here that runs the generator: it needs the same site on other days, and with a CLIC that is full.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startChromium, startFirefox } from './browsers.mjs';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PROGRAM = process.env.ELIANE_PROGRAMME || path.join(REPOSITORY, 'target/release/eliane');
const CLIC = 'services/clic-landerneau.yaml';
const ACTIONS = ['Voir et parler à mes proches', 'Landerneau', 'Oui, à domicile', 'Non, un proche appelle pour elle'];

// Verified by a call, to be looked at again after 180 days.
// Days to come: pages whose day has passed grow old by themselves, and a clock that stands before the build is not believed.
const VERIFIED = 'verifie_le: 2096-05-08\nverifie_par: médiatrice\nverifie_comment: appel\nrevoir_tous_les: 180\n';

// The site of this repository, without its paper, which nothing here looks at, with lines added to the CLIC's sheet, as built on a day. Returns
// the address of its folder.
function built(scratch, name, date, lines = '') {
  const site = path.join(scratch, name), out = path.join(scratch, `${name} à lire`);
  fs.cpSync(path.join(REPOSITORY, 'content'), path.join(site, 'content'), { recursive: true });
  const settings = path.join(site, 'content/site.yaml');
  fs.writeFileSync(settings, fs.readFileSync(settings, 'utf8').replace(/^papier: oui$/m, 'papier: non'));
  const sheet = path.join(site, 'content', CLIC);
  const keys = new Set(lines.match(/^\w+/gm));
  const kept = fs.readFileSync(sheet, 'utf8').split('\n').filter((line) => !keys.has(line.match(/^\w+/)?.[0]));
  fs.writeFileSync(sheet, kept.join('\n') + lines);
  execFileSync(PROGRAM, ['construire', '--site', site, '--sortie', out, '--date', date], { stdio: ['ignore', 'pipe', 'pipe'] });
  return `${pathToFileURL(out).href}/`;
}

// Presses a link by the words on it, as a person would: only what can be seen counts.
function press(words) {
  const seen = (e) => e.getClientRects().length > 0;
  const said = (e) => (e.querySelector('strong') ?? e).textContent.replace(/\s+/g, ' ').trim();
  const link = [...document.querySelectorAll('main a')].find((e) => seen(e) && said(e) === words);
  if (!link) return false;
  link.click();
  return true;
}

// What stands on the page: the answers that can be seen, and nothing else.
function answers() {
  const seen = (e) => e.getClientRects().length > 0;
  const text = (e) => e.textContent.replace(/\s+/g, ' ').trim();
  const shown = [...document.querySelectorAll('.reponse')].filter(seen);
  return {
    sections: shown.map((e) => e.id),
    whole: shown.flatMap((e) => [...e.querySelectorAll('article')].map((a) => ({ name: text(a.querySelector('h4')), text: text(a) }))),
    lines: [...document.querySelectorAll('.lignes > li')].filter(seen).map((e) => ({ name: text(e.querySelector('a')), reason: [...e.querySelectorAll('span')].map(text).join(' ') })),
  };
}

let scratch, sites, chromium, firefox;
before(async () => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-'));
  sites = {
    today: built(scratch, 'aujourd’hui', '2026-11-29'),
    full: built(scratch, 'complet', '2026-11-29', 'capacite:\n  etat: complet\n  date: "2026-11-20"\n'),
    young: built(scratch, 'vérifié', '2096-05-09', VERIFIED),
    aged: built(scratch, 'vieilli', '2096-11-24', VERIFIED),
  };
  chromium = await startChromium();
  firefox = await startFirefox();
});
after(async () => { await chromium?.close(); await firefox?.close(); if (scratch) fs.rmSync(scratch, { recursive: true, force: true }); });

async function ask(page, base) {
  await page.goto(`${base}index.html`, { waitUntil: 'load' });
  for (const words of ACTIONS) {
    const from = page.url();
    // Looking from outside works with JavaScript off; the press itself is the browser's own.
    assert.ok(await page.evaluate(press, words), `no link « ${words} » on ${from}`);
    for (let wait = 0; page.url() === from && wait < 100; wait++) await new Promise((done) => { setTimeout(done, 50); });
    await page.waitForFunction(() => document.readyState === 'complete').catch(() => {});
  }
  const found = await page.evaluate(answers);
  // Those that do something else stand on the sheet of the commune.
  await page.goto(`${base}territoires/29/landerneau-29103.html`, { waitUntil: 'load' });
  return { ...found, services: await page.evaluate(() => new Set([...document.querySelectorAll('main a[href*="services/"]')].map((e) => e.href)).size) };
}

const ways = {
  'Chromium, JavaScript coupé': async (base) => {
    const context = await chromium.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    try { return await ask(await context.newPage(), base); } finally { await context.close(); }
  },
  Chromium: async (base) => {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 800 } });
    try { return await ask(await context.newPage(), base); } finally { await context.close(); }
  },
  Firefox: async (base) => {
    const page = await firefox.browser.newPage();
    try { return await ask(page, base); } finally { await page.close(); }
  },
};

for (const [name, way] of Object.entries(ways)) {
  test(`en quatre gestes, le CLIC qui vient à domicile (${name})`, async () => {
    const { sections, whole, lines, services } = await way(sites.today);
    assert.deepEqual(sections, ['a-domicile-proche']);
    assert.match(whole[0].name, /^CLIC/);
    assert.match(whole[0].text, /Vient à domicile/);
    assert.match(whole[0].text, /Un proche peut téléphoner/);
    assert.match(whole[0].text, /02 98 85 99 08/);
    assert.match(whole[0].text, /dernière date connue : août 2019/, 'its age');
    assert.ok(lines.length >= 5, `${lines.length} other services that answer the need`);
    assert.ok(services > 10, `${services} services on the sheet of the commune`);
    for (const { name, reason } of lines) assert.ok(reason.length > 5, `no reason for « ${name} »`);
  });

  test(`un CLIC complet cède la place à la route suivante et à son repli (${name})`, async () => {
    const { whole } = await way(sites.full);
    assert.match(whole[0].name, /^Conseiller numérique/);
    assert.match(whole[0].text, /Après CLIC/);
    assert.match(whole[1].name, /^France services/);
  });

  test(`200 jours après, le CLIC est à revérifier et toujours là (${name})`, async () => {
    const young = await way(sites.young), aged = await way(sites.aged);
    assert.match(young.whole[0].name, /^CLIC/);
    assert.doesNotMatch(young.whole[0].text, /Il fallait la revérifier/);
    assert.match(aged.whole[0].name, /^CLIC/);
    assert.match(aged.whole[0].text, /à revérifier/);
  });
}
