// A machine that nobody looks after: the same files, opened months later, tell their age; a clock that is wrong is not believed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bothWays, startChromium, startFirefox } from './browsers.mjs';
import { readSite } from './site.mjs';

const site = readSite();
// The day of the build is in the one script that every page has, and no other day is.
const [BUILT, ...OTHERS] = site.text('actifs/lecture.js').match(/\d{4}-\d\d-\d\d/g);
assert.deepEqual(OTHERS, []);
const later = (months) => { const day = new Date(`${BUILT}T09:00:00`); day.setMonth(day.getMonth() + months); return day; };
const DATED = site.pages.filter((page) => page.source.includes('data-revoir'));
const GUIDE = DATED.find((page) => page.kind === 'guide').file, OTHER = DATED.find((page) => page.kind !== 'guide').file;
let browser, ways;
before(async () => { browser = await startChromium(); ways = await bothWays(site.root); });
after(async () => { await browser?.close(); await ways?.close(); if (scratch) fs.rmSync(scratch, { recursive: true, force: true }); });

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PROGRAM = process.env.ELIANE_PROGRAMME || path.join(REPOSITORY, 'target/release/eliane');
let scratch;
// The site of this repository, without its paper, which grows old by itself, as built on a day: the address of its folder.
const made = new Map();
function built(day) {
  const iso = day.toISOString().slice(0, 10);
  if (!scratch) {
    scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-age-'));
    for (const folder of ['content', 'themes']) fs.cpSync(path.join(REPOSITORY, folder), path.join(scratch, 'site', folder), { recursive: true });
    const settings = path.join(scratch, 'site/content/site.yaml');
    fs.writeFileSync(settings, fs.readFileSync(settings, 'utf8').replace(/^papier: oui$/m, 'papier: non'));
    // Services that somebody verified: half of them grow old twice as fast, so that their order changes.
    const services = path.join(scratch, 'site/content/services');
    fs.readdirSync(services, { recursive: true }).filter((name) => name.endsWith('.yaml')).sort().forEach((name, at) => {
      const kept = fs.readFileSync(path.join(services, name), 'utf8').split('\n').filter((line) => !/^(verifie_|revoir_)/.test(line)).join('\n').trimEnd();
      fs.writeFileSync(path.join(services, name), `${kept}\nverifie_le: ${BUILT}\nverifie_comment: documents\nrevoir_tous_les: ${at % 2 ? 150 : 300}\n`);
    });
  }
  const out = path.join(scratch, iso);
  if (!made.has(iso)) {
    execFileSync(PROGRAM, ['construire', '--site', path.join(scratch, 'site'), '--sortie', out, '--date', iso], { stdio: ['ignore', 'pipe', 'pipe'] });
    made.set(iso, `${pathToFileURL(out).href}/`);
  }
  return made.get(iso);
}
// In Firefox, a clock of our own.
async function firefoxOn(firefox, day, address, use) {
  const page = await firefox.browser.newPage();
  try {
    await page.evaluateOnNewDocument((time) => {
      const Real = Date;
      window.Date = class extends Real { constructor(...all) { if (all.length) super(...all); else super(time); } };
      window.Date.now = () => time;
    }, day.getTime());
    await page.goto(address, { waitUntil: 'load' });
    return await page.evaluate(use);
  } finally { await page.close(); }
}

async function on(day, use, options = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options });
  try {
    const page = await context.newPage();
    if (day && options.javaScriptEnabled !== false) await page.clock.install({ time: day });
    return await use(page);
  } finally { await context.close(); }
}

/** What a page says when it is opened on the clock of its tab. */
async function at(page, address, what) {
  await page.goto(address);
  return page.evaluate(what);
}

const seen = () => ({
  notices: [...document.querySelectorAll('.avis[data-age], .avis[data-revoir]')].filter((one) => one.checkVisibility()).map((one) => one.innerText.replace(/\s+/g, ' ').trim()),
  lines: document.querySelector('main').innerText.split('\n').map((line) => line.trim()).filter(Boolean),
});
const look = (file, day, options, way = 'file') => on(day, async (page) => { await page.goto(ways[way] + file); return page.evaluate(seen); }, options);
const DATE = /\d{1,2}(er)? \p{L}+ \d{4}/u;

