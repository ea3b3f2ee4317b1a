// A page printed by Chromium and read back with pdftotext: every step is there, no menu is.
// Menus are told apart by a mark added to each of their links before printing.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { finding } from './site.mjs';

export const run = (command, args) => new Promise((resolve, reject) => {
  execFile(command, args, { maxBuffer: 1 << 26, encoding: 'utf8' }, (error, stdout, stderr) => (error ? reject(new Error(`${command}: ${stderr || error.message}`)) : resolve(stdout)));
});

async function textOf(pdf) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-pdf-'));
  try {
    fs.writeFileSync(path.join(folder, 'page.pdf'), pdf);
    return await run('pdftotext', ['-enc', 'UTF-8', path.join(folder, 'page.pdf'), '-']);
  } finally { fs.rmSync(folder, { recursive: true, force: true }); }
}

const MARK = 'zzmenu';
const plain = (text) => text.normalize('NFKC').replace(/\u00ad/g, '').toLowerCase();
const words = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// A step: a block of class « etape », or whose id begins with « etape ».
function stepsAndMark(mark) {
  const marked = [...document.querySelectorAll('main .etape')];
  const elements = marked.length ? marked : [...document.querySelectorAll('main [id^="etape"]')];
  const skip = 'nav, button, form, video, audio, script, style, svg, [data-noprint], .no-print';
  const steps = elements.map((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const parts = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent.closest(skip)) continue;
      const folded = parent.closest('details:not([open])');
      if (!folded && !parent.checkVisibility({ visibilityProperty: true })) continue;
      parts.push(walker.currentNode.data);
    }
    return parts.join(' ');
  });
  for (const link of document.querySelectorAll('nav a, nav summary, nav button, [role=navigation] a, body > a, body > footer a')) link.append(` ${mark}`);
  return steps;
}

export async function onPaper(page, base, file) {
  await page.goto(base + file, { waitUntil: 'load' });
  const steps = await page.evaluate(stepsAndMark, MARK);
  const text = await textOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  // A word cut at its hyphen, « méfiez-⏎vous », is read back as one.
  const printed = new Set(words(text)), whole = words(text).join(' ');
  const isThere = (word, next) => printed.has(word) || whole.includes(word + next);
  const found = steps.length ? [] : [finding('papier-etapes', file, 'no step found on a guide page')];
  steps.forEach((step, i) => {
    const told = words(step);
    const lost = told.filter((word, at) => !isThere(word, told[at + 1] ?? ' ') && !(at > 0 && whole.includes(told[at - 1] + word)));
    if (lost.length) found.push(finding('papier-etapes', file, `step ${i + 1}: not on paper: ${[...new Set(lost)].slice(0, 8).join(', ')}`));
  });
  if (plain(text).includes(MARK)) found.push(finding('papier-menu', file, 'a menu or the skip link is printed'));
  return found;
}
