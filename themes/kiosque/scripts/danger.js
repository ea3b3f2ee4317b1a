// Words of somebody in danger, found in what they write: the same reading as `src/search/emergency.rs`.
// Sets of words of the question are bits of one number, the first word the lowest.
import { numbers, placeOf, sign } from './index.js';
import { TOO_MANY, slips } from './slips.js';
import { hear, hearAll } from './sound.js';

/** These stand right before the next word of their phrase: « me tuer ». */
const TIED = /^(me|se|en)$/;
const MOST_HEARD = 16, MOST_CALLED = 2, MOST_KNOWN = 200;

/**
 * A word after another: how many letters it begins with as that one does, then the rest.
 * @param {string} written
 * @param {string} like
 */
function restored(written, like) {
  return like.slice(0, sign(written.charCodeAt(0))) + written.slice(1);
}

/**
 * @param {DangerData} data
 * @returns {Cries}
 */
export function readCries(data) {
  /** @type {string[]} */
  const words = [];
  if (data.mots) data.mots.split(' ').forEach((one, at) => words.push(restored(one, words[at - 1] || '')));
  /** @type {Map<string, string>} */
  const kept = new Map();
  data.gardes.split(' ').forEach((pair) => {
    const [word, same] = pair.split(':');
    kept.set(word, same);
  });
  /** @param {string} text */
  const phrases = (text) => (text ? text.split(' ').map(numbers) : []);
  return {
    words,
    sounds: data.sons.split(' ').map((one, at) => restored(one, words[at] || '')),
    placeOf: new Map(words.map((word, at) => [word, at])),
    // Small words and numbers are themselves or nothing.
    wide: words.map((word, at) => at).filter((at) => !kept.has(words[at]) && !/\d/.test(words[at])),
    kept,
    around: new Set(data.autour.split(' ')),
    known: new Map(),
    entries: data.liste.map((shown) => (
      { within: phrases(shown.dits), alone: phrases(shown.seuls), except: phrases(shown.sauf), shown }
    )),
  };
}

/**
 * A word without the letter that an apostrophe should have parted from it: « jarrive ».
 * @param {string} word
 */
function withoutElision(word) {
  return /^(j.|[cdlmnst][aehiouy])..+/.test(word) ? word.slice(1) : '';
}

/**
 * Whether a word that no page knows is one of the list with a slip of the hand or of the ear.
 * @param {Heard} asked
 * @param {string} word
 * @param {string} sound
 */
function misspelt(asked, word, sound) {
  const length = asked.letters.length, wanted = word.length;
  if (wanted < 6 || Math.abs(length - wanted) > 3 || word[0] !== asked.letters[0]) return false;
  if (slips(asked.letters, word, wanted < 9 ? 1 : 2) < TOO_MANY) return true;
  return wanted > 8 && slips(asked.sound, sound, 1) < TOO_MANY;
}

/**
 * The words of the list that one word of the question may be.
 * @param {SearchIndex} index
 * @param {Cries} cries
 * @param {Heard} asked
 */
function mayBe(index, cries, asked) {
  const key = asked.letters + ' ' + asked.sound, known = cries.known.get(key);
  if (known) return known;
  const same = cries.placeOf.get(asked.letters), found = same === undefined ? [] : [same];
  if (!cries.kept.has(asked.letters) && !/\d/.test(asked.letters)) {
    const isKnown = placeOf(index, asked.letters) >= 0;
    const rest = isKnown ? '' : withoutElision(asked.letters), restSound = rest && hear(index, rest);
    cries.wide.forEach((at) => {
      const word = cries.words[at], sound = cries.sounds[at];
      if (at === same) return;
      if (
        (sound === asked.sound && sound.length > 1) ||
        (rest && (rest === word || (sound.length > 2 && restSound === sound))) ||
        (!isKnown && misspelt(asked, word, sound))
      ) found.push(at);
    });
  }
  if (cries.known.size > MOST_KNOWN) cries.known.clear();
  cries.known.set(key, found);
  return found;
}

/**
 * Two words of the list that were written as one, or nothing.
 * @param {SearchIndex} index
 * @param {Cries} cries
 * @param {Heard} asked
 */
