// Gathers the guides whose boxes are ticked into one print of the browser's. Their texts come as scripts: by file:// a page reads no other page.
(function () {
  'use strict';
  var feuilles = document.getElementById('feuilles'), etat = document.getElementById('composer-etat'), bouton = document.getElementById('composer');
  if (!feuilles || !etat || !bouton) return;
  var textes = {};
  // Called by each part: papier/fiche-412.js.
  window.elianeFiche = function (numero, html) { textes[numero] = html; };

  function cochees() { return Array.prototype.slice.call(document.querySelectorAll('#choix input:checked')); }
  function compter() {
    var n = cochees().length, d = etat.dataset;
    etat.textContent = (n === 0 ? d.aucun : n === 1 ? d.un : d.plusieurs).replace('{nombre}', n);
    bouton.disabled = n === 0;
  }
  function charger(cases, suite) {
    var reste = cases.length;
    function fini() { reste -= 1; if (reste === 0) suite(); }
    cases.forEach(function (une) {
      if (textes[une.value]) { fini(); return; }
      var script = document.createElement('script');
      script.src = une.dataset.morceau;
      script.onload = fini;
      script.onerror = fini;
      document.head.appendChild(script);
    });
  }
  function images(suite) {
    var attend = Array.prototype.filter.call(feuilles.querySelectorAll('img'), function (image) { return !image.complete; });
    var reste = attend.length;
    if (!reste) { suite(); return; }
    attend.forEach(function (image) {
      image.onload = image.onerror = function () { reste -= 1; if (reste === 0) suite(); };
    });
  }
  bouton.addEventListener('click', function () {
    var cases = cochees();
    charger(cases, function () {
      feuilles.textContent = '';
      var manque = false;
      cases.forEach(function (une) {
        if (!textes[une.value]) { manque = true; return; }
        var corps = new DOMParser().parseFromString(textes[une.value], 'text/html').body;
        // Two guides have an étape 1 each: their anchors are of no use on paper.
        Array.prototype.forEach.call(corps.querySelectorAll('[id]'), function (noeud) { noeud.removeAttribute('id'); });
        Array.prototype.forEach.call(corps.querySelectorAll('.no-print'), function (noeud) { noeud.remove(); });
        var feuille = document.createElement('article');
        feuille.className = 'feuille';
        while (corps.firstChild) feuille.appendChild(document.adoptNode(corps.firstChild));
        feuilles.appendChild(feuille);
      });
      if (manque) { etat.textContent = etat.dataset.panne; return; }
      images(function () { window.print(); });
    });
  });
  document.getElementById('choix').addEventListener('change', compter);
  compter();
}());
