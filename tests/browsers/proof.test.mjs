// Every static rule must be able to fail: a good site passes, and each damaged copy is caught by its rule.
import assert from 'node:assert/strict';
import test from 'node:test';
import { STATIC_MUTANTS } from './proofs/mutants-static.mjs';
import { edit, goodFiles, writeSite } from './proofs/witness-site.mjs';
import { nu } from './nu.mjs';
import { KINDS, breadth, listing, readSite, sample } from './site.mjs';
import { STATIC_RULES, allStatic } from './static-rules.mjs';

function withSite(change, spoil, use) {
  const files = goodFiles();
  change?.(files);
  const folder = writeSite(files, spoil ?? undefined);
  const result = (async () => use(readSite(folder.root)))();
  return result.finally(folder.remove);
}

test('le site témoin est sans reproche', () => withSite(null, null, (site) => {
  const findings = allStatic(site);
  assert.equal(findings.length, 0, listing(findings));
}));

for (const [rule, what, change, spoil] of STATIC_MUTANTS) test(`règle ${rule} : ${what}`, () => withSite(change, spoil, (site) => {
  const findings = allStatic(site);
  assert.ok(findings.some((f) => f.rule === rule), `not caught by « ${rule} »; found:\n${listing(findings)}`);
}));

test('chaque règle statique a un mutant, et aucune règle n’est hors liste', () => {
  assert.deepEqual([...new Set(STATIC_MUTANTS.map(([rule]) => rule))].sort(), [...STATIC_RULES].sort());
});

test('Nu accepte le site témoin', () => withSite(null, null, async (site) => {
  const { checked, errors } = await nu(site);
  assert.equal(checked, 10);
  assert.equal(errors.length, 0, listing(errors));
}));

test('Nu voit une faute dans une page et une faute dans une feuille', () => withSite((files) => {
  edit(files, 'plan.html', '</main>', '<div><p id="contenu">x</div></p></main>');
  files.set('actifs/site.css', `${files.get('actifs/site.css')}p{colour:red}`);
}, null, async (site) => {
  const where = new Set((await nu(site)).errors.map((f) => f.page));
  assert.deepEqual([...where].sort(), ['actifs/site.css', 'plan.html']);
}));

test('les adresses vers le dehors qu’une personne choisit restent permises', () => withSite((files) => {
  edit(files, 'plan.html', '</main>', '<p><a href="https://exemple.fr/home/x">Site</a> <a href="tel:0298000000">Appeler</a></p></main>');
}, null, (site) => {
  const findings = allStatic(site);
  assert.equal(findings.length, 0, listing(findings));
}));

test('un fichier caché en haut du dossier n’est pas du site', () => withSite(null, ({ put }) => put('.gitignore', '*'), (site) => {
  assert.ok(site.fileSet.has('.gitignore'));
  const findings = allStatic(site);
  assert.equal(findings.length, 0, listing(findings));
}));

test('une visite large prend tout de ce qui est rare, et de quoi est nombreux, du premier au dernier', () => {
  const pages = [['guide', 20], ['conseil', 200]].flatMap(([kind, count]) => Array.from({ length: count }, (_, i) => ({ kind, file: `${kind}-${i}.html` })));
  const chosen = breadth({ pages, ofKind: (kind) => pages.filter((page) => page.kind === kind) }, 50);
  assert.equal(chosen.filter((page) => page.kind === 'guide').length, 20);
  const many = chosen.filter((page) => page.kind === 'conseil').map((page) => page.file);
  assert.equal(new Set(many).size, 50);
  assert.ok(many.includes('conseil-0.html') && many.includes('conseil-196.html'), many.join());
});

test('l’échantillon garde tous les genres', () => {
  const pages = KINDS.flatMap((kind) => Array.from({ length: 30 }, (_, i) => ({ kind, file: `${kind}-${i}.html` })));
  const site = { pages, ofKind: (kind) => pages.filter((page) => page.kind === kind) };
  const chosen = sample(site, 60);
  assert.equal(chosen.length, 60);
  assert.equal(new Set(chosen.map((page) => page.kind)).size, KINDS.length);
  assert.equal(sample(site, 10_000).length, pages.length);
});
