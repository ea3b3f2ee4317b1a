// The theme's scripts as they are written: types (`tsc` on JSDoc) and style (ESLint), each with bad scripts that it must refuse. What pages
// load is joined from them by `src/theme/scripts.rs`.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import ts from 'typescript';

const THEME = path.resolve(import.meta.dirname, '../../themes/kiosque');
const PIECES = ['', 'scripts'].flatMap((folder) => fs.readdirSync(path.join(THEME, folder)).filter((name) => name.endsWith('.js')).map((name) => path.join(folder, name)));

// Names that the scripts had when they were French. Keys of data and of `data-` attributes keep theirs.
const FRENCH = new Set(`adresse afficher ajouter appels arriver attente avant bouton champ charger chercher cible cle clef commencer compter cris dedans demande dernier dessous
  dire donnees ecouter ecrire ecrit effacer entree etape etat fermer fiche fiches fin fini garde gardes groupe groupes horloge ici installer jour lettre lettres lieu ligne lire
  loupe marquer mieux milieu montrer morceaux mot mots nom nombre nombres noter ouvrir panneau partir pistes poids poser premier proches ranger reglages remplir reponse reponses
  reste rien secours secourir sens sortie sous suite suivre sur taire touche touches tous trouver valeur valeurs vieillir ville villes voix`.split(/\s+/));
const english = {
  create: (context) => ({
    'Program:exit'() {
      const names = context.sourceCode.scopeManager.scopes.flatMap((scope) => scope.variables);
      for (const { name, defs } of names) if (FRENCH.has(name)) context.report({ node: defs[0].name, message: `« ${name} » is French.` });
    },
  }),
};

/** ES2020 is what Chromium 87 knows, the oldest browser that was measured: newer syntax does not parse. */
const RULES = [{
  files: ['**/*.js'],
  languageOptions: { ecmaVersion: 2020, sourceType: 'module' },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  plugins: { house: { rules: { english } } },
  rules: {
    'house/english': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-unused-vars': 'error',
    'no-use-before-define': ['error', { functions: false, variables: false }],
    'no-shadow': 'error',
    'no-implicit-coercion': ['error', { boolean: false }],
    'prefer-arrow-callback': 'error',
    'object-shorthand': 'error',
    eqeqeq: 'error',
    'id-length': ['error', { min: 2, exceptions: ['a', 'b'], properties: 'never' }],
    'max-len': ['error', { code: 110 }],
    'max-statements-per-line': ['error', { max: 2 }],
    'max-lines': ['error', 400],
    'max-lines-per-function': ['error', { max: 50, skipComments: true }],
    'max-params': ['error', 6],
  },
}];

/** What a script breaks, as « rule line ». */
async function broken(text, name = 'essai.js') {
  const lint = new ESLint({ cwd: THEME, overrideConfigFile: true, overrideConfig: RULES });
  const [{ messages }] = await lint.lintText(text, { filePath: path.join(THEME, name) });
  return messages.map((one) => `${one.ruleId ?? 'syntax'} ${name}:${one.line} ${one.message}`);
}

// Scripts that the type checker must refuse, and why: for a name that is not there, for what old browsers have not.
const ILL_TYPED = [
  ['TS2345', "import { fold } from './scripts/words.js';\nfold(1);\n"],
  ['TS2305', "import { readEverything } from './scripts/words.js';\nreadEverything();\n"],
  ['TS2550', "export const last = 'abc'.at(-1);\n"],
  ['TS2339', 'export const found = window.eliane.recherche;\n'],
  ['TS7006', 'export const same = (one) => one;\n'],
];
const ill = (at) => path.join(THEME, `essai-${at}.js`);

/** What is wrong with the types of the theme's scripts, and of those above, which stand among them. */
function misfits() {
  const { config } = ts.readConfigFile(path.join(THEME, 'jsconfig.json'), ts.sys.readFile);
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, THEME);
  assert.deepEqual(errors, []);
  assert.equal(fileNames.filter((name) => name.endsWith('.js')).length, PIECES.length);
  const texts = new Map(ILL_TYPED.map(([, text], at) => [ill(at), text]));
  const host = ts.createCompilerHost(options), { readFile, fileExists } = host;
  host.readFile = (name) => texts.get(name) ?? readFile.call(host, name);
  host.fileExists = (name) => texts.has(name) || fileExists.call(host, name);
  const program = ts.createProgram([...fileNames, ...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((one) => {
    const place = one.file && `${path.relative(THEME, one.file.fileName)}:${one.file.getLineAndCharacterOfPosition(one.start).line + 1}`;
    return `TS${one.code} ${place} ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`;
  });
}

test('les scripts du thème : chaque nom a le type qui est dit', () => {
  const found = misfits(), isOurs = (one) => !/^TS\d+ essai-/.test(one);
  assert.deepEqual(found.filter(isOurs), []);
  ILL_TYPED.forEach(([code, text], at) => {
    assert.ok(found.some((one) => one.startsWith(`${code} essai-${at}.js`)), `${text}\n${found.join('\n')}`);
  });
});

test('les scripts du thème : un style, et rien que les plus vieux navigateurs ne lisent', async () => {
  assert.ok(PIECES.length > 20, PIECES.join());
  const found = await Promise.all(PIECES.map((name) => broken(fs.readFileSync(path.join(THEME, name), 'utf8'), name)));
  assert.deepEqual(found.flat(), []);
});

// A check that finds nothing may look at nothing.
for (const [rule, text] of [
  ['syntax', 'let state = null;\nstate ??= 1;\n'],
  ['syntax', 'class Box {\n  #hidden = 1;\n}\nnew Box();\n'],
  ['no-var', 'export var one = 1;\n'],
  ['prefer-const', 'export function one() {\n  let two = 2;\n  return two;\n}\n'],
  ['no-unused-vars', 'const one = 1;\n'],
  ['eqeqeq', 'export const isOne = (one) => one == 1;\n'],
  ['id-length', 'export const same = (n) => n;\n'],
  ['house/english', 'export function chercher() {}\n'],
  ['house/english', 'export const same = (mots) => mots;\n'],
  ['max-len', `export const text = '${'a'.repeat(100)}';\n`],
  ['max-lines-per-function', `export function long() {\n${'  long();\n'.repeat(60)}}\n`],
  ['no-shadow', 'export const one = 1;\nexport const two = (one) => one;\n'],
]) test(`vu : ${rule} dans « ${text.slice(0, 30).replaceAll('\n', ' ')} »`, async () => {
  const found = await broken(text);
  assert.ok(found.some((one) => one.startsWith(`${rule} `)), found.join('\n') || 'nothing was found');
});
