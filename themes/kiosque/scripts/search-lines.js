// What the field « Chercher » shows: a page as a link, help as a box.
import { line } from './field.js';
import { addressOf, SAID } from './index.js';
import { element, fill, link } from './page.js';

/**
 * @param {SearchField} field
 * @param {SearchIndex} index
 * @param {Hit} hit
 */
export function titleOf(field, index, hit) {
  return index.data.titres[hit.document] || field.words.pres;
}

/**
 * The words that led to a page, when they are not its title.
 * @param {SearchIndex} index
 * @param {Hit} hit
 */
export function wordOf(index, hit) {
  if (index.fieldOf[hit.phrase] !== SAID) return '';
  const at = hit.phrase - index.firstPhrase[hit.document];
  return index.data.dits[hit.document].split('|')[at - 1];
}

/**
 * @param {SearchField} field
 * @param {SearchIndex} index
 * @param {Hit} hit
 */
export function pageLine(field, index, hit) {
  const words = field.words, { sortes, numeros } = index.data;
  const number = numeros[hit.document], said = wordOf(index, hit);
  const made = link('carte-lien', '', words.racine + addressOf(index, hit.document));
  made.appendChild(element('strong', '', titleOf(field, index, hit)));
  const notes = [words['sorte' + sortes[hit.document].toUpperCase()]];
  if (number) notes.push(fill(words.fiche, { numero: number }));
  if (said && said !== String(number)) notes.push(fill(words.raison, { mot: said }));
  return line(made, [element('span', 'note', notes.join(' – '))]);
}

/**
 * The numbers that can be touched: the first as a button, one for messages within the sentence on writing.
 * @param {SearchField} field
 * @param {Emergency} one
 * @param {HTMLElement} calls
 * @param {HTMLElement} writing
 */
function addNumbers(field, one, calls, writing) {
  one.appels.forEach((call) => {
    // A public screen calls nobody: there, the number is only said.
    if (!call.numero || !field.words.appeler) return;
    const isMessage = call.lien.startsWith('sms'), isSecond = isMessage && calls.firstChild !== null;
    const text = fill(isMessage ? field.words.ecrire : field.words.appeler, { numero: call.numero });
    (isSecond ? writing : calls).append(' ', link(isSecond ? '' : 'bouton', text, call.lien));
  });
}

/**
 * Help, before all: a number in large letters, and how without a voice.
 * @param {SearchField} field
 * @param {Emergency} one
 */
export function emergencyBox(field, one) {
  const box = element('div', 'avis urgence'), pages = element('p', 'note');
  const calls = element('p', 'urgence-appels'), writing = element('p', '', one.ecrit);
  addNumbers(field, one, calls, writing);
  one.appels.forEach((call) => {
    if (!call.page) return;
    const text = call.numero ? fill(field.words.savoir, { numero: call.numero }) : one.phrase;
    pages.append(link('suite', text, field.words.racine + call.page), ' ');
  });
  box.appendChild(element('p', 'urgence-phrase', one.phrase));
  if (calls.firstChild) box.appendChild(calls);
  box.appendChild(writing);
  if (pages.firstChild) box.appendChild(pages);
  return box;
}
