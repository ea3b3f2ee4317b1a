// Gathers the guides whose boxes are ticked into one print of the browser's. Their texts come as scripts:
// by file:// a page reads no other page.
import { all, first, loadScript, sentencesOf } from './scripts/page.js';

/** Texts by number of guide. @type {Map<string, string>} */
const TEXTS = new Map();

/** @returns {HTMLInputElement[]} */
function tickedBoxes() {
  return Array.from(document.querySelectorAll('#choix input:checked'));
}

/**
 * Calls `then` once, when all have called what they are given.
 * @template T
 * @param {T[]} list
 * @param {(one: T, done: () => void) => void} start
 * @param {() => void} then
 */
function whenAll(list, start, then) {
  let left = list.length;
  if (!left) then();
  list.forEach((one) => start(one, () => {
    left -= 1;
    if (left === 0) then();
  }));
}

/**
 * @param {HTMLInputElement} box
 * @param {() => void} done
 */
function loadText(box, done) {
  if (TEXTS.has(box.value)) done();
  else loadScript(sentencesOf(box).morceau, done, done);
}

/**
 * A guide as a sheet. Two guides have an étape 1 each: their anchors are of no use on paper.
 * @param {string} text
 */
function sheetOf(text) {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  const sheet = document.createElement('article');
  all('[id]', body).forEach((one) => one.removeAttribute('id'));
  all('.no-print', body).forEach((one) => one.remove());
  sheet.className = 'feuille';
  while (body.firstChild) sheet.appendChild(document.adoptNode(body.firstChild));
  return sheet;
}

/**
 * @param {HTMLImageElement} picture
 * @param {() => void} done
 */
function waitForPicture(picture, done) {
  picture.onload = picture.onerror = done;
}

/**
 * Puts the texts on the page, and prints them once their pictures are there.
 * @param {HTMLElement} sheets
 * @param {HTMLInputElement[]} boxes
 * @returns {boolean} whether all texts were there
 */
function printTexts(sheets, boxes) {
  sheets.textContent = '';
  boxes.forEach((box) => {
    const text = TEXTS.get(box.value);
    if (text) sheets.appendChild(sheetOf(text));
  });
  if (boxes.some((box) => !TEXTS.has(box.value))) return false;
  const pictures = Array.from(sheets.querySelectorAll('img')).filter((picture) => !picture.complete);
  whenAll(pictures, waitForPicture, () => window.print());
  return true;
}

/**
 * @param {HTMLElement} sheets
 * @param {HTMLElement} status
 * @param {HTMLButtonElement} button
 */
function installGathering(sheets, status, button) {
  const words = sentencesOf(status);
  const count = () => {
    const number = tickedBoxes().length;
    const sentence = number === 0 ? words.aucun : number === 1 ? words.un : words.plusieurs;
    status.textContent = sentence.replace('{nombre}', String(number));
    button.disabled = number === 0;
  };
  button.addEventListener('click', () => {
    const boxes = tickedBoxes();
    whenAll(boxes, loadText, () => {
      if (!printTexts(sheets, boxes)) status.textContent = words.panne;
    });
  });
  first(document, '#choix').addEventListener('change', count);
  count();
}

function startGathering() {
  const sheets = document.getElementById('feuilles'), status = document.getElementById('composer-etat');
  const button = /** @type {HTMLButtonElement | null} */ (document.getElementById('composer'));
  if (!sheets || !status || !button) return;
  // Called by each text: papier/fiche-412.js.
  window.elianeFiche = (number, text) => {
    TEXTS.set(String(number), text);
  };
  installGathering(sheets, status, button);
}

startGathering();
