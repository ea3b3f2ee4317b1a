// The field « code postal ou commune »: on file://, in a folder with an awkward name, in Chromium and Firefox. Its words, and what stands there
// without JavaScript; its speed is in `communes-speed.test.mjs`.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import vm from 'node:vm';
import { awkwardCopy, startChromium, startFirefox } from './browsers.mjs';
import { readSite } from './site.mjs';

const site = readSite();
const covers = (name) => site.page.has(`territoires/29/${name}.html`);
let copy, chromium, firefox;
before(async () => { copy = awkwardCopy(site.root); chromium = await startChromium({ whole: true }); firefox = await startFirefox(); });
after(async () => { await chromium?.close(); await firefox?.close(); copy?.close(); });

// The script and its data, without a browser.
function engine() {
  const context = vm.createContext({ window: {}, document: { querySelectorAll: () => [] }, TextDecoder });
  for (const file of ['actifs/communes.js', 'actifs/communes-donnees.js']) vm.runInContext(site.text(file), context);
  const { communes } = context.window.eliane;
  return { ...communes, index: communes.read(context.elianeCommunes) };
}

test('les clés sont celles du programme', () => {
  const examples = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../search/keys.json'), 'utf8'));
  const { key } = engine();
  assert.ok(examples.length > 20);
  for (const [written, wanted] of examples) assert.equal(key(written), wanted, written);
});

test('toute la France est lue, et chaque nom est retrouvé', () => {
  const { key, nameOf, search, index } = engine();
  assert.ok(index.count > 37_000, `${index.count} names`);
  for (let i = 0, before = ''; i < index.count; i++) {
    const own = key(nameOf(index, i));
    const letters = Buffer.from(index.letters.subarray(index.starts[i], index.starts[i + 1]).map((b) => b & 127)).toString();
    assert.equal(letters, own, nameOf(index, i));
    assert.ok(before <= own, `${before} before ${own}`);
    before = own;
    if (i % 50 === 0) assert.ok(search(index, nameOf(index, i)).lines.some((l) => l.name === i || l.commune === index.commune[i]), nameOf(index, i));
  }
});

// Names are read when they are needed: the answers are those of who waited until all were.
test('une question posée aussitôt a la même réponse que plus tard', () => {
  const words = ['landernau', 'saint', 'y', 'daoulas', 'Antorpe', '29800', '20000', 'st divy', 'lnaderneau', 'martyr', 'zzzz', '29800 Landerneau'];
  const answers = (engine, index, q) => JSON.stringify([engine.search(index, q), engine.search(index, q).lines.map((l) => engine.nameOf(index, l.commune))]);
  const patient = engine();
  for (let i = 0; i < patient.index.count; i++) patient.nameOf(patient.index, i);
  assert.equal(patient.index.unread, 0);
  for (const q of words) {
    const { index, ...rest } = engine();
    assert.ok(index.unread > 1000, 'nothing was read yet');
    assert.equal(answers(rest, index, q), answers(patient, patient.index, q), q);
  }
});

test('une faute de frappe, une seule, est pardonnée', () => {
  const { nameOf, search, index } = engine();
  const first = (q) => { const [l] = search(index, q).lines; return l && nameOf(index, l.name); };
  for (const slip of ['landernau', 'landerneaux', 'lnaderneau', 'ladnerneau', 'landermeau', 'zanderneau', 'anderneau', 'landernea']) assert.equal(first(slip), 'Landerneau', slip);
  assert.equal(first('marseile'), 'Marseille');
  assert.equal(first('martyr'), 'La Martyre');
  assert.equal(first('la matyre'), 'La Martyre');
  assert.equal(first('stdivy'), 'Saint-Divy');
  for (const far of ['lamdermeau', 'xyzzyq', 'zzzz']) assert.equal(first(far), undefined, far);
});

test('une adresse recopiée, un CEDEX, un zéro perdu', () => {
  const { nameOf, search, index } = engine();
  const names = (q) => Array.from(search(index, q).lines, (l) => nameOf(index, l.commune));
  assert.equal(names('29800 LANDERNEAU')[0], 'Landerneau');
  assert.equal(names('Landerneau Cedex 9')[0], 'Landerneau');
  assert.deepEqual(names('1400'), names('01400'));
  assert.equal(names('51300').length, 46);
  assert.deepEqual([...new Set(search(index, '01200').lines.map((l) => index.departements[index.departement[l.commune]].code))].sort(), ['01', '74']);
  assert.deepEqual(names('Antorpe'), ['Saint-Vit'], 'an older name');
  assert.deepEqual(names('29207'), [], 'a CEDEX code serves no commune');
  assert.deepEqual(names('20000'), ['Ajaccio']);
});

// --- In the browsers. `open` gives a page with these few gestures.

const seen = () => {
  const field = document.querySelector('.champ');
  const text = (e) => e.textContent.replace(/\s+/g, ' ').trim();
  return {
    shown: !!field && field.getClientRects().length > 0,
    status: text(field.querySelector('[role=status]')),
    links: [...field.querySelectorAll('.champ-liste a')].map((a) => ({ name: text(a.querySelector('strong')), text: text(a), href: a.getAttribute('href') })),
    help: [...field.querySelectorAll('.champ-suite a')].filter((a) => a.getClientRects().length).map((a) => a.getAttribute('href')),
    focus: document.activeElement.id || document.activeElement.textContent.trim(),
    address: location.href,
  };
};
const BROWSERS = {
  Chromium: async (file, use) => {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    try { await page.goto(copy.base + file); await use({ page, evaluate: (f, a) => page.evaluate(f, a), key: (k) => page.keyboard.press(k) }); } finally { await context.close(); }
  },
  Firefox: async (file, use) => {
    const page = await firefox.browser.newPage();
    try { await page.goto(copy.base + file); await use({ page, evaluate: (f, a) => page.evaluate(f, a), key: (k) => page.keyboard.press(k) }); } finally { await page.close(); }
  },
};

