// The index of the site as the browser gets it; `src/search/data.rs` writes it, and says how.
import { hear } from './sound.js';

export const TITLE = 0, SAID = 1, INSIDE = 2;

/** Words whose letters are looked at in one go, between two signs of life of the page. */
const AT_ONCE = 300;

/** @param {number} code of a sign: the quotation mark and the backslash are not used */
export function sign(code) {
  return code < 92 ? code - 35 : code - 36;
}

/**
 * Numbers, each the low part first, a sign of the second half when more follows.
 * @param {string} text
 */
export function numbers(text) {
  const found = [];
  for (let at = 0, sum = 0, times = 1; at < text.length; at++) {
    const value = sign(text.charCodeAt(at));
    sum += value % 45 * times;
    times *= 45;
    if (value < 45) {
      found.push(sum);
      sum = 0;
      times = 1;
    }
  }
  return found;
}

/**
 * Which letters a word has, one bit each: words that differ by more than a slip or two are left out at
 * once.
 * @param {string} word
 */
export function bits(word) {
  let found = 0;
  for (let at = 0; at < word.length; at++) found |= 1 << (word.charCodeAt(at) & 31);
  return found;
}

/**
 * Whose phrase each one is, and where it stands: the title, what people say, then the inside.
 * @param {SearchIndex} index
 * @param {SearchData} data
 */
function placePhrases(index, data) {
  for (let document = 0, phrase = 0; document < index.count; document++) {
    const said = data.nombres[document], many = 1 + said + Number(data.dedans[document]);
    index.firstPhrase.push(phrase);
    for (let at = 0; at < many; at++, phrase++) {
      index.documentOf[phrase] = document;
      index.fieldOf[phrase] = at === 0 ? TITLE : at <= said ? SAID : INSIDE;
      index.sizeOf[phrase] = sign(data.tailles.charCodeAt(phrase));
    }
  }
}

/**
 * @param {SearchData} data
 * @returns {SearchIndex}
 */
export function readIndex(data) {
  const words = data.mots.split(' '), count = words.length, phrases = data.tailles.length;
  /** @type {SearchIndex} */
  const index = {
    data,
    endings: data.fins,
    rules: {},
    emptyWords: new Set(data.vides.split(' ')),
    words,
    sounds: data.ouies.split(' '),
    steps: data.phrases.split(' '),
    count: data.titres.length,
    documentOf: new Uint16Array(phrases),
    fieldOf: new Uint8Array(phrases),
    sizeOf: new Uint8Array(phrases),
    firstPhrase: [],
    letterBits: new Int32Array(count),
    soundBits: new Int32Array(count),
    letterCounts: new Uint8Array(count),
    soundCounts: new Uint8Array(count),
    hasDigit: new Uint8Array(count),
    examined: 0, // words whose letters were looked at
    cries: null, // read when somebody writes, or before, while nobody waits
    knownPhrases: new Map(),
    knownAlike: new Map(),
  };
  data.sons.forEach((rule) => {
    const letter = rule[0][0];
    (index.rules[letter] = index.rules[letter] || []).push(rule);
  });
  placePhrases(index, data);
  return index;
}

/**
 * Looks at the letters of some more words, all of them at last: an old machine feels it, so it is done
 * while nobody waits.
 * @param {SearchIndex} index
 * @param {number} many
 */
export function examine(index, many) {
  const end = Math.min(index.examined + many, index.words.length);
  for (let at = index.examined; at < end; at++) {
    const word = index.words[at], sound = index.sounds[at];
    index.letterBits[at] = bits(word);
    index.letterCounts[at] = word.length;
    index.soundBits[at] = bits(sound);
    index.soundCounts[at] = sound.length;
    if (/\d/.test(word)) index.hasDigit[at] = 1;
  }
  index.examined = end;
}

/**
 * Looks at all of them, a few at a time.
 * @param {SearchIndex} index
 * @param {() => void} done
 */
export function completeIndex(index, done) {
  examine(index, AT_ONCE);
  if (index.examined < index.words.length) setTimeout(completeIndex, 0, index, done);
  else done();
}

/**
 * Where the pages of each sort are. The letters are those of `Sort::letter` in `src/search/`.
 * @type {Record<string, string>}
 */
const FOLDERS = {
  g: 'guides/', r: 'guides/', s: 'services/', p: 'produits/', b: 'besoins/', c: 'cas/', l: 'roles/',
  m: 'glossaire.html#mot-', t: '',
};

/**
 * The address of a page. One that begins with « / » is whole; pages are named without their end.
 * @param {SearchIndex} index
 * @param {number} document
 */
export function addressOf(index, document) {
  const written = index.data.adresses[document];
  const whole = written[0] === '/' ? written.slice(1) : FOLDERS[index.data.sortes[document]] + written;
  return whole.includes('.html') ? whole : whole + '.html';
}

/**
 * The phrases that hold a word.
 * @param {SearchIndex} index
 * @param {number} word
 */
export function phrasesOf(index, word) {
  const known = index.knownPhrases.get(word);
  if (known) return known;
  let phrase = 0;
  const found = numbers(index.steps[word]).map((step) => (phrase += step));
  index.knownPhrases.set(word, found);
  return found;
}

/**
 * Where a word stands, or -1.
 * @param {SearchIndex} index
 * @param {string} word
 */
export function placeOf(index, word) {
  let from = 0;
  for (let to = index.words.length; from < to;) {
    const middle = (from + to) >> 1;
    if (index.words[middle] < word) from = middle + 1;
    else to = middle;
  }
  return index.words[from] === word ? from : -1;
}

/**
 * Words written as one.
 * @param {SearchIndex} index
 * @param {Heard[]} words
 * @returns {Heard}
 */
export function glued(index, words) {
  const letters = words.map((word) => word.letters).join('');
  return { letters, sound: hear(index, letters) };
}
