// Every browser rule must be able to fail: the good site passes all of them, each damaged copy is caught by its rule.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe } from './axe.mjs';
import { HOME_TO_GUIDE, HOME_TO_SERVICE, journey, skipLink } from './keyboard.mjs';
import { startChromium } from './browsers.mjs';
import { onPaper } from './paper.mjs';
import * as mutants from './proofs/mutants-browsers.mjs';
import { prove, proveVisits } from './proofs/tools.mjs';
import { UNLINKED } from './site.mjs';
import { inEachScene, measureAll, ownContrast, policyBites, visitChromium } from './visit-chromium.mjs';
import { BROWSER_RULES } from './visit.mjs';
import { probe } from './visit-firefox.mjs';

describe('Chromium', () => {
  let browser;
  before(async () => { browser = await startChromium(); });
  after(() => browser.close());

  for (const javascript of [true, false]) describe(`visite, JavaScript ${javascript ? 'permis' : 'coupé'}`, { concurrency: 2 }, () => {
    test('le réglage de JavaScript tient, les fichiers ne se lisent pas entre eux', async () => {
      const context = await browser.newContext({ javaScriptEnabled: javascript });
      assert.deepEqual(await probe(() => context.newPage()), { scriptsRun: javascript, filesReadEachOther: false });
      await context.close();
    });
    test('le navigateur entier de même', async () => {
      const whole = await startChromium({ whole: true });
      try {
        const context = await whole.newContext({ javaScriptEnabled: javascript });
        assert.deepEqual(await probe(() => context.newPage()), { scriptsRun: javascript, filesReadEachOther: false });
      } finally { await whole.close(); }
    });
    proveVisits({ name: 'Chromium', javascript }, (site, base) => visitChromium(browser, site, base, { javascript }));
  });
  describe('politique', () => prove(mutants.POLICY_MUTANTS, (site, ways) => policyBites(browser, ways.file, site.ofKind('guide'))));
  describe('mesures', () => prove(mutants.MEASURE_MUTANTS, (site, ways) => measureAll(browser, site.pages, ways.http)));
  describe('contraste', () => prove(mutants.CONTRAST_MUTANTS, (site, ways) => inEachScene(browser, ways.http, site.pages, ownContrast)));
  describe('axe', () => prove(mutants.AXE_MUTANTS, (site, ways) => inEachScene(browser, ways.http, site.ofKind('guide'), axe)));
  describe('parcours et papier', () => prove(mutants.PEOPLE_MUTANTS, async (site, ways, rule) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const found = [], wants = (...rules) => !rule || rules.includes(rule);
    if (wants('parcours')) for (const steps of [HOME_TO_GUIDE, HOME_TO_SERVICE]) found.push(...(await journey(page, ways.file, 'preuve', steps)).findings);
    if (wants('evitement')) for (const { file, kind } of site.pages) if (!UNLINKED.has(kind)) found.push(...await skipLink(page, ways.file, file));
    if (wants('papier-etapes', 'papier-menu')) for (const { file } of site.ofKind('guide')) found.push(...await onPaper(page, ways.http, file));
    await context.close();
    return found;
  }));
});

test('chaque règle des navigateurs a un mutant', () => {
  const proven = new Set(Object.values(mutants).flat().map(([rule]) => rule.replace(/^axe:.*/, 'axe')));
  assert.deepEqual([...proven].sort(), [...BROWSER_RULES].sort());
});
