// What a screen reader is told (Chromium's accessibility tree) and what a keyboard meets. Each function returns findings.
import { finding } from './site.mjs';

const FOCUSABLE = new Set(['link', 'button', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'summary', 'DisclosureTriangle', 'option']);
const MOST_STOPS = 400; // to find one thing
const WALKED = 60; // of a page; a list of 600 words is the same link 600 times
const clean = (text) => String(text ?? '').replace(/\s+/g, ' ').trim();

// The nodes that are said, in reading order: {role, name, level, focused, focusable, id}.
export async function tree(page) {
  const client = await page.context().newCDPSession(page);
  try {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const said = [];
    const walk = (node) => {
      const property = (name) => node.properties?.find((one) => one.name === name)?.value?.value;
      if (!node.ignored) said.push({ role: node.role?.value, name: clean(node.name?.value), level: property('level'), focused: property('focused') === true, focusable: property('focusable') === true, dom: node.backendDOMNodeId });
      for (const child of node.childIds ?? []) if (byId.has(child)) walk(byId.get(child));
    };
    if (nodes.length) walk(nodes[0]);
    return said;
  } finally { await client.detach(); }
}

export const focused = async (page) => (await tree(page)).findLast((node) => node.focused && node.role !== 'RootWebArea');

// One h1, no level skipped, no heading without words.
export function outline(nodes, file) {
  const found = [], headings = nodes.filter((node) => node.role === 'heading');
  const bad = (message) => found.push(finding('titres', file, message));
  const firsts = headings.filter((one) => one.level === 1);
  if (firsts.length !== 1) bad(`${firsts.length} headings of level 1`);
  headings.forEach((one, i) => {
    if (!one.name) bad('a heading without words');
    if (i && one.level > headings[i - 1].level + 1) bad(`« ${one.name} » is of level ${one.level}, after level ${headings[i - 1].level}`);
  });
  for (const role of ['banner', 'main', 'contentinfo']) if (nodes.filter((node) => node.role === role).length !== 1) bad(`no single landmark « ${role} »`);
  return found;
}

// What the eye sees of the thing that has the focus, and the number it was given in the order of the page.
const atFocus = () => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const box = [...e.getClientRects()].find((one) => one.width && one.height), style = getComputedStyle(e);
  const inside = box && box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
  const there = inside && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    number: Number(e.dataset.numero), inside: Boolean(inside) || (box && box.height > innerHeight), covered: Boolean(there) && !(e.contains(there) || there.contains(e)),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth), edge: style.outlineColor,
    text: (e.getAttribute('aria-label') ?? e.textContent).replace(/\s+/g, ' ').trim().slice(0, 50) || e.id,
  };
};

// Tab from the top to the end: each stop is seen, said by a name and a role, and comes in reading order.
export async function tabWalk(page, file) {
  const found = [];
  const bad = (message) => { if (found.length < 10) found.push(finding('tabulation', file, message)); };
  const nodes = (await tree(page)).filter((node) => node.focusable && FOCUSABLE.has(node.role));
  for (const node of nodes) if (!node.name) bad(`a ${node.role} without a name`);
  // Reading order, as the browser tells it to a screen reader, is written on the elements themselves.
  const client = await page.context().newCDPSession(page);
  for (const [number, { dom }] of nodes.entries()) {
    const { object } = await client.send('DOM.resolveNode', { backendNodeId: dom });
    await client.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: 'function (n) { this.dataset.numero = n; }', arguments: [{ value: number }] });
  }
  await client.detach();
  const met = new Set();
  let last = -1, stops = 0, ended = false;
  for (; stops < WALKED; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(atFocus);
    ended = !stop || (stop.number === 0 && last > 0); // past the end, or round again
    if (ended) break;
    if (Number.isNaN(stop.number)) bad(`« ${stop.text} » takes the focus but is not told to a screen reader`);
    else if (stop.number <= last) { bad(`« ${stop.text} » comes after what follows it on the page`); }
    if (!Number.isNaN(stop.number)) { met.add(stop.number); last = stop.number; }
    if (!stop.inside) bad(`« ${stop.text} » has the focus outside of the screen`);
    if (stop.covered) bad(`« ${stop.text} » has the focus under something else`);
    if (stop.outline < 3) bad(`the focus of « ${stop.text} » is marked by ${stop.outline} px`);
  }
  if (ended) for (const [number, { name }] of nodes.entries()) if (!met.has(number)) bad(`Tab never comes to « ${name} »`);
  return { findings: found, stops };
}

// Presses Tab until something so called has the focus; `role` when a link and a field share their name. Throws when the end comes first.
export async function tabTo(page, wanted, role) {
  for (let presses = 1; presses <= MOST_STOPS; presses++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => { const e = document.activeElement; return e === document.body ? null : (e.getAttribute('aria-label') ?? (e.labels?.[0] ?? e).textContent).replace(/\s+/g, ' ').trim(); });
    if (text === null || !wanted.test(text)) continue;
    const node = await focused(page);
    if (!role || role.test(node.role)) return { presses, node };
  }
  throw new Error(`${wanted} never had the focus within ${MOST_STOPS} presses of Tab`);
}

// The words that a screen reader says by itself: the text of each status, now.
export const announced = (page) => page.evaluate(() => [...document.querySelectorAll('[role=status],[role=alert],[aria-live]')].map((e) => e.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean));
