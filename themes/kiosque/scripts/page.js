// What all scripts do with a page.

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement[]}
 */
export function all(selector, within = document) {
  return Array.from(within.querySelectorAll(selector));
}

/**
 * The first element of a selector; for elements that the template always writes.
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function first(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

/**
 * The sentences that the template wrote for an element: its `data-` attributes.
 * @param {HTMLElement} within
 */
export function sentencesOf(within) {
  return /** @type {Sentences} */ (within.dataset);
}

/**
 * The element that was touched, or the one around it, that a selector names. A touch may end on what is no
 * element.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function touched(event, selector) {
  const target = /** @type {Element} */ (event.target);
  return target.closest ? target.closest(selector) : null;
}

/**
 * A new element.
 * @param {string} name
 * @param {string} [className]
 * @param {string} [text]
 */
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/**
 * A link.
 * @param {string} className
 * @param {string} text
 * @param {string} address
 */
export function link(className, text, address) {
  const made = /** @type {HTMLAnchorElement} */ (element('a', className, text));
  made.href = address;
  return made;
}

/**
 * A sentence of the theme with its `{words}` filled in.
 * @param {string} sentence
 * @param {Record<string, unknown>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, word) => (word in values ? String(values[word]) : whole));
}

/**
 * Data come as scripts: a page on a USB key may fetch nothing.
 * @param {string} address
 * @param {() => void} loaded
 * @param {() => void} failed
 */
export function loadScript(address, loaded, failed) {
  const script = document.createElement('script');
  script.src = address;
  script.onload = loaded;
  script.onerror = () => {
    script.remove();
    failed();
  };
  document.head.appendChild(script);
}
