// The number pad: « fiche 412 », said on the telephone, is touched digit by digit. It shows the guide's
// name, and never opens it by itself.
import { first, link, sentencesOf, touched } from './scripts/page.js';

const MOST_DIGITS = 4;

/** @param {string} test what `data-numero` must be: `="412"`, `^="41"` */
function findGuide(test) {
  return /** @type {HTMLAnchorElement | null} */ (document.querySelector(`.numeros a[data-numero${test}]`));
}

/** @param {HTMLElement} pad */
function installPad(pad) {
  const screen = first(document, '#pave-ecran'), answer = first(document, '#pave-reponse');
  const words = sentencesOf(pad);
  let number = '';
  /** @param {string} sentence */
  const say = (sentence) => sentence.replace('{numero}', number);
  const show = () => {
    answer.textContent = '';
    if (!number) {
      screen.textContent = words.vide;
      return;
    }
    const guide = findGuide(`="${number}"`);
    screen.textContent = say(words.compose) + (guide ? ' ' + first(guide, 'span').textContent : '');
    if (guide) answer.appendChild(link('bouton', say(words.ouvrir), guide.getAttribute('href') || ''));
    else if (!findGuide(`^="${number}"`)) screen.textContent = say(words.aucun);
  };
  /** @param {string} digit no number begins with 0 */
  const add = (digit) => {
    if (number.length < MOST_DIGITS && (number || digit !== '0')) number += digit;
  };
  pad.addEventListener('click', (event) => {
    const key = touched(event, 'button');
    if (!key) return;
    if (key.id === 'pave-effacer') number = '';
    else add(key.dataset.chiffre || '');
    show();
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^[0-9]$/.test(event.key)) add(event.key);
    else if (event.key === 'Backspace') number = number.slice(0, -1);
    else return;
    show();
  });
  pad.hidden = false;
}

function startPad() {
  const pad = document.getElementById('pave');
  if (pad) installPad(pad);
}

startPad();
