// Firefox: the site visited four ways, as in Chromium. What is seen with JavaScript off: navigations, the DOM, requests, errors, policy violations.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bothWays, startFirefox } from './browsers.mjs';
import { breadth, none, readSite, sample } from './site.mjs';
import { probe, visitFirefox } from './visit-firefox.mjs';

const site = readSite();
for (const javascript of [true, false]) describe(`Firefox, JavaScript ${javascript ? 'permis' : 'coupé'}`, () => {
  let firefox, ways;
  before(async () => { firefox = await startFirefox({ javascript }); ways = await bothWays(site.root); });
  after(async () => { await firefox?.close(); await ways?.close(); });

  test('les fichiers ne se lisent pas entre eux, et le réglage de JavaScript tient', async () => {
    assert.deepEqual(await probe(() => firefox.browser.newPage()), { scriptsRun: javascript, filesReadEachOther: false });
  });

  for (const way of ['file', 'http']) test(`visite par ${way}`, async (t) => {
    const pages = (way === 'file') === javascript ? breadth(site) : sample(site, 90);
    const only = new Set(pages.map((page) => page.file));
    const { findings, visited, requests } = await visitFirefox(firefox, site, ways[way], only);
    t.diagnostic(`${visited} pages opened, ${requests.length} requests seen`);
    none(findings);
  });

  test('le serveur n’a rien refusé', () => assert.deepEqual(ways.server.requests.filter(({ status }) => status !== 200), []));
});