test('sept mois après, la page dit qu’elle est à revérifier, et rien n’a disparu', async () => {
  for (const file of [GUIDE, OTHER]) for (const way of ['file', 'http']) {
    const today = await look(file, later(0), {}, way), aged = await look(file, later(7), {}, way);
    assert.deepEqual(today.notices, [], file);
    assert.equal(aged.notices.length, 1, `${file} ${JSON.stringify(aged.notices)}`);
    assert.match(aged.notices[0], /Cette fiche est à revérifier\. Il fallait la revérifier après le/);
    assert.match(aged.notices[0], DATE);
    // The promise of a day that is past becomes « Il fallait la revérifier après le … »: nothing else goes.
    const kept = (line) => line.replace(/ ?À revérifier après le [^.]*\./, '').trim();
    for (const line of today.lines.filter(kept)) assert.ok(aged.lines.includes(kept(line)), `${file} lost « ${line} »`);
  }
});

test('trois ans après, elle est ancienne', async () => {
  for (const file of [GUIDE, OTHER]) assert.match((await look(file, later(36))).notices.join(), /Attention, cette fiche est ancienne\. Il fallait .* Personne ne l’a fait\./);
});

test('une horloge en 2009, ou la veille de la construction, n’est pas crue', async () => {
  for (const day of [new Date('2009-01-01T12:00:00'), new Date(`${BUILT}T00:00:00Z`).getTime() - 36e5 * 30]) assert.deepEqual((await look(GUIDE, day)).notices, []);
});

test('sans JavaScript, la phrase porte la date', async () => {
  const { notices, lines } = await look(GUIDE, null, { javaScriptEnabled: false });
  assert.deepEqual(notices, []);
  assert.match(lines.join(' '), /À revérifier après le \d/);
});

test('sur papier aussi', () => on(later(7), async (page) => {
  await page.goto(ways.file + GUIDE);
  await page.emulateMedia({ media: 'print' });
  assert.equal((await page.evaluate(seen)).notices.length, 1);
}));

// This site's own pages may have no such day at hand: the notice is put into a page as the program writes it.
test('ce qu’il fallait faire avant un jour s’en va le lendemain, jamais le jour même', async () => {
  const last = later(1), iso = last.toISOString().slice(0, 10);
  for (const [days, shown] of [[0, true], [1, false]]) {
    const day = new Date(last);
    day.setDate(day.getDate() + days);
    await on(day, async (page) => {
      await page.route('**/*.html', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: (await answer.text()).replace(/(<main[^>]*>)/, `$1<div class=avis data-jusqu=${iso}><p>À faire au plus tard le …</p></div><a class=carte-lien href=#><span class="note a-faire" data-jusqu=${iso}>À faire au plus tard le …</span></a>`) });
      });
      await page.goto(ways.http + GUIDE);
      for (const one of await page.locator('[data-jusqu]').all()) assert.equal(await one.isVisible(), shown, `${days} days after ${iso}`);
      assert.ok(await page.locator('[data-jusqu]').count() >= 2);
    });
  }
});

test('une page que personne ne ferme vieillit', () => on(later(0), async (page) => {
  await page.goto(ways.file + GUIDE);
  await page.clock.setSystemTime(later(7));
  await page.clock.runFor(3_700_000);
  assert.equal((await page.evaluate(seen)).notices.length, 1);
}));

