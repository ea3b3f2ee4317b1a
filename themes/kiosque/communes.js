// The field « code postal ou commune »: shows communes as links, and never chooses for the reader.
// The data, all communes of France, come with another script when the field is first used: a page on a USB key may fetch nothing.
(function () {
  'use strict';

  var FEW = 24; // links shown when many names begin alike
  var SAUT_ARTICLE = 3; // « le », « la », « les », « l’ »: the name may be looked up without it

  // --- Words. Held to the same examples as the program: tests/recherche/cles.json.

  function plier(texte) {
    return texte.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
  }

  var COURTS = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' };

  function mots(texte) {
    var tous = plier(texte).match(/[a-z0-9]+/g) || [];
    var cedex = tous.indexOf('cedex');
    if (cedex >= 0) tous = tous.slice(0, cedex);
    return tous.map(function (mot, rang) {
      if (mot === 's' && rang > 0 && rang + 1 < tous.length) return 'sur';
      return Object.prototype.hasOwnProperty.call(COURTS, mot) ? COURTS[mot] : mot;
    });
  }

  function cle(texte) { return mots(texte).join(''); }

  // --- The data: one pass over the text, letter by letter. What each line holds is said in src/search/communes.rs.

  // Letters as bytes: 0 for what parts words, otherwise a to z or 0 to 9.
  var PLI = new Uint8Array(256);
  for (var code = 0; code < 256; code++) {
    var pli = plier(String.fromCharCode(code));
    if (/^[a-z0-9]$/.test(pli)) PLI[code] = pli.charCodeAt(0);
  }
  var DEBUT = 128; // marks the first letter of a word

  function lire(donnees) {
    var texte = donnees.texte, n = texte.length, places = 1;
    for (var a = texte.indexOf('\n'); a >= 0; a = texte.indexOf('\n', a + 1)) places++;
    var jetons = [];
    for (var k = 0; k < donnees.jetons.length; k++) jetons[donnees.signes.charCodeAt(k)] = donnees.jetons[k];
    var base = {
      texte: texte, jetons: jetons, n: 0, departements: [],
      lettres: new Uint8Array(n * 2), debut: new Uint32Array(places + 1), // of each name among the letters
      nom: new Uint32Array(places), postal: new Uint32Array(places), dep: new Uint8Array(places), commune: new Uint32Array(places),
      article: new Uint8Array(places), // letters of the first word, when it is short
      autres: new Map(), // further postal codes → places
      tete: new Int32Array(128).fill(-1), suite: new Int32Array(places * 8), mot: new Uint32Array(places * 8), dans: new Uint32Array(places * 8), // words by first letter
    };
    var lettres = base.lettres, pos = 0, i = -1, m = 0, rang = 0, nouveau = true, tete = base.tete;
    function lettre(c) {
      var p = c < 256 ? PLI[c] : 0;
      if (c === 339 || c === 338) { lettre(111); lettre(101); return; } // œ
      if (p === 0) { nouveau = true; return; }
      if (nouveau) {
        base.mot[m] = pos; base.dans[m] = i; base.suite[m] = tete[p]; tete[p] = m++;
        if (++rang === 2 && pos - base.debut[i] <= SAUT_ARTICLE) base.article[i] = pos - base.debut[i];
        lettres[pos++] = p | DEBUT; nouveau = false;
      } else lettres[pos++] = p;
    }
    var commune = 0, postal = 0, departement = -1, at = 0;
    while (at < n) {
      var c = texte.charCodeAt(at);
      if (c === 35) { // #
        var fin = texte.indexOf('\n', at), champs = texte.slice(at + 1, fin).split('\t');
        departement = base.departements.push({ code: champs[0], nom: champs[1].replace(/'/g, '’'), page: champs[2] === '1', tete: +champs[0].slice(0, 2) || 20 }) - 1;
        postal = 0; at = fin + 1;
        continue;
      }
      i = base.n++;
      var ancien = c === 43; // +
      if (ancien) { c = texte.charCodeAt(++at); } else {
        commune = i;
        for (var valeur = 0, chiffres = 0; c >= 48 && c <= 57; c = texte.charCodeAt(++at)) { valeur = valeur * 10 + c - 48; chiffres++; }
        if (chiffres === 3) postal = base.departements[departement].tete * 1000 + valeur; else if (chiffres === 5) postal = valeur;
      }
      base.nom[i] = at; base.debut[i] = pos; base.dep[i] = departement; base.commune[i] = commune; base.postal[i] = ancien ? 0 : postal;
      nouveau = true; rang = 0;
      for (; c !== 10 && c !== 124; c = texte.charCodeAt(++at)) {
        var jeton = jetons[c];
        if (jeton === undefined) lettre(c); else for (var j = 0; j < jeton.length; j++) lettre(jeton.charCodeAt(j));
      }
      if (c === 124) { // |
        var bout = texte.indexOf('\n', at), codes = texte.slice(at + 1, bout).split(',');
        for (var s = 1; s < codes.length; s++) {
          var autre = +codes[s];
          if (!base.autres.has(autre)) base.autres.set(autre, []);
          base.autres.get(autre).push(i);
        }
        at = bout;
      }
      at++;
    }
    base.debut[base.n] = pos;
    return base;
  }

  function nom(base, i) {
    var bout = base.nom[i], sortie = '';
    for (var c = base.texte[bout]; c !== '\n' && c !== '|'; c = base.texte[++bout]) {
      var jeton = base.jetons[c.charCodeAt(0)];
      sortie += jeton === undefined ? c : jeton;
    }
    return sortie.replace(/'/g, '’');
  }

  // The end of the INSEE code, for communes that the site covers; nothing for the others.
  function insee(base, i) {
    var bout = base.texte.indexOf('\n', base.nom[i]), barre = base.texte.indexOf('|', base.nom[i]);
    return barre < 0 || barre > bout ? '' : base.texte.slice(barre + 1, bout).split(',')[0];
  }

  // --- The search.

  // How the letters from `s` to `e` begin: 0 otherwise than q from its letter k on, 1 alike, 2 the same.
  function suite(base, q, k, s, e) {
    var b = base.lettres, n = q.length;
    for (; k < n; k++, s++) if (s >= e || (b[s] & 127) !== q[k]) return 0;
    return s === e ? 2 : 1;
  }

  // The same with one slip: a letter wrong, too many, missing, or two swapped.
  function faute(base, q, s, e) {
    var b = base.lettres, n = q.length, k = 0;
    while (k < n && s < e && q[k] === (b[s] & 127)) { k++; s++; }
    if (k === n) return 0;
    var x = s < e ? b[s] & 127 : 0, y = s + 1 < e ? b[s + 1] & 127 : 0;
    return Math.max(
      suite(base, q, k + 1, s, e), // too many
      x ? suite(base, q, k + 1, s + 1, e) : 0, // wrong
      y === q[k] ? suite(base, q, k, s + 1, e) : 0, // missing
      y === q[k] && x === q[k + 1] ? suite(base, q, k + 2, s + 2, e) : 0 // swapped
    );
  }

  // The order of what is shown: names that are the same first, then communes of the site, then by name.
  function avant(base, x, y) {
    if (x.exact !== y.exact) return x.exact;
    if (x.couverte !== y.couverte) return x.couverte;
    if (x.rang !== y.rang) return x.rang < y.rang;
    var b = base.lettres, s = base.debut[x.i], t = base.debut[y.i], e = base.debut[x.i + 1], f = base.debut[y.i + 1];
    for (; s < e && t < f; s++, t++) { var d = (b[s] & 127) - (b[t] & 127); if (d) return d < 0; }
    if (s < e !== t < f) return s >= e;
    return base.dep[x.i] !== base.dep[y.i] ? base.dep[x.i] < base.dep[y.i] : x.i < y.i;
  }

  // What a reader may mean: { total, lignes: [{ i, commune, … }], court } – every name that is the same, and the first of the others.
  function chercher(base, ecrit) {
    var tous = mots(ecrit), chiffres = tous.filter(function (m) { return /^\d+$/.test(m); }).join(''), q = tous.join('');
    if (!q) return { total: 0, lignes: [], court: false };
    if (chiffres === q) return parCode(base, chiffres);
    // « 29800 Landerneau »: the name decides, the code helps when it fits.
    if (chiffres.length >= 4) {
      var sans = parNom(base, tous.filter(function (m) { return !/^\d+$/.test(m); }).join('')), codes = new Set();
      parCode(base, chiffres).lignes.forEach(function (l) { codes.add(l.commune); });
      var justes = sans.lignes.filter(function (l) { return codes.has(l.commune); });
      return justes.length ? { total: justes.length, lignes: justes, court: false } : sans;
    }
    return parNom(base, q);
  }

  function ligne(base, i, rang, exact) {
    return { i: i, commune: base.commune[i], rang: rang, exact: exact, couverte: insee(base, base.commune[i]) !== '' };
  }

  function parCode(base, chiffres) {
    if (chiffres.length < 2) return { total: 0, lignes: [], court: true };
    if (chiffres.length > 5) return { total: 0, lignes: [], court: false };
    var vues = new Set(), lignes = [];
    function prendre(bas, haut, exact) {
      function une(i) { if (!vues.has(base.commune[i])) { vues.add(base.commune[i]); lignes.push(ligne(base, base.commune[i], 0, exact)); } }
      for (var i = 0; i < base.n; i++) if (base.postal[i] >= bas && base.postal[i] < haut) une(i);
      base.autres.forEach(function (liste, code) { if (code >= bas && code < haut) liste.forEach(une); });
    }
    var pas = Math.pow(10, 5 - chiffres.length), valeur = +chiffres;
    // « 1400 » is 01400 without its zero, as spreadsheets write it.
    if (chiffres.length === 4 && chiffres[0] !== '0') prendre(valeur, valeur + 1, true);
    prendre(valeur * pas, (valeur + 1) * pas, chiffres.length === 5);
    return trier(base, lignes, new Map());
  }

  function parNom(base, texte) {
    var q = new Uint8Array(texte.length), n = q.length, trouves = new Map(), i;
    for (i = 0; i < n; i++) q[i] = texte.charCodeAt(i);
    if (!n) return { total: 0, lignes: [], court: false };
    function noter(i, rang) {
      var c = base.commune[i], la = trouves.get(c);
      if (i !== c) rang += 0.5; // an older name comes after
      if (la === undefined || rang < la.rang) trouves.set(c, { i: i, rang: rang });
    }
    for (var m = base.tete[q[0]]; m >= 0; m = base.suite[m]) {
      i = base.dans[m];
      var s = base.mot[m], d = s - base.debut[i], r = n === 1 && d ? 0 : suite(base, q, 0, s, base.debut[i + 1]);
      if (r) noter(i, d === 0 || d === base.article[i] ? (r === 2 ? 0 : 1) : 2);
    }
    // One letter finds the names of one letter: « Y ».
    if (n === 1) {
      trouves.forEach(function (t, c) { if (t.rang >= 1) trouves.delete(c); });
      if (!trouves.size) return { total: 0, lignes: [], court: true };
    }
    if (!trouves.size && n >= 4) {
      var b = base.lettres;
      for (i = 0; i < base.n; i++) for (var saut = 0; ; saut = base.article[i]) {
        s = base.debut[i] + saut;
        var x = b[s] & 127, y = b[s + 1] & 127;
        // With one slip, one of the first two letters is right, or next to its place.
        if (x === q[0] || y === q[1] || x === q[1] || y === q[0]) {
          r = faute(base, q, s, base.debut[i + 1]);
          if (r === 2 || (r === 1 && n >= 5)) noter(i, r === 2 ? 3 : 4);
        }
        if (saut || !base.article[i]) break;
      }
    }
    return trier(base, [], trouves);
  }

  // All that are the same, and the first of the others.
  function trier(base, lignes, trouves) {
    var memes = [], autres = [], total = 0, juste = false;
    function placer(l) {
      total++;
      if (l.exact) { memes.push(l); return; }
      if (autres.length === FEW && !avant(base, l, autres[FEW - 1])) return;
      var at = autres.length;
      while (at > 0 && avant(base, l, autres[at - 1])) at--;
      autres.splice(at, 0, l);
      if (autres.length > FEW) autres.pop();
    }
    trouves.forEach(function (t) { if (t.rang >= 3 && t.rang < 4) juste = true; });
    trouves.forEach(function (t) {
      // When a whole name is one slip away, beginnings of longer names are noise.
      if (!juste || t.rang < 4) placer(ligne(base, t.i, t.rang, t.rang < 1));
    });
    lignes.forEach(placer);
    memes.sort(function (x, y) { return avant(base, x, y) ? -1 : 1; });
    return { total: total, lignes: memes.concat(autres), court: false };
  }

  // --- The page.

  function slug(texte) { return (plier(texte).match(/[a-z0-9]+/g) || []).join('-'); }

  function installer(champ) {
    var entree = champ.querySelector('input'), etat = champ.querySelector('.champ-etat'), liste = champ.querySelector('.champ-liste'), secours = champ.querySelector('.champ-suite');
    var phrases = champ.dataset, base = null, demande = false, delai = 0, fini = '';
    champ.hidden = false;

    function remplir(phrase, valeurs) { return phrase.replace(/\{(\w+)\}/g, function (tout, mot) { return mot in valeurs ? valeurs[mot] : tout; }); }
    // The words are shown at once; those who listen hear them once they stop writing.
    function dire(texte) { clearTimeout(delai); delai = setTimeout(function () { if (etat.textContent !== texte) etat.textContent = texte; }, 250); }
    function charger() {
      if (demande) return;
      demande = true;
      champ.dataset.etat = 'attente';
      var script = document.createElement('script');
      script.src = phrases.donnees;
      script.onload = function () {
        base = lire(window.elianeCommunes);
        window.eliane.communes.base = base;
        champ.dataset.etat = 'pret';
        montrer();
      };
      script.onerror = function () { demande = false; script.remove(); champ.dataset.etat = 'panne'; dire(phrases.panne); secours.hidden = false; };
      document.head.appendChild(script);
    }

    function element(nom, classe, texte) {
      var e = document.createElement(nom);
      if (classe) e.className = classe;
      if (texte) e.textContent = texte;
      return e;
    }
    function lien(l) {
      var a = element('a', 'carte-lien'), d = base.departements[base.dep[l.commune]], propre = nom(base, l.commune), fin = insee(base, l.commune);
      a.appendChild(element('strong', '', l.i === l.commune ? propre : nom(base, l.i)));
      var note = d.nom + ' (' + d.code + ')';
      if (l.i !== l.commune) note = remplir(phrases.voir, { nom: propre }) + ' – ' + note;
      a.appendChild(document.createTextNode(' '));
      a.appendChild(element('span', 'note', note));
      if (fin) {
        a.href = phrases.racine + 'territoires/' + d.code.toLowerCase() + '/' + slug(propre) + '-' + (d.code + fin).toLowerCase() + phrases.suffixe;
      } else {
        // Honest about it, and never an empty end.
        a.href = phrases.racine + 'territoires/' + (d.page ? d.code.toLowerCase() : 'france') + '.html';
        a.appendChild(document.createTextNode(' '));
        a.appendChild(element('span', 'hors', phrases.hors + ' ' + (d.page ? remplir(phrases.horsDepartement, { nom: d.nom }) : phrases.horsFrance) + '.'));
      }
      var li = document.createElement('li');
      li.appendChild(a);
      return li;
    }

    function montrer() {
      var ecrit = entree.value.trim();
      if (ecrit && !base) { charger(); dire(phrases.attente); return; }
      if (!base || fini === ecrit) return;
      fini = ecrit;
      var r = chercher(base, ecrit), ul = document.createElement('ul'), rien = ecrit !== '' && !r.total && !r.court;
      r.lignes.forEach(function (l) { ul.appendChild(lien(l)); });
      liste.textContent = '';
      if (r.lignes.length) liste.appendChild(ul);
      secours.hidden = !rien;
      champ.dataset.total = r.total;
      if (!ecrit) dire('');
      else if (r.court) dire(phrases.deuxLettres);
      else if (rien) dire(phrases.rien);
      else if (r.total === 1) dire(phrases.une);
      else dire(remplir(r.lignes.length < r.total ? phrases.trop : phrases.plusieurs, { nombre: r.total }));
    }

    entree.addEventListener('focus', charger);
    entree.addEventListener('input', montrer);
    champ.addEventListener('keydown', function (evenement) {
      var liens = Array.prototype.slice.call(liste.querySelectorAll('a')), ici = liens.indexOf(document.activeElement), vers = null;
      if (evenement.key === 'ArrowDown') vers = liens[ici + 1];
      else if (evenement.key === 'ArrowUp' && ici >= 0) vers = ici ? liens[ici - 1] : entree;
      else if (evenement.key === 'Enter' && evenement.target === entree) vers = liens[0]; // shows it; a second press opens it
      else if (evenement.key === 'Escape' && ici >= 0) vers = entree;
      if (vers) { evenement.preventDefault(); vers.focus(); }
    });
    // Coming back to the page, browsers put the words back into the field.
    if (entree.value) montrer();
  }

  window.eliane = window.eliane || {};
  window.eliane.communes = { cle: cle, lire: lire, chercher: chercher, nom: nom };
  Array.prototype.forEach.call(document.querySelectorAll('.champ[data-donnees]'), installer);
})();
