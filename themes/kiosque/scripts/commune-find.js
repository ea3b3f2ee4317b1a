// Names found by halving: those that begin as what is written, whole or but for one slip.
import { readName } from './commune-index.js';

/**
 * The letter of a name at a depth; 0 after its end.
 * @param {CommuneIndex} index
 * @param {number} name
 * @param {number} depth
 */
function letterAt(index, name, depth) {
  readName(index, name);
  const at = index.starts[name] + depth;
  return at < index.starts[name + 1] ? index.letters[at] & 127 : 0;
}

/** @param {CommuneIndex} index @param {number} name */
export function lengthOf(index, name) {
  return index.starts[name + 1] - index.starts[name];
}

/**
 * Among names alike up to a depth, the first whose next letter is this one or a later one.
 * @param {CommuneIndex} index
 * @param {number} from
 * @param {number} to
 * @param {number} depth
 * @param {number} letter
 */
function bound(index, from, to, depth, letter) {
  while (from < to) {
    const middle = (from + to) >> 1;
    if (letterAt(index, middle, depth) < letter) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The names of a range that go on with what is written, from its letter `at` on.
 * @param {CommuneIndex} index
 * @param {number} from
 * @param {number} to
 * @param {number} depth letters that they share already
 * @param {string} written
 * @param {number} at
 * @returns {NameRange | null}
 */
export function narrow(index, from, to, depth, written, at) {
  for (; at < written.length && from < to; at++, depth++) {
    const letter = written.charCodeAt(at);
    from = bound(index, from, to, depth, letter);
    to = bound(index, from, to, depth, letter + 1);
  }
  return from < to ? { from, to, depth } : null;
}

/**
 * All names that begin as what is written.
 * @param {CommuneIndex} index
 * @param {string} written
 */
export function beginning(index, written) {
  return narrow(index, 0, index.count, 0, written, 0);
}

/**
 * Names that begin as what is written but for one slip at its letter `at` or after: a letter wrong, too
 * many, missing, or two swapped.
 * @param {CommuneIndex} index
 * @param {string} written
 * @param {number} at
 * @param {(range: NameRange) => void} note
 */
export function misspelt(index, written, at, note) {
  const range = beginning(index, written.slice(0, at)), length = written.length;
  if (!range) return;
  /** @param {number} from @param {number} to @param {number} depth @param {number} next */
  const look = (from, to, depth, next) => {
    const found = narrow(index, from, to, depth, written, next);
    if (found) note(found);
  };
  for (let { from, to } = range; at <= length && from < to; at++) {
    if (at < length) look(from, to, at, at + 1); // too many
    if (at + 1 < length && written[at] !== written[at + 1]) {
      const swapped = narrow(index, from, to, at, written[at + 1] + written[at], 0);
      if (swapped) look(swapped.from, swapped.to, swapped.depth, at + 2);
    }
    for (let first = from; first < to;) {
      const letter = letterAt(index, first, at), next = bound(index, first, to, at, letter + 1);
      if (letter && (at === length || letter !== written.charCodeAt(at))) {
        look(first, next, at + 1, at + 1); // wrong
        look(first, next, at + 1, at); // missing
      }
      first = next;
    }
    if (at === length) break;
    const letter = written.charCodeAt(at);
    from = bound(index, from, to, at, letter);
    to = bound(index, from, to, at, letter + 1);
  }
}
