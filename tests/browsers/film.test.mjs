// Films: captions that show from a USB key and from a server, in both browsers, with and without JavaScript; the text always there; paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { axe } from './axe.mjs';
import { measure } from './in-the-page.mjs';
import { bothWays, startChromium, startFirefox } from './browsers.mjs';
import { run } from './paper.mjs';
import { finding, listing, readSite } from './site.mjs';
import { ownContrast } from './visit-chromium.mjs';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PROGRAM = process.env.ELIANE_PROGRAMME || path.join(REPOSITORY, 'target/release/eliane');
const site = readSite();
const PAGES = site.pages.filter((page) => page.tags.some((tag) => tag.name === 'video')).map((page) => page.file);
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
let browser, ways, eye;
before(async () => {
  browser = await startChromium();
  ways = await bothWays(site.root);
  eye = await (await browser.newContext()).newPage();
});
after(async () => { await browser?.close(); await ways?.close(); });

test('au moins trois films, chacun avec ses sous-titres, son affiche, son texte, sans départ tout seul', () => {
  const films = PAGES.flatMap((file) => site.page.get(file).tags.filter((tag) => tag.name === 'video').map((tag) => ({ file, tag })));
  assert.ok(films.length >= 3, `${films.length} films`);
  for (const { file, tag } of films) {
    assert.ok('controls' in tag.attrs && tag.attrs.preload === 'metadata' && tag.attrs.width && tag.attrs.height, file);
    assert.ok(!('autoplay' in tag.attrs) && !('loop' in tag.attrs), file);
    assert.ok(site.fileSet.has(path.posix.join(path.posix.dirname(file), tag.attrs.poster)), `${file}: ${tag.attrs.poster}`);
    const track = site.page.get(file).tags.find((one) => one.name === 'track' && 'default' in one.attrs);
    assert.equal(track?.attrs.srclang, 'fr', file);
    assert.match(track.attrs.src, /^data:text\/vtt;charset=utf-8;base64,V0VCVlRU/, file);
  }
  assert.equal(site.files.some((file) => /\.(vtt|srt)$/.test(file)), false, 'captions travel inside the page');
});

test('une page avec un film reste légère', () => {
  for (const file of PAGES) {
    const scripts = site.page.get(file).tags.filter((tag) => tag.name === 'script' && tag.attrs.src).map((tag) => path.posix.join(path.posix.dirname(file), tag.attrs.src));
    const weight = (names) => zlib.gzipSync(names.map((name) => site.text(name)).join('')).length;
    assert.ok(scripts.some((name) => name.endsWith('film.js')), file);
    assert.ok(weight(scripts) < 15_000, `${file}: ${weight(scripts)} bytes of scripts`);
    assert.ok(weight(['actifs/kiosque.css']) < 15_000, `${weight(['actifs/kiosque.css'])} bytes of style`);
  }
});

// What both browsers are asked, by `evaluate` and `screenshot` of either library.
const facts = () => {
  const video = document.querySelector('video'), [track] = video.textTracks;
  const below = document.querySelector('.film-texte');
  return {
    paused: video.paused, time: video.currentTime, ready: video.readyState, error: video.error?.message ?? '', seeking: video.seeking,
    kind: track.kind, language: track.language, label: track.label, mode: track.mode,
    cues: [...track.cues ?? []].map((cue) => ({ start: cue.startTime, end: cue.endTime, text: cue.text })),
    active: [...track.activeCues ?? []].map((cue) => cue.text),
    text: below.innerText, shown: below.checkVisibility(),
    buttons: [...document.querySelectorAll('[data-film], .film-temps button')].filter((one) => one.checkVisibility()).length,
  };
};
async function until(page, good, what) {
  for (let times = 0; times < 100; times++) {
    const now = await page.evaluate(facts);
    if (good(now)) return now;
    await pause(100);
  }
  assert.fail(`${what}: ${JSON.stringify(await page.evaluate(facts)).slice(0, 400)}`);
  return null;
}
const words = (text) => text.replace(/<[^>]*>/g, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// How many points of two pictures differ, in the lower part and in the upper one.
async function difference(first, second) {
  return eye.evaluate(async ([a, b]) => {
    const points = async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    };
    const [one, two] = [await points(a), await points(b)];
    let band = 0, above = 0, first = Infinity, last = 0;
    for (let at = 0; at < one.data.length; at += 4) {
      const far = Math.abs(one.data[at] - two.data[at]) + Math.abs(one.data[at + 1] - two.data[at + 1]) + Math.abs(one.data[at + 2] - two.data[at + 2]);
      if (far > 150) { const row = at / 4 / one.width; first = Math.min(first, row); last = Math.max(last, row); if (row > one.height * 0.6) band++; else above++; }
    }
    return { band, above, tall: (last - first) / one.height };
  }, [first.toString('base64'), second.toString('base64')]);
}

