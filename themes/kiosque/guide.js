// A guide one étape at a time, its pictures large, its address copied. The étape shown is the target of the address: style.css hides the
// others, so « Suivant » is a link, « back » goes back, and an address leads to the étape that somebody was looking at.
(function () {
  'use strict';
  var page = document.documentElement, dite = document.getElementById('etape-dite'), loupe = document.getElementById('loupe');
  if (!dite) return;
  function ecouter(quoi, faire) { Array.prototype.forEach.call(document.querySelectorAll(quoi), function (e) { e.addEventListener('click', function (evenement) { faire(e, evenement); }); }); }
  function parPas() { return page.getAttribute('data-lecture') === 'pas'; }
  function cible() { return document.getElementById(location.hash.slice(1)); }
  function etape() { var e = cible(); return e && e.closest('.etape'); }

  // --- One étape at a time.

  // Moves the reader, and says where: the heading has the focus, the number is announced.
  function arriver(ici) {
    var titre = ici.querySelector('h2');
    if (titre) titre.focus({ preventScroll: parPas() });
    if (parPas()) dite.textContent = ici.querySelector('.repere').textContent;
  }
  function entier(ici) {
    page.removeAttribute('data-lecture');
    dite.textContent = '';
    if (ici) { ici.scrollIntoView(); arriver(ici); }
  }
  ecouter('button[data-lecture="pas"]', function () { page.setAttribute('data-lecture', 'pas'); if (etape()) arriver(etape()); else location.hash = '#etape-1'; });
  ecouter('button[data-lecture="entier"]', function () { entier(etape()); });
  addEventListener('hashchange', function () {
    var ici = etape();
    if (!parPas()) return;
    if (!ici) { var la = cible(); entier(); if (la) { la.scrollIntoView(); arriver(la); } } else if (ici !== cible()) location.replace('#' + ici.id); else arriver(ici);
  });
  addEventListener('keydown', function (evenement) {
    var sens = { ArrowLeft: '-', ArrowRight: '+' }[evenement.key];
    if (!sens || !parPas() || evenement.altKey || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey || loupe.open || /^(INPUT|TEXTAREA|SELECT|VIDEO)$/.test(evenement.target.tagName)) return;
    var la = document.getElementById('etape-' + (+etape().id.slice(6) + (sens === '+' ? 1 : -1)));
    if (la) location.hash = '#' + la.id;
  });
  if (parPas()) { if (etape()) dite.textContent = etape().querySelector('.repere').textContent; else entier(); }

  // --- Pictures: the link leads to the picture; here it opens over the page.

  if (loupe && loupe.showModal) {
    ecouter('.agrandir', function (lien, evenement) {
      if (evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return;
      evenement.preventDefault();
      var image = lien.querySelector('img').cloneNode();
      image.removeAttribute('width'); image.removeAttribute('height');
      if (loupe.querySelector('img')) loupe.querySelector('img').remove();
      loupe.appendChild(image);
      loupe.showModal();
    });
    loupe.addEventListener('click', function () { loupe.close(); });
  }

  // --- Paper, and the address.

  ecouter('[data-imprimer]', function () { print(); });
  ecouter('[data-copier]', function (bouton) {
    var mots = document.querySelector('[data-copie]'), adresse = bouton.dataset.copier;
    function dire(reussi) { mots.textContent = reussi ? mots.dataset.copie : mots.dataset.rate; }
    // Over plain http there is no clipboard to write to: the old command does it.
    function ancienne() {
      var champ = document.createElement('textarea');
      champ.value = adresse;
      bouton.parentNode.appendChild(champ);
      champ.select();
      var reussi = false;
      try { reussi = document.execCommand('copy'); } catch (e) { /* told below */ }
      champ.remove();
      bouton.focus();
      dire(reussi);
    }
    if (navigator.clipboard) navigator.clipboard.writeText(adresse).then(function () { dire(true); }, ancienne); else ancienne();
  });
})();
