// The reading tests must be able to fail: each damage to a script, a page or a sheet is seen by the test that watches over it. A script is
// damaged as it is written, in a theme of its own: the program joins it as it does for any site that has a script of its own.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { readSite } from './site.mjs';

const site = readSite();

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PROGRAM = process.env.ELIANE_PROGRAMME || path.join(REPOSITORY, 'target/release/eliane');
const BUILT = /\d{4}-\d\d-\d\d/.exec(site.text('actifs/lecture.js'))[0];

// [what is damaged, its file, what it says, what it says instead, the test that must see it]
const MUTANTS = [
  ['le focus reste en arrière', 'guide.js', 'heading.focus({ preventScroll: byStep() })', 'void heading', 'au clavier : le bouton'],
  ['l’étape n’est pas dite', 'guide.js', /announced\.textContent = numberOf\(\w+\)/g, 'void announced', 'au clavier : le bouton'],
  ['les flèches ne font rien', 'guide.js', "event.key === 'ArrowRight' ? 1 : 0", '0', 'au clavier : le bouton'],
  ['une étape fausse cache tout', 'guide.js', 'else showWhole(null, announced);', '', 'une adresse mène à son étape'],
  ['l’adresse ne mène plus à l’étape', 'reglages.js', "ROOT.setAttribute('data-lecture', 'pas')", 'void ROOT', 'une adresse mène à son étape'],
  ['les réglages ne sont pas gardés', 'reglages.js', 'function keep(state) {', 'function keep(state) {\n  return;', 'réglages gardés d’une page à l’autre .Chromium'],
  ['un réglage inventé est cru', 'reglages.js', 'e[01]$/', 'e[01]/', 'sans mémoire permise'],
  ['« Écouter » avec une voix lointaine', 'lecture.js', 'one.localService && ', '', '« Écouter » n’est là'],
  ['l’image ne s’ouvre pas', 'guide.js', 'magnifier.showModal();', '', 'une image s’agrandit'],
  ['le papier n’a qu’une étape', 'kiosque.css', /$/, '@media print{.etape:not(:target){display:none!important}}', 'sur papier, toutes les étapes'],
  ['une encre trop claire', 'kiosque.css', /$/, 'main p{color:#767676!important;background:#fff!important}', 'chaque sorte de page en mode t1cse0'],
  ['une page trop large', 'kiosque.css', /$/, 'main{min-width:700px!important}', 'chaque sorte de page en mode t3cce1'],
  ['un texte qui ne peut pas grandir', 'kiosque.css', /$/, 'main p,main li{white-space:nowrap!important}', 'espacement du texte imposé'],
  ['le haut de page arrive après le reste', 'guide.js', /$/, 'setTimeout(() => document.body.insertAdjacentHTML("afterbegin", "<p>Plus tard</p>"), 100);\n', 'rien ne bouge'],
];

function replaced(text, from, to) {
  const after = text.replace(from, to);
  assert.notEqual(after, text, `nothing to damage: ${from}`);
  return after;
}

/** Scripts of the site, made of pieces that were changed and of all others as they are: one text for each name. */
function scriptsMadeOf(names, change) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-theme-')), theme = path.join(folder, 'themes/kiosque');
  try {
    for (const made of [path.join(folder, 'content'), theme]) fs.mkdirSync(made, { recursive: true });
    fs.writeFileSync(path.join(folder, 'content/site.yaml'), 'titre: Essai\n');
    for (const name of names) fs.writeFileSync(path.join(theme, name), change(fs.readFileSync(path.join(REPOSITORY, 'themes/kiosque', name), 'utf8')));
    const out = path.join(folder, 'public');
    execFileSync(PROGRAM, ['construire', '--site', folder, '--sortie', out, '--date', BUILT], { stdio: ['ignore', 'pipe', 'pipe'] });
    return names.map((name) => fs.readFileSync(path.join(out, 'actifs', name), 'utf8'));
  } finally { fs.rmSync(folder, { recursive: true, force: true }); }
}

// A second name of a file, or a copy where the disk is another.
function named(file, name) {
  try { fs.linkSync(file, name); } catch { fs.copyFileSync(file, name); }
}

// The site with one file that is its own; nobody writes into the others.
function damagedCopy(folder, name, from, to) {
  const target = `actifs/${name}`, damage = (text) => replaced(text, from, to), before = site.text(target);
  const [after] = name.endsWith('.js') ? scriptsMadeOf([name], damage) : [damage(before)];
  assert.notEqual(after, before, `${name} is the same as before`);
  if (name.endsWith('.js')) new vm.Script(after); // a script that cannot be read at all would prove nothing
  copyWith(folder, new Map([[target, after]]));
}

function copyWith(folder, others) {
  for (const file of site.files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    if (others.has(file)) fs.writeFileSync(path.join(folder, file), others.get(file), { flag: 'wx' });
    else named(path.join(site.root, file), path.join(folder, file));
  }
}

const run = (folder, name) => new Promise((done) => {
  const env = { ...process.env, ELIANE_PUBLIC: folder, ELIANE_ATTENTE: '8000' };
  // Inside a test run, a child would report to its parent instead of running by itself.
  delete env.NODE_TEST_CONTEXT;
  let text = '';
  const child = spawn(process.execPath, ['--test', '--test-timeout=120000', '--test-reporter=tap', `--test-name-pattern=${name}`, 'reading.test.mjs'], { cwd: import.meta.dirname, env });
  child.stdout.on('data', (part) => { text += part; });
  child.on('close', (code) => done({ code, failed: Number(/^# fail (\d+)/m.exec(text)?.[1]), passed: Number(/^# pass (\d+)/m.exec(text)?.[1]), text }));
});

// So what the tests see is the damage, and nothing of how the script was made again: pieces that are ours give the site's own script, which is
// short; with one more line of comment they are joined as written, and then the same tests pass.
test('un script refait sans dégât est celui du site, ou se comporte comme lui', async () => {
  const scripts = MUTANTS.filter(([, file]) => file.endsWith('.js'));
  const names = [...new Set(scripts.map(([, file]) => file))], tests = [...new Set(scripts.map(([, , , , name]) => name))];
  scriptsMadeOf(names, (text) => text).forEach((text, at) => assert.equal(text, site.text(`actifs/${names[at]}`), names[at]));
  const written = scriptsMadeOf(names, (text) => `${text}\n// Nothing new.\n`);
  written.forEach((text, at) => assert.ok(text.includes('// Nothing new.') && text !== site.text(`actifs/${names[at]}`), names[at]));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-mutant-'));
  try {
    copyWith(folder, new Map(names.map((name, at) => [`actifs/${name}`, written[at]])));
    const { failed, passed, text } = await run(folder, tests.map((name) => `(?:${name})`).join('|'));
    assert.ok(failed === 0 && passed >= tests.length, `${failed} failed, ${passed} passed\n${text.slice(-2000)}`);
  } finally { fs.rmSync(folder, { recursive: true, force: true }); }
});

// Most wait for what will not come: two wait at once.
describe('chaque dégât', { concurrency: 2 }, () => {
  for (const [what, file, from, to, name] of MUTANTS) test(`vu : ${what}`, async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-mutant-'));
    try {
      damagedCopy(folder, file, from, to);
      const { failed, passed, text } = await run(folder, name);
      assert.ok(failed >= 1, `« ${name} » did not see it (${passed} passed)\n${text.slice(-2000)}`);
    } finally { fs.rmSync(folder, { recursive: true, force: true }); }
  });
});
