// The folder under test, read once: files, pages, kinds. ELIANE_PUBLIC names it; ../../public otherwise.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, tags } from './html.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

// The kinds of pages, as the table of the program names them: a new kind is one that the tests want to see.
const TABLE = fs.readFileSync(path.join(here, '../../src/site/page.rs'), 'utf8');
export const KINDS = [...new Set([...TABLE.matchAll(/KindRow::named\("([a-z-]+)"/g)].map(([, name]) => name))];
if (KINDS.length < 20) throw new Error('src/site/page.rs names no kinds of pages');
// Pages that only an old address, an old code or a refused address leads to.
export const UNLINKED = new Set(['erreur', 'deplace', 'retire']);

export function folderUnderTest() {
  return path.resolve(process.env.ELIANE_PUBLIC || path.join(here, '../../public'));
}

function walk(root, folder = '') {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? walk(root, name) : [name];
  });
}

const once = (make) => { let made; return () => (made ??= make()); };

// What most tests ask of most pages stands before their text: the rest is read when somebody asks.
function readPage(root, file) {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  const opening = source.indexOf('<body'), body = opening < 0 ? 0 : source.indexOf('>', opening) + 1;
  const all = once(() => tags(source)), head = once(() => tags(body ? source.slice(0, body) : source));
  const first = (name) => head().find((tag) => tag.name === name);
  const ids = once(() => new Set(all().map((tag) => tag.attrs.id).filter(Boolean)));
  return {
    file, source,
    get tags() { return all(); },
    get ids() { return ids(); },
    get lang() { return first('html')?.attrs.lang; },
    get title() { return decode(first('title')?.content ?? '').replace(/\s+/g, ' ').trim(); },
    get kind() { return first('body')?.attrs['data-kind']; },
    get h1() { return all().filter((tag) => tag.name === 'h1').length; },
  };
}

export function readSite(root = folderUnderTest()) {
  if (!fs.existsSync(path.join(root, 'index.html'))) throw new Error(`no index.html in ${root}: build the site first, or set ELIANE_PUBLIC`);
  const files = walk(root).sort();
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => readPage(root, file));
  return {
    root, files, pages,
    fileSet: new Set(files),
    page: new Map(pages.map((page) => [page.file, page])),
    bytes: (file) => fs.readFileSync(path.join(root, file)),
    text: (file) => fs.readFileSync(path.join(root, file), 'utf8'),
    ofKind: (kind) => pages.filter((page) => page.kind === kind),
  };
}

// At most `cap` pages, every kind in turn, so that no kind is ever left out.
export function sample(site, cap = 60) {
  const kinds = [...new Set(site.pages.map((page) => page.kind))];
  const queues = kinds.map((kind) => site.ofKind(kind));
  const chosen = [];
  while (chosen.length < cap && queues.some((queue) => queue.length)) for (const queue of queues) if (queue.length && chosen.length < cap) chosen.push(queue.shift());
  return chosen;
}

// All pages but of the kinds that have more than `most`: of these, `most` from the first to the last, evenly. The
// question tree alone has six hundred pages of two templates.
export function breadth(site, most = 60) {
  const kinds = [...new Set(site.pages.map((page) => page.kind))];
  return kinds.flatMap((kind) => {
    const pages = site.ofKind(kind);
    return pages.length <= most ? pages : Array.from({ length: most }, (_, at) => pages[Math.floor(at * pages.length / most)]);
  });
}

// Findings are what every check returns; a test passes when there is none.
export const finding = (rule, page, message) => ({ rule, page, message });

export function listing(findings, cap = 25) {
  const lines = findings.slice(0, cap).map((f) => `  [${f.rule}] ${f.page ?? ''} ${f.message}`);
  if (findings.length > cap) lines.push(`  … and ${findings.length - cap} more`);
  return lines.join('\n');
}

export const none = (findings) => assert.equal(findings.length, 0, `${findings.length} findings\n${listing(findings)}`);