// The captions of a film on its page, whatever the browser; `shoot` takes a picture of the player.
async function captionsShow(page, shoot, javascript) {
  const loaded = await until(page, ({ ready, cues }) => ready >= 1 && cues.length > 0, 'captions and film loaded');
  assert.deepEqual([loaded.kind, loaded.language, loaded.label, loaded.mode, loaded.error], ['captions', 'fr', 'Français', 'showing', '']);
  await pause(1200);
  const still = await page.evaluate(facts);
  assert.deepEqual([still.paused, still.time], [true, 0], 'nothing plays by itself');
  assert.equal(still.shown, true, 'the text is on the page');
  assert.equal(javascript ? still.buttons > 2 : still.buttons, javascript ? true : 0, 'buttons that need a script are there with it only');
  const said = words(still.text);
  for (const cue of loaded.cues) for (const word of words(cue.text)) assert.ok(said.includes(word), `the text lacks « ${word} »`);
  const cue = loaded.cues[2];
  await page.evaluate((time) => { document.querySelector('video').currentTime = time; }, (cue.start + cue.end) / 2);
  await until(page, ({ seeking, active }) => !seeking && active.length === 1 && active[0] === cue.text, 'the cue is the current one');
  await pause(700);
  const shown = await shoot();
  await page.evaluate(() => { document.querySelector('video').textTracks[0].mode = 'hidden'; });
  await pause(700);
  const hidden = await shoot();
  const { band, above, tall } = await difference(shown, hidden);
  assert.ok(band > 1500, `the caption is drawn on the picture: ${band} points of the band differ`);
  // Two lines as browsers write them by themselves, at a twentieth of the picture each, take 11 to 13 % of its height.
  assert.ok(tall > 0.15 && tall < 0.3, `letters are half as large again: two lines take ${Math.round(tall * 100)} % of the height`);
  assert.ok(above < band / 20, `and on nothing above: ${above} points`);
  // The same look twice: what differs is the caption and nothing else.
  await page.evaluate(() => { document.querySelector('video').textTracks[0].mode = 'showing'; });
  await pause(700);
  const again = await difference(shown, await shoot());
  assert.ok(again.band < band / 20, `${again.band}`);
}

// They wait for films more than they work: two at once.
describe('Chromium', { concurrency: 2 }, () => {
  for (const way of ['file', 'http']) for (const javascript of [true, false]) {
    test(`Chromium, ${way}, JavaScript ${javascript ? 'permis' : 'coupé'} : les sous-titres sont à l’image`, async () => {
      const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 }, javaScriptEnabled: javascript });
      const page = await context.newPage();
      const heard = [];
      page.on('console', (message) => { if (message.type() === 'error' || /Content.Security/i.test(message.text())) heard.push(message.text()); });
      page.on('pageerror', (error) => heard.push(error.message));
      try {
        for (const file of PAGES) {
          await page.goto(ways[way] + file, { waitUntil: 'load' });
          const video = page.locator('video').first();
          await video.scrollIntoViewIfNeeded();
          await captionsShow(page, () => video.screenshot(), javascript);
        }
      } finally { await context.close(); }
      assert.deepEqual(heard, [], 'the policy and the console are silent');
    });
  }
});

test('preuve : un fichier .vtt à côté de la page ne montre rien depuis une clé, et les essais le voient', async () => {
  const page = await (await browser.newContext()).newPage();
  const folder = new URL('guides/', ways.file), html = site.text(PAGES[0]);
  const data = /data:text\/vtt;charset=utf-8;base64,([\w+/=]+)/.exec(html);
  fs.writeFileSync(fileURLToPath(new URL('preuve.vtt', folder)), Buffer.from(data[1], 'base64'));
  fs.writeFileSync(fileURLToPath(new URL('preuve.html', folder)), html.replace(data[0], 'preuve.vtt'));
  try {
    await page.goto(new URL('preuve.html', folder).href);
    await page.waitForFunction(() => document.querySelector('video').readyState >= 1);
    await pause(1500);
    assert.equal((await page.evaluate(facts)).cues.length, 0);
    const still = await page.locator('video').first().screenshot();
    const { band } = await difference(still, await page.locator('video').first().screenshot());
    assert.equal(band, 0, 'two pictures of the same frame are the same');
  } finally {
    await page.context().close();
    for (const name of ['preuve.vtt', 'preuve.html']) fs.rmSync(fileURLToPath(new URL(name, folder)));
  }
});

