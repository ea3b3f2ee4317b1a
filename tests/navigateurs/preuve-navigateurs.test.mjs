// Every browser rule must be able to fail: the good site passes all of them, each damaged copy is caught by its rule.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe } from './axe.mjs';
import { HOME_TO_GUIDE, HOME_TO_SERVICE, journey, skipLink } from './clavier.mjs';
import { bothWays, startChromium, startFirefox } from './navigateurs.mjs';
import { onPaper } from './papier.mjs';
import * as mutants from './preuves/mutants-navigateurs.mjs';
import { goodFiles, writeSite } from './preuves/site-temoin.mjs';
import { UNLINKED, listing, readSite } from './site.mjs';
import { inEachScene, measureAll, ownContrast, visitChromium } from './visite-chromium.mjs';
import { BROWSER_RULES } from './visite.mjs';
import { probe, visitFirefox } from './visite-firefox.mjs';

// Writes a (damaged) site, opens both ways to it, and gives them to `use`.
async function withSite(change, use) {
  const files = goodFiles();
  change?.(files);
  const folder = writeSite(files);
  const site = readSite(folder.root);
  const ways = await bothWays(folder.root);
  try { return await use(site, ways); } finally { await ways.close(); folder.remove(); }
}
const caught = (findings, rule) => assert.ok(findings.some((f) => f.rule === rule), `not caught by « ${rule} »; found:\n${listing(findings)}`);
const none = (findings) => assert.equal(findings.length, 0, listing(findings));

// The same proofs for one kind of check: `check(site, ways)` returns findings.
function prove(list, check) {
  test('le site témoin passe', () => withSite(null, async (site, ways) => none(await check(site, ways))));
  for (const [rule, what, change] of list) test(`règle ${rule} : ${what}`, () => withSite(change, async (site, ways) => caught(await check(site, ways), rule)));
}

function proveVisits({ name, javascript }, visitIt) {
  for (const way of ['file', 'http']) {
    test(`le site témoin passe, par ${way}`, () => withSite(null, async (site, ways) => none((await visitIt(site, ways[way])).findings)));
    for (const [rule, what, change, when = {}] of mutants.VISIT_MUTANTS) {
      if ((when.javascript ?? javascript) !== javascript || (when.way ?? way) !== way || when.blind === `${name} ${way}`) continue;
      test(`règle ${rule}, par ${way} : ${what}`, () => withSite(change, async (site, ways) => caught((await visitIt(site, ways[way])).findings, rule)));
    }
  }
}

describe('Chromium', () => {
  let browser;
  before(async () => { browser = await startChromium(); });
  after(() => browser.close());

  for (const javascript of [true, false]) describe(`visite, JavaScript ${javascript ? 'permis' : 'coupé'}`, () => {
    test('le réglage de JavaScript tient, les fichiers ne se lisent pas entre eux', async () => {
      const context = await browser.newContext({ javaScriptEnabled: javascript });
      assert.deepEqual(await probe(() => context.newPage()), { scriptsRun: javascript, filesReadEachOther: false });
      await context.close();
    });
    proveVisits({ name: 'Chromium', javascript }, (site, base) => visitChromium(browser, site, base, { javascript }));
  });
  describe('mesures', () => prove(mutants.MEASURE_MUTANTS, (site, ways) => measureAll(browser, site, ways.http)));
  describe('contraste', () => prove(mutants.CONTRAST_MUTANTS, (site, ways) => inEachScene(browser, ways.http, site.pages, ownContrast)));
  describe('axe', () => prove(mutants.AXE_MUTANTS, (site, ways) => inEachScene(browser, ways.http, site.ofKind('guide'), axe)));
  describe('parcours et papier', () => prove(mutants.PEOPLE_MUTANTS, async (site, ways) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const found = [];
    for (const steps of [HOME_TO_GUIDE, HOME_TO_SERVICE]) found.push(...(await journey(page, ways.file, 'preuve', steps)).findings);
    for (const { file, kind } of site.pages) if (!UNLINKED.has(kind)) found.push(...await skipLink(page, ways.file, file));
    for (const { file } of site.ofKind('guide')) found.push(...await onPaper(page, ways.http, file));
    await context.close();
    return found;
  }));
});

for (const javascript of [true, false]) describe(`Firefox, JavaScript ${javascript ? 'permis' : 'coupé'}`, () => {
  let firefox;
  before(async () => { firefox = await startFirefox({ javascript }); });
  after(() => firefox.close());
  proveVisits({ name: 'Firefox', javascript }, (site, base) => visitFirefox(firefox, site, base));
});

test('chaque règle des navigateurs a un mutant', () => {
  const proven = new Set(Object.values(mutants).flat().map(([rule]) => rule.replace(/^axe:.*/, 'axe')));
  assert.deepEqual([...proven].sort(), [...BROWSER_RULES].sort());
});

test('Firefox : la sonde voit quand les fichiers peuvent se lire entre eux', async () => {
  const firefox = await startFirefox({ strict: false });
  try { assert.equal((await probe(() => firefox.browser.newPage())).filesReadEachOther, true); } finally { await firefox.close(); }
});
