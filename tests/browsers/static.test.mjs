// All files of the site, without a browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import { listing, readSite } from './site.mjs';
import { STATIC_CHECKS } from './static-rules.mjs';

const site = readSite();
test(`le site a des pages (${site.pages.length}) et des fichiers (${site.files.length})`, () => assert.ok(site.pages.length > 1));
for (const [name, check] of Object.entries(STATIC_CHECKS)) test(name, () => {
  const findings = check(site);
  assert.equal(findings.length, 0, `${findings.length} findings\n${listing(findings)}`);
});
