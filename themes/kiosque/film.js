// Films: large buttons, the times of the text lead to their moment, captions in huge letters under the picture. Without this script the film plays, its
// captions show, its text is there. Nothing plays until somebody asks.
(function () {
  'use strict';
  var CLE = 'eliane.film', films = Array.prototype.slice.call(document.querySelectorAll('.film'));
  function tous(ou, quoi) { return Array.prototype.slice.call(ou.querySelectorAll(quoi)); }

  // --- One letter is kept: 1, captions under the picture; 0, over it. A cookie where pages share it, else localStorage: see reglages.js.

  function lire() {
    var temoin = document.cookie.match(/(?:^|; )eliane\.film=([01])/);
    if (temoin) return temoin[1];
    try { return localStorage.getItem(CLE) || ''; } catch (e) { return ''; }
  }
  function ecrire(choix) {
    document.cookie = CLE + '=' + choix + '; path=/; SameSite=Lax' + (choix ? '' : '; max-age=0');
    try { if (choix) localStorage.setItem(CLE, choix); else localStorage.removeItem(CLE); } catch (e) { /* for this page only */ }
  }
  // On a narrow screen captions are too small to be read over the picture; with forced colours the player's bar covers them.
  function mieuxDessous() { return !!window.matchMedia && matchMedia('(max-width: 40em), (forced-colors: active)').matches; }
  function depart() { poser.forEach(function (une) { une(lire() ? lire() === '1' : mieuxDessous()); }); }

  var poser = films.map(function (film) {
    var video = film.querySelector('video'), ligne = film.querySelector('.film-ligne');
    var bouton = film.querySelector('[data-film="lire"]'), dessous = film.querySelector('[data-film="dessous"]');
    if (!video || !video.textTracks) return function () {};
    var mots = bouton.textContent, sous = false, piste = null;

    // Whole in sight, below the number that stays there.
    function jouer() { video.scrollIntoView({ block: 'nearest' }); video.play(); }

    // --- One large button, for hands that miss the small ones.

    bouton.addEventListener('click', function () { if (video.paused) jouer(); else video.pause(); });
    ['play', 'pause', 'ended'].forEach(function (quand) {
      video.addEventListener(quand, function () { bouton.textContent = video.paused || video.ended ? mots : bouton.dataset.arreter; });
    });
    // Two films at once cannot be followed.
    video.addEventListener('play', function () { ligne.removeAttribute('data-attente'); films.forEach(function (autre) { if (autre !== film) autre.querySelector('video').pause(); }); });

    // --- The times of the text.

    tous(film, '[data-temps]').forEach(function (temps) {
      var touche = document.createElement('button');
      touche.type = 'button';
      touche.textContent = temps.textContent;
      touche.addEventListener('click', function () {
        // A caption begins at that very time: a hair later, it is there.
        video.currentTime = +temps.dataset.temps + 0.01;
        jouer();
      });
      // On paper, where nothing can be pressed, the time alone.
      var papier = document.createElement('span');
      papier.textContent = temps.textContent;
      temps.textContent = '';
      temps.appendChild(touche);
      temps.appendChild(papier);
    });

    // --- Captions under the picture: the track that was shown is hidden there and written here.

    function pistes() { return Array.prototype.filter.call(video.textTracks, function (t) { return t.kind === 'captions' || t.kind === 'subtitles'; }); }
    function ecrireLigne() {
      ligne.textContent = '';
      Array.prototype.forEach.call((piste && piste.activeCues) || [], function (cue, rang) {
        if (rang) ligne.appendChild(document.createTextNode('\n'));
        ligne.appendChild(cue.getCueAsHTML ? cue.getCueAsHTML() : document.createTextNode(cue.text));
      });
      tous(ligne, 'br').forEach(function (saut) { saut.replaceWith('\n'); });
    }
    function suivre(autre) {
      if (piste) piste.removeEventListener('cuechange', ecrireLigne);
      piste = autre;
      ligne.lang = piste.language;
      piste.mode = 'hidden';
      piste.addEventListener('cuechange', ecrireLigne);
      ecrireLigne();
    }
    function changer(oui) {
      if (oui === sous) return;
      sous = oui;
      dessous.setAttribute('aria-pressed', String(oui));
      ligne.hidden = !oui;
      if (oui) suivre(pistes().filter(function (t) { return t.mode === 'showing'; })[0] || pistes()[0]);
      else if (piste) { piste.removeEventListener('cuechange', ecrireLigne); piste.mode = 'showing'; piste = null; }
    }
    // Another language, chosen in the player's own menu.
    video.textTracks.addEventListener('change', function () {
      var choisie = sous && pistes().filter(function (t) { return t.mode === 'showing'; })[0];
      if (choisie) suivre(choisie);
    });
    dessous.addEventListener('click', function () { var oui = !sous; ecrire(oui ? '1' : '0'); poser.forEach(function (une) { une(oui); }); });
    return changer;
  });
  depart();

  document.addEventListener('click', function (e) {
    if (e.target.closest && e.target.closest('[data-regle="oublier"]')) { ecrire(''); depart(); }
  });
  // One étape at a time: the film of an étape that is left falls silent.
  addEventListener('hashchange', function () { films.forEach(function (film) { if (!film.offsetParent) film.querySelector('video').pause(); }); });
  // Paper has the whole text, closed or not.
  addEventListener('beforeprint', function () { tous(document, '.film-texte').forEach(function (texte) { texte.open = true; }); });
})();
