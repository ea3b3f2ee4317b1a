// Which words of the index are like one of the question, and how much, from 0 to 100. As
// `src/search/rank.rs` does.
import { bits, examine, phrasesOf, placeOf } from './index.js';
import { TOO_MANY, slips } from './slips.js';

/** Answers kept for words that are asked again, letter after letter. */
const REMEMBERED = 200;

/** @param {number} set */
function countBits(set) {
  let sum = set - ((set >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return (((sum + (sum >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/**
 * The likeness of a word that sounds the same, or that begins as the last word does: its end is not written
 * yet.
 * @param {Heard} asked
 * @param {string} word
 * @param {string} sound
 * @param {boolean} isLast
 */
function near(asked, word, sound, isLast) {
  const letters = asked.letters.length, sounds = asked.sound.length, longer = word.length - letters;
  if (sound === asked.sound) return sounds > 3 ? 90 : sounds > 2 ? 78 : 70;
  if (!isLast) return 0;
  if (letters > 2 && longer > 0 && word.startsWith(asked.letters)) {
    return letters < 4 ? 72 : longer > 2 ? 76 : 79;
  }
  return sounds > 3 && sound.length > sounds && sound.startsWith(asked.sound) ? 74 : 0;
}

/**
 * The likeness of a word with a slip or two, of the hand (`bySight`) or of the ear.
 * @param {Heard} asked
 * @param {string} word
 * @param {string} sound
 * @param {number} bySight the most slips, or -1
 * @param {number} byEar the same
 */
function slipped(asked, word, sound, bySight, byEar) {
  if (word.length < 3) return 0;
  const seen = bySight < 0 ? TOO_MANY : slips(asked.letters, word, bySight);
  const heard = byEar < 0 ? TOO_MANY : slips(asked.sound, sound, byEar);
  const likeSeen = seen === TOO_MANY ? 0 : seen > 1 ? 55 : asked.letters.length < 5 ? 64 : 72;
  const likeHeard = heard === TOO_MANY ? 0 : heard > 1 ? 50 : asked.sound.length < 5 ? 58 : 70;
  const like = Math.max(likeSeen, likeHeard);
  return like && word[0] !== asked.letters[0] && sound[0] !== asked.sound[0] ? like - 12 : like;
}

/**
 * Adds words like the one that is asked, and their likeness, to `found`; `exact` is the place of the word
 * itself.
 * @param {SearchIndex} index
 * @param {Heard} asked
 * @param {boolean} isLast
 * @param {boolean} guess
 * @param {number} exact
 * @param {number[]} found
 */
function gather(index, asked, isLast, guess, exact, found) {
  const { letterCounts, soundCounts, letterBits, soundBits, hasDigit, words, sounds } = index;
  const letters = asked.letters.length, heard = asked.sound.length;
  const myLetters = bits(asked.letters), mySounds = bits(asked.sound);
  const mostSeen = letters > 7 ? 2 : 1, mostHeard = heard > 6 ? 2 : 1;
  const byBeginning = isLast && letters > 2, bySoundBeginning = isLast && heard > 3;
  const bySight = guess && exact < 0 && letters > 3, byEar = bySight && heard > 2;
  for (let at = 0, count = letterCounts.length; at < count; at++) {
    // Bits and lengths first: few words are looked at.
    const longer = letterCounts[at] - letters, soundLonger = soundCounts[at] - heard;
    const otherLetters = letterBits[at] ^ myLetters, otherSounds = soundBits[at] ^ mySounds;
    const eye = bySight && longer <= mostSeen && longer >= -mostSeen &&
      countBits(otherLetters) <= 2 * mostSeen;
    const ear = byEar && soundLonger <= mostHeard && soundLonger >= -mostHeard &&
      countBits(otherSounds) <= 2 * mostHeard;
    if (
      !eye && !ear && !(soundLonger === 0 && otherSounds === 0) &&
      !(byBeginning && longer > 0 && (letterBits[at] & myLetters) === myLetters) &&
      !(bySoundBeginning && soundLonger > 0 && (soundBits[at] & mySounds) === mySounds)
    ) continue;
    if (hasDigit[at] || at === exact) continue;
    const like = near(asked, words[at], sounds[at], isLast) ||
      ((eye || ear) && slipped(asked, words[at], sounds[at], eye ? mostSeen : -1, ear ? mostHeard : -1));
    if (like) found.push(at, like);
  }
}

/**
 * Words of the index like one of the question, as [word, likeness, …]. A number is itself or nothing.
 * @param {SearchIndex} index
 * @param {Heard} asked
 * @param {boolean} isLast it may be unfinished
 * @param {boolean} guess it may be misspelt
 */
export function alike(index, asked, isLast, guess) {
  const key = asked.letters + (isLast ? ' ' : '_') + (guess ? '?' : '') + asked.sound;
  const known = index.knownAlike.get(key);
  if (known) return known;
  const exact = placeOf(index, asked.letters), length = asked.letters.length;
  /** @type {number[]} */
  const found = exact < 0 ? [] : [exact, 100];
  if (!/\d/.test(asked.letters) && length > 1 && length < 60) {
    examine(index, index.words.length);
    gather(index, asked, isLast, guess, exact, found);
  }
  if (index.knownAlike.size > REMEMBERED) index.knownAlike.clear();
  index.knownAlike.set(key, found);
  return found;
}

/**
 * Phrases that hold both parts of a word, when it is two words of the index written as one.
 * @param {SearchIndex} index
 * @param {string} word
 */
export function parted(index, word) {
  /** @type {number[]} */
  const found = [];
  for (let cut = 3; cut < word.length - 2; cut++) {
    const before = placeOf(index, word.slice(0, cut));
    const after = before < 0 ? -1 : placeOf(index, word.slice(cut));
    if (after < 0) continue;
    const both = new Set(phrasesOf(index, after));
    found.push(...phrasesOf(index, before).filter((phrase) => both.has(phrase)));
  }
  return found;
}