describe('Firefox', { concurrency: 2 }, () => {
  for (const javascript of [true, false]) {
    test(`Firefox, JavaScript ${javascript ? 'permis' : 'coupé'} : les sous-titres sont à l’image, sur clé et sur serveur`, async () => {
      const firefox = await startFirefox({ javascript });
      try {
        for (const way of ['file', 'http']) {
          const page = await firefox.browser.newPage();
          const heard = [];
          page.on('console', (message) => { if (message.type() === 'error') heard.push(message.text()); });
          await page.setViewport({ width: 1280, height: 900 });
          await page.goto(ways[way] + PAGES[0], { waitUntil: 'load' });
          await page.evaluate(() => document.querySelector('video').scrollIntoView({ block: 'center' }));
          // The tool's own way to take the picture of one element waits for a script of the page.
          const clip = await page.evaluate(() => { const { x, y, width, height } = document.querySelector('video').getBoundingClientRect(); return { x: x + scrollX, y: y + scrollY, width, height }; });
          await captionsShow(page, async () => Buffer.from(await page.screenshot({ clip })), javascript);
          assert.deepEqual(heard, []);
          await page.close();
        }
        assert.deepEqual(firefox.asked(), [], 'nothing leaves');
      } finally { await firefox.close(); }
    });
  }
});

describe('avec JavaScript', () => {
  async function withPage(options, use) {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 }, ...options });
    try { return await use(await context.newPage(), context); } finally { await context.close(); }
  }
  const ready = (page) => until(page, (now) => now.ready >= 1 && now.cues.length > 0, 'ready');

  for (const way of ['file', 'http']) test(`${way} : un temps du texte mène à son moment, et le film part parce qu’on l’a demandé`, () => withPage({}, async (page) => {
    await page.goto(ways[way] + PAGES[0]);
    const { cues } = await ready(page);
    const third = page.locator('.film-temps button').nth(2);
    assert.match(await third.textContent(), /^\d+ min \d\d s$/);
    await third.focus();
    await page.keyboard.press('Enter');
    await until(page, ({ time, paused, active }) => !paused && time >= cues[2].start && time < cues[2].end && active.length === 1, 'the moment');
    const lire = page.locator('[data-film="lire"]').first();
    await page.waitForFunction(() => document.querySelector('[data-film="lire"]').textContent === 'Arrêter le film');
    await lire.click();
    await until(page, ({ paused }) => paused, 'stopped');
    await page.waitForFunction(() => document.querySelector('[data-film="lire"]').textContent === 'Lancer le film');
  }));

  test('les sous-titres sous l’image : en très gros, une seule fois, gardés d’une page à l’autre, oubliés sur demande', () => withPage({}, async (page) => {
    await page.goto(ways.file + PAGES[0]);
    const { cues } = await ready(page);
    const line = page.locator('.film-ligne').first();
    assert.equal(await line.isVisible(), false, 'wide screens begin over the picture');
    await page.evaluate((time) => { document.querySelector('video').currentTime = time; }, cues[1].start + 0.5);
    await page.click('[data-film="dessous"]');
    const at = async () => line.evaluate((e) => ({ text: e.innerText, size: parseFloat(getComputedStyle(e).fontSize), live: e.getAttribute('aria-live') ?? e.getAttribute('role') }));
    await page.waitForFunction(() => document.querySelector('.film-ligne').textContent.length > 5);
    const plain = await at();
    assert.deepEqual(words(plain.text), words(cues[1].text));
    assert.ok(plain.size >= 36, `${plain.size} px`);
    assert.equal(plain.live, null, 'announced by nobody: a screen reader hears the film’s own captions or reads the text');
    assert.equal((await page.evaluate(facts)).mode, 'hidden', 'not over the picture too');
    await page.evaluate(() => eliane.settings.change('t3cae0'));
    assert.ok((await at()).size > plain.size * 1.3, 'follows the size of the text');
    assert.equal(await page.getAttribute('[data-film="dessous"]', 'aria-pressed'), 'true');
    await page.goto(ways.file + PAGES[1]);
    assert.equal(await line.isVisible(), true, 'kept');
    await page.click('[aria-controls="outils"]');
    await page.click('[data-regle="oublier"]');
    assert.equal(await line.isVisible(), false);
    assert.equal((await page.evaluate(facts)).mode, 'showing');
    assert.doesNotMatch(await page.evaluate(() => document.cookie + Object.keys(localStorage).join()), /film/);
  }));

  test('sur un téléphone, les sous-titres commencent sous l’image', () => withPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    await page.goto(ways.file + PAGES[0]);
    await ready(page);
    assert.equal(await page.locator('.film-ligne').first().isVisible(), true);
    await page.click('[data-film="dessous"]');
    await page.reload();
    await ready(page);
    assert.equal(await page.locator('.film-ligne').first().isVisible(), false, 'the reader’s own choice wins');
  }));

  test('axe et les mesures : aucune faute, sous-titres dessous ou non', () => withPage({}, async (page) => {
    const found = [];
    for (const file of PAGES) for (const settings of ['', '?p=t1cxe0', '?p=t1cse0']) for (const under of [false, true]) {
      await page.goto(ways.file + file + settings);
      await ready(page);
      if (under !== await page.locator('.film-ligne').first().isVisible()) await page.click('[data-film="dessous"]');
      await page.evaluate(() => scrollTo(0, 0)); // the numbers that stay in sight lie over one another further down
      for (const { rule, message } of [...await axe(page), ...await ownContrast(page), ...await page.evaluate(measure, { smallest: 20, target: 44 })]) found.push(finding(rule, file, `${settings} ${under}: ${message}`));
    }
    assert.equal(found.length, 0, listing(found));
  }));

  test('une étape à la fois : les flèches restent au lecteur, et le film d’une étape quittée se tait', () => withPage({}, async (page) => {
    const file = PAGES.find((one) => site.page.get(one).ids.has('film-2'));
    assert.ok(file, 'a film in an étape');
    await page.goto(`${ways.file}${file}#etape-2`);
    await until(page, (now) => now.ready >= 1, 'ready');
    await page.locator('[data-film="lire"]').click();
    await until(page, ({ paused }) => !paused, 'plays');
    await page.locator('video').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(new URL(page.url()).hash, '#etape-2');
    await page.locator('#etape-2 .pas-nav a').last().click();
    await until(page, ({ paused }) => paused, 'silent');
  }));
});

