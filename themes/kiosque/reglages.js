// The reader's settings, applied before the first paint; nothing about the person is kept, only letters such as « t2cse1 ».
// Size t1 t2 t3, colours c + a (those of the system), c (light), s (dark), x (very contrasted), spacing e0 e1.
(function () {
  'use strict';
  var CLE = 'eliane.lecture', DEPART = 't1cae0', FORME = /^t[123]c[acsx]e[01]$/;
  var page = document.documentElement, lieu = location, fichier = !/^https?:$/.test(lieu.protocol);

  function valide(texte) { return FORME.test(texte || '') ? texte : ''; }
  function temoin() {
    var trouve = document.cookie.match(/(?:^|; )eliane\.lecture=(\w*)/);
    return trouve ? valide(trouve[1]) : '';
  }
  function garde() { try { return valide(localStorage.getItem(CLE)); } catch (e) { return ''; } }

  // By file://, Firefox keeps localStorage apart for each page, and cookies for all; Chromium has no cookies there, and one
  // localStorage for all. So the cookie is asked first: it cannot be out of date.
  function ecrire(etat) {
    document.cookie = CLE + '=' + etat + '; path=/; SameSite=Lax';
    if (fichier && temoin() === etat) return;
    try { localStorage.setItem(CLE, etat); } catch (e) { /* the address will carry it */ }
  }
  function oublier() {
    document.cookie = CLE + '=; path=/; SameSite=Lax; max-age=0';
    try { localStorage.removeItem(CLE); } catch (e) { /* nothing was kept */ }
    montrer(DEPART);
  }
  // Does the next page know without being told by its address?
  function partage(etat) { return fichier ? temoin() === etat : (garde() || temoin()) === etat; }

  function poser(nom, valeur) { if (valeur) page.setAttribute(nom, valeur); else page.removeAttribute(nom); }
  function montrer(etat) {
    eliane.reglages.etat = etat;
    poser('data-taille', { 2: '2', 3: '3' }[etat[1]]);
    poser('data-couleurs', { c: 'clair', s: 'sombre', x: 'contraste' }[etat[3]]);
    poser('data-espace', etat[5] === '1' ? 'large' : '');
  }
  function relire() { montrer(temoin() || garde() || DEPART); }
  function change(etat) { montrer(etat); ecrire(etat); }

  var eliane = window.eliane = window.eliane || {};
  eliane.reglages = { etat: DEPART, change: change, oublier: oublier, relire: relire, partage: partage, depart: DEPART };
  page.setAttribute('data-script', '');
  // An address that names an étape shows that étape alone; guide.js puts the whole page back if there is none.
  if (/^#etape-\d+$/.test(lieu.hash)) page.setAttribute('data-lecture', 'pas');

  var dite = valide((lieu.search.match(/[?&]p=([^&]*)/) || [])[1]);
  if (dite) {
    ecrire(dite);
    // An address that is kept or sent must not carry the settings of today.
    try { history.replaceState(null, '', lieu.pathname + lieu.search.replace(/([?&])p=\w+&?/, '$1').replace(/[?&]$/, '') + lieu.hash); } catch (e) { /* it stays */ }
  }
  if (dite) montrer(dite); else relire();
  // Asked for now, the typeface is there when the page is laid out.
  if (document.fonts && document.fonts.load) ['400', '700'].forEach(function (gras) {
    document.fonts.load(gras + ' 1em "Atkinson Hyperlegible Next"').catch(function () { /* the face of the system does */ });
  });
})();
