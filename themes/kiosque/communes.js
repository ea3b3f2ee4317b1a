// The field « code postal ou commune »: shows communes as links, and never chooses for the reader.
// The data, all communes of France, come with another script when the field is first used: a page on a USB key may fetch nothing.
(function () {
  'use strict';

  var FEW = 24; // links shown when many names begin alike

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

  // --- The data: one pass, letter by letter. What they hold is said in src/search/communes.rs.

  // Letters as bytes: 0 for what parts words, otherwise a to z or 0 to 9.
  var PLI = new Uint8Array(256), VALEUR = new Uint8Array(256);
  for (var code = 0; code < 256; code++) {
    var pli = plier(String.fromCharCode(code));
    if (/^[a-z0-9]$/.test(pli)) PLI[code] = pli.charCodeAt(0);
    VALEUR[code] = code < 92 ? code - 35 : code < 127 ? code - 36 : code - 70;
  }
  var DEBUT = 128; // marks the first letter of a word
  var COURT = 80; // postal codes told by one sign
  var DEUX = 185; // what the first of two signs is worth

  // Puts letters after the first p of a name, up to its end, and returns where that is. Apart, for browsers soon make it fast.
  function epeler(noms, at, p, lettres, pos, avant, plies, mot) {
    for (var nouveau = mot[p], c = noms.charCodeAt(at), v; c !== 124; c = noms.charCodeAt(++at)) {
      v = PLI[c];
      if (v) { lettres[pos++] = nouveau ? v | DEBUT : v; nouveau = 0; }
      else if (c === 161 || c === 162) { lettres[pos++] = nouveau ? 111 | DEBUT : 111; lettres[pos++] = 101; nouveau = 0; } // œ
      else nouveau = 1;
      plies[++p] = pos - avant; mot[p] = nouveau;
    }
    return at;
  }

  var BLOC = 32; // names read together: the first of them is written whole

  // Makes room for all names, and reads none: each is read when it is needed, or by `completer`. No loop here is as long as
  // France: on an old machine each would be felt.
  function lire(donnees) {
    var n = donnees.nombre, debut = new Uint32Array(n + 1), blocs = new Uint32Array(Math.ceil(n / BLOC)), premiers = [], i, k, un;
    for (i = 0, k = 0; i < donnees.departements.length; i++) {
      un = donnees.departements[i];
      premiers.push(k);
      k += un.codes.length / 3 + un.entiers.length / 5;
    }
    function deux(at) { return VALEUR[donnees.blocs.charCodeAt(at)] * DEUX + VALEUR[donnees.blocs.charCodeAt(at + 1)]; }
    for (i = 1; i < blocs.length; i++) {
      blocs[i] = blocs[i - 1] + deux(4 * i - 4);
      debut[i * BLOC] = debut[i * BLOC - BLOC] + deux(4 * i - 2);
    }
    debut[n] = donnees.lettres;
    var base = {
      n: n, lettres: new Uint8Array(donnees.lettres), debut: debut, nom: new Uint32Array(n), partage: new Uint8Array(n), dep: new Uint8Array(n), code: new Uint16Array(n),
      commune: new Uint16Array(n), // until a name is read: 0, or one more than the place of the commune's own name
      blocs: blocs, lus: new Uint8Array(blocs.length), reste: blocs.length, plies: new Uint8Array(200), mot: new Uint8Array(200), devant: null,
      noms: donnees.noms, mots: donnees.devant, departements: donnees.departements, premiers: premiers, insee: donnees.insee, tout: null, codes: null,
      couvertes: donnees.couvertes, rang: new Uint16Array(n), // place of the INSEE code, from 1
      anciens: new Uint16Array(blocs.length + 1), // names that are not a commune's own, before each block
      autres: new Map(), // further postal codes → names
    };
    for (i = 0, k = 0; k < donnees.anciens.length; k += 2) {
      base.commune[i += donnees.anciens[k]] = donnees.anciens[k + 1] + 1;
      base.anciens[(i >> 5) + 1]++;
    }
    for (i = 1; i < base.anciens.length; i++) base.anciens[i] += base.anciens[i - 1];
    for (i = 0, k = 0; k < donnees.codes.length; k += 2) {
      i += donnees.codes[k];
      if (!base.autres.has(donnees.codes[k + 1])) base.autres.set(donnees.codes[k + 1], []);
      base.autres.get(donnees.codes[k + 1]).push(i);
    }
    if (base.couvertes) for (i = 0, k = 0; k < base.couvertes.length; k++) base.rang[i += base.couvertes[k]] = k + 1;
    return base;
  }

  // The postal codes of all départements, as `code` counts them, from 1.
  function lireCodes(base) {
    base.codes = [0];
    base.departements.forEach(function (un) {
      for (var k = 0, tete = (+un.code.slice(0, 2) || 20) * 1000; k < un.codes.length; k += 3) base.codes.push(tete + +un.codes.slice(k, k + 3));
      for (k = 0; k < un.entiers.length; k += 5) base.codes.push(+un.entiers.slice(k, k + 5));
    });
  }

  function lireBloc(base, b) {
    var noms = base.noms, lettres = base.lettres, debut = base.debut, i = b * BLOC, fin = Math.min(i + BLOC, base.n), pos = debut[i], at = base.blocs[b], avant = pos, p, d, c, v, k;
    // How many letters, and whether a new word begins, after each letter of the name at hand.
    var plies = base.plies, mot = base.mot, rang = i - base.anciens[b];
    plies[0] = 0;
    mot[0] = 1;
    for (; i < fin; i++) {
      p = base.partage[i] = VALEUR[noms.charCodeAt(at)];
      d = base.dep[i] = VALEUR[noms.charCodeAt(at + 1)];
      v = VALEUR[noms.charCodeAt(at + 2)];
      at += 3;
      if (v >= COURT) v = COURT + (v - COURT) * COURT + VALEUR[noms.charCodeAt(at++)];
      if (base.commune[i]) base.commune[i]--;
      else { base.commune[i] = i; rang++; if (!base.couvertes) base.rang[i] = rang; }
      base.code[i] = v ? base.premiers[d] + v : 0;
      base.nom[i] = at; debut[i] = pos;
      for (k = plies[p]; k > 0; k--) lettres[pos++] = lettres[avant++];
      avant = debut[i];
      c = epeler(noms, at, p, lettres, pos, avant, plies, mot);
      pos = avant + plies[p + c - at];
      at = c + 1;
    }
    base.lus[b] = 1;
    base.reste--;
  }
  function voirNom(base, i) { if (!base.lus[i >> 5]) lireBloc(base, i >> 5); }
  function toutLire(base) {
    if (!base.codes) lireCodes(base);
    for (var b = 0; base.reste; b++) voirNom(base, b * BLOC);
  }

  // Reads all names while nothing else waits, a few at a time: then nothing has to be read while a reader writes.
  function completer(base, fini) {
    var b = 0;
    (function suite() {
      for (var k = 0; k < 24 && base.reste; b++) if (!base.lus[b]) { lireBloc(base, b); k++; }
      if (base.reste) setTimeout(suite, 0); else { toutLire(base); if (fini) fini(); }
    })();
  }

  function nom(base, i) {
    var sortie = '', reste = 200;
    voirNom(base, i);
    for (; reste > 0; i--) {
      var p = base.partage[i];
      if (p < reste) {
        var bout = base.noms.slice(base.nom[i], base.noms.indexOf('|', base.nom[i]));
        sortie = bout.slice(0, reste - p) + sortie;
        reste = p;
      }
    }
    return sortie.replace(/¡/g, 'œ').replace(/¢/g, 'Œ').replace(/'/g, '’');
  }

  function couvre(base, commune) { return !base.couvertes || base.rang[commune] > 0; }

  // The INSEE code of a commune that the site covers; nothing for the others.
  function insee(base, i) {
    voirNom(base, i);
    var r = base.rang[i];
    return r ? base.departements[base.dep[i]].code.slice(0, 2) + base.insee.slice(3 * r - 3, 3 * r) : '';
  }

  // --- The search.

  // The letter of a name at a depth; 0 after its end.
  function lettre(base, i, d) {
    voirNom(base, i);
    var at = base.debut[i] + d;
    return at < base.debut[i + 1] ? base.lettres[at] & 127 : 0;
  }

  // Among names alike up to a depth, the first whose next letter is x or a later one.
  function borne(base, de, a, d, x) {
    while (de < a) {
      var milieu = (de + a) >> 1;
      if (lettre(base, milieu, d) < x) de = milieu + 1; else a = milieu;
    }
    return de;
  }

  // Those of them that go on with q from its letter k on; as [first, last + 1, depth].
  function descendre(base, de, a, d, q, k) {
    for (; k < q.length && de < a; k++, d++) {
      var x = q.charCodeAt(k);
      de = borne(base, de, a, d, x);
      a = borne(base, de, a, d, x + 1);
    }
    return de < a ? [de, a, d] : null;
  }

  // Names that begin as q does but for one slip at its letter k or after: a letter wrong, too many, missing, or two swapped.
  function fautes(base, q, k, noter) {
    var r = descendre(base, 0, base.n, 0, q.slice(0, k), 0), n = q.length;
    if (!r) return;
    function voir(de, a, d, k) { var s = descendre(base, de, a, d, q, k); if (s) noter(s); }
    for (var de = r[0], a = r[1]; k <= n && de < a; k++) {
      if (k < n) voir(de, a, k, k + 1); // too many
      if (k + 1 < n && q[k] !== q[k + 1]) { var s = descendre(base, de, a, k, q[k + 1] + q[k], 0); if (s) voir(s[0], s[1], s[2], k + 2); } // swapped
      for (var i = de; i < a;) {
        var x = lettre(base, i, k), j = borne(base, i, a, k, x + 1);
        if (x && (k === n || x !== q.charCodeAt(k))) { voir(i, j, k + 1, k + 1); voir(i, j, k + 1, k); } // wrong, missing
        i = j;
      }
      if (k === n) break;
      var c = q.charCodeAt(k);
      de = borne(base, de, a, k, c);
      a = borne(base, de, a, k, c + 1);
    }
  }

  // The order of what is shown: names that are the same first, then communes of the site, then by name.
  function ordre(x, y) { return x.exact !== y.exact ? (x.exact ? -1 : 1) : x.couverte !== y.couverte ? (x.couverte ? -1 : 1) : x.force - y.force || x.i - y.i; }

  // Gathers names, one a commune; all that are the same, and enough of the others.
  function Recolte(base) { this.base = base; this.par = new Map(); this.trop = false; }
  Recolte.prototype.une = function (i, force, exact) {
    var c = this.base.commune[i], la = this.par.get(c);
    if (!la || force < la.force || (force === la.force && i === c)) this.par.set(c, { i: i, commune: c, force: force, exact: exact, couverte: couvre(this.base, c) });
  };
  // A range of names that begin alike; `article`: letters of the article that was put before.
  Recolte.prototype.plage = function (r, force, article) {
    var base = this.base, i = r[0], couvertes = 0, autres = 0;
    for (; i < r[1]; i++) {
      voirNom(base, i);
      if (article && !(base.lettres[base.debut[i] + article] & DEBUT)) continue;
      if (base.debut[i + 1] - base.debut[i] === r[2]) this.une(i, force, true);
      else if (couvre(base, base.commune[i]) ? couvertes++ < FEW : autres++ < FEW) this.une(i, force + 1, false);
      else this.trop = true;
    }
  };
  Recolte.prototype.fin = function () {
    var toutes = Array.from(this.par.values()).sort(ordre), memes = 0;
    while (memes < toutes.length && toutes[memes].exact) memes++;
    var montrees = toutes.slice(0, Math.max(FEW, memes));
    return { total: toutes.length, lignes: montrees, trop: this.trop || montrees.length < toutes.length, court: false };
  };

  var RIEN = { total: 0, lignes: [], trop: false, court: false }, COURT_ENCORE = { total: 0, lignes: [], trop: false, court: true };
  var ARTICLES = ['', 'le', 'la', 'les', 'l'];

  // What a reader may mean: { lignes: [{ i, commune, … }], total, trop, court }.
  function chercher(base, ecrit) {
    var tous = mots(ecrit), q = tous.join(''), chiffres = tous.filter(function (m) { return /^\d+$/.test(m); }).join('');
    if (!q) return RIEN;
    if (chiffres === q) return parCode(base, chiffres);
    if (chiffres.length < 4) return parNom(base, tous);
    // « 29800 Landerneau »: the name decides, the code helps when it fits.
    var sans = parNom(base, tous.filter(function (m) { return !/^\d+$/.test(m); })), codes = new Set();
    parCode(base, chiffres).lignes.forEach(function (l) { codes.add(l.commune); });
    var justes = sans.lignes.filter(function (l) { return codes.has(l.commune); });
    return justes.length ? { total: justes.length, lignes: justes, trop: false, court: false } : sans;
  }

  function parCode(base, chiffres) {
    if (chiffres.length < 4) return COURT_ENCORE;
    if (chiffres.length > 5) return RIEN;
    // « 1400 » is 01400 without its zero, as spreadsheets write it.
    var code = +chiffres, recolte = new Recolte(base);
    toutLire(base);
    for (var id = base.codes.indexOf(code); id > 0; id = base.codes.indexOf(code, id + 1)) {
      for (var i = base.code.indexOf(id); i >= 0; i = base.code.indexOf(id, i + 1)) recolte.une(i, 0, true);
    }
    (base.autres.get(code) || []).forEach(function (i) { recolte.une(base.commune[i], 0, true); });
    return recolte.par.size || chiffres.length === 5 ? recolte.fin() : COURT_ENCORE;
  }

  function parNom(base, tous) {
    var q = tous.join(''), n = q.length, recolte = new Recolte(base), r;
    ARTICLES.forEach(function (article) {
      if (n === 1 && article) return;
      r = descendre(base, 0, base.n, 0, article + q, 0);
      if (!r) return;
      // One letter finds the names of one letter: « Y ».
      if (n === 1) { while (r[1] > r[0] && (voirNom(base, r[1] - 1), base.debut[r[1]] - base.debut[r[1] - 1] !== 1)) r[1]--; }
      recolte.plage(r, article ? 1 : 0, article.length);
    });
    if (n === 1) return recolte.par.size ? recolte.fin() : COURT_ENCORE;
    // A word inside a name: « Daoulas » in Logonna-Daoulas.
    if (n > 2 && recolte.par.size < FEW) {
      // By the browser's own search, where the first letter of a word is another letter.
      toutLire(base);
      if (!base.tout) base.tout = new TextDecoder('latin1').decode(base.lettres);
      var motif = tous.map(function (m) { return String.fromCharCode(m.charCodeAt(0) | DEBUT) + m.slice(1); }).join('');
      for (var at = base.tout.indexOf(motif), fois = 0; at >= 0 && fois < 400; at = base.tout.indexOf(motif, at + 1), fois++) {
        var de = 0, a = base.n;
        while (de < a) { var milieu = (de + a) >> 1; if (base.debut[milieu + 1] <= at) de = milieu + 1; else a = milieu; }
        if (at + n <= base.debut[de + 1]) recolte.une(de, 3, false);
      }
    }
    if (!recolte.par.size && n >= 4) {
      // « stdivy »
      if (q.slice(0, 2) === 'st') ['saint', 'sainte'].forEach(function (saint) {
        r = descendre(base, 0, base.n, 0, saint + q.slice(2), 0);
        if (r) recolte.plage(r, 2, 0);
      });
      var larges = [];
      ARTICLES.forEach(function (article) {
        if (!recolte.par.size) fautes(base, article + q, article.length, function (s) {
          if (article && !(base.lettres[base.debut[s[0]] + article.length] & DEBUT)) return;
          // The shortest come first: whole names, one slip away.
          for (var i = s[0]; i < s[1] && base.debut[i + 1] - base.debut[i] === s[2]; i++) recolte.une(i, 4, false);
          if (!article && n >= 5) larges.push(s);
        });
      });
      // When a whole name is one slip away, beginnings of longer names are noise.
      if (!recolte.par.size) larges.forEach(function (s) { for (var i = s[0]; i < s[1] && i < s[0] + FEW; i++) recolte.une(i, 5, false); });
    }
    return recolte.fin();
  }

  // --- A commune spelt right, within what is written: as src/search/town.rs reads.

  function ensemble(texte) { var sortie = new Set(); texte.split(' ').forEach(function (m) { sortie.add(m); }); return sortie; }

  // Names that are the same, one a commune.
  function memes(base, clef) {
    var r = clef ? descendre(base, 0, base.n, 0, clef, 0) : null, recolte = new Recolte(base);
    for (var i = r ? r[0] : 0; r && i < r[1] && base.debut[i + 1] - base.debut[i] === r[2]; i++) { voirNom(base, i); recolte.une(i, 0, true); }
    return Array.from(recolte.par.values()).sort(ordre);
  }

  function duNom(base, tous) {
    var r = memes(base, tous.join(''));
    if (r.length) return r;
    var chiffre = /\d/, nombres = tous.filter(function (m) { return chiffre.test(m) && m.length < 7; }), sans = tous.filter(function (m) { return !(chiffre.test(m) && m.length < 7) && m !== 'arrondissement'; });
    if (!sans.length) return [];
    if (sans.length < tous.length) {
      r = memes(base, sans.join(''));
      var postal = new Set();
      nombres.forEach(function (m) { if (m.length === 5 && +m) parCode(base, m).lignes.forEach(function (l) { postal.add(l.commune); }); });
      var justes = r.filter(function (l) { return postal.has(l.commune) || nombres.indexOf(base.departements[base.dep[l.commune]].code.toLowerCase()) >= 0; });
      if (r.length) return justes.length ? justes : r;
    }
    for (var c = 1; c < sans.length; c++) {
      var d = base.devant.departements.get(sans.slice(c).join(''));
      if (d === undefined) continue;
      r = memes(base, sans.slice(0, c).join('')).filter(function (l) { return base.dep[l.commune] === d; });
      if (r.length) return r;
    }
    return [];
  }

  // Whether no accent of what is written speaks against a name: « mère » is no Méré. Those that are missing say nothing.
  function accents(texte) { return texte.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFD').match(/[a-z0-9][\u0300-\u036f]*/g) || []; }
  function convient(a, nom) {
    var b = accents(nom);
    // With a postal code, or a short form of « saint », letters do not stand side by side.
    if (a.length !== b.length || a.some(function (c, i) { return c[0] !== b[i][0]; })) return true;
    return a.every(function (c, i) { return c.length < 2 || c === b[i]; });
  }

  function nommees(base, ecrit) {
    var tous = mots(ecrit), d = base.devant = base.devant || { lieux: ensemble(base.mots.lieux), peu: ensemble(base.mots.peu), liens: ensemble(base.mots.liens), articles: ensemble(base.mots.articles), autres: ensemble(base.mots.autres), departements: new Map(base.departements.map(function (un, i) { return [cle(un.nom), i]; })) };
    function connu(mot) { return d.lieux.has(mot) || d.peu.has(mot) || d.liens.has(mot) || d.articles.has(mot); }
    function est(mot) { return d.lieux.has(mot); }
    var de, a, r, fort = false, peu = false;
    for (de = 0; de < tous.length; de++) {
      if (de > 0) {
        var mot = tous[de - 1];
        if (!connu(mot)) break;
        fort = fort || est(mot);
        peu = peu || d.peu.has(mot);
        // « hôtel de ville » is not at Deville, « horaires de bus » is not at Bus.
        if (d.liens.has(tous[de]) || (!fort && (!peu || !d.liens.has(mot) || (mot !== 'a' && d.autres.has(tous.slice(de).join('')))))) continue;
      }
      r = duNom(base, tous.slice(de));
      if (!de) r = r.filter(function (l) { return convient(accents(ecrit), nom(base, l.i)); });
      if (r.length) return r;
    }
    // « Toulon mairie »
    for (a = tous.length - 1; a > 0 && connu(tous[a]); a--) {
      var avant = tous.slice(0, a), apres = tous.slice(a), clef = avant.join('');
      if (avant.every(connu) || (!apres.some(est) && d.autres.has(clef))) continue;
      r = duNom(base, avant).filter(function (l) { return convient(accents(ecrit).slice(0, clef.length), nom(base, l.i)); });
      if (r.length) return r;
    }
    return [];
  }

  // --- The page.

  function slug(texte) { return (plier(texte).match(/[a-z0-9]+/g) || []).join('-'); }

  function remplir(phrase, valeurs) { return phrase.replace(/\{(\w+)\}/g, function (tout, mot) { return mot in valeurs ? valeurs[mot] : tout; }); }
  function element(nom, classe, texte) {
    var e = document.createElement(nom);
    if (classe) e.className = classe;
    if (texte) e.textContent = texte;
    return e;
  }
  // A commune as a link; `phrases`: words and addresses of the field.
  function lien(base, phrases, l) {
    var a = element('a', 'carte-lien'), propre = nom(base, l.commune), d = base.departements[base.dep[l.commune]], fin = insee(base, l.commune);
    a.appendChild(element('strong', '', l.i === l.commune ? propre : nom(base, l.i)));
    var departement = d.nom.replace(/'/g, '’'), note = departement + ' (' + d.code + ')';
    if (l.i !== l.commune) note = remplir(phrases.voir, { nom: propre }) + ' – ' + note;
    a.appendChild(document.createTextNode(' '));
    a.appendChild(element('span', 'note', note));
    if (fin) {
      a.href = phrases.racine + 'territoires/' + d.code.toLowerCase() + '/' + slug(propre) + '-' + fin.toLowerCase() + phrases.suffixe;
    } else {
      // Honest about it, and never an empty end.
      // The page of a need goes on to what there is for that need.
      var besoin = /^-(.+?)\.html/.exec(phrases.suffixe);
      a.href = phrases.racine + 'territoires/' + (d.page ? d.code.toLowerCase() : 'france') + '.html' + (besoin ? '#besoin-' + besoin[1] : d.page ? '#hors' : '');
      a.appendChild(document.createTextNode(' '));
      a.appendChild(element('span', 'hors', phrases.hors + ' ' + (d.page ? remplir(phrases.horsDepartement, { nom: departement }) : phrases.horsFrance) + '.'));
    }
    var li = document.createElement('li');
    li.appendChild(a);
    return li;
  }

  function installer(champ) {
    var entree = champ.querySelector('input'), etat = champ.querySelector('.champ-etat'), liste = champ.querySelector('.champ-liste'), secours = champ.querySelector('.champ-suite');
    var phrases = champ.dataset, base = null, demande = false, delai = 0, fini = '';
    champ.hidden = false;

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
        // Browsers run faster what they ran before: the reader's own search is not the first.
        completer(base, function () { ['saintz', 'landernau', 'brets', 'lnaderneau', '29800'].forEach(function (q) { chercher(base, q); }); });
      };
      script.onerror = function () { demande = false; script.remove(); champ.dataset.etat = 'panne'; dire(phrases.panne); secours.hidden = false; };
      document.head.appendChild(script);
    }

    function montrer() {
      var ecrit = entree.value.trim();
      if (ecrit && !base) { charger(); dire(phrases.attente); return; }
      if (!base || fini === ecrit) return;
      fini = ecrit;
      var r = chercher(base, ecrit), ul = document.createElement('ul'), rien = ecrit !== '' && !r.total && !r.court;
      r.lignes.forEach(function (l) { ul.appendChild(lien(base, phrases, l)); });
      liste.textContent = '';
      if (r.lignes.length) liste.appendChild(ul);
      secours.hidden = !rien;
      champ.dataset.total = r.total;
      if (!ecrit) dire('');
      else if (r.court) dire(phrases.deuxLettres);
      else if (rien) dire(phrases.rien);
      else if (r.total === 1) dire(phrases.une);
      else dire(r.trop ? phrases.trop : remplir(phrases.plusieurs, { nombre: r.total }));
    }

    entree.addEventListener('pointerdown', charger); // by keyboard, with the first letter: who passes by with Tab loads nothing
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
  window.eliane.communes = { cle: cle, lire: lire, completer: completer, chercher: chercher, nommees: nommees, nom: nom, lien: lien };
  Array.prototype.forEach.call(document.querySelectorAll('.champ[data-donnees]'), installer);
})();
