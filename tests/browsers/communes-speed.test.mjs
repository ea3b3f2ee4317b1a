// The field « code postal ou commune »: its speed with the processor slowed 20 times, on file://, in a folder with an awkward name.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { awkwardCopy, busyness, startChromium } from './browsers.mjs';
import { readSite } from './site.mjs';

const site = readSite();
const SLOWED = 20, READY_MS = 300, QUERY_MS = 10;
let copy, chromium;
before(async () => { copy = awkwardCopy(site.root); chromium = await startChromium({ whole: true }); });
after(async () => { await chromium?.close(); copy?.close(); });

// Noise of a busy machine only adds: the best of a few new pages is the measure. When more processes wait than there are processors, the
// browser gets its share only, and the limit grows as much; on a machine that does nothing else it is as said.
test('toute la France en moins de 0,3 s, une recherche en moins de 10 ms, processeur ralenti 20 fois', async (t) => {
  const words = ['l', 'la', 'lan', 'land', 'lande', 'lander', 'landern', 'landernau', 'saint', 'saint d', 'st divy', 'sainte colombe', '29800', '75012', '51300', 'Y', 'daoulas', 'marseile', 'xyzzyq', 'villeneuve s/ lot'];
  const runs = [], busy = busyness();
  const best = (key) => Math.min(...runs.map((run) => run[key]));
  while (runs.length < 8 && !(best('readyMs') < READY_MS * busy && best('mean') < QUERY_MS * busy)) {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.goto(copy.base + 'territoires.html');
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    runs.push(await page.evaluate(async (list) => {
      const field = document.querySelector('.champ'), start = performance.now();
      const ready = new Promise((done) => { new MutationObserver(() => field.dataset.etat === 'pret' && done(performance.now() - start)).observe(field, { attributes: true }); });
      field.querySelector('input').dispatchEvent(new Event('pointerdown'));
      const readyMs = await ready;
      await new Promise((done) => { setTimeout(done, 700); });
      const { search, index } = eliane.communes;
      const times = list.map((q) => { const from = performance.now(); search(index, q); return performance.now() - from; });
      return { readyMs, mean: times.reduce((a, b) => a + b) / times.length, worst: Math.max(...times), names: index.count };
    }, words));
    await context.close();
  }
  for (const run of runs) t.diagnostic(`ready ${run.readyMs.toFixed(0)} ms, query ${run.mean.toFixed(1)} ms on average, ${run.worst.toFixed(1)} ms at most (${run.names} names)`);
  if (busy > 1) t.diagnostic(`busy machine: limits times ${busy.toFixed(1)}`);
  t.diagnostic(`data ${(site.bytes('actifs/communes-donnees.js').length / 1000).toFixed(0)} kB`);
  assert.ok(best('readyMs') < READY_MS * busy, `${best('readyMs')} ms`);
  assert.ok(best('mean') < QUERY_MS * busy, `${best('mean')} ms`);
});
