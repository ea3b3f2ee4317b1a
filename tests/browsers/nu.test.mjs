import assert from 'node:assert/strict';
import test from 'node:test';
import { nu } from './nu.mjs';
import { listing, readSite } from './site.mjs';

test('le vérificateur Nu ne trouve aucune erreur', async (t) => {
  const { checked, errors, warnings } = await nu(readSite());
  t.diagnostic(`${checked} files checked, ${warnings.length} warnings${warnings.length ? `\n${listing(warnings, 15)}` : ''}`);
  assert.ok(checked > 1);
  assert.equal(errors.length, 0, `${errors.length} errors\n${listing(errors)}`);
});
