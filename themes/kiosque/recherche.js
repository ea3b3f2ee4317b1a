// The field « Chercher »: shows pages as links, and never chooses for the reader. Nothing is kept, nothing
// is sent. The index comes with another script when the field is first used.
import { answer } from './scripts/answer.js';
import { emergencies } from './scripts/danger.js';
import { followKeys, statusLine } from './scripts/field.js';
import { addressOf, completeIndex, readIndex } from './scripts/index.js';
import { all, element, fill, first, loadScript, sentencesOf } from './scripts/page.js';
import { search } from './scripts/ranking.js';
import { emergencyBox, pageLine, titleOf, wordOf } from './scripts/search-lines.js';
import { hearAll } from './scripts/sound.js';

/** Pages shown before the others are put into groups. */
const FIRST_ONES = 3;
/** The groups, by their data attribute, and the sorts of pages in each. */
const GROUPS = { groupeGuides: 'grbc', groupeServices: 'stl', groupeMots: 'pm' };

/** Questions of nobody: browsers run faster what they ran before, and the reader's is not the first. */
const WARM_UP = [
  'ord', 'ordinateurre', 'mot de pase', 'apel video', 'medessin', 'tele', 'telecons', 'imprimmer une paje',
  'fo conseiler',
];

/** @param {SearchIndex} index */
function warmUp(index) {
  WARM_UP.forEach((question) => {
    search(index, question);
    emergencies(index, question);
  });
  index.knownAlike.clear();
}

/** @param {SearchField} field */
function load(field) {
  if (field.asked) return;
  field.asked = true;
  field.words.etat = 'attente';
  let ready = 0;
  const next = () => {
    if (++ready === 2) setTimeout(() => field.index && warmUp(field.index), 60);
  };
  loadScript(field.words.index, () => {
    field.index = window.eliane.search.index = readIndex(window.elianeRecherche);
    field.words.etat = 'pret';
    show(field);
    completeIndex(field.index, next);
  }, () => {
    field.asked = false;
    field.words.etat = 'panne';
    field.status.say(field.words.panne);
    field.help.hidden = false;
  });
  loadCommunes(field, next);
}

/**
 * The communes are asked for at once: they wait less. Without them, the rest is there.
 * @param {SearchField} field
 * @param {() => void} next
 */
function loadCommunes(field, next) {
  if (!field.words.communes) {
    next();
    return;
  }
  let here = 0;
  const arrived = () => {
    if (++here < 2) return;
    field.communes = window.eliane.communes.read(window.elianeCommunes);
    field.words.villes = 'pret';
    field.shown = '';
    show(field);
    window.eliane.communes.complete(field.communes, next);
  };
  loadScript(field.words.script, arrived, next);
  loadScript(field.words.communes, arrived, next);
}

/**
 * Communes: by postal code all of them; by name those that are the same, and those of the site; others when
 * nothing else is found.
 * @param {SearchField} field
 * @param {string} written
 * @param {Answer} found
 */
function amongCommunes(field, written, found) {
  if (found.towns.length) return found.towns;
  const hasCode = /\d{4,5}/.test(written.replace(/\s/g, ''));
  if (!field.communes || (written.length < 3 && !hasCode)) return [];
  const lines = window.eliane.communes.search(field.communes, written).lines
    .filter((one) => hasCode || one.exact || one.covered || !found.pages.length);
  return lines.slice(0, hasCode || (lines[0] && lines[0].exact) ? 50 : 6);
}

/**
 * Help is said once, not at each letter.
 * @param {SearchField} field
 * @param {Emergency[]} list
 */
function showEmergencies(field, list) {
  const phrases = list.map((one) => one.phrase).join();
  if (phrases === field.calls) return;
  field.calls = phrases;
  const place = first(field.box, '.champ-urgences');
  place.textContent = '';
  list.forEach((one) => place.appendChild(emergencyBox(field, one)));
}

/**
 * @param {SearchField} field
 * @param {string} title
 * @param {HTMLElement[]} lines
 */
function showGroup(field, title, lines) {
  if (!lines.length) return;
  if (title) field.list.appendChild(element('h2', 'champ-groupe', title));
  const list = document.createElement('ul');
  list.append(...lines);
  field.list.appendChild(list);
}

/**
 * @param {SearchField} field
 * @param {SearchIndex} index
 * @param {Shown} shown
 */
