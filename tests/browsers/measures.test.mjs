// Chromium: what was opened is measured. Beside the visits, which take as long.
import { after, before, test } from 'node:test';
import { axe } from './axe.mjs';
import { bothWays, startChromium } from './browsers.mjs';
import { finding, none, readSite, sample } from './site.mjs';
import { inEachScene, measureAll, ownContrast, policyBites } from './visit-chromium.mjs';

const site = readSite();
let browser, ways;
before(async () => { browser = await startChromium(); ways = await bothWays(site.root); });
after(async () => { await browser?.close(); await ways?.close(); });

// Pages of one kind come from one template: the visits open the whole site, and a part of it, every kind of page in turn, is measured.
const some = sample(site, 70);
for (const way of ['file', 'http']) test(`la politique de sécurité refuse vraiment, par ${way}`, async () => none(await policyBites(browser, ways[way], sample(site))));
test('largeur, taille du texte, taille des cibles', async () => none(await measureAll(browser, some, ways.http)));
test('contraste 7:1, calcul propre, clair et sombre', async () => none(await inEachScene(browser, ways.http, some, ownContrast)));
test('axe-core niveau AAA, clair et sombre, deux écrans', async (t) => {
  const pages = sample(site, 45);
  t.diagnostic(`${pages.length} pages of ${site.pages.length}`);
  none(await inEachScene(browser, ways.http, pages, axe));
});
test('le serveur n’a rien refusé', () => none(ways.server.requests.filter(({ status }) => status !== 200).map(({ url, status }) => finding('echec', url, `${status}`))));
