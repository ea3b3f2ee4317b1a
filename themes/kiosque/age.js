// Pages grow old by themselves, on a machine that nobody looks after: on the day that a sheet says, its notice changes, and among answers it
// goes after fresher ones; what had to be done by a day goes: the words are those of a page made
// on that day. A clock that stands before the day of the build is wrong, is not believed, and is told. Nothing ever grows younger.
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
    tous(quoi, 'p')[1].textContent = (avis.dataset.phrase || modele.dataset['avis' + suffixe].replace('{date}', avis.dataset.dit)) + ' ' + avis.dataset.conseil;
    avis.textContent = '';
    avis.appendChild(quoi);
    avis.hidden = false;
    avis.dataset.age = etat;
    // The day that the line below promised has passed: the notice says so.
    var dessous = avis.nextElementSibling, promis = ' ' + modele.dataset.promis.replace('{date}', avis.dataset.dit);
    if (dessous && dessous.classList.contains('verif')) Array.prototype.forEach.call(dessous.childNodes, function (mots) { if (mots.nodeType === 3) mots.data = mots.data.replace(promis, ''); });
    var fiche = avis.closest('[data-rang]'), verdict = fiche && fiche.querySelector('.verdict strong');
    if (fiche) fiche.dataset.age = etat;
    if (verdict) verdict.textContent = modele.dataset.mais;
  }

  function enMots(jour) { return jour.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' }).replace(/^1 /, '1er '); }

  // Wherever the pages were made, their day began fourteen hours before midnight in London: a clock that stands before it is wrong.
  function horloge(d) {
    var la = document.getElementById('horloge'), page = document.querySelector('main'), f = FAIT.split('-');
    var retarde = d.getTime() < Date.UTC(+f[0], f[1] - 1, +f[2]) - 14 * 3600000;
    if (la && !retarde) la.remove();
    if (la || !retarde || !page) return;
    la = document.createElement('div');
    la.id = 'horloge';
    la.className = 'avis';
    la.appendChild(modele.content.cloneNode(true));
    la.querySelector('strong').textContent = modele.dataset.titreHorloge;
    tous(la, 'p')[1].textContent = modele.dataset.avisHorloge.replace('{jour}', enMots(d)).replace('{fait}', enMots(new Date(+f[0], f[1] - 1, +f[2])));
    page.appendChild(la);
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
    horloge(d);
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
