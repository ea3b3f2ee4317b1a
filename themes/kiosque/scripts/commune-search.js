// What a reader may mean by a postal code or a name.
import { BEGINS, readAll, readName } from './commune-index.js';
import { beginning, lengthOf, misspelt } from './commune-find.js';
import { FEW, Harvest } from './commune-harvest.js';
import { wordsOf } from './commune-key.js';

/** @type {CommuneAnswer} */
const NOTHING = { total: 0, lines: [], more: false, short: false };
/** @type {CommuneAnswer} */
const TOO_SHORT = { total: 0, lines: [], more: false, short: true };
/** What may stand before a name, and is seldom written. */
const ARTICLES = ['', 'le', 'la', 'les', 'l'];
/** Places inside names that are looked at, at most. */
const MOST_INSIDE = 400;

/**
 * @param {CommuneIndex} index
 * @param {string} digits
 */
export function byCode(index, digits) {
  if (digits.length < 4) return TOO_SHORT;
  if (digits.length > 5) return NOTHING;
  // « 1400 » is 01400 without its zero, as spreadsheets write it.
  const code = Number(digits), harvest = new Harvest(index), codes = readAll(index);
  for (let place = codes.indexOf(code); place > 0; place = codes.indexOf(code, place + 1)) {
    for (let name = index.code.indexOf(place); name >= 0; name = index.code.indexOf(place, name + 1)) {
      harvest.add(name, 0, true);
    }
  }
  (index.moreCodes.get(code) || []).forEach((name) => harvest.add(index.commune[name], 0, true));
  return harvest.byCommune.size || digits.length === 5 ? harvest.end() : TOO_SHORT;
}

/**
 * One letter finds the names of one letter: « Y ». They come first among those that begin with it.
 * @param {CommuneIndex} index
 * @param {NameRange} range
 */
function ofOneLetter(index, range) {
  let to = range.to;
  for (; to > range.from; to--) {
    readName(index, to - 1);
    if (lengthOf(index, to - 1) === 1) break;
  }
  return { ...range, to };
}

/**
 * A word inside a name: « Daoulas » in Logonna-Daoulas. By the browser's own search, where the first letter
 * of a word is another letter.
 * @param {CommuneIndex} index
 * @param {string[]} words
 * @param {Harvest} harvest
 */
function addInside(index, words, harvest) {
  readAll(index);
  const text = index.allLetters = index.allLetters || new TextDecoder('latin1').decode(index.letters);
  const marked = words.map((word) => String.fromCharCode(word.charCodeAt(0) | BEGINS) + word.slice(1));
  const wanted = marked.join('');
  let at = text.indexOf(wanted);
  for (let times = 0; at >= 0 && times < MOST_INSIDE; times++) {
    let from = 0;
    for (let to = index.count; from < to;) {
      const middle = (from + to) >> 1;
      if (index.starts[middle + 1] <= at) from = middle + 1;
      else to = middle;
    }
    if (at + wanted.length <= index.starts[from + 1]) harvest.add(from, 3, false);
    at = text.indexOf(wanted, at + 1);
  }
}

/**
 * Names with a slip: whole names, one slip away; else beginnings of longer names, which are noise beside
 * them.
 * @param {CommuneIndex} index
 * @param {string} written
 * @param {Harvest} harvest
 */
function addMisspelt(index, written, harvest) {
  /** @type {NameRange[]} */
  const longer = [];
  ARTICLES.forEach((article) => {
    if (harvest.byCommune.size) return;
    misspelt(index, article + written, article.length, (range) => {
      if (article && !(index.letters[index.starts[range.from] + article.length] & BEGINS)) return;
      // The shortest come first.
      for (let name = range.from; name < range.to && lengthOf(index, name) === range.depth; name++) {
        harvest.add(name, 4, false);
      }
      if (!article && written.length >= 5) longer.push(range);
    });
  });
  if (harvest.byCommune.size) return;
  longer.forEach(({ from, to }) => {
    for (let name = from; name < to && name < from + FEW; name++) harvest.add(name, 5, false);
  });
}

/**
 * @param {CommuneIndex} index
 * @param {string[]} words
 */
function byName(index, words) {
  const written = words.join(''), length = written.length, harvest = new Harvest(index);
  const found = harvest.byCommune;
  ARTICLES.forEach((article) => {
    if (length === 1 && article) return;
    const range = beginning(index, article + written);
    if (!range) return;
    harvest.addRange(length === 1 ? ofOneLetter(index, range) : range, article ? 1 : 0, article.length);
  });
  if (length === 1) return found.size ? harvest.end() : TOO_SHORT;
  if (length > 2 && found.size < FEW) addInside(index, words, harvest);
  if (!found.size && length >= 4) {
    // « stdivy »
    if (written.startsWith('st')) ['saint', 'sainte'].forEach((saint) => {
      const range = beginning(index, saint + written.slice(2));
      if (range) harvest.addRange(range, 2, 0);
    });
    addMisspelt(index, written, harvest);
  }
  return harvest.end();
}

/**
 * What a reader may mean.
 * @param {CommuneIndex} index
 * @param {string} written
 * @returns {CommuneAnswer}
 */
export function searchCommunes(index, written) {
  const words = wordsOf(written), all = words.join('');
  const digits = words.filter((word) => /^\d+$/.test(word)).join('');
  if (!all) return NOTHING;
  if (digits === all) return byCode(index, digits);
  if (digits.length < 4) return byName(index, words);
  // « 29800 Landerneau »: the name decides, the code helps when it fits.
  const named = byName(index, words.filter((word) => !/^\d+$/.test(word)));
  const coded = new Set(byCode(index, digits).lines.map((one) => one.commune));
  const lines = named.lines.filter((one) => coded.has(one.commune));
  return lines.length ? { total: lines.length, lines, more: false, short: false } : named;
}
