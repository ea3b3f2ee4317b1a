// Static rules about addresses: links, anchors, loaded files. Everything must open by double-click from a USB stick.
import path from 'node:path';
import { cssAddresses, srcset } from './html.mjs';
import { finding } from './site.mjs';

const scheme = (address) => /^\s*([a-z][a-z0-9+.-]*):/i.exec(address)?.[1].toLowerCase();
const OUTSIDE = new Set(['http', 'https', 'mailto', 'tel', 'sms']);

// What a relative address means from `from`: {problem} or {file, anchor}.
export function target(site, from, address) {
  const [beforeHash, anchor] = split(address, '#');
  const [bare] = split(beforeHash, '?');
  if (bare.startsWith('/')) return { problem: 'starts with a slash' };
  if (bare.endsWith('/') || /(^|\/)\.{1,2}$/.test(bare)) return { problem: 'names a folder, not a file' };
  let name;
  try { name = decodeURIComponent(bare); } catch { return { problem: 'badly encoded' }; }
  const file = name === '' ? from : path.posix.normalize(path.posix.join(path.posix.dirname(from), name));
  if (file.startsWith('../')) return { problem: 'leaves the site' };
  if (site.fileSet.has(file)) return { file, anchor };
  if (site.files.some((other) => other.startsWith(`${file}/`))) return { problem: 'names a folder, not a file' };
  return { problem: 'no such file' };
}

function split(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

const linksOf = (page) => page.tags.flatMap((tag) => {
  if ((tag.name === 'a' || tag.name === 'area') && 'href' in tag.attrs) return [{ tag, address: tag.attrs.href.trim() }];
  if (tag.name === 'form') return [{ tag, address: (tag.attrs.action ?? '').trim() }];
  return [];
});

export function links(site) {
  return site.pages.flatMap((page) => linksOf(page).flatMap(({ tag, address }) => {
    const at = `line ${tag.line}: ${tag.name} « ${address} »`;
    if (address.startsWith('//')) return [finding('lien', page.file, `${at} starts with two slashes`)];
    const s = scheme(address);
    if (s) return OUTSIDE.has(s) && tag.name !== 'form' ? [] : [finding('lien', page.file, `${at}: ${s}: is not allowed here`)];
    const { problem, file, anchor } = target(site, page.file, address);
    if (problem) return [finding('lien', page.file, `${at} ${problem}`)];
    if (!anchor) return [];
    if (site.page.get(file)?.ids.has(decodeURIComponent(anchor))) return [];
    return [finding('ancre', page.file, `${at}: no id « ${anchor} » in ${file}`)];
  }));
}

export function noBase(site) {
  return site.pages.flatMap((page) => page.tags.filter((tag) => tag.name === 'base').map((tag) => finding('base', page.file, `line ${tag.line}: <base> changes every link`)));
}

const LOADING_LINKS = /\b(stylesheet|icon|apple-touch-icon|mask-icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/i;
const SOURCES = { img: ['src', 'srcset'], source: ['src', 'srcset'], script: ['src'], iframe: ['src'], embed: ['src'], audio: ['src'], video: ['src', 'poster'], track: ['src'], input: ['src'], object: ['data'], image: ['href', 'xlink:href'], use: ['href', 'xlink:href'], feimage: ['href', 'xlink:href'], body: ['background'] };

// Every address a page loads by itself.
export function loadedBy(page) {
  return page.tags.flatMap((tag) => {
    const found = (SOURCES[tag.name] ?? []).filter((key) => key in tag.attrs).flatMap((key) => (key === 'srcset' ? srcset(tag.attrs[key]) : [tag.attrs[key].trim()]));
    if (tag.name === 'link' && LOADING_LINKS.test(tag.attrs.rel ?? '')) found.push((tag.attrs.href ?? '').trim());
    if (tag.attrs.ping) found.push(tag.attrs.ping.trim());
    if (tag.name === 'style') found.push(...cssAddresses(tag.content));
    return found.map((address) => ({ tag, address }));
  });
}

function loadProblem(site, from, address) {
  if (address.startsWith('//') || (scheme(address) && scheme(address) !== 'data')) return 'is absolute: nothing may be loaded from outside';
  if (scheme(address) === 'data' || address.startsWith('#')) return null;
  return target(site, from, address).problem ?? null;
}

export function loaded(site) {
  const inPages = site.pages.flatMap((page) => loadedBy(page).map(({ tag, address }) => [page.file, `line ${tag.line}: <${tag.name}> ${address.slice(0, 80)}`, loadProblem(site, page.file, address)]));
  const inSheets = site.files.filter((file) => file.endsWith('.css')).flatMap((file) => cssAddresses(site.text(file)).map((address) => [file, address.slice(0, 80), loadProblem(site, file, address)]));
  return [...inPages, ...inSheets].filter(([, , problem]) => problem).map(([file, what, problem]) => finding('ressource', file, `${what} ${problem}`));
}

// The page shown for a refused address may be served from any depth: it carries all it needs.
export function selfContained(site) {
  const page = site.page.get('404.html');
  if (!page) return [finding('autonome', '404.html', 'the file is missing')];
  return loadedBy(page).filter(({ address }) => !address.startsWith('data:') && !address.startsWith('#')).map(({ tag, address }) => finding('autonome', page.file, `line ${tag.line}: loads ${address}`));
}

// What works on a server and fails by file://, in one browser or the other.
export function offline(site) {
  const reasons = ({ name, attrs }) => [
    name === 'script' && /^module$/i.test(attrs.type ?? '') && 'src' in attrs && 'module file',
    'crossorigin' in attrs && 'crossorigin',
    'integrity' in attrs && 'integrity',
    name === 'link' && /\bmanifest\b/i.test(attrs.rel ?? '') && 'web manifest',
    name === 'link' && /\bpreload\b/i.test(attrs.rel ?? '') && attrs.as === 'font' && 'font preload',
    name === 'track' && !/^data:/.test(attrs.src ?? '') && 'caption file: put it in a data: address',
    name === 'use' && !/^#/.test(attrs.href ?? attrs['xlink:href'] ?? '#') && 'symbol of another file',
    name === 'meta' && /^refresh$/i.test(attrs['http-equiv'] ?? '') && 'page that moves by itself',
  ].filter(Boolean);
  return site.pages.flatMap((page) => page.tags.flatMap((tag) => reasons(tag).map((why) => finding('hors-ligne', page.file, `line ${tag.line}: <${tag.name}> ${why}`))));
}

// Without a browser: what the links of index.html lead to, page after page.
export function orphans(site, allowed) {
  const seen = new Set(['index.html']);
  for (const file of seen) for (const { address } of linksOf(site.page.get(file))) {
    const next = scheme(address) ? null : target(site, file, address).file;
    if (next && site.page.has(next)) seen.add(next);
  }
  return site.pages.filter((page) => !seen.has(page.file) && !allowed.has(page.kind)).map((page) => finding('orpheline', page.file, 'no link leads here'));
}
