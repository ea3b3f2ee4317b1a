// A small, tolerant reader of HTML tags, enough for minified pages (unquoted attributes, omitted end tags).
// It is no validator: the Nu checker does that.
const OPAQUE = new Set(['script', 'style', 'textarea', 'title']);
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', colon: ':', sol: '/', period: '.', num: '#', Tab: '\t', NewLine: '\n' };

export function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi, (whole, hex, dec, name) => {
    if (name) return NAMED[name] ?? whole;
    const n = hex ? parseInt(hex, 16) : parseInt(dec, 10);
    return n > 0 && n < 0x110000 ? String.fromCodePoint(n) : whole;
  });
}

// One attribute list: `ATTRIBUTE` is sticky, so it stops at the first character that is not part of a tag.
const ATTRIBUTE = /[\s/]*([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

function attributes(src, at) {
  const attrs = Object.create(null);
  ATTRIBUTE.lastIndex = at;
  let end = at;
  for (let m; (m = ATTRIBUTE.exec(src)); end = ATTRIBUTE.lastIndex) {
    const key = m[1].toLowerCase();
    if (!(key in attrs)) attrs[key] = decode(m[2] ?? m[3] ?? m[4] ?? '');
  }
  const close = src.indexOf('>', end);
  return { attrs, end: close < 0 ? src.length : close + 1 };
}

// Returns every start tag in order: {name, attrs, line, content}; content only for script, style, textarea, title.
export function tags(src) {
  const found = [];
  const START = /<!--[\s\S]*?(?:-->|$)|<([a-zA-Z][^\s/>]*)/g;
  let line = 1, counted = 0;
  for (let m; (m = START.exec(src));) {
    if (!m[1]) continue;
    for (; counted < m.index; counted++) if (src[counted] === '\n') line++;
    const name = m[1].toLowerCase();
    const { attrs, end } = attributes(src, START.lastIndex);
    const tag = { name, attrs, line };
    START.lastIndex = end;
    if (OPAQUE.has(name)) {
      const close = new RegExp(`</${name}[\\s/>]`, 'ig');
      close.lastIndex = end;
      const stop = close.exec(src)?.index ?? src.length;
      tag.content = src.slice(end, stop);
      START.lastIndex = stop;
    }
    found.push(tag);
  }
  return found;
}

// Every address a style sheet loads.
export function cssAddresses(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [];
  for (const m of bare.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)/gi)) found.push(m[1] ?? m[2] ?? m[3]);
  for (const m of bare.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi)) found.push(m[1] ?? m[2]);
  return found;
}

// Addresses of a srcset: "a.png 1x, b.png 2x"; a data: URL holds commas, so cut at blanks first.
export function srcset(value) {
  return value.split(/\s+/).map((part) => part.replace(/^,+|,+$/g, '')).filter((part) => part && !/^\d+(\.\d+)?[wxh]$/.test(part));
}
