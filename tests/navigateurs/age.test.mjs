// A machine that nobody looks after: the same files, opened months later, tell their age; a clock that is wrong is not believed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bothWays, startChromium, startFirefox } from './navigateurs.mjs';
import { readSite } from './site.mjs';

const site = readSite();
// The day of the build is in the one script that every page has.
const BUILT = /FAIT = '(\d{4}-\d\d-\d\d)'/.exec(site.text('actifs/lecture.js'))[1];
const later = (months) => { const day = new Date(`${BUILT}T09:00:00`); day.setMonth(day.getMonth() + months); return day; };
const DATED = site.pages.filter((page) => page.source.includes('data-revoir'));
const GUIDE = DATED.find((page) => page.kind === 'guide').file, OTHER = DATED.find((page) => page.kind !== 'guide').file;
let browser, ways;
before(async () => { browser = await startChromium(); ways = await bothWays(site.root); });
after(async () => { await browser?.close(); await ways?.close(); });

async function on(day, use, options = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options });
  try {
    const page = await context.newPage();
    if (day && options.javaScriptEnabled !== false) await page.clock.install({ time: day });
    return await use(page);
  } finally { await context.close(); }
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
    for (const line of today.lines) assert.ok(aged.lines.includes(line), `${file} lost « ${line} »`);
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
        await route.fulfill({ response: answer, body: (await answer.text()).replace(/(<main[^>]*>)/, `$1<div class=avis data-jusqu=${iso}><p>À faire avant le …</p></div><a class=carte-lien href=#><span class="note a-faire" data-jusqu=${iso}>À faire avant le …</span></a>`) });
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
