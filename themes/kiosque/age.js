// Pages grow old by themselves, on a machine that nobody looks after: on the day that a sheet says, its
// notice changes, and among answers it goes after fresher ones; what had to be done by a day goes: the
// words are those of a page made on that day. A clock that stands before the day of the build is wrong, is
// not believed, and is told. Nothing ever grows younger.
import { all, element, first, sentencesOf } from './scripts/page.js';

const BUILT = '0000-00-00'; // the day of the build, written in here
const HOUR_MS = 3600000;
/** A notice and its sentences: the program writes `age.html` in here. */
const NOTICE = '__AGE__';
/** @type {Record<string, number>} */
const AGES = { verifie: 0, a_reverifier: 1, jamais: 2, perime: 3 };

/** @param {string | undefined} age */
function rankOfAge(age) {
  return AGES[age || ''] || 0;
}

/** @param {Date} date as `BUILT` is written */
function isoDay(date) {
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, '0');
  return date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate());
}

/** @param {Date} date */
function inWords(date) {
  const words = date.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });
  return words.replace(/^1 /, '1er ');
}

// --- The notice of a sheet.

/**
 * A notice with its two sentences, from the template.
 * @param {HTMLTemplateElement} template
 * @param {string} title
 * @param {string} text
 */
function noticeOf(template, title, text) {
  const notice = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  first(notice, 'strong').textContent = title;
  all('p', notice)[1].textContent = text;
  return notice;
}

/**
 * The day that the line below promised has passed: the notice says so.
 * @param {HTMLElement} notice
 * @param {string} promise
 */
function dropPromise(notice, promise) {
  const below = notice.nextElementSibling;
  if (!below || !below.classList.contains('verif')) return;
  below.childNodes.forEach((node) => {
    if (node instanceof Text) node.data = node.data.replace(promise, '');
  });
}

/**
 * @param {HTMLTemplateElement} template
 * @param {HTMLElement} notice
 * @param {string} age
 */
function warn(template, notice, age) {
  const words = sentencesOf(template), own = sentencesOf(notice);
  const suffix = age === 'perime' ? 'Perime' : 'AReverifier';
  const sentence = own.phrase || words['avis' + suffix].replace('{date}', own.dit);
  notice.textContent = '';
  notice.appendChild(noticeOf(template, words['titre' + suffix], sentence + ' ' + own.conseil));
  notice.hidden = false;
  notice.dataset.age = age;
  dropPromise(notice, ' ' + words.promis.replace('{date}', own.dit));
  const sheet = /** @type {HTMLElement | null} */ (notice.closest('[data-rang]'));
  if (!sheet) return;
  sheet.dataset.age = age;
  all('.verdict strong', sheet).slice(0, 1).forEach((verdict) => {
    verdict.textContent = words.mais;
  });
}

// --- The clock.

/**
 * Wherever the pages were made, their day began fourteen hours before midnight in London: a clock that
 * stands before it is wrong.
 * @param {HTMLTemplateElement} template
 * @param {Date} now
 */
function checkClock(template, now) {
  const shown = document.getElementById('horloge'), main = document.querySelector('main');
  const [year, month, day] = BUILT.split('-').map(Number), words = sentencesOf(template);
  const isLate = now.getTime() < Date.UTC(year, month - 1, day) - 14 * HOUR_MS;
  if (shown && !isLate) shown.remove();
  if (shown || !isLate || !main) return;
  const box = document.createElement('div'), sentence = words.avisHorloge;
  box.id = 'horloge';
  box.className = 'avis';
  box.appendChild(noticeOf(template, words.titreHorloge, sentence.replace('{jour}', inWords(now))
    .replace('{fait}', inWords(new Date(year, month - 1, day)))));
  main.appendChild(box);
}

// --- The order of answers.

/**
 * As the program does it: what counts before the age, then the age; ties stay as they were. A road that a
 * curator wrote keeps its place.
 */
function reorder() {
  all('.reponse').forEach((answer) => {
    const sheets = all('[data-rang]', answer);
    if (sheets.length < 2 || answer.querySelector('.route')) return;
    const after = sheets[sheets.length - 1].nextSibling, parent = after ? after.parentNode : answer;
    const sorted = sheets.map((sheet, place) => (
      { sheet, rank: Number(sheet.dataset.rang), age: rankOfAge(sheet.dataset.age), place }
    ));
    sorted.sort((one, other) => one.rank - other.rank || one.age - other.age || one.place - other.place);
    sorted.forEach(({ sheet }) => parent && parent.insertBefore(sheet, after));
  });
}

/** @param {HTMLTemplateElement} template */
function growOld(template) {
  const now = new Date(), today = isoDay(now);
  let hasChanged = false;
  checkClock(template, now);
  if (today < BUILT || now.getFullYear() > 9999) return;
  all('[data-revoir]').forEach((notice) => {
    const { perime, revoir } = sentencesOf(notice);
    const age = today > perime ? 'perime' : today > revoir ? 'a_reverifier' : '';
    if (rankOfAge(age) <= rankOfAge(notice.dataset.age)) return;
    warn(template, notice, age);
    hasChanged = true;
  });
  // What had to be done by a day that is past is no longer to be done.
  all('[data-jusqu]').forEach((notice) => {
    if (today > sentencesOf(notice).jusqu) notice.hidden = true;
  });
  if (hasChanged) reorder();
}

function startAges() {
  const holder = element('div');
  holder.innerHTML = NOTICE;
  const template = /** @type {HTMLTemplateElement | null} */ (holder.firstElementChild);
  if (!template || !template.content) return;
  const look = () => growOld(template);
  look();
  // A page that is never left grows old too.
  setInterval(look, HOUR_MS);
  addEventListener('pageshow', look);
}

startAges();
