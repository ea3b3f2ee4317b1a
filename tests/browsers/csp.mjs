// The content security policy of each page: first in head, strict, and every inline block listed by its hash.
import { createHash } from 'node:crypto';
import { finding } from './site.mjs';

const DATA_BLOCK = /^(application\/(ld\+)?json|text\/(plain|template))$/i;

function directives(policy) {
  return new Map(policy.split(';').map((part) => part.trim().split(/\s+/)).filter(([name]) => name).map(([name, ...values]) => [name.toLowerCase(), values]));
}

function weak(name, values) {
  const bad = values.filter((value) => /^'unsafe-|^\*|^https?:|^wss?:|^\/\//i.test(value) || (value === 'data:' && /^(script|style|default)-src$/.test(name)));
  return bad.map((value) => `${name} allows ${value}`);
}

function hashFindings(page, allowed) {
  const blocks = page.tags.filter((tag) => (tag.name === 'style') || (tag.name === 'script' && !('src' in tag.attrs) && !DATA_BLOCK.test(tag.attrs.type ?? '')));
  const used = new Set();
  const missing = blocks.flatMap((tag) => {
    const hash = `'sha256-${createHash('sha256').update(tag.content, 'utf8').digest('base64')}'`;
    const directive = tag.name === 'style' ? 'style-src' : 'script-src';
    used.add(`${directive} ${hash}`);
    return (allowed.get(directive) ?? []).includes(hash) ? [] : [finding('csp-hachage', page.file, `line ${tag.line}: inline ${tag.name} is not in ${directive} (${hash})`)];
  });
  const idle = ['style-src', 'script-src'].flatMap((directive) => (allowed.get(directive) ?? []).filter((value) => /^'sha\d+-/.test(value) && !used.has(`${directive} ${value}`)).map((value) => finding('csp-hachage', page.file, `${directive} lists ${value}, which no block of the page has`)));
  return [...missing, ...idle];
}

export function policies(site) {
  return site.pages.flatMap((page) => {
    const head = page.tags.findIndex((tag) => tag.name === 'head');
    const html = page.tags.findIndex((tag) => tag.name === 'html');
    const first = page.tags[(head < 0 ? html : head) + 1];
    const metas = page.tags.filter((tag) => tag.name === 'meta' && /^content-security-policy$/i.test(tag.attrs['http-equiv'] ?? ''));
    if (metas.length !== 1) return [finding('csp', page.file, `${metas.length} policies, wants one`)];
    const found = metas[0] === first ? [] : [finding('csp-premiere', page.file, `the policy comes after <${first?.name}>: it must be first in head`)];
    const allowed = directives(metas[0].attrs.content ?? '');
    if (allowed.get('default-src')?.join(' ') !== "'none'") found.push(finding('csp', page.file, "default-src must be 'none'"));
    for (const [name, values] of allowed) for (const why of weak(name, values)) found.push(finding('csp', page.file, why));
    return [...found, ...hashFindings(page, allowed)];
  });
}

// What the policy refuses, said where it stands in the source.
export function inlineCode(site) {
  return site.pages.flatMap((page) => page.tags.flatMap((tag) => Object.entries(tag.attrs).flatMap(([key, value]) => {
    const at = `line ${tag.line}: <${tag.name} ${key}>`;
    const found = [];
    if (/^on[a-z]/.test(key)) found.push(finding('evenement', page.file, `${at}: inline event handler`));
    if (key === 'style') found.push(finding('style', page.file, `${at}: style attribute`));
    if (/^[\s\u0000-\u001f]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i.test(value)) found.push(finding('javascript', page.file, `${at}: javascript: address`));
    return found;
  })));
}
