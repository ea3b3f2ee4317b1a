// The visit in Chromium, and the measures that need its eyes.
import { contrast, look, measure, tryForbidden } from './in-the-page.mjs';
import { finding } from './site.mjs';
import { judge, visit } from './visit.mjs';

export async function visitChromium(browser, site, base, { javascript, only }) {
  const context = await browser.newContext({ javaScriptEnabled: javascript, viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const heard = [];
  const requests = [];
  let now = judge(base, 'index.html');
  context.on('request', (request) => { requests.push(request.url()); heard.push(...now.request(request.url())); });
  // Of a film that waits, a browser takes the beginning and stops by itself; a film that is missing fails otherwise.
  const enough = (request) => request.resourceType() === 'media' && request.failure()?.errorText === 'net::ERR_ABORTED';
  context.on('requestfailed', (request) => !enough(request) && heard.push(...now.failure(request.url(), request.failure()?.errorText)));
  context.on('response', (response) => { if (response.status() >= 400) heard.push(...now.failure(response.url(), response.status())); });
  context.on('console', (message) => { if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) heard.push(...now.words(message.text())); });
  page.on('pageerror', (error) => heard.push(...now.words(error.message)));
  const { findings, visited } = await visit(site, base, async (url, file) => {
    now = judge(base, file);
    await page.goto(url, { waitUntil: 'load' });
    // A typeface that is still on its way when we leave would count as one that failed.
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    return page.evaluate(look);
  }, only);
  await context.close();
  return { findings: [...heard, ...findings], visited, requests };
}

const WIDTHS = [{ width: 1280, height: 800 }, { width: 320, height: 640 }];

// Layout, sizes of type and of targets: every page, at two widths.
export async function measureAll(browser, pages, base) {
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const found = [];
  for (const { file } of pages) for (const viewport of WIDTHS) {
    await page.setViewportSize(viewport);
    await page.goto(base + file, { waitUntil: 'load' });
    for (const { rule, message } of await page.evaluate(measure, { smallest: 20, target: 44 })) found.push(finding(rule, file, `${viewport.width} px: ${message}`));
  }
  await context.close();
  return found;
}

// Does the policy of each page really refuse? Three forbidden things are put into the open page.
export async function policyBites(browser, base, pages) {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  const found = [];
  for (const { file } of pages) {
    await page.goto(base + file, { waitUntil: 'load' });
    for (const what of await page.evaluate(tryForbidden)) found.push(finding('csp-inactive', file, `nothing refuses: ${what}`));
  }
  await context.close();
  return found;
}

const SCREENS = [{ width: 1280, height: 800 }, { width: 390, height: 844 }];
export const SCENES = ['light', 'dark'].flatMap((colorScheme) => SCREENS.map((viewport) => ({ colorScheme, viewport, name: `${colorScheme} ${viewport.width}×${viewport.height}` })));

// Opens each page once and shows it under each scene; `examine(page)` returns [{rule, message}].
export async function inEachScene(browser, base, pages, examine) {
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const found = [];
  for (const { file } of pages) {
    await page.goto(base + file, { waitUntil: 'load' });
    for (const scene of SCENES) {
      await page.emulateMedia({ colorScheme: scene.colorScheme });
      await page.setViewportSize(scene.viewport);
      for (const { rule, message } of await examine(page)) found.push(finding(rule, file, `${scene.name}: ${message}`));
    }
  }
  await context.close();
  return found;
}

export const ownContrast = (page) => page.evaluate(contrast, { ratio: 7 });
