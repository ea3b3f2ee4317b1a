// A visit of the whole site from its home page, by links a visitor can touch. One way for both browsers.
import { UNLINKED, finding } from './site.mjs';

export const BROWSER_RULES = ['sort', 'echec', 'console', 'csp-violee', 'csp-inactive', 'non-atteinte', 'debordement', 'petit-texte', 'cible', 'contraste', 'axe', 'parcours', 'evitement', 'papier-etapes', 'papier-menu'];

// `arrive(url)` opens an address and returns what look() saw there. `only`: the files to open, when not all are.
export async function visit(site, base, arrive, only) {
  const found = [];
  const queue = [`${base}index.html`];
  // Some of them may be linked from pages that are not visited.
  for (const file of only ?? []) if (file !== 'index.html' && !UNLINKED.has(site.page.get(file).kind)) queue.push(base + file.split('/').map(encodeURIComponent).join('/'));
  const reached = new Set(queue);
  for (const url of queue) {
    const file = decodeURIComponent(url.slice(base.length));
    let seen;
    try { seen = await arrive(url, file); } catch (error) { found.push(finding('echec', file, `does not open: ${error.message.split('\n')[0]}`)); continue; }
    for (const address of seen.absent) found.push(finding('echec', file, `did not load: ${address}`));
    for (const href of seen.links) {
      const bare = href.split('#')[0].split('?')[0];
      if (/^(https?|file):/.test(bare) && !bare.startsWith(base)) {
        if (bare.startsWith('file:') || bare.startsWith('http://127.0.0.1')) found.push(finding('sort', file, `link out of the site: ${href}`));
        continue; // a link to the world outside: a person chooses it, the visit does not follow
      }
      if (!bare.startsWith(base) || reached.has(bare)) continue;
      reached.add(bare);
      if (bare.endsWith('.html') && (!only || only.has(decodeURIComponent(bare.slice(base.length))))) queue.push(bare);
    }
  }
  const files = new Set([...reached].map((url) => decodeURIComponent(url.slice(base.length))));
  if (!only) for (const page of site.pages) if (!files.has(page.file) && !UNLINKED.has(page.kind)) found.push(finding('non-atteinte', page.file, 'no touchable link leads here'));
  return { findings: found, visited: queue.length };
}

// What a browser says while it opens pages, sorted by rule.
export function judge(base, file) {
  return {
    request: (url) => (url.startsWith(base) || /^(data|blob|about):/.test(url) ? [] : [finding('sort', file, `request to ${url.slice(0, 120)}`)]),
    failure: (url, why) => [finding('echec', file, `${url.slice(-100)} ${why}`)],
    words: (text) => [finding(/content.security.policy/i.test(text) ? 'csp-violee' : 'console', file, text.slice(0, 250))],
  };
}
