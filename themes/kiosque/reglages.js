// The reader's settings, applied before the first paint; nothing about the person is kept, only letters
// such as « t2cse1 »: size t1 t2 t3, colours c + a (those of the system), c (light), s (dark), x (very
// contrasted), spacing e0 e1.
import { cookieOf, dropCookie, setCookie, store, storedIn } from './scripts/memory.js';

const NAME = 'eliane.lecture', START = 't1cae0', FORM = /^t[123]c[acsx]e[01]$/;
const ROOT = document.documentElement, IS_FILE = !/^https?:$/.test(location.protocol);
/** @type {Record<string, string>} */
const SIZES = { 2: '2', 3: '3' };
/** @type {Record<string, string>} */
const COLOURS = { c: 'clair', s: 'sombre', x: 'contraste' };

/** @param {string | undefined} text */
function valid(text) {
  return FORM.test(text || '') ? text || '' : '';
}

function inCookie() {
  return valid(cookieOf(NAME));
}

function inStore() {
  return valid(storedIn(NAME));
}

/** @param {string} state */
function keep(state) {
  setCookie(NAME, state);
  // Where both are refused, the address will carry it.
  if (!IS_FILE || inCookie() !== state) store(NAME, state);
}

/**
 * @param {string} name
 * @param {string | undefined} value
 */
function setAttribute(name, value) {
  if (value) ROOT.setAttribute(name, value);
  else ROOT.removeAttribute(name);
}

/** @param {string} state */
function apply(state) {
  settings.state = state;
  setAttribute('data-taille', SIZES[state[1]]);
  setAttribute('data-couleurs', COLOURS[state[3]]);
  setAttribute('data-espace', state[5] === '1' ? 'large' : '');
}

/** @type {Settings} */
const settings = {
  state: START,
  start: START,
  change(state) {
    apply(state);
    keep(state);
  },
  forget() {
    dropCookie(NAME);
    store(NAME, '');
    apply(START);
  },
  // The cookie is asked first: it cannot be out of date.
  readAgain() {
    apply(inCookie() || inStore() || START);
  },
  // Does the next page know without being told by its address?
  isShared(state) {
    return (IS_FILE ? inCookie() : inStore() || inCookie()) === state;
  },
};

/** Settings that came with the address: one that is kept or sent must not carry those of today. */
function takeFromAddress() {
  const told = valid((location.search.match(/[?&]p=([^&]*)/) || [])[1]);
  if (!told) return false;
  settings.change(told);
  const rest = location.search.replace(/([?&])p=\w+&?/, '$1').replace(/[?&]$/, '');
  try {
    history.replaceState(null, '', location.pathname + rest + location.hash);
  } catch { /* it stays */ }
  return true;
}

window.eliane = window.eliane || {};
window.eliane.settings = settings;
ROOT.setAttribute('data-script', '');
// An address that names an étape shows that étape alone; guide.js puts the whole page back if there is
// none.
if (/^#etape-\d+$/.test(location.hash)) ROOT.setAttribute('data-lecture', 'pas');
if (!takeFromAddress()) settings.readAgain();
// Asked for now, the typeface is there when the page is laid out; without it, the face of the system does.
if (document.fonts && document.fonts.load) ['400', '700'].forEach((weight) => {
  document.fonts.load(weight + ' 1em "Atkinson Hyperlegible Next"').catch(() => {});
});
