// What people do, with the keyboard only, without JavaScript, from a folder opened by double-click; and what comes out on paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HOME_TO_GUIDE, HOME_TO_SERVICE, journey, skipLink } from './keyboard.mjs';
import { bothWays, startChromium } from './browsers.mjs';
import { onPaper } from './paper.mjs';
import { UNLINKED, none, readSite, sample } from './site.mjs';

const site = readSite();
let browser, ways, context, page;
before(async () => {
  browser = await startChromium();
  ways = await bothWays(site.root);
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
  page = await context.newPage();
});
after(async () => { await browser?.close(); await ways?.close(); });

for (const [name, steps] of [['de l’accueil à un guide', HOME_TO_GUIDE], ['de l’accueil à la fiche du CLIC', HOME_TO_SERVICE]]) test(`au clavier, ${name}`, async (t) => {
  const { findings, log } = await journey(page, ways.file, name, steps);
  for (const line of log) t.diagnostic(line);
  none(findings);
});

test('le lien d’évitement mène au contenu, sur chaque genre de page', async () => {
  const found = [];
  for (const { file } of sample(site, 30).filter(({ kind }) => !UNLINKED.has(kind))) found.push(...await skipLink(page, ways.file, file));
  none(found);
});

test('sur papier : toutes les étapes, aucun menu', async (t) => {
  const guides = site.ofKind('guide').slice(0, 20);
  assert.ok(guides.length, 'no guide in the site');
  t.diagnostic(`${guides.length} guides printed`);
  const found = [];
  for (const { file } of guides) found.push(...await onPaper(page, ways.http, file));
  none(found);
});
