// The page of all that can be printed: boxes gather guides for the browser's own print; without JavaScript, PDFs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startChromium } from './browsers.mjs';
import { run } from './paper.mjs';
import { folderUnderTest } from './site.mjs';

const folder = folderUnderTest();
const base = `${pathToFileURL(folder).href}/`;
let scratch, browser;
before(async () => { scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-')); browser = await startChromium(); });
after(async () => { await browser?.close(); if (scratch) fs.rmSync(scratch, { recursive: true, force: true }); });

async function visit(look, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  try { await look(await context.newPage()); } finally { await context.close(); }
}

async function paper(page, name) {
  const file = path.join(scratch, `${name}.pdf`);
  fs.writeFileSync(file, await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true }));
  const info = await run('pdfinfo', [file]);
  return { text: (await run('pdftotext', ['-raw', file, '-'])).replace(/\s+/g, ' '), pages: Number(/Pages:\s+(\d+)/.exec(info)[1]), tagged: /Tagged:\s+yes/.test(info) };
}

test('deux guides cochés, un clic : une seule impression, et rien d’autre', () => visit(async (page) => {
  await page.addInitScript(() => { window.print = () => { window.imprime = (window.imprime || 0) + 1; }; });
  await page.goto(`${base}mediateur.html`);
  assert.equal(await page.isDisabled('#composer'), true, 'nothing to print yet');
  for (const number of [412, 101]) await page.check(`#choix input[value="${number}"]`);
  assert.match(await page.textContent('#composer-etat'), /2 guides cochés/);
  await page.click('#composer');
  await page.waitForFunction(() => window.imprime === 1);
  assert.equal(await page.locator('#feuilles .feuille').count(), 2);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('#feuilles img')].every((image) => image.naturalWidth > 0)), true, 'pictures are there');
  const { text, tagged } = await paper(page, 'deux');
  assert.equal(tagged, true);
  assert.match(text, /Rejoindre un appel vidéo dans le navigateur/);
  assert.match(text, /Skype est arrêté/);
  assert.match(text, /Fiche 412, étape 8 sur 8/);
  assert.doesNotMatch(text, /Cochez des guides|Contacts par territoire/);
}));

test('sans JavaScript, des liens vers des PDF qui sont là, et ni case ni bouton', () => visit(async (page) => {
  await page.goto(`${base}mediateur.html`);
  assert.equal(await page.locator('#choix input:visible, #composer:visible').count(), 0);
  const links = await page.$$eval('#choix a[href$=".pdf"]', (all) => all.map((link) => link.getAttribute('href')));
  assert.ok(links.length > 10, `${links.length} PDFs`);
  for (const link of links) assert.ok(fs.statSync(path.join(folder, link)).size > 10_000, link);
}, { javaScriptEnabled: false }));

test('le guide imprimé par le navigateur a les mêmes étapes, sur autant de pages au plus', () => visit(async (page) => {
  await page.goto(`${base}guides/appel-video-navigateur.html`);
  const { text, pages, tagged } = await paper(page, 'guide');
  assert.equal(tagged, true);
  const pdf = path.join(folder, 'papier/fiche-412-grand.pdf');
  const ours = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))[1]);
  for (let step = 1; step <= 8; step += 1) assert.match(text, new RegExp(`étape ${step} sur 8`));
  assert.ok(pages <= ours, `${pages} pages by the browser, ${ours} in the PDF`);
}));
