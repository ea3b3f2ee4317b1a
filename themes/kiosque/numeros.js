// The number pad: « fiche 412 », said on the telephone, is touched digit by digit. It shows the guide's name, and never opens it by itself.
(function () {
  'use strict';
  var pave = document.getElementById('pave');
  if (!pave) return;
  var ecran = document.getElementById('pave-ecran'), reponse = document.getElementById('pave-reponse');
  var numero = '';

  function dire(modele) { return modele.replace('{numero}', numero); }

  function montrer() {
    reponse.textContent = '';
    if (!numero) { ecran.textContent = pave.dataset.vide; return; }
    var guide = document.querySelector('.numeros a[data-numero="' + numero + '"]');
    ecran.textContent = dire(pave.dataset.compose) + (guide ? ' ' + guide.querySelector('span').textContent : '');
    if (guide) {
      var lien = document.createElement('a');
      lien.className = 'bouton';
      lien.href = guide.getAttribute('href');
      lien.textContent = dire(pave.dataset.ouvrir);
      reponse.appendChild(lien);
    } else if (!document.querySelector('.numeros a[data-numero^="' + numero + '"]')) {
      ecran.textContent = dire(pave.dataset.aucun);
    }
  }

  pave.addEventListener('click', function (e) {
    var touche = e.target.closest('button');
    if (!touche) return;
    if (touche.id === 'pave-effacer') numero = '';
    else if (numero.length < 4 && (numero || touche.dataset.chiffre !== '0')) numero += touche.dataset.chiffre;
    montrer();
  });
  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (/^[0-9]$/.test(e.key)) { if (numero.length < 4 && (numero || e.key !== '0')) numero += e.key; montrer(); }
    else if (e.key === 'Backspace') { numero = numero.slice(0, -1); montrer(); }
  });
  pave.hidden = false;
}());