// Writes as a person does, and waits for the words that follow.
async function write({ page, evaluate }, words) {
  await evaluate(() => { const e = document.getElementById('commune'); e.value = ''; e.dispatchEvent(new Event('input', { bubbles: true })); e.dispatchEvent(new Event('pointerdown')); e.focus(); });
  await page.waitForFunction(() => document.querySelector('.champ').dataset.etat === 'pret');
  await page.keyboard.type(words);
  await new Promise((done) => { setTimeout(done, 400); });
  return evaluate(seen);
}

for (const [name, open] of Object.entries(BROWSERS)) {
  test(`le champ montre, ne choisit jamais (${name})`, () => open('territoires.html', async (tab) => {
    assert.equal(await tab.evaluate(() => typeof elianeCommunes), 'undefined', 'no data before the field is used');
    const shared = await write(tab, '29800');
    assert.equal(shared.status, '12 communes trouvées. Choisissez la vôtre.');
    assert.equal(shared.links.length, 12);
    assert.ok(shared.links.every(({ text }) => text.includes('Finistère (29)')));
    assert.ok(shared.links.every(({ href }) => site.fileSet.has(href.split('#')[0])), 'every link leads to a page');
    assert.match(shared.address, /territoires\.html$/, 'nothing was opened');

    const slip = await write(tab, 'landernau');
    assert.deepEqual(slip.links.map((l) => l.name), ['Landerneau']);
    assert.equal(slip.status, '1 commune trouvée. Est-ce la vôtre ?');
    assert.equal(slip.links[0].href, 'territoires/29/landerneau-29103.html');
    assert.equal((await write(tab, 'st divy')).links[0].href, 'territoires/29/saint-divy-29245.html');

    const y = await write(tab, 'Y');
    assert.deepEqual(y.links.map((l) => l.name), ['Y']);
    assert.match(y.links[0].text, /Somme \(80\).*ne couvre pas cette commune/);
    const paris = await write(tab, '75012');
    assert.deepEqual(paris.links.map((l) => l.name), ['Paris']);
    const twelve = (await write(tab, 'Sainte-Colombe')).links.filter((l) => l.name === 'Sainte-Colombe');
    assert.equal(twelve.length, 12);
    assert.equal(new Set(twelve.map((l) => l.text)).size > 8, true, 'told apart by their départements');
    if (!covers('quimper-29232')) {
      const [quimper] = (await write(tab, 'quimper')).links;
      assert.match(quimper.text, /Ce site ne couvre pas cette commune\. Voir l’aide du département : Finistère/);
      assert.equal(quimper.href, 'territoires/29.html#hors');
      assert.equal(paris.links[0].href, 'territoires/france.html');
    }

    const none = await write(tab, 'xyzzyq');
    assert.match(none.status, /^Aucune commune trouvée/);
    assert.deepEqual(none.help, ['communes.html', 'territoires.html', 'territoires/france.html'], 'never an empty end');
    assert.deepEqual((await write(tab, '')).links, []);
  }));

  test(`le champ au clavier, depuis le dossier des territoires (${name})`, () => open('territoires/29.html', async (tab) => {
    await write(tab, 'landerneau');
    await tab.key('Enter');
    const first = await tab.evaluate(seen);
    assert.match(first.focus, /^Landerneau/, 'Enter goes to the first link, and opens nothing');
    assert.match(first.address, /territoires\/29\.html$/);
    await tab.key('ArrowDown');
    assert.match((await tab.evaluate(seen)).focus, /Forest-Landerneau/);
    await tab.key('Escape');
    assert.equal((await tab.evaluate(seen)).focus, 'commune');
    await tab.key('ArrowDown');
    await Promise.all([tab.page.waitForNavigation(), tab.key('Enter')]);
    assert.match(await tab.evaluate(() => location.href), /territoires\/29\/landerneau-29103\.html$/);
    assert.equal(await tab.evaluate(() => document.body.dataset.kind), 'contact');
  }));
}

test('sans JavaScript, pas de champ, et les listes sont là', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  try {
    for (const file of ['index.html', 'territoires.html', 'territoires/29.html']) {
      await page.goto(copy.base + file);
      assert.equal(await page.locator('input').isVisible(), false, file);
      const shown = await page.evaluate(() => [...document.querySelectorAll('main a[href*=territoires], main a[href^="29/"]')].filter((a) => a.getClientRects().length).length);
      assert.ok(shown > 0, file);
    }
  } finally { await context.close(); }
});

test('les données absentes se disent, avec les listes', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  try {
    await page.route('**/communes-donnees.js', (route) => route.abort());
    await page.goto(copy.base + 'territoires.html');
    await page.click('#commune');
    await page.waitForSelector('.champ[data-etat=panne]');
    await page.waitForFunction(() => document.querySelector('.champ-etat').textContent);
    const { status, help } = await page.evaluate(seen);
    assert.match(status, /ne s’ouvre pas/);
    assert.equal(help.length, 3);
  } finally { await context.close(); }
});
