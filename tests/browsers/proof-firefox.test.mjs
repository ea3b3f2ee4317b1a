// The visit rules, proven in Firefox too; beside the proofs in Chromium, for speed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startFirefox } from './browsers.mjs';
import { proveVisits } from './proofs/tools.mjs';
import { probe, visitFirefox } from './visit-firefox.mjs';

for (const javascript of [true, false]) describe(`Firefox, JavaScript ${javascript ? 'permis' : 'coupé'}`, () => {
  let firefox;
  before(async () => { firefox = await startFirefox({ javascript }); });
  after(() => firefox.close());
  proveVisits({ name: 'Firefox', javascript }, (site, base) => visitFirefox(firefox, site, base));
});

test('Firefox : la sonde voit quand les fichiers peuvent se lire entre eux', async () => {
  const firefox = await startFirefox({ strict: false });
  try { assert.equal((await probe(() => firefox.browser.newPage())).filesReadEachOther, true); } finally { await firefox.close(); }
});