function halves(index, cries, asked) {
  const letters = asked.letters;
  if (letters.length < 8 || placeOf(index, letters) >= 0 || cries.placeOf.has(letters)) return null;
  for (let cut = 3; cut < letters.length - 2; cut++) {
    const before = cries.placeOf.get(letters.slice(0, cut)), after = cries.placeOf.get(letters.slice(cut));
    if (before === undefined || after === undefined) continue;
    return [before, after].map((at) => ({ letters: cries.words[at], sound: cries.sounds[at] }));
  }
  return null;
}

/**
 * The words of a question, small ones that decide among them.
 * @param {SearchIndex} index
 * @param {Cries} cries
 * @param {string} written
 */
function read(index, cries, written) {
  /** @type {Heard[]} */
  const asked = [];
  hearAll(index, written).forEach((word) => {
    const same = cries.kept.get(word.letters);
    if (same) asked.push({ letters: same, sound: hear(index, same) });
    else if (!index.emptyWords.has(word.letters)) asked.push(word);
  });
  const cut = asked.slice(0, MOST_HEARD).map((word) => halves(index, cries, word) || [word]);
  return cut.flat().slice(0, MOST_HEARD);
}

/** @param {number} set */
function lowest(set) {
  return set & -set;
}

/**
 * What a question holds: for each word of the list, the words of the question that are like it, or the very
 * same.
 * @param {SearchIndex} index
 * @param {Cries} cries
 * @param {Heard[]} asked
 * @returns {Asked}
 */
function compare(index, cries, asked) {
  const like = new Uint32Array(cries.words.length), same = new Uint32Array(cries.words.length);
  let around = 0;
  asked.forEach((one, at) => {
    mayBe(index, cries, one).forEach((word) => {
      like[word] |= 1 << at;
      if (cries.words[word] === one.letters) same[word] |= 1 << at;
    });
    if (cries.around.has(one.letters)) around |= 1 << at;
  });
  return { like, same, around, whole: (1 << asked.length) - 1 };
}

/**
 * The words of the question that a phrase takes among those that are free, or 0.
 * @param {Cries} cries
 * @param {Uint32Array} like
 * @param {number[]} phrase
 * @param {number} free
 */
function taken(cries, like, phrase, free) {
  let used = 0, after = -1;
  for (let at = 0; at < phrase.length; at++) {
    const isTied = TIED.test(cries.words[phrase[at]]);
    let there = like[phrase[at]] & free & ~used & after;
    if (isTied && at + 1 < phrase.length) there &= (like[phrase[at + 1]] & free & ~used) >>> 1;
    if (!there) return 0;
    const bit = lowest(there);
    used |= bit;
    after = isTied ? bit << 1 : -1;
  }
  return used;
}

/**
 * The words of the question that a phrase takes when its words stand near one another: they call nobody.
 * @param {Cries} cries
 * @param {Uint32Array} like
 * @param {number[]} phrase
 */
function excepted(cries, like, phrase) {
  let found = 0;
  if (phrase.some((word) => !like[word])) return found;
  for (let from = 0; from < MOST_HEARD; from++) {
    const room = ((1 << (2 * phrase.length - 1)) - 1) << from;
    let used = 0, bit = 1;
    for (let at = 0; at < phrase.length && bit; at++) {
      let there = like[phrase[at]] & room & ~used;
      if (TIED.test(cries.words[phrase[at]]) && at + 1 < phrase.length) there &= like[phrase[at + 1]] >>> 1;
      bit = lowest(there);
      used |= bit;
    }
    if (bit) found |= used;
  }
  return found;
}

/**
 * The kinds of help that a question calls for.
 * @param {SearchIndex} index
 * @param {string} written
 */
export function emergencies(index, written) {
  const cries = index.cries = index.cries || readCries(index.data.urgences);
  const { like, same, around, whole } = compare(index, cries, read(index, cries, written));
  const called = cries.entries.filter((entry) => {
    let free = whole;
    entry.except.forEach((phrase) => {
      free &= ~excepted(cries, phrase.length < 2 ? same : like, phrase);
    });
    return entry.within.some((phrase) => taken(cries, like, phrase, free)) || entry.alone.some((phrase) => {
      const used = taken(cries, like, phrase, free);
      return used && !(whole & ~used & ~around);
    });
  });
  return called.slice(0, MOST_CALLED).map((entry) => entry.shown);
}
