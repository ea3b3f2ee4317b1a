// Which pages answer a question, the best first. The same ranking, in whole numbers, as
// `src/search/rank.rs`; both are held to tests/search/answers.json.
import { INSIDE, glued, phrasesOf } from './index.js';
import { alike, parted } from './likeness.js';
import { hearAll } from './sound.js';

const SURE = 80, NEAR = 70, MOST_WORDS = 8, MOST_ANSWERS = 15;

/** @param {number} number */
function log2(number) {
  return 31 - Math.clz32(number);
}

/**
 * Where the words stand that say something; all of them when none does.
 * @param {SearchIndex} index
 * @param {Heard[]} all
 */
function telling(index, all) {
  const places = all.map((word, at) => at);
  const kept = places.filter((at) => !index.emptyWords.has(all[at].letters));
  return kept.length ? kept : places;
}

/**
 * Neighbours that may be one word, and the whole question, as [from, to].
 * @param {number} length
 */
function spans(length) {
  const found = [];
  for (let at = 0; at + 1 < length; at++) found.push([at, at + 2]);
  if (length > 2) found.push([0, length]);
  return found;
}

/**
 * Writes down, for some words of the question, the phrases where words like them stand.
 * @param {SearchIndex} index
 * @param {Likeness[]} likeness
 * @param {number[]} found as `alike` gives it
 * @param {number} less
 */
function note(index, likeness, found, less) {
  for (let at = 0; at < found.length; at += 2) {
    const phrases = phrasesOf(index, found[at]), like = found[at + 1] - less;
    for (let place = 0; place < phrases.length; place++) {
      for (let word = 0; word < likeness.length; word++) {
        const known = likeness[word];
        if ((known.get(phrases[place]) || 0) < like) known.set(phrases[place], like);
      }
    }
  }
}

/**
 * For each word that is kept, how like it is the best word of each phrase.
 * @param {SearchIndex} index
 * @param {Heard[]} all
 * @param {number[]} kept
 */
function likenesses(index, all, kept) {
  /** @type {Likeness[]} */
  const likeness = kept.map(() => new Map());
  /** @type {number[]} */
  const alone = []; // words that nothing is surely like
  kept.forEach((at, word) => {
    const found = alike(index, all[at], word === kept.length - 1, true);
    if (!found.some((value, place) => place % 2 === 1 && value >= SURE)) alone.push(word);
    note(index, [likeness[word]], found, 0);
  });
  const parts = all.length > 1 && all.length <= MOST_WORDS ? spans(all.length) : [];
  parts.forEach(([from, to]) => {
    const inside = kept.map((at, word) => word).filter((word) => kept[word] >= from && kept[word] < to);
    const one = glued(index, all.slice(from, to));
    if (!inside.length || one.letters.length < 6 || one.letters.length > 24) return;
    // Two words that are well known need no guess of what they would be as one.
    const guess = inside.some((word) => alone.includes(word));
    note(index, inside.map((word) => likeness[word]), alike(index, one, false, guess), 2);
  });
  alone.forEach((word) => {
    parted(index, all[kept[word]].letters).forEach((phrase) => likeness[word].set(phrase, 82));
  });
  return likeness;
}

/**
 * The phrases of each document that were found, and what each word weighs: a rare word more than a common
 * one.
 * @param {SearchIndex} index
 * @param {Likeness[]} likeness
 */
function weigh(index, likeness) {
  /** @type {Map<number, Set<number>>} */
  const documents = new Map();
  const weights = likeness.map((found) => {
    const seen = new Set();
    found.forEach((like, phrase) => {
      const document = index.documentOf[phrase];
      let phrases = documents.get(document);
      seen.add(document);
      if (!phrases) documents.set(document, phrases = new Set());
      phrases.add(phrase);
    });
    if (!seen.size) return log2(Math.max(1, index.count)) + 2;
    return log2(Math.max(1, Math.floor(index.count / seen.size))) + 1;
  });
  return { documents, weights };
}

/**
 * What the phrases of one document are worth for each word, and together.
 * @param {SearchIndex} index
 * @param {Question} question
 * @param {Set<number>} phrases
 */
