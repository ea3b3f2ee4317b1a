// All that answers a question, in order; as `src/search/answer.rs` does.
import { emergencies } from './danger.js';
import { search } from './ranking.js';

/**
 * How sure the answer is, in the words that the page keeps in `data-sur`.
 * @param {CommuneLine[]} towns
 * @param {Hit[]} pages
 */
function certainty(towns, pages) {
  if (towns.length) return 'oui';
  if (!pages.length) return 'rien';
  if (pages[0].sure) return 'oui';
  return pages[0].weak ? 'faible' : 'peut-etre';
}

/**
 * @param {SearchIndex} index
 * @param {CommuneIndex | null} communes once they are there
 * @param {string} written
 */
export function answer(index, communes, written) {
  const towns = communes ? window.eliane.communes.named(communes, written) : [];
  const found = search(index, written);
  // Beside the very place, another one that only looks like it is noise.
  const pages = towns.length ? found.filter((hit) => hit.sure) : found;
  return { emergencies: emergencies(index, written), towns, pages, sure: certainty(towns, pages) };
}
