// Reading tools: the panel below the band, and the voice.
import { all, sentencesOf, touched } from './scripts/page.js';

/** The panel: the program writes `outils.html` in here. Without a script nobody needs it. */
const PANEL = '__OUTILS__';

// --- Size, colours, spacing.

/** Shows which keys are pressed; « the colours of the system » press the key of those that they are now. */
function pressKeys() {
  const dark = 'matchMedia' in window && matchMedia('(prefers-color-scheme: dark)').matches;
  const state = window.eliane.settings.state.replace('ca', dark ? 'cs' : 'cc');
  all('[data-regle]').forEach((key) => {
    const rule = sentencesOf(key).regle;
    if (rule.length === 2) key.setAttribute('aria-pressed', String(state.includes(rule)));
  });
}

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} button
 */
function installPanel(panel, button) {
  const settings = window.eliane.settings;
  /** @param {boolean} isOpen */
  const open = (isOpen) => {
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) pressKeys();
  };
  const close = () => {
    open(false);
    button.focus();
  };
  button.addEventListener('click', () => open(panel.hidden));
  panel.addEventListener('click', (event) => {
    const key = touched(event, 'button'), rule = key && key.dataset.regle;
    if (!key) return;
    if (key.dataset.fermer) close();
    else if (rule === 'oublier') settings.forget();
    else if (rule) {
      const at = settings.state.indexOf(rule[0]);
      settings.change(settings.state.slice(0, at) + rule + settings.state.slice(at + 2));
    }
    pressKeys();
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
}

/**
 * Where no store is shared, the address of the next page carries the settings.
 * @param {HTMLElement | null} panel
 */
function carrySettings(panel) {
  const settings = window.eliane.settings;
  let wasUsed = false;
  document.addEventListener('click', (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (touched(event, 'a[href]'));
    if (!link || link.protocol !== location.protocol || link.host !== location.host) return;
    if (!/\.html$/.test(link.pathname) || link.pathname === location.pathname) return;
    const state = settings.state;
    if (settings.isShared(state)) return;
    if (state === settings.start && !wasUsed) return;
    const others = link.search.replace(/^\?|&?p=\w+/g, '');
    link.search = (others ? others + '&' : '') + 'p=' + state;
  });
  if (panel) panel.addEventListener('click', () => {
    wasUsed = true;
  });
  // A page that the browser kept whole comes back with the settings of then.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    settings.readAgain();
    pressKeys();
  });
}

// --- The voice: only one that is in the machine and speaks French; else the button is not there.

/** What is read: what is in sight, each text once. */
function textsToRead() {
  const texts = all('main h1, main h2, main h3, main h4, main p, main li, main dt, main dd');
  return texts.filter((one) => one.offsetParent && !one.closest('.no-print') && !one.querySelector('p, li'));
}

/**
 * @param {SpeechSynthesis} speech
 * @param {HTMLElement[]} buttons
 */
function installVoice(speech, buttons) {
  /** @type {SpeechSynthesisVoice | undefined} */
  let voice;
  const findVoice = () => {
    voice = speech.getVoices().find((one) => one.localService && /^fr\b/i.test(one.lang));
    buttons.forEach((button) => {
      button.hidden = !voice;
    });
  };
  /** @param {boolean} isReading */
  const show = (isReading) => buttons.forEach((button) => {
    button.textContent = isReading ? sentencesOf(button).arreter : sentencesOf(button).ecouter;
  });
  const stop = () => {
    speech.cancel();
    show(false);
  };
  const read = () => {
    const texts = textsToRead();
    texts.forEach((text, at) => {
      const phrase = new SpeechSynthesisUtterance((text.textContent || '').replace(/\s+/g, ' '));
      if (voice) Object.assign(phrase, { voice, lang: voice.lang, rate: 0.9 });
      if (at === texts.length - 1) phrase.onend = () => show(false);
      speech.speak(phrase);
    });
    show(texts.length > 0);
  };
  findVoice();
  if (speech.addEventListener) speech.addEventListener('voiceschanged', findVoice);
  buttons.forEach((button) => button.addEventListener('click', () => (speech.speaking ? stop() : read())));
  addEventListener('pagehide', stop);
  addEventListener('hashchange', stop);
}

function startReading() {
  const button = /** @type {HTMLElement | null} */ (document.querySelector('.outils-bouton'));
  if (button) {
    all('.entete').forEach((top) => top.insertAdjacentHTML('beforeend', PANEL));
    button.setAttribute('aria-controls', 'outils');
  }
  const panel = document.getElementById('outils'), listen = all('[data-ecouter]');
  if (panel && button) installPanel(panel, button);
  carrySettings(panel);
  if (window.speechSynthesis && listen.length) installVoice(speechSynthesis, listen);
}

startReading();
