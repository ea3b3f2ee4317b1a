// Films: large buttons, the times of the text lead to their moment, captions in huge letters under the
// picture. Without this script the film plays, its captions show, its text is there. Nothing plays until
// somebody asks.
import { dropCookie, cookieOf, setCookie, store, storedIn } from './scripts/memory.js';
import { all, sentencesOf, touched } from './scripts/page.js';

// --- One letter is kept: 1, captions under the picture; 0, over it.

const NAME = 'eliane.film';

/** @param {string} choice nothing: it is forgotten */
function keepChoice(choice) {
  if (choice) setCookie(NAME, choice);
  else dropCookie(NAME);
  store(NAME, choice);
}

/**
 * Whether captions are under the picture: as was chosen, or where they are read better. On a narrow screen
 * they are too small over the picture; with forced colours the player's bar covers them.
 */
function belowAtStart() {
  const choice = cookieOf(NAME) || storedIn(NAME);
  if (choice) return choice === '1';
  return 'matchMedia' in window && matchMedia('(max-width: 40em), (forced-colors: active)').matches;
}

// --- The picture.

/**
 * Plays, whole in sight, below the number that stays there.
 * @param {HTMLVideoElement} video
 */
function play(video) {
  video.scrollIntoView({ block: 'nearest' });
  video.play();
}

/**
 * One large button, for hands that miss the small ones.
 * @param {HTMLVideoElement} video
 * @param {HTMLElement} button
 */
function installButton(video, button) {
  const words = button.textContent;
  button.addEventListener('click', () => {
    if (video.paused) play(video);
    else video.pause();
  });
  ['play', 'pause', 'ended'].forEach((moment) => video.addEventListener(moment, () => {
    button.textContent = video.paused || video.ended ? words : sentencesOf(button).arreter;
  }));
}

/**
 * A time of the text as a key; on paper, where nothing can be pressed, the time alone.
 * @param {HTMLVideoElement} video
 * @param {HTMLElement} time
 */
function installTime(video, time) {
  const key = document.createElement('button'), onPaper = document.createElement('span');
  key.type = 'button';
  key.textContent = onPaper.textContent = time.textContent;
  key.addEventListener('click', () => {
    // A caption begins at that very time: a hair later, it is there.
    video.currentTime = Number(time.dataset.temps) + 0.01;
    play(video);
  });
  time.textContent = '';
  time.append(key, onPaper);
}

// --- Captions under the picture: the track that was shown is hidden there and written here.

/** @param {HTMLVideoElement} video */
function captionsOf(video) {
  return Array.from(video.textTracks).filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
}

/**
 * @param {HTMLElement} line
 * @param {TextTrack} track
 */
function writeCaptions(line, track) {
  const cues = /** @type {VTTCue[]} */ (Array.from(track.activeCues || []));
  line.textContent = '';
  cues.forEach((cue, at) => {
    if (at) line.append('\n');
    line.append(cue.getCueAsHTML ? cue.getCueAsHTML() : cue.text);
  });
  all('br', line).forEach((end) => end.replaceWith('\n'));
}

/**
 * What puts captions under the picture, or over it again.
 * @param {HTMLVideoElement} video
 * @param {HTMLElement} line
 * @param {HTMLElement} button
 * @returns {(isBelow: boolean) => void}
 */
function captionSwitch(video, line, button) {
  let below = false;
  /** @type {TextTrack | null | undefined} */
  let track = null;
  const write = () => {
    if (track) writeCaptions(line, track);
  };
  const shownTrack = () => captionsOf(video).find((one) => one.mode === 'showing');
  /** @param {TextTrack | null | undefined} next */
  const follow = (next) => {
    if (track) track.removeEventListener('cuechange', write);
    track = next;
    if (!track) return;
    line.lang = track.language;
    track.mode = 'hidden';
    track.addEventListener('cuechange', write);
    write();
  };
  // Another language, chosen in the player's own menu.
  video.textTracks.addEventListener('change', () => {
    const chosen = below && shownTrack();
    if (chosen) follow(chosen);
  });
  return (isBelow) => {
    if (isBelow === below) return;
    below = isBelow;
    button.setAttribute('aria-pressed', String(isBelow));
    line.hidden = !isBelow;
    const left = track;
    follow(isBelow ? shownTrack() || captionsOf(video)[0] : null);
    if (left && !isBelow) left.mode = 'showing';
  };
}

/** @param {HTMLElement[]} films */
function startFilms(films) {
  /** @type {((isBelow: boolean) => void)[]} */
  const switches = [];
  /** @type {Map<HTMLElement, HTMLVideoElement>} */
  const videos = new Map();
  /** @param {boolean} isBelow */
  const putAll = (isBelow) => switches.forEach((put) => put(isBelow));
  films.forEach((film) => {
    const video = film.querySelector('video'), [line] = all('.film-ligne', film);
    const [button] = all('[data-film="lire"]', film), [below] = all('[data-film="dessous"]', film);
    if (!video || !video.textTracks) return;
    videos.set(film, video);
    installButton(video, button);
    all('[data-temps]', film).forEach((time) => installTime(video, time));
    switches.push(captionSwitch(video, line, below));
    below.addEventListener('click', () => {
      const isBelow = below.getAttribute('aria-pressed') !== 'true';
      keepChoice(isBelow ? '1' : '0');
      putAll(isBelow);
    });
    video.addEventListener('play', () => {
      line.removeAttribute('data-attente');
      // Two films at once cannot be followed.
      videos.forEach((other) => {
        if (other !== video) other.pause();
      });
    });
  });
  putAll(belowAtStart());
  document.addEventListener('click', (event) => {
    if (!touched(event, '[data-regle="oublier"]')) return;
    keepChoice('');
    putAll(belowAtStart());
  });
  // One étape at a time: the film of an étape that is left falls silent.
  addEventListener('hashchange', () => videos.forEach((video, film) => {
    if (!film.offsetParent) video.pause();
  }));
  // Paper has the whole text, closed or not.
  addEventListener('beforeprint', () => all('.film-texte').forEach((text) => text.setAttribute('open', '')));
}

startFilms(all('.film'));
