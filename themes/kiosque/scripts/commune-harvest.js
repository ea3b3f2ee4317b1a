// Names that were found, one a commune; all that are the same, and enough of the others.
import { isCovered, readName, BEGINS } from './commune-index.js';
import { lengthOf } from './commune-find.js';

/** Links shown when many names begin alike. */
export const FEW = 24;

/**
 * The order of what is shown: names that are the same first, then communes of the site, then by name.
 * @param {CommuneLine} one
 * @param {CommuneLine} other
 */
function order(one, other) {
  if (one.exact !== other.exact) return one.exact ? -1 : 1;
  if (one.covered !== other.covered) return one.covered ? -1 : 1;
  return one.distance - other.distance || one.name - other.name;
}

export class Harvest {
  /** @param {CommuneIndex} index */
  constructor(index) {
    this.index = index;
    /** @type {Map<number, CommuneLine>} */
    this.byCommune = new Map();
    this.more = false;
  }

  /**
   * @param {number} name
   * @param {number} distance from what is written
   * @param {boolean} exact
   */
  add(name, distance, exact) {
    const commune = this.index.commune[name], known = this.byCommune.get(commune);
    if (known && distance >= known.distance && (distance > known.distance || name !== commune)) return;
    this.byCommune.set(commune, { name, commune, distance, exact, covered: isCovered(this.index, commune) });
  }

  /**
   * Names that begin alike.
   * @param {NameRange} range
   * @param {number} distance
   * @param {number} article letters of the article that was put before: a word must begin after it
   */
  addRange(range, distance, article) {
    const index = this.index;
    let covered = 0, others = 0;
    for (let name = range.from; name < range.to; name++) {
      readName(index, name);
      if (article && !(index.letters[index.starts[name] + article] & BEGINS)) continue;
      if (lengthOf(index, name) === range.depth) this.add(name, distance, true);
      else if (isCovered(index, index.commune[name]) ? covered++ < FEW : others++ < FEW) {
        this.add(name, distance + 1, false);
      } else this.more = true;
    }
  }

  inOrder() {
    return Array.from(this.byCommune.values()).sort(order);
  }

  /** @returns {CommuneAnswer} */
  end() {
    const all = this.inOrder(), exact = all.filter((one) => one.exact).length;
    const lines = all.slice(0, Math.max(FEW, exact));
    return { total: all.length, lines, more: this.more || lines.length < all.length, short: false };
  }
}
