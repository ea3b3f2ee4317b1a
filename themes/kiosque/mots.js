// The definition of a word, over the page. Without this script the word is a link to its definition, at the
// end of the page.
import { first, touched } from './scripts/page.js';

/** @param {HTMLDialogElement} bubble */
function installDefinitions(bubble) {
  document.addEventListener('click', (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (touched(event, 'a.mot'));
    const definition = link && document.getElementById(link.hash.slice(1));
    if (!definition || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    first(bubble, 'h2').textContent = first(definition, 'dfn').textContent;
    first(bubble, 'p').textContent = first(definition, 'dd span').textContent;
    bubble.showModal();
  });
  // The ground around it closes it too, as its button and Escape do.
  bubble.addEventListener('click', (event) => {
    if (event.target === bubble || touched(event, 'button')) bubble.close();
  });
}

function startDefinitions() {
  const bubble = /** @type {HTMLDialogElement | null} */ (document.getElementById('bulle'));
  if (bubble && 'showModal' in bubble) installDefinitions(bubble);
}

startDefinitions();