function readPhrases(index, question, phrases) {
  const { likeness, weights } = question, count = weights.length;
  const values = new Array(count).fill(0), best = new Array(count).fill(0);
  let bonus = 0, told = 0, phrase = -1, together = 0, alone = false;
  Array.from(phrases).sort((a, b) => a - b).forEach((at) => {
    const inside = index.fieldOf[at] === INSIDE, size = index.sizeOf[at];
    let sum = 0, found = 0, called = 0;
    for (let word = 0; word < count; word++) {
      const like = likeness[word].get(at) || 0;
      if (!like) continue;
      values[word] = Math.max(values[word], like * (inside ? 4 : 10));
      best[word] = Math.max(best[word], like);
      sum += weights[word] * like;
      found++;
      if (like >= SURE && !inside) {
        called++;
        if (size < 2) alone = true;
      }
    }
    const both = size + count, exact = inside ? 0 : Math.floor(sum * 10 * Math.min(2 * found, both) / both);
    if (exact + sum > told) {
      told = exact + sum;
      phrase = at;
    }
    together = Math.max(together, called);
    bonus = Math.max(bonus, exact);
  });
  return { values, best, bonus, phrase, together, alone };
}

/**
 * Withdrawn guides, and roles that the site names, come after pages that answer by themselves.
 * @param {string} sort
 * @param {number} score
 */
function lowered(sort, score) {
  if (sort === 'r') return Math.floor(score * 3 / 4);
  return sort === 'l' ? Math.floor(score * 2 / 3) : score;
}

/**
 * How well a document answers; nothing when it hardly does.
 * @param {SearchIndex} index
 * @param {Question} question
 * @param {number} document
 * @param {Set<number>} phrases
 * @returns {Hit | null}
 */
function judge(index, question, document, phrases) {
  const { weights, whole, asked } = question, count = weights.length;
  const { values, best, bonus, phrase, together, alone } = readPhrases(index, question, phrases);
  let covered = 0, surely = 0, manyNear = 0, manySure = 0, sum = 0;
  for (let word = 0; word < count; word++) {
    if (best[word]) covered += weights[word];
    if (best[word] >= NEAR) manyNear++;
    if (best[word] >= SURE) {
      surely += weights[word];
      manySure++;
    }
    sum += values[word] * weights[word];
  }
  const cover = Math.floor(covered * 100 / whole);
  if (cover < 30) return null;
  const score = Math.floor(Math.floor((sum + bonus) * cover / 100) * cover / 100);
  const about = count > 1 ? 2 * together > count : alone;
  return {
    document,
    score: lowered(index.data.sortes[document], score),
    sure: about && 2 * manySure > asked && Math.floor(surely * 100 / whole) >= 60,
    weak: count > 1 && 2 * manyNear <= asked,
    phrase,
  };
}

/**
 * Twenty town halls of that name leave the last place to the page that leads to one's own.
 * @param {SearchIndex} index
 * @param {Hit[]} hits
 */
function keepRole(index, hits) {
  /** @param {Hit} hit */
  const isRole = (hit) => index.data.sortes[hit.document] === 'l';
  const shown = hits.slice(0, MOST_ANSWERS);
  const role = shown.some(isRole) ? undefined : hits.slice(MOST_ANSWERS).find(isRole);
  return role ? [...shown.slice(0, MOST_ANSWERS - 1), role] : shown;
}

/**
 * Answers, the best first.
 * @param {SearchIndex} index
 * @param {string} written
 */
export function search(index, written) {
  const words = hearAll(index, written), all = telling(index, words), kept = all.slice(0, MOST_WORDS);
  if (!kept.length) return [];
  const likeness = likenesses(index, words, kept), { documents, weights } = weigh(index, likeness);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const question = { likeness, weights, whole, asked: all.length };
  /** @type {Hit[]} */
  const hits = [];
  documents.forEach((phrases, document) => {
    const hit = judge(index, question, document, phrases);
    if (hit) hits.push(hit);
  });
  hits.sort((a, b) => b.score - a.score || a.document - b.document);
  return keepRole(index, hits.filter((hit) => hit.score * 4 >= hits[0].score));
}
