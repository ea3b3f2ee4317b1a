// What the two fields have in common, « Chercher » and « code postal ou commune »: how they speak, and the
// keyboard.
import { all } from './page.js';

const SILENCE_MS = 250;

/**
 * The status line of a field. Answers are shown at once; those who listen hear about them once they stop
 * writing.
 * @param {HTMLElement} place
 */
export function statusLine(place) {
  let timer = 0;
  return {
    /** @param {string} text */
    say(text) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (place.textContent !== text) place.textContent = text;
      }, SILENCE_MS);
    },
    hush() {
      clearTimeout(timer);
    },
  };
}

/**
 * Arrows go from the field to its links and back; Enter shows the first of them, and a second press opens
 * it.
 * @param {HTMLElement} box
 * @param {HTMLInputElement} input
 */
export function followKeys(box, input) {
  box.addEventListener('keydown', (event) => {
    const links = all('.champ-urgences a, .champ-liste a', box);
    const here = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    let next;
    if (event.key === 'ArrowDown') next = links[here + 1];
    else if (event.key === 'ArrowUp' && here >= 0) next = here ? links[here - 1] : input;
    else if (event.key === 'Enter' && event.target === input) next = links[0];
    else if (event.key === 'Escape' && here >= 0) next = input;
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
}

/**
 * A line of the list: a link, and what is said beside it.
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement[]} beside
 */
export function line(link, beside) {
  beside.forEach((one) => link.append(' ', one));
  const item = document.createElement('li');
  item.appendChild(link);
  return item;
}
