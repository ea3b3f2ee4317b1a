// How French words sound. The rules come with the data; `src/search/sons.txt` says what its columns mean.
import { split } from './words.js';

/**
 * What a rule asks of the letters that follow, by its sign.
 * @type {Record<string, RegExp>}
 */
const FOLLOWED_BY = {
  e: /^[eiy']/, a: /^[aou]/, v: /^[aeiouy']/, n: /^(?![aeiouy'nm])/, $: /^$/, '.': /^/,
};

/**
 * A word whose end is written as it is said.
 * @param {SearchIndex} index
 * @param {string} word
 */
function spokenEnd(index, word) {
  for (const rule of index.endings) {
    const ending = rule[0], least = rule[2];
    if (word.length >= ending.length + least && word.slice(-ending.length) === ending) {
      return word.slice(0, -ending.length) + rule[1];
    }
  }
  return word;
}

/**
 * The rule for the letters at a place, if there is one.
 * @param {SearchIndex} index
 * @param {string} word
 * @param {number} at
 */
function ruleAt(index, word, at) {
  const rules = index.rules[word[at]] || [];
  for (const rule of rules) {
    const letters = rule[0];
    if (word.substr(at, letters.length) !== letters) continue;
    if (FOLLOWED_BY[rule[1]].test(word.slice(at + letters.length))) return rule;
  }
  return null;
}

/**
 * The sound of a folded word; no letter twice in a row. Numbers sound as they are written.
 * @param {SearchIndex} index
 * @param {string} written
 */
export function hear(index, written) {
  if (/\d/.test(written)) return written;
  const word = spokenEnd(index, written);
  let sound = '';
  for (let at = 0; at < word.length;) {
    const rule = ruleAt(index, word, at), said = rule ? rule[2] : word[at];
    for (const letter of said) if (sound[sound.length - 1] !== letter) sound += letter;
    at += rule ? rule[0].length : 1;
  }
  return sound;
}

/**
 * The words of a text, and how they sound. A cedilla is heard, though it is not compared.
 * @param {SearchIndex} index
 * @param {string} text
 * @returns {Heard[]}
 */
export function hearAll(index, text) {
  const spoken = split(text.normalize('NFC').replace(/[çÇ]/g, 'ss'));
  return split(text).map((letters, at) => ({ letters, sound: hear(index, spoken[at]) }));
}
