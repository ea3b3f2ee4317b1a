// Makes the films of the guides again, from the guides' own drawings: node outils/films/refaire.mjs [name…]
//
// Needs what the browser tests need (Chromium; `npm ci` in tests/browsers) and Debian's ffmpeg and espeak-ng. Nothing
// else does: films are committed, and neither the site nor its tests make them. The same machine makes the same bytes:
// one thread, no date, no name of a program in the file.
//
// films.json says which drawing stands how long, under which words. The captions beside each film are written by hand;
// where a film has a voice (espeak-ng, a synthetic one), it reads those captions aloud at their times, so that what is
// heard and what is read cannot differ.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { chromium } = createRequire(path.join(ROOT, 'tests/browsers/package.json'))('playwright-core');
const WIDTH = 1280, HEIGHT = 720, RATE = 10;
const FADE = 0.8; // seconds; slow, so that nothing flashes
const SPEED = 140; // words a minute

const asked = process.argv.slice(2);
const films = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'films.json'), 'utf8')).filter((film) => !asked.length || asked.includes(film.nom));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'films-'));
const browser = await chromium.launch({ executablePath: process.env.ELIANE_CHROMIUM || '/usr/bin/chromium', headless: true, chromiumSandbox: process.getuid?.() !== 0, args: ['--disable-gpu', '--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text'] });
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  for (const film of films) {
    const folder = path.join(ROOT, 'content/guides', film.guide);
    const pictures = [];
    for (const [at, scene] of film.scenes.entries()) pictures.push(await picture(page, folder, scene, path.join(scratch, `${film.nom}-${at}.png`)));
    await picture(page, folder, film.scenes[0], path.join(folder, `${film.nom}.png`), true);
    const file = path.join(folder, `${film.nom}.webm`);
    encode(film, pictures, film.voix ? voice(film, folder) : null, file);
    console.log(`${path.relative(ROOT, file)}: ${Math.round(fs.statSync(file).size / 1000)} kB, ${film.scenes.reduce((sum, one) => sum + one.secondes, 0)} s`);
  }
} finally {
  await browser.close();
  fs.rmSync(scratch, { recursive: true });
}

// One still: big words beside the drawing. The dark band below is where captions stand, so that they never hide a finger;
// the poster goes without it, for it is printed.
async function picture(page, folder, scene, to, poster = false) {
  const drawing = fs.readFileSync(path.join(folder, `${scene.dessin}.svg`), 'utf8').replace(/<rect width="640" height="400" rx="24"[^>]*\/>/, '');
  const words = scene.mots.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»').replaceAll(' ?', '\u00a0?').replace(/sous-titres/gi, '<span>$&</span>');
  await page.setContent(`<!doctype html><html lang="fr"><style>
    @font-face { font-family: Film; font-weight: 700; src: url(data:font/woff2;base64,${fs.readFileSync(path.join(ROOT, 'themes/kiosque/polices/atkinson-hyperlegible-next-700.woff2')).toString('base64')}); }
    @font-face { font-family: Chiffres; src: local("DejaVu Sans Bold"); unicode-range: U+30-39; }
    body { margin: 0; width: ${WIDTH}px; height: ${HEIGHT}px; display: grid; grid-template: minmax(0, 1fr) ${poster ? 0 : 200}px / 100%; background: #f4f1ea; color: #1b1b1b; font: 700 58px/1.25 Chiffres, Film, sans-serif; }
    main { display: grid; grid-template-columns: minmax(0, 1fr) ${poster ? 860 : 790}px; align-items: center; gap: 0 24px; padding: 0 24px 0 44px; }
    p { margin: 0; }
    .rang { display: grid; place-items: center; width: 88px; height: 88px; margin-bottom: 20px; border-radius: 50%; background: #0b3a63; color: #fff; }
    span { white-space: nowrap; }
    svg { display: block; width: 100%; height: auto; }
    footer { background: #111; }
  </style><main><div>${scene.rang ? `<p class="rang">${scene.rang}</p>` : ''}<p>${words}</p></div>${drawing}</main><footer></footer>`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: to });
  return to;
}

function encode(film, pictures, sound, to) {
  const inputs = pictures.flatMap((file, at) => ['-loop', '1', '-framerate', `${RATE}`, '-t', `${film.scenes[at].secondes + (at ? FADE : 0)}`, '-i', file]);
  let chain = '[0:v]format=yuv444p[v0];', end = film.scenes[0].secondes;
  // A key frame a still, and no other: they are what weighs, and where the times of the transcript lead.
  const starts = [0];
  for (let at = 1; at < pictures.length; at++) {
    // The next still comes in over the last second of this one.
    chain += `[${at}:v]format=yuv444p[p${at}];[v${at - 1}][p${at}]xfade=transition=fade:duration=${FADE}:offset=${end - FADE}[v${at}];`;
    starts.push(end);
    end += film.scenes[at].secondes;
  }
  chain += `[v${pictures.length - 1}]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[v]`;
  ffmpeg([
    ...inputs, ...(sound ? ['-i', sound] : []), '-filter_complex', chain, '-map', '[v]', ...(sound ? ['-map', `${pictures.length}:a`] : []),
    '-t', `${end}`, '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact',
    '-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '40', '-deadline', 'good', '-cpu-used', '3', '-threads', '1', '-row-mt', '0', '-tile-columns', '0', '-g', '9999', '-force_key_frames', starts.join(','),
    '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv',
    ...(sound ? ['-c:a', 'libopus', '-b:a', '24k', '-application', 'voip', '-ac', '1'] : ['-an']), '-cues_to_front', '1', to,
  ]);
}

// Every caption read aloud, each at its time.
function voice(film, folder) {
  const vtt = fs.readFileSync(path.join(folder, `${film.nom}.fr.vtt`), 'utf8');
  const seconds = (time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  const cues = vtt.split(/\n\n+/).map((block) => block.match(/^(?:[^\n]*\n)?([\d:.]+) --> ([\d:.]+)[^\n]*\n([\s\S]+)/)).filter(Boolean)
    .map(([, start, end, words]) => ({ start: seconds(start), end: seconds(end), words: words.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim() }));
  const files = cues.map(({ start, end, words }, at) => {
    const file = path.join(scratch, `${film.nom}-${at}.wav`);
    // A number is said as people say it: trente-trois sept cents.
    execFileSync('espeak-ng', ['-v', 'fr', '-s', `${SPEED}`, '-g', '2', '-w', file, words.replaceAll('33700', '33 700').replaceAll('SMS', 'S M S')]);
    const length = Number(execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file], { encoding: 'utf8' }));
    if (start + length > end + 0.5) throw new Error(`${film.nom}: « ${words} » takes ${length.toFixed(1)} s to say, its caption lasts ${(end - start).toFixed(1)} s`);
    return file;
  });
  const to = path.join(scratch, `${film.nom}.wav`);
  const total = film.scenes.reduce((sum, one) => sum + one.secondes, 0);
  const placed = cues.map(({ start }, at) => `[${at}:a]aresample=48000,adelay=${Math.round(start * 1000)}[a${at}];`).join('');
  ffmpeg([...files.flatMap((file) => ['-i', file]), '-filter_complex', `${placed}${cues.map((_, at) => `[a${at}]`).join('')}amix=inputs=${cues.length}:normalize=0,apad=whole_dur=${total}[a]`, '-map', '[a]', '-ar', '48000', '-ac', '1', '-fflags', '+bitexact', to]);
  return to;
}

function ffmpeg(args) { execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], { stdio: ['ignore', 'inherit', 'inherit'] }); }
