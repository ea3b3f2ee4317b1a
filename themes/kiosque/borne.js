// A public screen: nothing of one visitor is left for the next. After a while without a sign of life it
// asks, waits, and goes home. WCAG 2.2.1: the warning stays 30 seconds, any key or touch answers it, and it
// may be answered as often as one likes.
import { cookieOf, setCookie, store, storedIn } from './scripts/memory.js';
import { all, first, sentencesOf, touched } from './scripts/page.js';

const VISIT = 'eliane.seance', OURS = 'eliane.', LOOK_MS = 500;

// --- The number of the visit, counted and nothing else.

function visit() {
  return Math.max(Number(cookieOf(VISIT)) || 0, Number(storedIn(VISIT)) || 0);
}

/** @param {string} number */
function writeVisit(number) {
  setCookie(VISIT, number);
  store(VISIT, number);
}

function forgetAll() {
  [() => localStorage, () => sessionStorage].forEach((storage) => {
    try {
      const place = storage();
      Object.keys(place).filter((key) => key.startsWith(OURS)).forEach((key) => place.removeItem(key));
    } catch { /* nothing was kept there either */ }
  });
  document.cookie.split('; ').forEach((one) => {
    const name = one.split('=')[0];
    if (name.startsWith(OURS)) document.cookie = name + '=; path=/; max-age=0; SameSite=Lax';
  });
  document.querySelectorAll('input').forEach((field) => {
    field.value = '';
  });
}

/**
 * Home, without the query, which may carry the reading settings of the one who leaves.
 * @param {HTMLAnchorElement} home
 */
function goHome(home) {
  location.replace(home.href.split('?')[0]);
}

/**
 * A page that an earlier visitor opened is not shown again by « page précédente ».
 * @param {HTMLAnchorElement} home
 */
function recognise(home) {
  const state = history.state && typeof history.state === 'object' ? history.state : {}, number = visit();
  if (state.seance === number) return;
  // Written first: an entry that kept its number would send the home page to itself for ever.
  const isNew = state.seance === undefined;
  history.replaceState(isNew ? { ...state, seance: number } : { seance: number }, '');
  if (!isNew) goHome(home);
}

function stopFilms() {
  document.querySelectorAll('video').forEach((film) => film.pause());
}

/**
 * Calls `act` for each touch and key, and `see` for what moves by itself.
 * @param {HTMLDialogElement} warning
 * @param {() => void} act
 * @param {() => void} see
 */
function watchForLife(warning, act, see) {
  ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'].forEach((sign) => {
    document.addEventListener(sign, (event) => {
      // The two buttons of the warning answer for themselves.
      if (!warning.open || !touched(event, 'button')) act();
    }, { capture: true, passive: true });
  });
  document.addEventListener('scroll', () => {
    if (!warning.open) see();
  }, { passive: true });
  // Whoever watches a film touches nothing. A film that plays moves on, and ends: it cannot hold the screen
  // for ever.
  document.addEventListener('timeupdate', (event) => {
    const film = /** @type {HTMLVideoElement} */ (event.target);
    if (!warning.open && !film.paused) see();
  }, true);
}

/**
 * @param {HTMLAnchorElement} home
 * @param {HTMLDialogElement} warning
 */
function startEndOfVisit(home, warning) {
  const words = sentencesOf(warning), rest = first(document, '#veille-reste');
  const goOn = first(document, '#veille-continuer');
  const idleMs = Number(words.attente) * 1000, delay = Number(words.delai);
  let lastSign = Date.now(), end = 0;
  const see = () => {
    lastSign = Date.now();
  };
  const act = () => {
    see();
    if (warning.open) warning.close();
  };
  /** @param {number} seconds */
  const tellRest = (seconds) => {
    rest.textContent = words.reste.replace('{secondes}', String(seconds));
  };
  const leave = () => {
    clearInterval(guard);
    stopFilms();
    const next = visit() + 1;
    forgetAll();
    writeVisit(String(next));
    goHome(home);
  };
  const look = () => {
    if (warning.open) {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds <= 0) leave();
      // Every ten seconds, then the last ten: a screen reader is not flooded.
      else if (seconds % 10 === 0 || seconds === delay || !rest.textContent) tellRest(seconds);
    } else if (Date.now() - lastSign > idleMs) {
      end = Date.now() + delay * 1000;
      tellRest(delay);
      stopFilms();
      warning.showModal();
      goOn.focus();
    }
  };
  const guard = setInterval(look, LOOK_MS);
  watchForLife(warning, act, see);
  goOn.addEventListener('click', act);
  first(document, '#veille-fini').addEventListener('click', leave);
  warning.addEventListener('cancel', act);
  home.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  window.addEventListener('pageshow', () => recognise(home));
  all('input').forEach((field) => field.setAttribute('autocomplete', 'off'));
}

/** Pages that have no end of visit have neither of the two. */
function startPublicScreen() {
  const home = /** @type {HTMLAnchorElement | null} */ (document.getElementById('fini'));
  const warning = /** @type {HTMLDialogElement | null} */ (document.getElementById('veille'));
  if (home && warning) startEndOfVisit(home, warning);
}

startPublicScreen();