// Answers of one page, one of which alone grows old.
test('une réponse plus ancienne passe après une plus récente, jamais avant une plus proche', () => on(later(0), async (page) => {
  const places = () => page.evaluate(() => [...document.querySelector('.reponse').querySelectorAll('[data-rang]')].map((one) => one.querySelector('h4').textContent));
  const file = site.pages.find((one) => one.kind === 'aide' && (one.source.split('data-rang').length - 1) >= 2).file;
  const spoil = (ranks) => page.evaluate((list) => {
    document.querySelectorAll('.route').forEach((one) => one.remove());
    [...document.querySelector('.reponse').querySelectorAll('[data-rang]')].forEach((card, at) => {
      card.dataset.rang = list[at] ?? 9;
      card.dataset.age = 'verifie';
      card.querySelectorAll('.avis').forEach((one) => one.remove());
      if (at === 0) card.insertAdjacentHTML('beforeend', '<div class="avis" hidden data-revoir="2026-01-01" data-perime="2099-01-01" data-dit="1er janvier 2026" data-conseil=""></div>');
    });
    dispatchEvent(new Event('pageshow'));
  }, ranks);
  await page.goto(ways.file + file);
  const [first, second, ...rest] = await places();
  await spoil([0, 0]);
  assert.deepEqual(await places(), [second, first, ...rest]);
  await page.goto(ways.file + file);
  await spoil([0, 1]);
  assert.deepEqual(await places(), [first, second, ...rest], 'what counts more than age still does');
}));

test('Firefox, sept mois après et en 2009', async () => {
  const firefox = await startFirefox();
  try {
    for (const [day, wanted] of [[later(7), 1], [new Date('2009-01-01T12:00:00'), 0]]) {
      const page = await firefox.browser.newPage();
      await page.evaluateOnNewDocument((time) => {
        const Real = Date;
        window.Date = class extends Real { constructor(...all) { if (all.length) super(...all); else super(time); } };
      }, day.getTime());
      await page.goto(ways.file + GUIDE, { waitUntil: 'load' });
      assert.equal((await page.evaluate(seen)).notices.length, wanted);
      await page.close();
    }
  } finally { await firefox.close(); }
});

// What a page says of each sheet in its lists, by the name of the sheet, and what it says beside them. Which sheets a short list chooses, and
// in which order, was settled by the build.
const words = () => {
  // What is folded away has no lines of its own: the words alone are compared.
  const lines = (one) => one.innerText.replace(/\s+/g, '').split(/(?<=[.!?])/);
  const main = document.querySelector('main'), said = {};
  const cards = [...main.querySelectorAll('article.carte')];
  for (const card of cards) said[`${card.parentElement.closest('[id]')?.id} ${card.querySelector('h3, h4')?.innerText}`] = lines(card);
  for (const list of [...cards, ...main.querySelectorAll('.lignes, #horloge')]) list.remove();
  return { said, beside: lines(main) };
};
function sameWords(aged, old, what) {
  assert.deepEqual(aged.beside, old.beside, what);
  for (const name of Object.keys(aged.said)) if (name in old.said) assert.deepEqual(aged.said[name], old.said[name], `${what}, ${name}`);
}

// The pages whose sheets have an age: some of each kind, read from a build of the first day.
let same;
function some() {
  if (same) return same;
  const kinds = new Map(), root = fileURLToPath(built(later(0)));
  for (const page of site.pages) {
    const file = path.join(root, page.file);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('data-revoir')) kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page.file]);
  }
  assert.ok(kinds.size >= 4, [...kinds.keys()].join());
  same = [...kinds.values()].flatMap((files) => [...new Set([files[0], files[Math.floor(files.length / 2)], files.at(-1)])]);
  return same;
}

test('une fiche vieillie dans la page dit les mêmes mots que celle qui est construite ce jour-là', async () => {
  // On the day of the build both are one page.
  for (const months of [7, 14, 36]) {
    const day = later(months), first = built(later(0)), base = built(day);
    await on(day, async (page) => {
      for (const file of some()) {
        const [aged, old] = [await at(page, first + file, words), await at(page, base + file, words)];
        sameWords(aged, old, `${file}, ${months} months later`);
      }
    });
  }
});

