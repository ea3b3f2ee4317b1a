// Chromium: the site visited four ways.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TWO_CHROMIUMS, bothWays, startChromium } from './browsers.mjs';
import { breadth, finding, none, readSite, sample } from './site.mjs';
import { visitChromium } from './visit-chromium.mjs';

const site = readSite();
let browser, ways;
before(async () => { browser = await startChromium(); ways = await bothWays(site.root); });
after(async () => { await browser?.close(); await ways?.close(); });

// Every page from the disk with JavaScript, all but the many alike from a server without; the two other ways, some of each kind.
for (const way of ['file', 'http']) for (const javascript of [true, false]) {
  const [extent, pages] = way === 'file' && javascript ? ['complète'] : way === 'http' && !javascript ? ['large', breadth(site)] : ['de chaque sorte de page', sample(site, 90)];
  test(`visite ${extent} par ${way}, JavaScript ${javascript ? 'permis' : 'coupé'}`, async (t) => {
    const only = pages && new Set(pages.map((page) => page.file));
    const { findings, visited, requests } = await visitChromium(browser, site, ways[way], { javascript, only });
    t.diagnostic(`${visited} pages opened, ${requests.length} requests seen`);
    assert.ok(requests.length >= visited);
    none(findings);
  });
}

// The browser that people have, windows and all, opens some pages of each kind all four ways.
test('le navigateur entier visite de même chaque sorte de page, des quatre façons', { skip: !TWO_CHROMIUMS && 'it made the visits above' }, async (t) => {
  const whole = await startChromium({ whole: true });
  try {
    const major = (one) => one.version().split('.')[0];
    assert.equal(major(whole), major(browser), 'both are of one release');
    const only = new Set(sample(site, 60).map((page) => page.file));
    for (const way of ['file', 'http']) for (const javascript of [true, false]) {
      const { findings, visited } = await visitChromium(whole, site, ways[way], { javascript, only });
      t.diagnostic(`${way}, JavaScript ${javascript}: ${visited} pages opened`);
      none(findings);
    }
  } finally { await whole.close(); }
});

test('le serveur n’a rien refusé', () => none(ways.server.requests.filter(({ status }) => status !== 200).map(({ url, status }) => finding('echec', url, `${status}`))));
