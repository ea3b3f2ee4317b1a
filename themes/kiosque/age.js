// Pages grow old by themselves, on a machine that nobody looks after: on the day that a sheet says, its notice changes, and among answers it
// goes after fresher ones; what had to be done by a day goes. A clock that stands before the day of the build is wrong, and is not believed. Nothing ever grows younger.
(function () {
  'use strict';
  var FAIT = '0000-00-00'; // the day of the build, written in here
  var modele = document.getElementById('age-modele'), AGES = { verifie: 0, a_reverifier: 1, jamais: 2, perime: 3 };
  if (!modele || !modele.content) return;
  function tous(ou, quoi) { return Array.prototype.slice.call(ou.querySelectorAll(quoi)); }
  function deux(n) { return (n < 10 ? '0' : '') + n; }

  function avertir(avis, etat) {
    var quoi = modele.content.cloneNode(true), suffixe = etat === 'perime' ? 'Perime' : 'AReverifier';
    quoi.querySelector('strong').textContent = modele.dataset['titre' + suffixe];
    tous(quoi, 'p')[1].textContent = modele.dataset['avis' + suffixe].replace('{date}', avis.dataset.dit) + ' ' + avis.dataset.conseil;
    avis.textContent = '';
    avis.appendChild(quoi);
    avis.hidden = false;
    avis.dataset.age = etat;
    var fiche = avis.closest('[data-rang]');
    if (fiche) fiche.dataset.age = etat;
  }

  // As the program does it: what counts before the age, then the age; ties stay as they were. A road that a curator wrote keeps its place.
  function ranger() {
    tous(document, '.reponse').forEach(function (reponse) {
      var fiches = tous(reponse, '[data-rang]');
      if (fiches.length < 2 || reponse.querySelector('.route')) return;
      var rangees = fiches.map(function (fiche, place) { return { fiche: fiche, ordre: [+fiche.dataset.rang, AGES[fiche.dataset.age] || 0, place] }; });
      rangees.sort(function (a, b) { return a.ordre[0] - b.ordre[0] || a.ordre[1] - b.ordre[1] || a.ordre[2] - b.ordre[2]; });
      var apres = fiches[fiches.length - 1].nextSibling;
      rangees.forEach(function (une) { apres ? apres.parentNode.insertBefore(une.fiche, apres) : reponse.appendChild(une.fiche); });
    });
  }

  function vieillir() {
    var d = new Date(), jour = d.getFullYear() + '-' + deux(d.getMonth() + 1) + '-' + deux(d.getDate()), change = false;
    if (jour < FAIT || d.getFullYear() > 9999) return;
    tous(document, '[data-revoir]').forEach(function (avis) {
      var etat = jour > avis.dataset.perime ? 'perime' : jour > avis.dataset.revoir ? 'a_reverifier' : '';
      if (AGES[etat] > (AGES[avis.dataset.age] || 0)) { avertir(avis, etat); change = true; }
    });
    // What had to be done by a day that is past is no longer to be done.
    tous(document, '[data-jusqu]').forEach(function (avis) { if (jour > avis.dataset.jusqu) avis.hidden = true; });
    if (change) ranger();
  }

  vieillir();
  // A page that is never left grows old too.
  setInterval(vieillir, 3600000);
  addEventListener('pageshow', vieillir);
}());
