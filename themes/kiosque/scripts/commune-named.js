// A commune spelt right, within what is written: the same reading as `src/search/town.rs`; both are held to
// tests/search/firsts.json.
import { beginning, lengthOf } from './commune-find.js';
import { Harvest } from './commune-harvest.js';
import { nameOf, readName } from './commune-index.js';
import { key, wordsOf } from './commune-key.js';
import { byCode } from './commune-search.js';

/**
 * The words that may stand before a name; `src/search/lieux.txt` says what each list is.
 * @param {CommuneIndex} index
 * @returns {WordLists}
 */
function listsOf(index) {
  if (index.lists) return index.lists;
  /** @param {string} text */
  const set = (text) => new Set(text.split(' '));
  const { lieux, peu, liens, articles, autres } = index.wordsBefore;
  return index.lists = {
    strong: set(lieux), weak: set(peu), ties: set(liens), articles: set(articles), others: set(autres),
    departements: new Map(index.departements.map((one, at) => [key(one.nom), at])),
  };
}

/** @param {WordLists} lists @param {string} word */
function isKnown(lists, word) {
  return lists.strong.has(word) || lists.weak.has(word) || lists.ties.has(word) || lists.articles.has(word);
}

/**
 * Names that are the same, one a commune.
 * @param {CommuneIndex} index
 * @param {string} wanted its key
 */
function ofKey(index, wanted) {
  const range = wanted ? beginning(index, wanted) : null, harvest = new Harvest(index);
  if (!range) return [];
  for (let name = range.from; name < range.to && lengthOf(index, name) === range.depth; name++) {
    readName(index, name);
    harvest.add(name, 0, true);
  }
  return harvest.inOrder();
}

/** @param {string} word */
function isNumber(word) {
  return /\d/.test(word) && word.length < 7;
}

/**
 * Names that go with a postal code, the number of a département or an arrondissement: « 83000 Toulon »,
 * « Toulon 83 ».
 * @param {CommuneIndex} index
 * @param {string[]} codes
 * @param {CommuneLine[]} found
 */
function narrowed(index, codes, found) {
  const coded = new Set();
  codes.filter((code) => code.length === 5 && Number(code)).forEach((code) => {
    byCode(index, code).lines.forEach((one) => coded.add(one.commune));
  });
  const fit = found.filter(({ commune }) => (
    coded.has(commune) || codes.includes(index.departements[index.departement[commune]].code.toLowerCase())
  ));
  return fit.length ? fit : found;
}

/**
 * The communes of that name, which a postal code, a département or an arrondissement may go with.
 * @param {CommuneIndex} index
 * @param {WordLists} lists
 * @param {string[]} words
 */
function ofName(index, lists, words) {
  const whole = ofKey(index, words.join(''));
  if (whole.length) return whole;
  const rest = words.filter((word) => !isNumber(word) && word !== 'arrondissement');
  if (rest.length && rest.length < words.length) {
    const found = ofKey(index, rest.join(''));
    if (found.length) return narrowed(index, words.filter(isNumber), found);
  }
  // The département in words, at the end.
  for (let cut = 1; cut < rest.length; cut++) {
    const departement = lists.departements.get(rest.slice(cut).join(''));
    if (departement === undefined) continue;
    const found = ofKey(index, rest.slice(0, cut).join(''))
      .filter((one) => index.departement[one.commune] === departement);
    if (found.length) return found;
  }
  return [];
}

/**
 * Each letter or digit with its accents.
 * @param {string} text
 * @returns {string[]}
 */
function accented(text) {
  const plain = text.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFD');
  return plain.match(/[a-z0-9][\u0300-\u036f]*/g) || [];
}

/**
 * Whether no accent of what is written speaks against a name: « mère » is no Méré. Those that are missing
 * say nothing.
 * @param {string[]} written
 * @param {string} name
 */
function accentsFit(written, name) {
  const wanted = accented(name);
  // With a postal code, or a short form of « saint », letters do not stand side by side.
  if (written.length !== wanted.length) return true;
  if (written.some((letter, at) => letter[0] !== wanted[at][0])) return true;
  return written.every((letter, at) => letter.length < 2 || letter === wanted[at]);
}

/**
 * Whether a name may begin at a word: what stands before it must lead to one.
 * @param {WordLists} lists
 * @param {string[]} before
 * @param {string[]} name
 */
function mayFollow(lists, before, name) {
  const word = before[before.length - 1];
  // « hôtel de ville » is not at Deville.
  if (lists.ties.has(name[0])) return false;
  if (before.some((one) => lists.strong.has(one))) return true;
  if (!lists.ties.has(word) || !before.some((one) => lists.weak.has(one))) return false;
  // « horaires de bus » is not at Bus.
  return word === 'a' || !lists.others.has(name.join(''));
}

/**
 * « Toulon mairie », « brest aide informatique »: a name, then words that may stand before one.
 * @param {CommuneIndex} index
 * @param {WordLists} lists
 * @param {string} written
 * @param {string[]} words
 */
function beforeWords(index, lists, written, words) {
  for (let to = words.length - 1; to > 0 && isKnown(lists, words[to]); to--) {
    const name = words.slice(0, to), whole = name.join('');
    if (name.every((word) => isKnown(lists, word))) continue;
    if (!words.slice(to).some((word) => lists.strong.has(word)) && lists.others.has(whole)) continue;
    const letters = accented(written).slice(0, whole.length);
    const found = ofName(index, lists, name).filter((one) => accentsFit(letters, nameOf(index, one.name)));
    if (found.length) return found;
  }
  return [];
}

/**
 * The communes that a question names as they are written; none when it says anything else besides.
 * @param {CommuneIndex} index
 * @param {string} written
 */
export function namedCommunes(index, written) {
  const words = wordsOf(written), lists = listsOf(index);
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from);
    if (from > 0) {
      if (!isKnown(lists, words[from - 1])) break;
      if (!mayFollow(lists, words.slice(0, from), name)) continue;
    }
    const found = ofName(index, lists, name)
      .filter((one) => from > 0 || accentsFit(accented(written), nameOf(index, one.name)));
    if (found.length) return found;
  }
  return beforeWords(index, lists, written, words);
}
