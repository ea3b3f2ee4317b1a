// How the two browsers are started. Both are those of the system; neither can reach anything but the loopback.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { serve, witness } from './server.mjs';

const CHROMIUM = process.env.ELIANE_CHROMIUM || '/usr/bin/chromium';
// Chromium without its windows, of the same sources and release: a page costs it two thirds of the work, a new context a third. Where it is not
// installed, the whole browser does everything.
const SHELL = '/usr/lib/chromium/chromium-headless-shell';
const WINDOWLESS = process.env.ELIANE_CHROMIUM_NU || (!process.env.ELIANE_CHROMIUM && fs.existsSync(SHELL) ? SHELL : CHROMIUM);
export const TWO_CHROMIUMS = WINDOWLESS !== CHROMIUM;
const FIREFOX = process.env.ELIANE_FIREFOX || '/usr/bin/firefox-esr';

// Never --allow-file-access-from-files: a family's browser does not have it.
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-default-apps', '--mute-audio', '--force-color-profile=srgb', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

// `whole`: the browser that people have, for what measures time and for what its windows may change.
export function launchOptions({ whole = true } = {}) {
  const asRoot = process.getuid?.() === 0; // Chromium's sandbox refuses root
  return { executablePath: whole ? CHROMIUM : WINDOWLESS, headless: true, chromiumSandbox: !asRoot, args: FLAGS };
}

export const startChromium = ({ whole = false } = {}) => chromium.launch(launchOptions({ whole }));

// Firefox sends everything that is not loopback to the witness. `strict: false` exists for the proof only.
export async function startFirefox({ javascript = true, strict = true } = {}) {
  const proxy = await witness();
  const browser = await puppeteer.launch({
    // Without bars to draw around the page, or things to remember of it: a third less CPU per page.
    browser: 'firefox', executablePath: FIREFOX, headless: true, args: ['--kiosk'],
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': strict, // puppeteer's profile turns it off
      'javascript.enabled': javascript,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxy.port,
      'network.proxy.no_proxies_on': '127.0.0.1',
      'places.history.enabled': false, 'browser.sessionstore.interval': 3_600_000, 'browser.cache.disk.enable': false,
      'network.prefetch-next': false, 'network.dns.disablePrefetch': true,
    },
  });
  // Firefox itself asks its maker for settings; those are not requests of the site.
  const own = /(^|\.)(mozilla\.(org|com|net)|firefox\.com|dummy\.test)(:\d+)?(\/|$)/;
  const asked = () => proxy.asked.filter((address) => !own.test(address.replace(/^https?:\/\//, '')));
  return { browser, asked, close: async () => { await browser.close(); await proxy.close(); } };
}

// A copy of the site in a folder whose path has spaces, accents and a typographic apostrophe.
export function awkwardCopy(root) {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-'));
  const copy = path.join(temp, 'Été à l’île', 'clé de Jérôme & Zoé #1');
  fs.cpSync(root, copy, { recursive: true });
  return { root: copy, base: `${pathToFileURL(copy).href}/`, close: () => fs.rmSync(temp, { recursive: true, force: true }) };
}

// The two ways a page is opened, with what must be closed after.
export async function bothWays(root) {
  const copy = awkwardCopy(root);
  const server = await serve(root);
  return { file: copy.base, http: server.base, server, close: async () => { copy.close(); await server.close(); } };
}

// How many times longer a busy machine may take: when more processes wait than there are processors, measures of time have wider limits.
export const busyness = () => Math.max(1, os.loadavg()[0] / os.cpus().length);
