// Words explained: over the page with JavaScript, at the end of the page without, and back to the text; in both browsers, from disk and from a server.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe } from './axe.mjs';
import { bothWays, startChromium, startFirefox } from './browsers.mjs';
import { readSite } from './site.mjs';

const site = readSite();
const WORDS = site.pages.filter((page) => page.tags.some((tag) => tag.name === 'a' && tag.attrs.class === 'mot'));
const FILE = WORDS.find((page) => page.file.startsWith('guides/'))?.file;
let ways;
before(async () => { ways = await bothWays(site.root); });
after(async () => { await ways?.close(); });

test('les guides expliquent des mots, chacun une fois', () => {
  assert.ok(WORDS.length >= 20, `${WORDS.length} pages`);
  for (const page of WORDS) {
    const ids = new Set(page.tags.map((tag) => tag.attrs.id).filter(Boolean));
    for (const tag of page.tags.filter((one) => one.name === 'a' && one.attrs.class === 'mot')) {
      if (/^(guides|cas)\//.test(page.file)) assert.ok(ids.has(tag.attrs.href.slice(1)), `${page.file}: ${tag.attrs.href}`);
    }
  }
});

// What both browsers are asked.
const state = () => {
  const bubble = document.getElementById('bulle'), aimed = document.querySelector(':target');
  return { open: bubble.open, text: bubble.open ? bubble.textContent : '', target: aimed?.id ?? '', seen: aimed ? aimed.getBoundingClientRect().top : null, focus: document.activeElement.className };
};
const press = () => { const link = document.querySelector('a.mot'); link.focus(); link.click(); };
const definition = () => document.querySelector(document.querySelector('a.mot').getAttribute('href')).querySelector('dd span').textContent;

async function withScript(page, address) {
  await page.goto(address);
  const words = await page.evaluate(definition);
  await page.evaluate(press);
  const open = await page.evaluate(state);
  assert.ok(open.open && open.text.includes(words), `the definition is shown: ${JSON.stringify(open)}`);
  assert.equal(open.target, '', 'the page has not moved');
  await page.keyboard.press('Escape');
  const shut = await page.evaluate(state);
  assert.equal(shut.open, false);
  assert.equal(shut.focus, 'mot', 'whoever reads by keyboard is where they were');
  await page.evaluate(press);
  await page.evaluate(() => { document.querySelector('#bulle button').click(); });
  assert.equal((await page.evaluate(state)).open, false);
}

describe('Chromium', () => {
  let browser;
  before(async () => { browser = await startChromium(); });
  after(async () => { await browser?.close(); });
  for (const way of ['file', 'http']) {
    test(`avec JavaScript, ${way}`, async () => {
      const page = await (await browser.newContext()).newPage();
      await withScript(page, ways[way] + FILE);
      await page.evaluate(press);
      assert.deepEqual(await axe(page), []);
    });
    test(`sans JavaScript, ${way}`, async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(ways[way] + FILE);
      const link = page.locator('a.mot').first();
      const wanted = await link.getAttribute('href');
      await link.click();
      assert.ok(page.url().endsWith(wanted), page.url());
      assert.ok(await page.locator(`${wanted} dfn`).isVisible());
      assert.equal(await page.locator('#bulle').isVisible(), false);
      const back = page.locator('#mots dd a').first();
      await back.click();
      assert.match(page.url(), /#etape-\d+$/);
    });
  }
  test('sur papier, les mots sont au bout', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(ways.file + FILE);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('#mots dfn').first().isVisible());
    assert.equal(await page.locator('#mots dd a').first().isVisible(), false, 'a way back is no use on paper');
  });
});

describe('Firefox', () => {
  let firefox;
  before(async () => { firefox = await startFirefox(); });
  after(async () => { await firefox?.close(); });
  for (const way of ['file', 'http']) {
    test(`avec JavaScript, ${way}`, async () => { await withScript(await firefox.browser.newPage(), ways[way] + FILE); });
  }
});
