// How names of communes are compared: as `src/search/key.rs` does; both are held to
// tests/search/keys.json.
import { split } from './words.js';

/** @type {Map<string, string>} */
const SHORT_FORMS = new Map([['st', 'saint'], ['ste', 'sainte'], ['sts', 'saints'], ['stes', 'saintes']]);

/**
 * The words of a name: short forms in full, and nothing from « CEDEX » on.
 * @param {string} text
 */
export function wordsOf(text) {
  const found = split(text), cedex = found.indexOf('cedex');
  const words = cedex < 0 ? found : found.slice(0, cedex);
  return words.map((word, at) => {
    if (word === 's' && at > 0 && at + 1 < words.length) return 'sur';
    return SHORT_FORMS.get(word) || word;
  });
}

/** @param {string} text */
export function key(text) {
  return wordsOf(text).join('');
}
