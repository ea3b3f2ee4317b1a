// The field « Chercher »: its speed with the processor slowed 20 times on a made-up site of 500 guides, on file://, in a folder with an awkward name.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { awkwardCopy, busyness, startChromium } from './browsers.mjs';
import { readSite } from './site.mjs';

const site = readSite();
const ROOT = path.join(import.meta.dirname, '../..');
const SLOWED = 20, READY_MS = 300, QUERY_MS = 10, MOST_BYTES = 400_000;
let copy, chromium;
before(async () => { copy = awkwardCopy(site.root); chromium = await startChromium({ whole: true }); });
after(async () => { await chromium?.close(); copy?.close(); });

// As for the communes: noise only adds, so the best of a few new pages is the measure; a busy machine has wider limits.
test('500 guides et toute la France en moins de 0,3 s, une recherche en moins de 10 ms, processeur ralenti 20 fois', async (t) => {
  const program = process.env.ELIANE_GRAND, data = path.join(copy.root, 'actifs/recherche-donnees.js');
  if (program) fs.copyFileSync(program, data);
  else execFileSync('cargo', ['run', '-q', '--example', 'search', '--', '--large', '500', data], { cwd: ROOT });
  const bytes = fs.statSync(data).size;
  const typed = ['ordinateurre', 'mot de pase', 'telecons', 'fransconect', 'appel vidéo', 'imprimmer', 'fause nouvelle'];
  const words = typed.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)).slice(2));
  const runs = [], busy = busyness();
  const best = (key) => Math.min(...runs.map((run) => run[key]));
  while (runs.length < 8 && !(runs.length > 0 && best('allMs') < READY_MS * busy && best('mean') < QUERY_MS * busy)) {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.goto(copy.base + 'index.html');
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    runs.push(await page.evaluate(async (list) => {
      const field = document.querySelector('.cherche'), start = performance.now();
      const state = (key) => new Promise((done) => { new MutationObserver(() => field.dataset[key] === 'pret' && done(performance.now() - start)).observe(field, { attributes: true }); });
      const [ready, towns] = [state('etat'), state('villes')];
      field.querySelector('input').dispatchEvent(new Event('pointerdown'));
      const readyMs = await ready, townsMs = await towns;
      await new Promise((done) => { setTimeout(done, 900); });
      // All that is done while one writes: pages, help, communes.
      const { answer, index } = eliane.search, communes = eliane.communes.read(elianeCommunes);
      await new Promise((done) => { eliane.communes.complete(communes, done); });
      const times = list.map((q) => { const from = performance.now(); answer(index, communes, q); return performance.now() - from; });
      return { readyMs, allMs: Math.max(readyMs, townsMs), mean: times.reduce((a, b) => a + b) / times.length, worst: Math.max(...times), words: index.words.length };
    }, words));
    await context.close();
  }
  for (const run of runs) t.diagnostic(`ready ${run.readyMs.toFixed(0)} ms, communes too ${run.allMs.toFixed(0)} ms, query ${run.mean.toFixed(1)} ms on average, ${run.worst.toFixed(1)} ms at most (${run.words} words)`);
  if (busy > 1) t.diagnostic(`busy machine: limits times ${busy.toFixed(1)}`);
  t.diagnostic(`index of 500 guides: ${(bytes / 1000).toFixed(0)} kB`);
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
  assert.ok(best('allMs') < READY_MS * busy, `${best('allMs')} ms`);
  assert.ok(best('mean') < QUERY_MS * busy, `${best('mean')} ms`);
});
