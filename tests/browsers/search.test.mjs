// The field « Chercher »: on file://, in a folder with an awkward name, in Chromium and Firefox. Its answers are those of the program; and what stands
// there without JavaScript. Its speed is in `search-speed.test.mjs`.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import vm from 'node:vm';
import zlib from 'node:zlib';
import { awkwardCopy, startChromium, startFirefox } from './browsers.mjs';
import { readSite } from './site.mjs';

const site = readSite();
const ROOT = path.join(import.meta.dirname, '../..');
const lists = (name) => fs.readFileSync(path.join(ROOT, 'tests/search', name), 'utf8');
const CRIES_BYTES = 17_000, SCRIPT_GZ = 15_000;
let copy, chromium, firefox;
before(async () => { copy = awkwardCopy(site.root); chromium = await startChromium({ whole: true }); firefox = await startFirefox(); });
after(async () => { await chromium?.close(); await firefox?.close(); copy?.close(); });

// The script and some data, without a browser.
function engine(data) {
  const context = vm.createContext({ window: {}, document: { querySelectorAll: () => [] } });
  vm.runInContext(site.text('actifs/recherche.js'), context);
  vm.runInContext(data, context);
  const { search } = context.window.eliane;
  return { ...search, index: search.read(context.elianeRecherche) };
}

test('le script entend les mots comme le programme', () => {
  const examples = JSON.parse(lists('sounds.json')), { hearAll, index } = engine(lists('data.js'));
  assert.ok(examples.length > 3000);
  for (const [written, wanted] of examples) assert.equal(hearAll(index, written).map((word) => word.sound).join(' '), wanted, written);
});

test('le script classe les pages comme le programme', () => {
  const answers = JSON.parse(lists('answers.json')), { search, index } = engine(lists('data.js'));
  assert.ok(answers.length > 300);
  for (const [query, wanted] of answers) {
    const found = Array.from(search(index, query), (hit) => [hit.document, hit.score, hit.sure, hit.phrase]);
    assert.equal(JSON.stringify(found), JSON.stringify(wanted), query);
  }
});

test('le script met en premier ce que le programme met en premier : secours, commune, certitude', () => {
  const firsts = JSON.parse(lists('firsts.json'));
  const context = vm.createContext({ window: {}, document: { querySelectorAll: () => [] }, TextDecoder });
  for (const file of ['actifs/communes.js', 'actifs/recherche.js', 'actifs/communes-donnees.js']) vm.runInContext(site.text(file), context);
  vm.runInContext(lists('data.js'), context);
  const { search, communes } = context.window.eliane;
  const index = search.read(context.elianeRecherche), towns = communes.read(context.elianeCommunes);
  assert.ok(firsts.length > 700);
  for (const [query, calls, names, sure] of firsts) {
    const found = search.answer(index, towns, query);
    assert.deepEqual(Array.from(found.emergencies, (one) => index.data.urgences.liste.indexOf(one)), calls, query);
    const named = Array.from(found.towns, (one) => [communes.nameOf(towns, one.commune).replace(/’/g, "'"), towns.departements[towns.departement[one.commune]].code]);
    const sorted = (list) => JSON.stringify([...list].map(([name, code]) => [name.replace(/’/g, "'"), code]).sort());
    assert.equal(sorted(named), sorted(names), query);
    assert.equal(found.sure, sure, query);
  }
});

test('chaque réponse de ce site mène à une page', () => {
  const { index, addressOf } = engine(site.text('actifs/recherche-donnees.js'));
  assert.ok(index.count > 20);
  for (let document = 0; document < index.count; document++) {
    const address = addressOf(index, document), [file, anchor] = address.split('#');
    assert.ok(site.page.has(file), address);
    assert.ok(!anchor || site.page.get(file).ids.has(anchor), address);
  }
});

// They grow with no guide, so they are counted apart from the index.
test('les mots d’une personne en danger tiennent en 17 ko', (t) => {
  const { index } = engine(site.text('actifs/recherche-donnees.js')), bytes = Buffer.byteLength(JSON.stringify(index.data.urgences));
  t.diagnostic(`${bytes} bytes`);
  assert.ok(index.data.urgences.liste.length >= 10 && bytes < CRIES_BYTES, `${bytes} bytes`);
});

