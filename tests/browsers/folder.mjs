// Static rules about the folder: names, manifest, machine paths; and about each page's identity.
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { KINDS, finding } from './site.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

// A hidden file at the top belongs to the person who keeps the folder (« .gitignore »), not to the site.
const kept = (file) => /^\.[^/]+$/.test(file);

export function names(site) {
  return site.files.filter((file) => !kept(file) && !/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/.test(file)).map((file) => finding('nom', file, 'wants lower-case ASCII letters, digits, « . _ - »'));
}

// Folders of this machine that a careless build could leave in a file. The first part is enough (« /home »),
// except where it is a public word (« /usr »): then the whole path.
function machineFolders(site) {
  const mine = [process.cwd(), path.resolve(here, '../..'), site.root, os.homedir(), os.tmpdir(), process.env.CARGO_TARGET_DIR, process.env.CARGO_HOME].filter(Boolean).map((folder) => path.resolve(folder));
  const shortened = mine.map((folder) => (/^\/(usr|opt|srv|var|etc|mnt|media)(\/|$)/.test(folder) ? folder : `/${folder.split(path.sep)[1]}`));
  const usual = ['/home', '/tmp', '/root', '/Users', '/var/folders', '/builds'];
  return [...new Set([...shortened, ...usual])].filter((folder) => folder.length > 2);
}

// Not after a letter or a dot: « https://exemple.fr/home/ » and « ../home/ » are addresses, not folders of a machine.
export function machinePaths(site) {
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w.~-])(${machineFolders(site).map(escape).join('|')})/|file:///|\\b[A-Za-z]:\\\\Users\\\\`);
  return site.files.flatMap((file) => {
    const text = site.bytes(file).toString('latin1');
    const m = pattern.exec(text);
    return m ? [finding('machine', file, `path of a machine: …${text.slice(Math.max(0, m.index - 10), m.index + 40).replace(/\s+/g, ' ')}…`)] : [];
  });
}

export function manifest(site) {
  const bad = (file, message) => finding('manifeste', file, message);
  let entries;
  try { entries = JSON.parse(site.text('manifeste.json')).fichiers; } catch (error) { return [bad('manifeste.json', `not readable: ${error.message}`)]; }
  if (!Array.isArray(entries)) return [bad('manifeste.json', 'no list « fichiers »')];
  const found = [];
  const seen = new Set();
  for (const { adresse, octets, sha256 } of entries) {
    if (seen.has(adresse)) found.push(bad(adresse, 'listed twice'));
    seen.add(adresse);
    if (!site.fileSet.has(adresse)) { found.push(bad(adresse, 'listed, but not in the folder')); continue; }
    const bytes = site.bytes(adresse);
    if (bytes.length !== octets) found.push(bad(adresse, `${bytes.length} bytes, listed with ${octets}`));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) found.push(bad(adresse, 'another sha256 than listed'));
  }
  for (const file of site.files) if (!seen.has(file) && file !== 'manifeste.json' && !kept(file)) found.push(bad(file, 'in the folder, but not listed'));
  return found;
}

export function identity(site) {
  const titles = new Map();
  const found = [];
  for (const page of site.pages) {
    if (page.lang !== 'fr') found.push(finding('langue', page.file, `lang is « ${page.lang} », wants fr`));
    if (page.h1 !== 1) found.push(finding('h1', page.file, `${page.h1} h1, wants one`));
    if (!KINDS.includes(page.kind)) found.push(finding('genre', page.file, `data-kind is « ${page.kind} »`));
    if (!page.title) found.push(finding('titre', page.file, 'no title'));
    else if (titles.has(page.title)) found.push(finding('titre', page.file, `same title as ${titles.get(page.title)}: « ${page.title} »`));
    else titles.set(page.title, page.file);
    const icon = page.tags.some((tag) => tag.name === 'link' && /\bicon\b/i.test(tag.attrs.rel ?? ''));
    if (!icon && !site.fileSet.has('favicon.ico')) found.push(finding('icone', page.file, 'no rel=icon and no favicon.ico: browsers ask for a missing file'));
  }
  return found;
}
