// All communes of France, as `src/search/communes.rs` writes them: names by key, each as what differs from
// the one before. No loop here is as long as France: on an old machine each would be felt. Names are read
// when they are needed.
import { fold } from './words.js';

/** Marks the first letter of a word. */
export const BEGINS = 128;
/** Names read together: the first of them is written whole. 32, as 5 bits. */
const BLOCK = 32, BLOCK_BITS = 5;
/** Blocks read in one go, between two signs of life of the page. */
const AT_ONCE = 24;
/** Postal codes told by one sign, and what the first of two signs is worth. */
const SHORT = 80, TWO = 185;
/** No name is longer. */
const LONGEST = 200;

/** By character: its letter, a to z or 0 to 9, and 0 for what parts words; and its value as a number. */
const FOLDED = new Uint8Array(256), VALUE = new Uint8Array(256);
for (let code = 0; code < 256; code++) {
  const folded = fold(String.fromCharCode(code));
  if (/^[a-z0-9]$/.test(folded)) FOLDED[code] = folded.charCodeAt(0);
  VALUE[code] = code < 92 ? code - 35 : code < 127 ? code - 36 : code - 70;
}

/**
 * Where blocks begin, in the names and in the letters of their keys.
 * @param {CommuneIndex} index
 * @param {string} written two signs for each
 */
function placeBlocks(index, written) {
  /** @param {number} at */
  const two = (at) => VALUE[written.charCodeAt(at)] * TWO + VALUE[written.charCodeAt(at + 1)];
  for (let block = 1; block < index.blockAt.length; block++) {
    const at = 4 * block - 4, first = block * BLOCK;
    index.blockAt[block] = index.blockAt[block - 1] + two(at);
    index.starts[first] = index.starts[first - BLOCK] + two(at + 2);
  }
}

/**
 * Names that are not a commune's own, and how many there are before each block.
 * @param {CommuneIndex} index
 * @param {number[]} written steps, and places of the own names
 */
function placeOlder(index, written) {
  const { olderBefore, commune } = index;
  for (let at = 0, name = 0; at < written.length; at += 2) {
    name += written[at];
    commune[name] = written[at + 1] + 1;
    olderBefore[(name >> BLOCK_BITS) + 1]++;
  }
  for (let block = 1; block < olderBefore.length; block++) olderBefore[block] += olderBefore[block - 1];
}

/**
 * Further postal codes, and the names that have them.
 * @param {CommuneIndex} index
 * @param {number[]} written steps, and codes
 */
function placeCodes(index, written) {
  for (let at = 0, name = 0; at < written.length; at += 2) {
    name += written[at];
    const names = index.moreCodes.get(written[at + 1]);
    if (names) names.push(name);
    else index.moreCodes.set(written[at + 1], [name]);
  }
}

/**
 * Makes room for all names, and reads none.
 * @param {CommuneData} data
 * @returns {CommuneIndex}
 */
export function readCommunes(data) {
  const count = data.nombre, blocks = Math.ceil(count / BLOCK);
  let codes = 0;
  /** @type {CommuneIndex} */
  const index = {
    count,
    letters: new Uint8Array(data.lettres),
    starts: new Uint32Array(count + 1), // of each name, in the letters
    nameAt: new Uint32Array(count), // in the names as they are written
    shared: new Uint8Array(count), // letters shared with the name before
    departement: new Uint8Array(count),
    code: new Uint16Array(count), // place of the postal code, or 0
    // Until a name is read: 0, or one more than the place of the commune's own name.
    commune: new Uint16Array(count),
    rank: new Uint16Array(count), // place of the INSEE code, from 1
    blockAt: new Uint32Array(blocks),
    blockRead: new Uint8Array(blocks),
    unread: blocks,
    olderBefore: new Uint16Array(blocks + 1),
    lengths: new Uint8Array(LONGEST), // of the key, after each letter of the name at hand
    isNew: new Uint8Array(LONGEST), // and whether a word begins there
    names: data.noms,
    departements: data.departements,
    firstCodes: data.departements.map((one) => {
      const before = codes;
      codes += one.codes.length / 3 + one.entiers.length / 5;
      return before;
    }),
    insee: data.insee,
    covered: data.couvertes,
    wordsBefore: data.devant,
    lists: null, allLetters: null, codes: null, // each made when it is first needed
    moreCodes: new Map(),
  };
  placeBlocks(index, data.blocs);
  index.starts[count] = data.lettres;
  placeOlder(index, data.anciens);
  placeCodes(index, data.codes);
  let name = 0;
  (data.couvertes || []).forEach((step, at) => {
    index.rank[name += step] = at + 1;
  });
  return index;
}

/**
 * The postal codes of all départements, as `code` counts them, from 1.
 * @param {CommuneIndex} index
 */
