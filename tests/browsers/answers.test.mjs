// Answers told once: from the home page to who helps in one's own commune, without JavaScript, in both browsers, from a folder
// opened by double-click; and with JavaScript the commune one came from stays in sight.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { awkwardCopy, startChromium, startFirefox } from './browsers.mjs';
import { readSite } from './site.mjs';

const site = readSite();
let copy, chromium;
before(async () => { copy = awkwardCopy(site.root); chromium = await startChromium(); });
after(async () => { await chromium?.close(); copy?.close(); });

const BROWSERS = {
  Chromium: async (javascript, use) => {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: javascript });
    try { await use(await context.newPage()); } finally { await context.close(); }
  },
  Firefox: async (javascript, use) => {
    const firefox = await startFirefox({ javascript });
    try { await use(await firefox.browser.newPage()); } finally { await firefox.close(); }
  },
};

// Follows the first link of `main` whose words are those, as a click would: the address is read from the page.
async function follow(page, words) {
  const address = await page.evaluate((wanted) => [...document.querySelectorAll('main a')].find((link) => link.textContent.replace(/\s+/g, ' ').trim().startsWith(wanted))?.href, words);
  assert.ok(address, `no link « ${words} » on ${page.url()}`);
  await page.goto(address);
}
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.reponse')].filter((one) => one.getClientRects().length).map((one) => one.id));
const names = (page) => page.evaluate(() => [...document.querySelectorAll('.reponse')].find((one) => one.getClientRects().length).querySelectorAll('h4').length);

for (const [name, open] of Object.entries(BROWSERS)) {
  test(`de l’accueil à qui aide chez soi, quatre gestes au plus, sans JavaScript (${name})`, () => open(false, async (page) => {
    await page.goto(`${copy.base}index.html`);
    for (const words of ['Voir et parler à mes proches', 'Daoulas', 'Oui, à domicile']) await follow(page, words);
    assert.match(page.url(), /aide-appel-video-.*#a-domicile$/);
    await page.goto(`${copy.base}index.html`);
    for (const words of ['Trouver de l’aide près de chez moi', 'Daoulas', 'Voir et parler à mes proches', 'Oui, à domicile']) await follow(page, words);
    assert.match(page.url(), /aide-appel-video-.*#a-domicile$/);
    assert.deepEqual(await shown(page), ['a-domicile']);
  }));

  test(`la commune d’où l’on vient reste en vue (${name})`, () => open(true, async (page) => {
    await page.goto(`${copy.base}territoires/29/hopital-camfrout-29080.html?maniere=a-domicile-proche#appel-video`);
    await follow(page, 'Voir et parler à mes proches');
    assert.match(page.url(), /aide-appel-video-.*#a-domicile-proche$/);
    assert.deepEqual(await shown(page), ['a-domicile-proche'], 'the way in which the questions were answered goes along');
    assert.ok(await names(page) > 0);
    assert.match(await page.$eval('#venue', (one) => one.textContent), /^Votre commune\s: Hôpital-Camfrout Tous les services/);
    await follow(page, 'Tous les services de votre commune');
    assert.match(page.url(), /hopital-camfrout-29080\.html#appel-video$/);
  }));

  // On file:// Firefox shares no store between pages: the address of the next page carries the settings too.
  test(`les réglages et la commune voyagent ensemble (${name})`, () => open(true, async (page) => {
    await page.goto(`${copy.base}territoires/29/daoulas-29043.html?p=t3cse0`);
    await Promise.all([page.waitForNavigation(), page.click('#appel-video a.porte')]);
    const seen = await page.evaluate(() => ({ state: window.eliane.settings.state, told: document.querySelector('#venue').textContent }));
    assert.equal(seen.state, 't3cse0');
    assert.match(seen.told, /Daoulas/);
    assert.equal(new URL(page.url()).searchParams.getAll('p').length <= 1, true, page.url());
  }));

  test(`une adresse n’écrit ni numéro ni balise dans la page (${name})`, () => open(true, async (page) => {
    const file = site.ofKind('aide')[0].file;
    for (const query of ['commune=Appelez%20le%200899&code=29103', 'commune=<b>x</b>&code=29103', 'commune=Daoulas&code=../x', 'commune=%E0%A4%A&code=29103', 'code=29103']) {
      await page.goto(`${copy.base}${file}?${query}`);
      const { hidden, html } = await page.$eval('#venue', (one) => ({ hidden: one.hidden, html: one.innerHTML }));
      assert.ok(!/0899|<b>|\.\.\/x/.test(html), html);
      if (!query.startsWith('commune=<b>') && !query.includes('%E0')) assert.ok(hidden, query);
    }
  }));
}
