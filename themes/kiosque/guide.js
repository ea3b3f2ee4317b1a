// A guide one étape at a time, its pictures large, its address copied. The étape shown is the target of the
// address: style.css hides the others, so « Suivant » is a link, « back » goes back, and an address leads
// to the étape that somebody was looking at.
import { all, first, sentencesOf } from './scripts/page.js';

const ROOT = document.documentElement;

/**
 * @param {string} selector
 * @param {(touched: HTMLElement, event: MouseEvent) => void} act
 */
function onClick(selector, act) {
  all(selector).forEach((one) => one.addEventListener('click', (event) => act(one, event)));
}

/** @param {MouseEvent | KeyboardEvent} event */
function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}

// --- One étape at a time.

function byStep() {
  return ROOT.getAttribute('data-lecture') === 'pas';
}

function target() {
  return document.getElementById(location.hash.slice(1));
}

function currentStep() {
  const found = target();
  return /** @type {HTMLElement | null} */ (found && found.closest('.etape'));
}

/** @param {HTMLElement} step */
function numberOf(step) {
  return first(step, '.repere').textContent;
}

/**
 * Moves the reader, and says where: the heading has the focus, the number is announced.
 * @param {HTMLElement} place
 * @param {HTMLElement} announced
 */
function arrive(place, announced) {
  const heading = place.querySelector('h2');
  if (heading) heading.focus({ preventScroll: byStep() });
  if (byStep()) announced.textContent = numberOf(place);
}

/**
 * The whole guide, from a place of it on.
 * @param {HTMLElement | null} place
 * @param {HTMLElement} announced
 */
function showWhole(place, announced) {
  ROOT.removeAttribute('data-lecture');
  announced.textContent = '';
  if (!place) return;
  place.scrollIntoView();
  arrive(place, announced);
}

/**
 * The address changed: to an étape, to something within one, or to what stands outside.
 * @param {HTMLElement} announced
 */
function follow(announced) {
  const step = currentStep();
  if (!byStep()) return;
  if (!step) showWhole(target(), announced);
  else if (step !== target()) location.replace('#' + step.id);
  else arrive(step, announced);
}

/**
 * Arrows lead to the étape before and after, but where they have another use.
 * @param {KeyboardEvent} event
 */
function turnPage(event) {
  const sense = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  const step = currentStep(), within = /** @type {Element} */ (event.target);
  if (!sense || !step || !byStep() || event.altKey || hasModifier(event)) return;
  if (document.querySelector('#loupe[open]')) return;
  if (/^(INPUT|TEXTAREA|SELECT|VIDEO)$/.test(within.tagName)) return;
  const next = document.getElementById('etape-' + (Number(step.id.slice(6)) + sense));
  if (next) location.hash = '#' + next.id;
}

/** @param {HTMLElement} announced */
function installSteps(announced) {
  onClick('button[data-lecture="pas"]', () => {
    const step = currentStep();
    ROOT.setAttribute('data-lecture', 'pas');
    if (step) arrive(step, announced);
    else location.hash = '#etape-1';
  });
  onClick('button[data-lecture="entier"]', () => showWhole(currentStep(), announced));
  addEventListener('hashchange', () => follow(announced));
  addEventListener('keydown', turnPage);
  if (!byStep()) return;
  const step = currentStep();
  if (step) announced.textContent = numberOf(step);
  else showWhole(null, announced);
}

// --- Pictures: the link leads to the picture; here it opens over the page.

/** @param {HTMLDialogElement} magnifier */
function installPictures(magnifier) {
  onClick('.agrandir', (link, event) => {
    if (hasModifier(event)) return;
    event.preventDefault();
    const picture = /** @type {HTMLElement} */ (first(link, 'img').cloneNode());
    picture.removeAttribute('width');
    picture.removeAttribute('height');
    all('img', magnifier).forEach((old) => old.remove());
    magnifier.appendChild(picture);
    magnifier.showModal();
  });
  magnifier.addEventListener('click', () => magnifier.close());
}

// --- Paper, and the address.

/**
 * Over plain http there is no clipboard to write to: the old command does it.
 * @param {HTMLElement} button
 * @param {string} address
 */
function copyByCommand(button, address) {
  const field = document.createElement('textarea');
  let copied = false;
  field.value = address;
  (button.parentNode || document.body).appendChild(field);
  field.select();
  try {
    copied = document.execCommand('copy');
  } catch { /* told by the page */ }
  field.remove();
  button.focus();
  return copied;
}

/** @param {HTMLElement} button */
function copyAddress(button) {
  const line = first(document, '[data-copie]'), words = sentencesOf(line);
  const address = sentencesOf(button).copier;
  /** @param {boolean} copied */
  const say = (copied) => {
    line.textContent = copied ? words.copie : words.rate;
  };
  const byCommand = () => say(copyByCommand(button, address));
  if (navigator.clipboard) navigator.clipboard.writeText(address).then(() => say(true), byCommand);
  else byCommand();
}

function startGuide() {
  const announced = document.getElementById('etape-dite');
  const magnifier = /** @type {HTMLDialogElement | null} */ (document.getElementById('loupe'));
  if (!announced) return;
  installSteps(announced);
  if (magnifier && 'showModal' in magnifier) installPictures(magnifier);
  onClick('[data-imprimer]', () => print());
  onClick('[data-copier]', copyAddress);
}

startGuide();
