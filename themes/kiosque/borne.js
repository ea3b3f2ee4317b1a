// A public screen: nothing of one visitor is left for the next. After a while without a sign of life it asks, waits, and goes home.
// WCAG 2.2.1: the warning stays 30 seconds, any key or touch answers it, and it may be answered as often as one likes.
(function () {
  'use strict';
  var fini = document.getElementById('fini'), veille = document.getElementById('veille');
  if (!fini || !veille) return;
  var reste = document.getElementById('veille-reste');
  var ATTENTE = veille.dataset.attente * 1000, DELAI = +veille.dataset.delai;
  var SEANCE = 'eliane.seance';
  var dernier = Date.now(), fin = 0;

  // --- The number of the visit, counted and nothing else: localStorage where pages share it, a cookie where they share that.

  function lire() {
    var biscuit = (document.cookie.match(/(?:^|; )eliane\.seance=(\d+)/) || [])[1], lu = 0;
    try { lu = localStorage.getItem(SEANCE); } catch (e) { /* refused: the cookie may do */ }
    return Math.max(+biscuit || 0, +lu || 0);
  }

  function ecrire(n) {
    document.cookie = SEANCE + '=' + n + '; path=/; SameSite=Lax';
    try { localStorage.setItem(SEANCE, n); } catch (e) { /* as above */ }
  }

  function effacer() {
    [function () { return localStorage; }, function () { return sessionStorage; }].forEach(function (quel) {
      try {
        var lieu = quel();
        Object.keys(lieu).forEach(function (cle) { if (cle.indexOf('eliane.') === 0) lieu.removeItem(cle); });
      } catch (e) { /* nothing was kept there either */ }
    });
    document.cookie.split('; ').forEach(function (biscuit) {
      var nom = biscuit.split('=')[0];
      if (nom.indexOf('eliane.') === 0) document.cookie = nom + '=; path=/; max-age=0; SameSite=Lax';
    });
    document.querySelectorAll('input').forEach(function (champ) { champ.value = ''; });
  }

  function partir() {
    clearInterval(garde);
    arreterFilms();
    var suivante = lire() + 1;
    effacer();
    ecrire(suivante);
    // Without the query, which may carry the reading settings of the one who leaves.
    location.replace(fini.href.split('?')[0]);
  }

  // A page that an earlier visitor opened is not shown again by « page précédente ».
  function reconnaitre() {
    var etat = history.state && typeof history.state === 'object' ? history.state : {};
    var seance = lire();
    if (etat.seance === seance) return;
    // Written first: an entry that kept its number would send the home page to itself for ever.
    var nouveau = etat.seance === undefined;
    history.replaceState(nouveau ? Object.assign({}, etat, { seance: seance }) : { seance: seance }, '');
    if (!nouveau) location.replace(fini.href.split('?')[0]);
  }

  // --- Signs of life

  function vivant() { dernier = Date.now(); if (veille.open) fermer(); }
  function fermer() { fin = 0; veille.close(); }

  ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'].forEach(function (signe) {
    document.addEventListener(signe, function (e) {
      // The two buttons of the warning answer for themselves.
      if (veille.open && e.target.closest && e.target.closest('button')) return;
      vivant();
    }, { capture: true, passive: true });
  });
  document.addEventListener('scroll', function () { if (!veille.open) dernier = Date.now(); }, { passive: true });
  // Whoever watches a film touches nothing. A film that plays moves on, and ends: it cannot hold the screen for ever.
  document.addEventListener('timeupdate', function (e) { if (!veille.open && !e.target.paused) dernier = Date.now(); }, true);
  function arreterFilms() { document.querySelectorAll('video').forEach(function (film) { film.pause(); }); }

  var garde = setInterval(function () {
    if (veille.open) {
      var secondes = Math.ceil((fin - Date.now()) / 1000);
      if (secondes <= 0) { partir(); return; }
      // Every ten seconds, then the last ten: a screen reader is not flooded.
      if (secondes % 10 === 0 || secondes === DELAI || !reste.textContent) reste.textContent = veille.dataset.reste.replace('{secondes}', secondes);
    } else if (Date.now() - dernier > ATTENTE) {
      fin = Date.now() + DELAI * 1000;
      reste.textContent = veille.dataset.reste.replace('{secondes}', DELAI);
      arreterFilms();
      veille.showModal();
      document.getElementById('veille-continuer').focus();
    }
  }, 500);

  document.getElementById('veille-continuer').addEventListener('click', vivant);
  document.getElementById('veille-fini').addEventListener('click', partir);
  veille.addEventListener('cancel', vivant);
  fini.addEventListener('click', function (e) { e.preventDefault(); partir(); });
  window.addEventListener('pageshow', reconnaitre);
  document.querySelectorAll('input').forEach(function (champ) { champ.autocomplete = 'off'; });
}());
