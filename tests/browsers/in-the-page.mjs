// Functions that run inside a page, in either browser, with JavaScript on or off (the tools may always look).
// Each is self-contained: it is sent as text.

// What a visitor can reach from here, and what did not arrive.
export function look() {
  const clickable = (link) => {
    for (let e = link.parentElement; e; e = e.parentElement) if (e.tagName === 'DETAILS' && !e.open) e.open = true;
    if (!link.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    link.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    return [...link.getClientRects()].some((box) => {
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return hit && (link === hit || link.contains(hit));
    });
  };
  const links = [...document.querySelectorAll('a[href], area[href]')].filter(clickable).map((link) => link.href);
  const images = [...document.images].filter((image) => image.loading !== 'lazy' && image.getAttribute('src') && image.complete && image.naturalWidth === 0).map((image) => image.getAttribute('src'));
  const sheets = [...document.querySelectorAll('link[rel~=stylesheet]')].filter((link) => !link.sheet && !link.disabled).map((link) => link.getAttribute('href'));
  return { kind: document.body.dataset.kind, links, absent: [...images, ...sheets] };
}

// Sizes and layout at the present width.
export function measure({ smallest, target }) {
  const found = [];
  const bad = (rule, element, message) => found.push({ rule, message: `${message} <${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}> « ${(element.innerText || '').replace(/\s+/g, ' ').trim().slice(0, 40)} »` });
  for (const details of document.querySelectorAll('details')) details.open = true;
  const root = document.documentElement;
  const width = root.clientWidth;
  const over = Math.max(root.scrollWidth, document.body.scrollWidth) - width;
  if (over > 0) found.push({ rule: 'debordement', message: `the page is ${over} px wider than the ${width} px screen` });

  // Kept for screen readers, or parked outside the screen until focused.
  const parked = (element) => {
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e), box = e.getBoundingClientRect();
      if (/absolute|fixed/.test(style.position) && (box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || (box.width <= 1.5 && box.height <= 1.5))) return true;
      if (/inset\((50|100)%/.test(style.clipPath)) return true;
    }
    return false;
  };
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !parked(element);
  const scrolls = (element) => { for (let e = element; e && e !== document.body; e = e.parentElement) if (/auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth) return true; return false; };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const reported = new Set();
  while (walker.nextNode()) {
    const text = walker.currentNode, element = text.parentElement;
    if (!/[\p{L}\p{N}]/u.test(text.data) || element.closest('script,style,svg') || reported.has(element) || !visible(element)) continue;
    const px = parseFloat(getComputedStyle(element).fontSize);
    if (element.closest('main') && !element.closest('sup,sub') && px < smallest) { bad('petit-texte', element, `${px} px of type, wants ${smallest}:`); reported.add(element); }
    range.selectNodeContents(text);
    if ([...range.getClientRects()].some((box) => box.width > 1 && (box.right > width + 1 || box.left < -1)) && !scrolls(element)) { bad('debordement', element, 'text outside the screen:'); reported.add(element); }
  }

  // A link inside a sentence is exempt (WCAG 2.5.5): its block holds other words.
  const block = (element) => { let e = element.parentElement; while (e && /^inline$|^contents$/.test(getComputedStyle(e).display)) e = e.parentElement; return e ?? document.body; };
  const inSentence = (link) => {
    if (getComputedStyle(link).display !== 'inline') return false;
    const around = block(link);
    const words = (text) => (text.match(/\p{L}{2,}/gu) || []).length;
    const linked = [...around.querySelectorAll('a[href],button')].reduce((sum, other) => sum + words(other.textContent), 0);
    return words(around.textContent) - linked >= 2;
  };
  for (const element of document.querySelectorAll('a[href],button,summary,select,textarea,input:not([type=hidden]),[role=button],[tabindex="0"]')) {
    if (!visible(element) || element.disabled || inSentence(element)) continue;
    const boxes = [element, ...(/checkbox|radio/.test(element.type ?? '') ? element.labels : [])].map((e) => e.getBoundingClientRect());
    const [w, h] = ['width', 'height'].map((side) => Math.max(...boxes.map((box) => box[side])));
    if (w + 0.5 < target || h + 0.5 < target) bad('cible', element, `target of ${Math.round(w)} × ${Math.round(h)} px, wants ${target}:`);
  }
  return found;
}

// Contrast of all visible text, reckoned from what the canvas makes of the colours.
export function contrast({ ratio }) {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const dark = matchMedia('(prefers-color-scheme: dark)').matches && /dark/.test(getComputedStyle(document.documentElement).colorScheme);
  const light = ([r, g, b]) => { const f = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4); return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
  const pixel = () => canvas.getImageData(0, 0, 1, 1).data;
  const paint = (colour, alpha = 1) => { canvas.globalAlpha = alpha; canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); };
  for (const details of document.querySelectorAll('details')) details.open = true;
  const found = [];
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!/[\p{L}\p{N}]/u.test(walker.currentNode.data) || seen.has(element) || element.closest('script,style,svg,:disabled')) continue;
    seen.add(element);
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const line = [];
    for (let e = element; e; e = e.parentElement) line.unshift(e);
    const styles = line.map((e) => getComputedStyle(e));
    const say = (message) => found.push({ rule: 'contraste', message: `${message}: « ${element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)} »` });
    if (styles.some((style) => style.backgroundImage !== 'none')) { say('text over a picture or a gradient, contrast unknown'); continue; }
    paint(dark ? '#121212' : '#fff');
    for (const style of styles) paint(style.backgroundColor);
    const ground = light(pixel());
    paint(styles.at(-1).color, styles.reduce((product, style) => product * style.opacity, 1));
    const ink = light(pixel());
    const value = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    if (value < ratio - 0.005) say(`${value.toFixed(2)}:1, wants ${ratio}:1`);
  }
  return found;
}

// Puts a style, a script and an outside image into the page; returns what no policy refused.
export async function tryForbidden() {
  const left = new Map([['style-src-attr', 'a style attribute'], ['script-src-elem', 'an inline script'], ['img-src', 'an image from outside']]);
  const script = document.createElement('script');
  script.textContent = 'document.title = "";';
  await new Promise((done) => {
    document.addEventListener('securitypolicyviolation', (event) => { left.delete(event.effectiveDirective); if (!left.size) done(); });
    setTimeout(done, 500);
    document.body.insertAdjacentHTML('beforeend', '<p style="color:red">x</p><img alt="" src="https://exemple.invalid/x.png">');
    document.body.append(script);
  });
  return [...left.values()];
}