function showLines(field, index, shown) {
  const words = field.words, pages = shown.pages;
  /** @param {Hit[]} hits */
  const lines = (hits) => hits.map((hit) => pageLine(field, index, hit));
  const communes = shown.communes.map((one) => (
    window.eliane.communes.line(/** @type {CommuneIndex} */ (field.communes), words, one)
  ));
  field.list.textContent = '';
  if (shown.placeFirst) showGroup(field, words.groupeVilles, communes);
  showGroup(field, shown.placeFirst ? words.groupeAutres : '', lines(pages.slice(0, FIRST_ONES)));
  if (!shown.placeFirst) showGroup(field, pages.length ? words.groupeCommunes : '', communes);
  Object.entries(GROUPS).forEach(([title, sorts]) => {
    const hits = pages.slice(FIRST_ONES).filter((hit) => sorts.includes(index.data.sortes[hit.document]));
    showGroup(field, words[title], lines(hits));
  });
}

/**
 * What the status line says.
 * @param {SearchField} field
 * @param {SearchIndex} index
 * @param {Shown} shown
 */
function told(field, index, shown) {
  const { words, communes } = field, { written, pages, found } = shown;
  /** @param {CommuneLine} one */
  const name = (one) => window.eliane.communes.nameOf(/** @type {CommuneIndex} */ (communes), one.name);
  if (!written) return document.activeElement === field.input ? words.fautes : '';
  if (shown.short) return words.court;
  if (found.emergencies.length && words.sur !== 'oui') return '';
  if (shown.nothing) return fill(words.rien, { mot: written });
  if (found.towns.length && !found.towns[0].covered && !pages.length) {
    return fill(words.loin, { nom: name(found.towns[0]) });
  }
  if (words.sur === 'faible') return fill(words.faible, { mot: written });
  if (words.sur === 'oui') {
    return shown.total === 1 ? words.une : fill(words.plusieurs, { nombre: shown.total });
  }
  if (!pages.length) return words.commune;
  const title = wordOf(index, pages[0]) || titleOf(field, index, pages[0]);
  return fill(words.vouliez, { mot: shown.placeFirst ? name(shown.communes[0]) : title });
}

/**
 * How sure what is shown is, for `data-sur`.
 * @param {Shown} shown
 */
function shownCertainty(shown) {
  if (!shown.total) return 'rien';
  if (shown.found.sure === 'oui' || (shown.communes.length && /^\d/.test(shown.written))) return 'oui';
  return !shown.placeFirst && shown.found.sure === 'faible' ? 'faible' : 'peut-etre';
}

/**
 * What is shown for a question, before it is.
 * @param {SearchField} field
 * @param {SearchIndex} index
 * @param {string} written
 * @returns {Shown}
 */
function prepare(field, index, written) {
  const found = answer(index, field.communes, written), sure = found.pages.length > 0 && found.pages[0].sure;
  const communes = amongCommunes(field, written, found);
  const short = written.replace(/\s/g, '').length < 3 && !sure && !communes.length;
  const pages = short ? [] : found.pages;
  return {
    written, found, communes, pages, short,
    nothing: written !== '' && !short && !pages.length && !communes.length,
    // « Landerneau » is a commune before it is a word in the name of a service.
    placeFirst: communes.length > 0 && (found.towns.length > 0 || (communes[0].covered && !sure)),
    total: pages.length + communes.length,
  };
}

/** @param {SearchField} field */
function show(field) {
  const written = field.input.value.trim(), { index, words } = field;
  if (written && !index) {
    load(field);
    field.status.say(words.attente);
    return;
  }
  if (!index || field.shown === written) return;
  field.shown = written;
  const shown = prepare(field, index, written), { found } = shown;
  showEmergencies(field, found.emergencies);
  showLines(field, index, shown);
  field.help.hidden = !shown.nothing && (found.sure !== 'faible' || found.emergencies.length > 0);
  words.total = String(shown.total);
  words.sur = shownCertainty(shown);
  field.status.say(told(field, index, shown));
}

/** @param {HTMLElement} box */
function installSearch(box) {
  const input = /** @type {HTMLInputElement} */ (first(box, 'input'));
  /** @type {SearchField} */
  const field = {
    box, input,
    words: sentencesOf(box),
    list: first(box, '.champ-liste'),
    help: first(box, '.champ-suite'),
    status: statusLine(first(box, '.champ-etat')),
    index: null, communes: null, asked: false,
    shown: '', // the question that is answered on the page
    calls: '', // the help that is on the page
  };
  // By keyboard, with the first letter: who passes by with Tab loads nothing.
  input.addEventListener('pointerdown', () => load(field));
  input.addEventListener('input', () => show(field));
  input.addEventListener('focus', () => {
    if (!input.value) field.status.say(field.words.fautes);
  });
  // Said too late, it would push the page under a reader who has gone on.
  input.addEventListener('blur', () => {
    if (!input.value) field.status.hush();
  });
  followKeys(box, input);
  // Coming back to the page, browsers put the words back into the field.
  if (input.value) show(field);
}

window.eliane = window.eliane || {};
window.eliane.search = { read: readIndex, search, hearAll, addressOf, emergencies, answer };
all('.champ[data-index]').forEach(installSearch);