function readCodes(index) {
  const codes = index.codes = [0];
  index.departements.forEach((one) => {
    const beginning = (Number(one.code.slice(0, 2)) || 20) * 1000; // 2A and 2B: 20
    const most = one.codes.match(/.../g) || [], others = one.entiers.match(/.{5}/g) || [];
    most.forEach((code) => codes.push(beginning + Number(code)));
    others.forEach((code) => codes.push(Number(code)));
  });
  return codes;
}

/**
 * Writes the key of a name after the letters that it shares, and returns where the name ends. Apart, for
 * browsers soon make it fast; the numbers are « | », the two signs for œ and Œ, « o » and « e ».
 * @param {CommuneIndex} index
 * @param {number} from where its own letters are, in the names
 * @param {number} shared
 * @param {number} start where its key begins
 * @param {number} to where the letters go
 */
function spell(index, from, shared, start, to) {
  const { names, letters, lengths, isNew } = index, folded = FOLDED;
  let at = from, length = shared, begins = isNew[shared] ? BEGINS : 0;
  for (let code = names.charCodeAt(at); code !== 124; code = names.charCodeAt(++at)) {
    const letter = folded[code];
    if (letter) {
      letters[to++] = letter | begins;
      begins = 0;
    } else if (code === 161 || code === 162) {
      letters[to++] = 111 | begins;
      letters[to++] = 101;
      begins = 0;
    } else begins = BEGINS;
    lengths[++length] = to - start;
    isNew[length] = begins;
  }
  return at;
}

/**
 * @param {CommuneIndex} index
 * @param {number} block
 */
function readBlock(index, block) {
  const { names, letters, starts, lengths } = index, value = VALUE;
  const first = block * BLOCK, end = Math.min(first + BLOCK, index.count);
  let at = index.blockAt[block], to = starts[first], before = to, rank = first - index.olderBefore[block];
  lengths[0] = 0;
  index.isNew[0] = 1;
  for (let name = first; name < end; name++) {
    const shared = value[names.charCodeAt(at)], departement = value[names.charCodeAt(at + 1)];
    let code = value[names.charCodeAt(at + 2)];
    at += 3;
    if (code >= SHORT) code = SHORT + (code - SHORT) * SHORT + value[names.charCodeAt(at++)];
    if (index.commune[name]) index.commune[name]--;
    else {
      index.commune[name] = name;
      rank++;
      if (!index.covered) index.rank[name] = rank;
    }
    index.shared[name] = shared;
    index.departement[name] = departement;
    index.code[name] = code ? index.firstCodes[departement] + code : 0;
    index.nameAt[name] = at;
    starts[name] = to;
    for (let left = lengths[shared]; left > 0; left--) letters[to++] = letters[before++];
    before = starts[name];
    const stop = spell(index, at, shared, before, to);
    to = before + lengths[shared + stop - at];
    at = stop + 1;
  }
  index.blockRead[block] = 1;
  index.unread--;
}

/**
 * @param {CommuneIndex} index
 * @param {number} name
 */
export function readName(index, name) {
  const block = name >> BLOCK_BITS;
  if (!index.blockRead[block]) readBlock(index, block);
}

/**
 * Reads all names, and returns the postal codes.
 * @param {CommuneIndex} index
 */
export function readAll(index) {
  for (let block = 0; index.unread; block++) readName(index, block * BLOCK);
  return index.codes || readCodes(index);
}

/**
 * Reads all names while nothing else waits, a few at a time: then nothing has to be read while a reader
 * writes.
 * @param {CommuneIndex} index
 * @param {() => void} [done]
 */
export function completeCommunes(index, done) {
  let block = 0;
  const some = () => {
    for (let many = 0; many < AT_ONCE && index.unread; block++) {
      if (index.blockRead[block]) continue;
      readBlock(index, block);
      many++;
    }
    if (index.unread) setTimeout(some, 0);
    else {
      readAll(index);
      if (done) done();
    }
  };
  some();
}

/**
 * A name as it is written: from the end back to the name that was written whole.
 * @param {CommuneIndex} index
 * @param {number} name
 */
export function nameOf(index, name) {
  let written = '';
  readName(index, name);
  for (let at = name, left = LONGEST; left > 0; at--) {
    const shared = index.shared[at], start = index.nameAt[at];
    if (shared >= left) continue;
    written = index.names.slice(start, index.names.indexOf('|', start)).slice(0, left - shared) + written;
    left = shared;
  }
  return written.replace(/¡/g, 'œ').replace(/¢/g, 'Œ').replace(/'/g, '’');
}

/**
 * @param {CommuneIndex} index
 * @param {number} commune
 */
export function isCovered(index, commune) {
  return !index.covered || index.rank[commune] > 0;
}

/**
 * The INSEE code of a commune that the site covers; nothing for the others.
 * @param {CommuneIndex} index
 * @param {number} commune
 */
export function inseeOf(index, commune) {
  readName(index, commune);
  const rank = index.rank[commune], departement = index.departements[index.departement[commune]];
  return rank ? departement.code.slice(0, 2) + index.insee.slice(3 * rank - 3, 3 * rank) : '';
}