test('une réponse vieillie dit « Oui, mais à vérifier », sur chaque carte qui a vieilli', () => on(later(7), async (page) => {
  const file = some().find((one) => site.pages.find((page) => page.file === one).kind === 'aide');
  await page.goto(built(later(0)) + file);
  const cards = await page.evaluate(() => [...document.querySelectorAll('.reponse-service')].map((card) => ({
    age: card.dataset.age, said: card.querySelector('.verdict strong').textContent, notice: Boolean(card.querySelector('.avis:not([hidden])')),
  })));
  assert.ok(cards.some((card) => card.age === 'a_reverifier'), JSON.stringify(cards));
  for (const card of cards.filter((one) => one.age !== 'verifie')) assert.equal(card.said, 'Oui, mais à vérifier.');
}));

// Before the day of the build began anywhere on Earth, a clock is wrong; on its eve in Polynesia, it may be right.
const MIDNIGHT = Date.parse(`${BUILT}T00:00:00Z`), HOUR = 36e5;
const CLOCKS = [
  [new Date('2009-01-01T12:00:00Z'), '1er janvier 2009'], [new Date('1970-01-01T12:00:00Z'), '1er janvier 1970'], [new Date('2000-02-29T12:00:00Z'), '29 février 2000'],
  [new Date('2024-08-15T12:00:00Z'), '15 août 2024'], [new Date(MIDNIGHT - 40 * 24 * HOUR), null], [new Date(MIDNIGHT - 48 * HOUR), null], [new Date(MIDNIGHT - 15 * HOUR), null],
];
const RIGHT = [new Date(MIDNIGHT - 13 * HOUR), new Date(MIDNIGHT - 2 * HOUR), new Date(MIDNIGHT + 9 * HOUR), new Date(MIDNIGHT + 400 * 24 * HOUR), new Date('9999-12-30T12:00:00Z')];
const clock = () => document.getElementById('horloge')?.innerText.replace(/\s+/g, ' ').trim() ?? null;
const inWords = new Date(MIDNIGHT + 12 * HOUR).toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).replace(/^1 /, '1er ');

test('une horloge qui retarde sur la construction est dite dans la page', async () => {
  for (const [day, said] of CLOCKS) {
    await on(day, async (page) => {
      for (const file of [GUIDE, OTHER, 'index.html']) for (const way of ['file', 'http']) {
        const told = await at(page, ways[way] + file, clock);
        assert.match(told ?? '', /^La date de cet appareil est fausse\. Il se croit le .* Ces pages ont été faites le /, `${file} ${day.toISOString()}`);
        assert.ok(told.includes(`faites le ${inWords}.`), told);
        if (said) assert.ok(told.includes(`Il se croit le ${said}.`), told);
      }
    });
  }
  for (const day of RIGHT) assert.equal(await on(day, (page) => at(page, ways.file + GUIDE, clock)), null, day.toISOString());
});

test('une horloge remise à l’heure n’est plus dite', () => on(new Date('2009-01-01T12:00:00Z'), async (page) => {
  await page.goto(ways.file + GUIDE);
  assert.notEqual(await page.evaluate(clock), null);
  await page.clock.setSystemTime(later(0));
  await page.clock.runFor(3_700_000);
  assert.equal(await page.evaluate(clock), null);
}));

test('Firefox : les mêmes mots qu’une page construite ce jour-là, et l’horloge qui retarde', async () => {
  const firefox = await startFirefox();
  try {
    const day = later(7), base = built(day);
    for (const file of some().slice(0, 6)) {
      sameWords(await firefoxOn(firefox, day, built(later(0)) + file, words), await firefoxOn(firefox, day, base + file, words), file);
    }
    for (const [late, said] of CLOCKS) {
      const told = await firefoxOn(firefox, late, ways.file + GUIDE, clock);
      assert.ok(told?.includes(said ?? 'La date de cet appareil est fausse.'), `${late.toISOString()} ${told}`);
    }
    for (const right of RIGHT) assert.equal(await firefoxOn(firefox, right, ways.file + GUIDE, clock), null, right.toISOString());
  } finally { await firefox.close(); }
});