test('sur papier : l’affiche et le texte, ni lecteur ni bouton', async () => {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-'));
  try {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(ways.file + PAGES[0]);
      await page.emulateMedia({ media: 'print' });
      const seen = await page.evaluate(() => Object.fromEntries(['video', '.film-affiche', '.film-gestes', '.film-papier', '.film-texte p'].map((what) => [what, document.querySelector(what).checkVisibility()])));
      assert.deepEqual(seen, { video: false, '.film-affiche': true, '.film-gestes': false, '.film-papier': true, '.film-texte p': true });
      assert.ok(await page.evaluate(() => document.querySelector('.film-affiche').naturalWidth > 0), 'the poster is loaded');
      const told = await page.evaluate(() => [...document.querySelectorAll('.film-texte p')].map((one) => one.innerText).join(' '));
      assert.match(told, /0 min/);
      await page.emulateMedia({ media: null });
      if (javaScriptEnabled) await page.evaluate(() => { document.querySelector('.film-texte').open = false; }); // closed by the reader: paper has it all the same
      const pdf = path.join(temp, 'fiche.pdf');
      await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true });
      const text = (await run('pdftotext', [pdf, '-'])).toString();
      for (const word of words(told)) assert.ok(words(text).includes(word), `paper lacks « ${word} »`);
      assert.ok(/Pour voir ce film/.test(text.replace(/\s+/g, ' ')), 'where to see it');
      await context.close();
    }
  } finally { fs.rmSync(temp, { recursive: true, force: true }); }
});

test('sur une borne, regarder un film est un signe de vie ; l’avertissement l’arrête', async () => {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-'));
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  try {
    const out = path.join(temp, 'borne');
    execFileSync(PROGRAM, ['construire', '--site', REPOSITORY, '--sortie', out, '--date', '2026-11-29', '--cible', 'borne'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(pathToFileURL(path.join(out, PAGES[0])).href);
    const warned = () => page.evaluate(() => document.getElementById('veille').open);
    await page.waitForFunction(() => document.querySelector('video').readyState >= 1);
    await page.click('[data-film="lire"]');
    for (let times = 0; times < 3; times++) {
      await page.clock.runFor(100_000);
      assert.equal(await warned(), false, 'nobody is asked while the film plays');
      // Real time: the film tells that it moves on.
      await page.evaluate(() => new Promise((resolve) => { document.querySelector('video').addEventListener('timeupdate', resolve, { once: true }); }));
    }
    await page.clock.runFor(125_000);
    assert.equal(await warned(), true);
    assert.equal(await page.evaluate(() => document.querySelector('video').paused), true, 'the film waits for the answer');
    await page.click('#veille-fini');
    await page.waitForURL(/index\.html$/);
  } finally { await context.close(); fs.rmSync(temp, { recursive: true, force: true }); }
});
