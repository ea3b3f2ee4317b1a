// Words as they are compared: no accents, no capitals, no ligatures. `src/text/` folds as this does.

/** @param {string} text */
export function fold(text) {
  const plain = text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return plain.replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
}

/**
 * The words of a text, folded.
 * @param {string} text
 * @returns {string[]}
 */
export function split(text) {
  return fold(text).match(/[a-z0-9]+/g) || [];
}