test('les scripts de la page d’accueil tiennent en 15 ko', () => {
  const loaded = site.page.get('index.html').tags.filter((tag) => tag.name === 'script' && tag.attrs.src).map((tag) => tag.attrs.src);
  assert.ok(loaded.includes('actifs/recherche.js'), loaded.join());
  // A public screen has one more.
  const borne = fs.readFileSync(path.join(ROOT, 'themes/kiosque/borne.js'), 'utf8');
  assert.ok(zlib.gzipSync(loaded.map((file) => site.text(file)).join('') + borne).length < SCRIPT_GZ);
});

// --- In the browsers.

const seen = () => {
  const field = document.querySelector('.cherche');
  const text = (e) => e.textContent.replace(/\s+/g, ' ').trim();
  return {
    status: text(field.querySelector('[role=status]')),
    sure: field.dataset.sur,
    urgent: [...field.querySelectorAll('.champ-urgences .urgence')].map((e) => ({ text: text(e), hrefs: [...e.querySelectorAll('a')].map((a) => a.getAttribute('href')), above: e.getBoundingClientRect().bottom <= (field.querySelector('.champ-liste a')?.getBoundingClientRect().top ?? Infinity) })),
    links: [...field.querySelectorAll('.champ-liste a')].map((a) => ({ name: text(a.querySelector('strong')), text: text(a), href: a.getAttribute('href') })),
    groups: [...field.querySelectorAll('h2')].map(text),
    help: [...field.querySelectorAll('.champ-suite a')].filter((a) => a.getClientRects().length).map((a) => a.getAttribute('href')),
    focus: document.activeElement.id || document.activeElement.textContent.trim(),
    address: location.href,
    kept: [document.cookie, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join(' '),
  };
};
const BROWSERS = {
  Chromium: async (file, use) => {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    try { await page.goto(copy.base + file); await use(page); } finally { await context.close(); }
  },
  Firefox: async (file, use) => {
    const page = await firefox.browser.newPage();
    try { await page.goto(copy.base + file); await use(page); } finally { await page.close(); }
  },
};

// Writes as a person does, and waits for the words that follow.
async function write(page, words) {
  await page.evaluate(() => { const e = document.getElementById('recherche'); e.value = ''; e.dispatchEvent(new Event('input', { bubbles: true })); e.focus(); });
  await page.keyboard.type(words);
  await page.waitForFunction(() => { const c = document.querySelector('.cherche'); return c.dataset.etat === 'pret' && (!c.dataset.communes || c.dataset.villes === 'pret'); });
  await new Promise((done) => { setTimeout(done, 400); });
  return page.evaluate(seen);
}

for (const [name, open] of Object.entries(BROWSERS)) {
  test(`le champ montre, ne choisit jamais, ne garde rien (${name})`, () => open('index.html', async (page) => {
    assert.equal(await page.evaluate(() => typeof elianeRecherche), 'undefined', 'no data before the field is used');
    const before = (await page.evaluate(seen)).kept;
    const heard = await write(page, 'ouatsape');
    assert.equal(heard.links[0].href, 'produits/whatsapp.html');
    assert.match(heard.address, /index\.html$/, 'nothing was opened');
    const reason = await write(page, 'skaip');
    assert.equal(reason.sure, 'oui');
    assert.match(reason.status, /^\d+ réponses trouvées\.$/);
    assert.match(reason.links.map((l) => l.text).join(), /Skype.*pour « skaip »/);
    const guess = await write(page, 'doctolin');
    assert.equal(guess.sure, 'peut-etre');
    assert.match(guess.status, /^Vouliez-vous dire « /);
    assert.equal(guess.links[0].href, 'produits/doctolib.html');
    for (const number of ['412', 'fiche 412', 'Fiche n° 412']) {
      const { links } = await write(page, number);
      assert.deepEqual(links.map((l) => l.href), ['guides/appel-video-navigateur.html'], number);
    }
    const code = await write(page, '29800');
    assert.equal(code.links.length, 12);
    assert.equal(code.sure, 'oui');
    const town = await write(page, 'Landerneau');
    assert.equal(town.links[0].href, 'territoires/29/landerneau-29103.html', 'a commune is one before it is a word of a name');
    assert.ok(town.groups.includes('Communes'), town.groups.join());
    assert.match((await write(page, 'landernau')).status, /^Vouliez-vous dire « Landerneau »/);
    const crowd = await write(page, 'mairie');
    assert.equal(crowd.links[0].href, 'territoires.html', 'twenty town halls are no answer');
    for (const [words, number, page_] of [['je veux mourir', 'tel:3114', 'services/3114.html'], ['douleur poitrinne', 'tel:15', 'services/urgence-15.html'], ['on m’a volé ma carte', 'tel:+33892705705', ''], ['urgence', 'tel:15', 'services/urgence-15.html']]) {
      const { urgent } = await write(page, words);
      assert.equal(urgent[0].hrefs[0], number, words);
      assert.ok(urgent[0].above, `${words}: above all answers`);
      assert.match(urgent[0].text, /n’entendez pas/, `${words}: who does not hear`);
      if (page_) assert.ok(urgent[0].hrefs.includes(page_) && site.page.has(page_), words);
    }
    assert.deepEqual((await write(page, 'carte d’identité volée')).urgent, [], 'no alarm for another card');
    const far = await write(page, 'La Roche-sur-Yon');
    assert.match(far.links[0].text, /^La Roche-sur-Yon Vendée \(85\) Ce site ne couvre pas cette commune/);
    assert.match(far.status, /ne couvre pas La Roche-sur-Yon/);
    assert.ok(far.links.every((l) => !/^services\/mairie-/.test(l.href)), 'no other town hall');
    assert.equal((await write(page, 'mairie de Landerneau')).links[0].href, 'territoires/29/landerneau-29103.html');
    const weak = await write(page, 'skype girafe trottinette');
    assert.equal(weak.sure, 'faible');
    assert.match(weak.status, /^Aucun résultat sûr/);
    const none = await write(page, 'kangourou');
    assert.deepEqual(none.urgent, []);
    assert.match(none.status, /^Rien trouvé pour « kangourou »/);
    assert.deepEqual(none.help, ['territoires.html', 'a-z.html'], 'never an empty end');
    assert.deepEqual(none.links, []);
    const empty = await write(page, '');
    assert.deepEqual([empty.links, empty.help], [[], []]);
    const code2 = await write(page, '<b>skype</b>');
    assert.equal(await page.evaluate(() => document.querySelectorAll('.cherche b').length), 0, `shown as text: ${code2.status}`);
    assert.equal(code2.kept, before, 'nothing is kept of what was searched');
    for (const { links } of [heard, reason, guess, code, town, crowd]) for (const { href } of links) assert.ok(site.fileSet.has(href.split('#')[0]), href);
  }));

  test(`le champ au clavier, sur sa page (${name})`, () => open('recherche.html', async (page) => {
    await write(page, 'skaip');
    await page.keyboard.press('Enter');
    const first = await page.evaluate(seen);
    assert.match(first.focus, /Skype/, 'Enter goes to the first link, and opens nothing');
    assert.match(first.address, /recherche\.html$/);
    await page.keyboard.press('ArrowDown');
    assert.notEqual((await page.evaluate(seen)).focus, first.focus);
    await page.keyboard.press('Escape');
    assert.equal((await page.evaluate(seen)).focus, 'recherche');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.match(await page.evaluate(() => document.body.dataset.kind), /^(guide|produit)$/);
  }));
}

test('sans JavaScript, pas de champ, et la liste de A à Z', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  try {
    for (const file of ['index.html', 'recherche.html']) {
      await page.goto(copy.base + file);
      assert.equal(await page.locator('#recherche').isVisible(), false, file);
      assert.ok(await page.locator('main a[href="a-z.html"]').first().isVisible(), file);
      assert.equal(await page.locator('form').count(), 0, 'nothing can be sent');
      assert.ok(await page.locator('main a[href="a-z.html#urgences"]').first().isVisible(), file);
    }
  } finally { await context.close(); }
});

test('les données absentes se disent, avec une personne et la liste', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  try {
    await page.route('**/recherche-donnees.js', (route) => route.abort());
    await page.goto(copy.base + 'index.html');
    await page.click('#recherche');
    await page.waitForSelector('.cherche[data-etat=panne]');
    await page.waitForFunction(() => document.querySelector('.champ-etat').textContent);
    const { status, help } = await page.evaluate(seen);
    assert.match(status, /ne s’ouvre pas/);
    assert.deepEqual(help, ['territoires.html', 'a-z.html']);
  } finally { await context.close(); }
});
