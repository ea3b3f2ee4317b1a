// What the browser proofs share.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bothWays } from '../browsers.mjs';
import { listing, readSite } from '../site.mjs';
import { VISIT_MUTANTS } from './mutants-browsers.mjs';
import { goodFiles, writeSite } from './witness-site.mjs';

// Writes a (damaged) site, opens both ways to it, and gives them to `use`.
async function withSite(change, use) {
  const files = goodFiles();
  change?.(files);
  const folder = writeSite(files);
  const site = readSite(folder.root);
  const ways = await bothWays(folder.root);
  try { return await use(site, ways); } finally { await ways.close(); folder.remove(); }
}
const caught = (findings, rule) => assert.ok(findings.some((f) => f.rule === rule), `not caught by « ${rule} »; found:\n${listing(findings)}`);
const none = (findings) => assert.equal(findings.length, 0, listing(findings));

// The same proofs for one kind of check: `check(site, ways, rule)` returns findings. `rule` is the one that must see the damage: a check that looks
// for several things need look for that alone. The good site is looked at for all of them.
export function prove(list, check) {
  test('le site témoin passe', () => withSite(null, async (site, ways) => none(await check(site, ways))));
  for (const [rule, what, change] of list) test(`règle ${rule} : ${what}`, () => withSite(change, async (site, ways) => caught(await check(site, ways, rule), rule)));
}

export function proveVisits({ name, javascript }, visitIt) {
  for (const way of ['file', 'http']) {
    test(`le site témoin passe, par ${way}`, () => withSite(null, async (site, ways) => none((await visitIt(site, ways[way])).findings)));
    for (const [rule, what, change, when = {}] of VISIT_MUTANTS) {
      if ((when.javascript ?? javascript) !== javascript || (when.way ?? way) !== way || when.blind === `${name} ${way}`) continue;
      test(`règle ${rule}, par ${way} : ${what}`, () => withSite(change, async (site, ways) => caught((await visitIt(site, ways[way])).findings, rule)));
    }
  }
}
