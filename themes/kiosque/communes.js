// The field « code postal ou commune »: shows communes as links, and never chooses for the reader. The
// data, all communes of France, come with another script when the field is first used.
import { completeCommunes, inseeOf, nameOf, readCommunes } from './scripts/commune-index.js';
import { key } from './scripts/commune-key.js';
import { namedCommunes } from './scripts/commune-named.js';
import { searchCommunes } from './scripts/commune-search.js';
import { followKeys, line, statusLine } from './scripts/field.js';
import { all, element, fill, first, link, loadScript, sentencesOf } from './scripts/page.js';
import { split } from './scripts/words.js';

/** Questions of nobody: browsers run faster what they ran before, and the reader's is not the first. */
const WARM_UP = ['saintz', 'landernau', 'brets', 'lnaderneau', '29800'];

/**
 * The address of a commune that the site covers; of another, the page of its département or of France. The
 * page of a need goes on to what there is for that need.
 * @param {Sentences} words addresses of the field, among its sentences
 * @param {DepartementData} departement
 * @param {string} name
 * @param {string} insee
 */
function communeAddress(words, departement, name, insee) {
  const root = words.racine + 'territoires/', end = words.suffixe, folder = departement.code.toLowerCase();
  if (insee) return root + folder + '/' + split(name).join('-') + '-' + insee.toLowerCase() + end;
  const page = (departement.page ? folder : 'france') + '.html';
  return root + page + (words.besoin ? '#besoin-' + words.besoin : departement.page ? '#hors' : '');
}

/**
 * A commune as a link. Honest about one that the site does not cover, and never an empty end.
 * @param {CommuneIndex} index
 * @param {Sentences} words
 * @param {CommuneLine} one
 */
function communeLine(index, words, one) {
  const name = nameOf(index, one.commune), insee = inseeOf(index, one.commune);
  const departement = index.departements[index.departement[one.commune]];
  const departementName = departement.nom.replace(/'/g, '’'), isOwn = one.name === one.commune;
  const where = `${departementName} (${departement.code})`;
  const note = isOwn ? where : fill(words.voir, { nom: name }) + ' – ' + where;
  const made = link('carte-lien', '', communeAddress(words, departement, name, insee));
  made.appendChild(element('strong', '', isOwn ? name : nameOf(index, one.name)));
  const beside = [element('span', 'note', note)];
  if (!insee) {
    const page = departement.page ? fill(words.horsDepartement, { nom: departementName }) : words.horsFrance;
    beside.push(element('span', 'hors', `${words.hors} ${page}.`));
  }
  return line(made, beside);
}

/** @param {CommuneField} field */
function loadFrance(field) {
  if (field.asked) return;
  field.asked = true;
  field.words.etat = 'attente';
  loadScript(field.words.donnees, () => {
    const index = readCommunes(window.elianeCommunes);
    field.index = window.eliane.communes.index = index;
    field.words.etat = 'pret';
    showCommunes(field);
    completeCommunes(index, () => WARM_UP.forEach((question) => searchCommunes(index, question)));
  }, () => {
    field.asked = false;
    field.words.etat = 'panne';
    field.status.say(field.words.panne);
    field.help.hidden = false;
  });
}

/**
 * What the status line says.
 * @param {Sentences} words
 * @param {string} written
 * @param {CommuneAnswer} found
 */
function toldOf(words, written, found) {
  if (!written) return '';
  if (found.short) return words.deuxLettres;
  if (!found.total) return words.rien;
  if (found.total === 1) return words.une;
  return found.more ? words.trop : fill(words.plusieurs, { nombre: found.total });
}

/** @param {CommuneField} field */
function showCommunes(field) {
  const written = field.input.value.trim(), { index, words } = field;
  if (written && !index) {
    loadFrance(field);
    field.status.say(words.attente);
    return;
  }
  if (!index || field.shown === written) return;
  field.shown = written;
  const found = searchCommunes(index, written), list = document.createElement('ul');
  list.append(...found.lines.map((one) => communeLine(index, words, one)));
  field.list.textContent = '';
  if (found.lines.length) field.list.appendChild(list);
  field.help.hidden = !written || found.total > 0 || found.short;
  words.total = String(found.total);
  field.status.say(toldOf(words, written, found));
}

/** @param {HTMLElement} box */
function installCommunes(box) {
  const input = /** @type {HTMLInputElement} */ (first(box, 'input'));
  /** @type {CommuneField} */
  const field = {
    box, input,
    words: sentencesOf(box),
    list: first(box, '.champ-liste'),
    help: first(box, '.champ-suite'),
    status: statusLine(first(box, '.champ-etat')),
    index: null, asked: false,
    shown: '', // the question that is answered on the page
  };
  box.hidden = false;
  // By keyboard, with the first letter: who passes by with Tab loads nothing.
  input.addEventListener('pointerdown', () => loadFrance(field));
  input.addEventListener('input', () => showCommunes(field));
  followKeys(box, input);
  // Coming back to the page, browsers put the words back into the field.
  if (input.value) showCommunes(field);
}

window.eliane = window.eliane || {};
window.eliane.communes = {
  key, read: readCommunes, complete: completeCommunes, search: searchCommunes, named: namedCommunes, nameOf,
  line: communeLine,
};
all('.champ[data-donnees]').forEach(installCommunes);
