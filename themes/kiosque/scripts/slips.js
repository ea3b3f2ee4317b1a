// How many slips of the hand are between two words.

/** More than the most that was asked for. */
export const TOO_MANY = 9;

// Three rows of the table, used again and again: making new ones for each word took longer than reckoning.
const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];
const LETTERS = new Uint8Array(64);

/**
 * Slips between two words: a letter wrong, too many, missing, or two swapped; `TOO_MANY` above the most.
 * Only cells so near the diagonal are reckoned: beyond, there are more slips already.
 * @param {string} first
 * @param {string} second
 * @param {number} most
 */
export function slips(first, second, most) {
  const rows = first.length, columns = second.length, letters = LETTERS;
  if (rows - columns > most || columns - rows > most || columns > 60) return TOO_MANY;
  let before = ROWS[0], last = ROWS[1], row = ROWS[2];
  for (let at = 0; at <= columns; at++) {
    last[at] = at;
    letters[at] = at ? second.charCodeAt(at - 1) : 0;
    before[at] = TOO_MANY;
  }
  for (let down = 1; down <= rows; down++) {
    const letter = first.charCodeAt(down - 1), previous = down > 1 ? first.charCodeAt(down - 2) : 0;
    let from = down - most, to = down + most, least = TOO_MANY;
    if (from < 1) {
      from = 1;
      row[0] = least = down;
    } else row[from - 1] = TOO_MANY;
    if (to > columns) to = columns;
    else if (down > 1) last[to] = TOO_MANY; // was outside in the row before
    for (let at = from; at <= to; at++) {
      const other = letters[at];
      let value = last[at - 1] + (letter === other ? 0 : 1);
      if (last[at] + 1 < value) value = last[at] + 1;
      if (row[at - 1] + 1 < value) value = row[at - 1] + 1;
      if (at > 1 && previous === other && letter === letters[at - 1] && before[at - 2] + 1 < value) {
        value = before[at - 2] + 1;
      }
      row[at] = value;
      if (value < least) least = value;
    }
    if (least > most) return TOO_MANY;
    const free = before;
    before = last;
    last = row;
    row = free;
  }
  return last[columns] <= most ? last[columns] : TOO_MANY;
}
