// The reading tests must be able to fail: each damage to a script, a page or a sheet is seen by the test that watches over it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readSite } from './site.mjs';

const site = readSite();

// [what is damaged, its file, what it says, what it says instead, the test that must see it]
const MUTANTS = [
  ['le focus reste en arrière', 'actifs/guide.js', 'titre.focus({ preventScroll: parPas() })', 'void titre', 'au clavier : le bouton'],
  ['l’étape n’est pas dite', 'actifs/guide.js', /dite\.textContent = ici\.querySelector\('\.repere'\)\.textContent/g, 'void ici', 'au clavier : le bouton'],
  ['les flèches ne font rien', 'actifs/guide.js', "ArrowRight: '+'", "ArrowRight: ''", 'au clavier : le bouton'],
  ['une étape fausse cache tout', 'actifs/guide.js', /; else entier\(\); }/g, '; }', 'une adresse mène à son étape'],
  ['l’adresse ne mène plus à l’étape', 'actifs/reglages.js', "page.setAttribute('data-lecture', 'pas')", 'void page', 'une adresse mène à son étape'],
  ['les réglages ne sont pas gardés', 'actifs/reglages.js', /function ecrire\(etat\) \{/g, 'function ecrire(etat) { return;', 'réglages gardés d’une page à l’autre .Chromium'],
  ['un réglage inventé est cru', 'actifs/reglages.js', 'e[01]$/', 'e[01]/', 'sans mémoire permise'],
  ['« Écouter » avec une voix lointaine', 'actifs/lecture.js', 'v.localService && ', '', '« Écouter » n’est là'],
  ['l’image ne s’ouvre pas', 'actifs/guide.js', 'loupe.showModal();', '', 'une image s’agrandit'],
  ['le papier n’a qu’une étape', 'actifs/kiosque.css', /$/, '@media print{.etape:not(:target){display:none!important}}', 'sur papier, toutes les étapes'],
  ['une encre trop claire', 'actifs/kiosque.css', /$/, 'main p{color:#767676!important;background:#fff!important}', 'chaque sorte de page en mode t1cse0'],
  ['une page trop large', 'actifs/kiosque.css', /$/, 'main{min-width:700px!important}', 'chaque sorte de page en mode t3cce1'],
  ['un texte qui ne peut pas grandir', 'actifs/kiosque.css', /$/, 'main p,main li{white-space:nowrap!important}', 'espacement du texte imposé'],
  ['le haut de page arrive après le reste', 'actifs/guide.js', /$/, ';setTimeout(function(){document.body.insertAdjacentHTML("afterbegin","<p>Plus tard</p>")},100);', 'rien ne bouge'],
];

function damagedCopy(folder, file, from, to) {
  fs.cpSync(site.root, folder, { recursive: true });
  const target = path.join(folder, file), before = fs.readFileSync(target, 'utf8'), after = before.replace(from, to);
  assert.notEqual(after, before, `nothing to damage in ${file}: ${from}`);
  fs.writeFileSync(target, after);
}

const run = (folder, name) => new Promise((done) => {
  const env = { ...process.env, ELIANE_PUBLIC: folder, ELIANE_ATTENTE: '8000' };
  // Inside a test run, a child would report to its parent instead of running by itself.
  delete env.NODE_TEST_CONTEXT;
  let text = '';
  const child = spawn(process.execPath, ['--test', '--test-timeout=120000', '--test-reporter=tap', `--test-name-pattern=${name}`, 'lecture.test.mjs'], { cwd: import.meta.dirname, env });
  child.stdout.on('data', (part) => { text += part; });
  child.on('close', (code) => done({ code, failed: Number(/^# fail (\d+)/m.exec(text)?.[1]), passed: Number(/^# pass (\d+)/m.exec(text)?.[1]), text }));
});

for (const [what, file, from, to, name] of MUTANTS) test(`vu : ${what}`, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-mutant-'));
  try {
    damagedCopy(folder, file, from, to);
    const { failed, passed, text } = await run(folder, name);
    assert.ok(failed >= 1, `« ${name} » did not see it (${passed} passed)\n${text.slice(-2000)}`);
  } finally { fs.rmSync(folder, { recursive: true, force: true }); }
});
