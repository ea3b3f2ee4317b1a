// The definition of a word, over the page. Without this script the word is a link to its definition, at the end of the page.
(function () {
  'use strict';
  var bulle = document.getElementById('bulle');
  if (!bulle || !bulle.showModal) return;
  document.addEventListener('click', function (evenement) {
    var lien = evenement.target.closest && evenement.target.closest('a.mot');
    var la = lien && document.getElementById(lien.hash.slice(1));
    if (!la || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return;
    evenement.preventDefault();
    bulle.querySelector('h2').textContent = la.querySelector('dfn').textContent;
    bulle.querySelector('p').textContent = la.querySelector('dd span').textContent;
    bulle.showModal();
  });
  // The ground around it closes it too, as its button and Escape do.
  bulle.addEventListener('click', function (evenement) { if (evenement.target === bulle || evenement.target.closest('button')) bulle.close(); });
})();
