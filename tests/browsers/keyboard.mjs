// Journeys with the keyboard only, in Chromium. Each returns findings.
import { finding } from './site.mjs';

const MOST_TABS = 400;

// Presses Tab until `wanted(link)` accepts the focused link, then Enter. Returns {presses, text} or {problem}: that nothing accepted is known
// when the focus comes round to what had it before.
async function follow(page, wanted) {
  for (let presses = 1; presses <= MOST_TABS; presses++) {
    await page.keyboard.press('Tab');
    const link = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const box = e.getBoundingClientRect(), again = e.hasAttribute('data-vu');
      const shown = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      e.setAttribute('data-vu', '');
      return { tag: e.tagName, href: e.href ?? '', text: e.textContent.replace(/\s+/g, ' ').trim(), inMain: Boolean(e.closest('main')), shown, again };
    });
    if (link?.again) return { problem: `no such link: Tab comes round after ${presses} presses` };
    if (link?.tag === 'SUMMARY' && link.inMain) await page.keyboard.press('Enter'); // opens a folded list on the way
    if (link?.tag !== 'A' || !wanted(link)) continue;
    if (!link.shown) return { problem: `focused link is not on the screen: « ${link.text} »` };
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
    return { presses, text: link.text };
  }
  return { problem: `no such link within ${MOST_TABS} presses of Tab` };
}

// steps: [{what, wanted, kind}]. The kind is that of the page each step must come to.
export async function journey(page, base, name, steps) {
  await page.goto(`${base}index.html`, { waitUntil: 'load' });
  const log = [];
  for (const { what, wanted, kind } of steps) {
    const { problem, presses, text } = await follow(page, wanted);
    const file = decodeURIComponent(page.url().slice(base.length));
    if (problem) return { findings: [finding('parcours', file, `${name}, ${what}: ${problem}`)], log };
    const arrived = await page.evaluate(() => document.body.dataset.kind);
    log.push(`${what}: ${presses} × Tab, « ${text} » → ${file}`);
    if (kind && arrived !== kind) return { findings: [finding('parcours', file, `${name}, ${what}: came to « ${arrived} », wants « ${kind} »`)], log };
  }
  return { findings: [], log };
}

const inFolder = (folder) => ({ href, inMain }) => inMain && new RegExp(`/${folder}/[^/#]+\\.html$`).test(href);
export const HOME_TO_GUIDE = [
  { what: 'choisir un besoin', wanted: inFolder('besoins'), kind: 'besoin' },
  { what: 'choisir un guide', wanted: inFolder('guides'), kind: 'guide' },
];
export const HOME_TO_SERVICE = [
  { what: 'aller aux territoires', wanted: ({ href }) => /\/territoires\.html$/.test(href), kind: 'territoires' },
  { what: 'choisir Landerneau', wanted: ({ text, href }) => /^Landerneau/.test(text) && /\/territoires\/29\/landerneau-\d+\.html$/.test(href), kind: 'contact' },
  { what: 'choisir le CLIC', wanted: ({ text, href, inMain }) => inMain && /\/services\/[^/#]+\.html$/.test(href) && (/CLIC/.test(text) || /\/clic[^/]*$/.test(href)), kind: 'service' },
];

// The first Tab shows a link to the main part; Enter moves there; the next Tab stays in main, when main has something to focus.
export async function skipLink(page, base, file) {
  const bad = (message) => [finding('evitement', file, message)];
  await page.goto(base + file, { waitUntil: 'load' });
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const e = document.activeElement, box = e.getBoundingClientRect();
    return { href: e.getAttribute('href') ?? '', text: e.textContent.trim(), shown: box.width >= 20 && box.height >= 16 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight };
  });
  if (!/^#./.test(first.href)) return bad(`the first Tab stop is not a link within the page: « ${first.text} »`);
  if (!first.shown) return bad('the skip link is not visible when it has the focus');
  await page.keyboard.press('Enter');
  const goal = await page.evaluate((href) => {
    const e = document.getElementById(decodeURIComponent(href.slice(1))), main = document.querySelector('main');
    const stops = main ? [...main.querySelectorAll('a[href],button,summary,input,select,textarea,video[controls],audio[controls]')].filter((x) => x.checkVisibility({ visibilityProperty: true })) : [];
    return { leads: Boolean(e && main && (e === main || main.contains(e))), stops: stops.length };
  }, first.href);
  if (!goal.leads) return bad(`the skip link ${first.href} does not lead into main`);
  if (!goal.stops) return [];
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => Boolean(document.activeElement.closest('main')));
  return inside ? [] : bad('after the skip link, the next Tab stop is not in main');
}
