// Reading tools: the panel below the band, and the voice. What they say stands in the page.
(function () {
  'use strict';
  var reglages = eliane.reglages, panneau = document.getElementById('outils'), bouton = document.querySelector('[aria-controls="outils"]');
  function tous(quoi) { return Array.prototype.slice.call(document.querySelectorAll(quoi)); }

  // --- Size, colours, spacing.

  var SOMBRE = window.matchMedia ? matchMedia('(prefers-color-scheme: dark)') : { matches: false };
  function presser() {
    var etat = reglages.etat;
    if (etat[3] === 'a') etat = etat.slice(0, 3) + (SOMBRE.matches ? 's' : 'c') + etat.slice(4);
    tous('[data-regle]').forEach(function (touche) {
      var regle = touche.dataset.regle;
      if (regle.length === 2) touche.setAttribute('aria-pressed', String(etat.indexOf(regle) >= 0));
    });
  }
  function ouvrir(oui) {
    panneau.hidden = !oui;
    bouton.setAttribute('aria-expanded', String(oui));
    if (oui) presser();
  }
  if (panneau && bouton) {
    bouton.addEventListener('click', function () { ouvrir(panneau.hidden); });
    panneau.addEventListener('click', function (evenement) {
      var touche = evenement.target.closest('button');
      if (!touche) return;
      var regle = touche.dataset.regle;
      if (touche.dataset.fermer) { ouvrir(false); bouton.focus(); }
      else if (regle === 'oublier') { reglages.oublier(); presser(); }
      else if (regle) {
        var etat = reglages.etat, ici = etat.indexOf(regle[0]);
        reglages.change(etat.slice(0, ici) + regle + etat.slice(ici + 2));
        presser();
      }
    });
    panneau.addEventListener('keydown', function (evenement) { if (evenement.key === 'Escape') { ouvrir(false); bouton.focus(); } });
  }

  // Where no store is shared, the address of the next page carries the settings.
  document.addEventListener('click', function (evenement) {
    var lien = evenement.target.closest && evenement.target.closest('a[href]');
    if (!lien || lien.protocol !== location.protocol || lien.host !== location.host || !/\.html$/.test(lien.pathname)) return;
    var etat = reglages.etat;
    if (lien.pathname === location.pathname || reglages.partage(etat)) return;
    if (etat !== reglages.depart || touche) lien.search = 'p=' + etat;
  });
  var touche = false;
  if (panneau) panneau.addEventListener('click', function () { touche = true; });
  // A page that the browser kept whole comes back with the settings of then.
  addEventListener('pageshow', function (evenement) { if (evenement.persisted) { reglages.relire(); presser(); } });

  // --- The voice: only one that is in the machine and speaks French; else the button is not there.

  var voix = window.speechSynthesis, lecteurs = tous('[data-ecouter]'), francaise = null;
  function chercher() {
    francaise = voix.getVoices().filter(function (v) { return v.localService && /^fr\b/i.test(v.lang); })[0] || null;
    lecteurs.forEach(function (lecteur) { lecteur.hidden = !francaise; });
  }
  function dire(oui) { lecteurs.forEach(function (lecteur) { lecteur.textContent = oui ? lecteur.dataset.arreter : lecteur.dataset.ecouter; }); }
  function taire() { voix.cancel(); dire(false); }
  function lire() {
    var morceaux = tous('main h1, main h2, main h3, main h4, main p, main li, main dt, main dd').filter(function (e) {
      return e.offsetParent && !e.closest('.no-print') && !e.querySelector('p, li');
    });
    morceaux.forEach(function (e, rang) {
      var phrase = new SpeechSynthesisUtterance(e.textContent.replace(/\s+/g, ' '));
      phrase.voice = francaise; phrase.lang = francaise.lang; phrase.rate = 0.9;
      if (rang === morceaux.length - 1) phrase.onend = function () { dire(false); };
      voix.speak(phrase);
    });
    dire(morceaux.length > 0);
  }
  if (voix && lecteurs.length) {
    chercher();
    if (voix.addEventListener) voix.addEventListener('voiceschanged', chercher);
    lecteurs.forEach(function (lecteur) { lecteur.addEventListener('click', function () { if (voix.speaking) taire(); else lire(); }); });
    addEventListener('pagehide', taire);
    addEventListener('hashchange', taire);
  }
})();
