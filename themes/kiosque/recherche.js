// The field « Chercher »: shows pages as links, and never chooses for the reader. Nothing is kept, nothing is sent.
// The index comes with another script when the field is first used. How words are read and pages ranked is said in src/search/ (sons.txt, rank.rs);
// both programs are held to the lists of tests/recherche/.
(function () {
  'use strict';

  var SUR = 80, PROCHE = 70, MOTS = 8, REPONSES = 15, PREMIERES = 3, SECOURS = 2;

  // --- Words.

  function plier(texte) {
    return texte.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
  }
  function morceaux(texte) { return plier(texte).match(/[a-z0-9]+/g) || []; }

  var SUITES = { e: /^[eiy']/, a: /^[aou]/, v: /^[aeiouy']/, n: /^(?![aeiouy'nm])/, $: /^$/, '.': /^/ };

  // The sound of a folded word: the tables come with the data.
  function ouir(base, mot) {
    if (/\d/.test(mot)) return mot;
    for (var f = 0; f < base.fins.length; f++) {
      var fin = base.fins[f];
      if (mot.length >= fin[0].length + fin[2] && mot.slice(-fin[0].length) === fin[0]) { mot = mot.slice(0, -fin[0].length) + fin[1]; break; }
    }
    var sortie = '';
    for (var at = 0; at < mot.length;) {
      var regles = base.regles[mot[at]] || [], pris = 1, son = mot[at];
      for (var r = 0; r < regles.length; r++) {
        var de = regles[r][0];
        if (mot.substr(at, de.length) === de && SUITES[regles[r][1]].test(mot.slice(at + de.length))) { pris = de.length; son = regles[r][2]; break; }
      }
      for (var s = 0; s < son.length; s++) if (sortie[sortie.length - 1] !== son[s]) sortie += son[s];
      at += pris;
    }
    return sortie;
  }

  function mots(base, texte) {
    var dits = morceaux(texte.normalize('NFC').replace(/[çÇ]/g, 'ss'));
    return morceaux(texte).map(function (m, i) { return { l: m, s: ouir(base, dits[i]) }; });
  }

  // --- The data.

  // Which letters a word has, one bit each: words that differ by more than a slip or two are left out at once.
  function bits(mot) { for (var b = 0, i = 0; i < mot.length; i++) b |= 1 << (mot.charCodeAt(i) & 31); return b; }
  function compter(b) { b -= (b >>> 1) & 0x55555555; b = (b & 0x33333333) + ((b >>> 2) & 0x33333333); return (((b + (b >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24; }
  function signe(c) { return c < 92 ? c - 35 : c - 36; }

  // Numbers, each the low part first, a sign of the second half when more follows.
  function nombres(texte) {
    for (var k = 0, somme = 0, fois = 1, sortie = []; k < texte.length; k++) {
      var v = signe(texte.charCodeAt(k));
      somme += v % 45 * fois;
      if (v < 45) { sortie.push(somme); somme = 0; fois = 1; } else fois *= 45;
    }
    return sortie;
  }

  function lire(d) {
    var base = { d: d, fins: d.fins, regles: {}, vides: new Set(d.vides.split(' ')), mots: d.mots.split(' '), sons: d.ouies.split(' '), ou: d.phrases.split(' '), n: d.titres.length, fiche: new Uint16Array(d.tailles.length), champ: new Uint8Array(d.tailles.length), taille: new Uint8Array(d.tailles.length), premiere: [], connus: new Map(), souvenirs: new Map() };
    d.sons.forEach(function (r) { (base.regles[r[0][0]] = base.regles[r[0][0]] || []).push(r); });
    for (var f = 0, p = 0; f < base.n; f++) {
      base.premiere.push(p);
      for (var k = 0, dits = d.nombres[f], combien = 1 + dits + +d.dedans[f]; k < combien; k++, p++) {
        base.fiche[p] = f;
        base.champ[p] = k === 0 ? 0 : k <= dits ? 1 : 2;
        base.taille[p] = signe(d.tailles.charCodeAt(p));
      }
    }
    var n = base.mots.length;
    base.bm = new Int32Array(n); base.bs = new Int32Array(n); base.chiffre = new Uint8Array(n); base.lm = new Uint8Array(n); base.ls = new Uint8Array(n);
    base.marques = 0; // words whose letters were looked at
    base.cris = null; // read when somebody writes, or before, while nobody waits
    return base;
  }

  // Looks at the letters of some more words, all of them at last: an old machine feels it, so it is done while nobody waits.
  function marquer(base, combien) {
    for (var i = base.marques, fin = Math.min(i + combien, base.mots.length); i < fin; i++) {
      var mot = base.mots[i], son = base.sons[i];
      base.bm[i] = bits(mot); base.lm[i] = mot.length;
      base.bs[i] = bits(son); base.ls[i] = son.length;
      if (/\d/.test(mot)) base.chiffre[i] = 1;
    }
    base.marques = fin;
  }
  function completer(base, fini) {
    marquer(base, 300);
    if (base.marques < base.mots.length) setTimeout(completer, 0, base, fini); else fini();
  }

  // Where a page is. Whole pages are named without their end.
  // The letter of its sort says where a page is; an address that begins with « / » is whole.
  var DOSSIERS = { g: 'guides/', r: 'guides/', s: 'services/', p: 'produits/', b: 'besoins/', c: 'cas/', m: 'glossaire.html#mot-', t: '', l: 'roles/' };
  function adresse(base, fiche) {
    var a = base.d.adresses[fiche];
    a = a.charAt(0) === '/' ? a.slice(1) : DOSSIERS[base.d.sortes.charAt(fiche)] + a;
    return a.indexOf('.html') < 0 ? a + '.html' : a;
  }

  // The phrases that hold a word.
  function phrases(base, i) {
    var la = base.connus.get(i);
    if (la) return la;
    var n = 0, sortie = nombres(base.ou[i]).map(function (pas) { return n += pas; });
    base.connus.set(i, sortie);
    return sortie;
  }

  // Where a word stands, or -1.
  function place(base, mot) {
    for (var de = 0, a = base.mots.length; de < a;) {
      var milieu = (de + a) >> 1;
      if (base.mots[milieu] < mot) de = milieu + 1; else a = milieu;
    }
    return base.mots[de] === mot ? de : -1;
  }

  // --- Likeness.

  var RANGS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)], MIENS = new Uint8Array(64);

  // Slips between two words; 9 above the most. Only cells so near the diagonal are reckoned: beyond, there are more slips already.
  function ecarts(a, b, plus) {
    var n = a.length, m = b.length, avant = RANGS[0], dernier = RANGS[1], rang = RANGS[2], i, j, t;
    if (n - m > plus || m - n > plus || m > 60) return 9;
    for (j = 0; j <= m; j++) { dernier[j] = j; MIENS[j] = j ? b.charCodeAt(j - 1) : 0; avant[j] = 9; }
    for (i = 1; i <= n; i++) {
      var de = i - plus, a2 = i + plus, moins, x = a.charCodeAt(i - 1), y = i > 1 ? a.charCodeAt(i - 2) : 0;
      if (de < 1) { de = 1; rang[0] = i; moins = i; } else { rang[de - 1] = 9; moins = 9; }
      if (a2 > m) a2 = m; else if (i > 1) dernier[a2] = 9; // was outside in the row before
      for (j = de; j <= a2; j++) {
        var z = MIENS[j], v = dernier[j - 1] + (x === z ? 0 : 1);
        if (dernier[j] + 1 < v) v = dernier[j] + 1;
        if (rang[j - 1] + 1 < v) v = rang[j - 1] + 1;
        if (j > 1 && y === z && x === MIENS[j - 1] && avant[j - 2] + 1 < v) v = avant[j - 2] + 1;
        rang[j] = v;
        if (v < moins) moins = v;
      }
      if (moins > plus) return 9;
      t = avant; avant = dernier; dernier = rang; rang = t;
    }
    return dernier[m] <= plus ? dernier[m] : 9;
  }

  // Words of the index like one of the question, as [word, likeness, …]. A number is itself or nothing.
  function proches(base, q, dernier, deviner) {
    var clef = q.l + (dernier ? ' ' : '_') + (deviner ? '?' : '') + q.s, la = base.souvenirs.get(clef);
    if (la) return la;
    var meme = place(base, q.l), sortie = meme < 0 ? [] : [meme, 100], l = q.l.length, s = q.s.length;
    if (!/\d/.test(q.l) && l > 1 && l < 60) {
      marquer(base, base.mots.length);
      var bm = bits(q.l), bs = bits(q.s), pm = l > 7 ? 2 : 1, ps = s > 6 ? 2 : 1, deb = dernier && l > 2, ouie = dernier && s > 3, flou = deviner && meme < 0 && l > 3;
      var lm = base.lm, ls = base.ls, bms = base.bm, bss = base.bs, c0 = q.l.charCodeAt(0), s0 = q.s.charCodeAt(0);
      for (var i = 0, n = lm.length; i < n; i++) {
        // Bits and lengths first: few words are looked at.
        var k = lm[i] - l, h = ls[i] - s, xm = bms[i] ^ bm, xs = bss[i] ^ bs;
        var egal = h === 0 && xs === 0, suite = deb && k > 0 && (bms[i] & bm) === bm, son2 = ouie && h > 0 && (bss[i] & bs) === bs;
        var oeil = flou && k <= pm && k >= -pm && compter(xm) <= 2 * pm, oreille = flou && s > 2 && h <= ps && h >= -ps && compter(xs) <= 2 * ps;
        if (!(egal || suite || son2 || oeil || oreille) || base.chiffre[i] || i === meme) continue;
        var mot = base.mots[i], son = base.sons[i], v = 0;
        if (egal && son === q.s) v = s > 3 ? 90 : s > 2 ? 78 : 70;
        else if (suite && mot.charCodeAt(0) === c0 && mot.slice(0, l) === q.l) v = l < 4 ? 72 : k > 2 ? 76 : 79;
        else if (son2 && son.charCodeAt(0) === s0 && son.slice(0, s) === q.s) v = 74;
        else if ((oeil || oreille) && mot.length > 2) {
          var e = oeil ? ecarts(q.l, mot, pm) : 9, o = oreille ? ecarts(q.s, son, ps) : 9;
          v = Math.max(e === 9 ? 0 : e < 2 ? (l < 5 ? 64 : 72) : 55, o === 9 ? 0 : o < 2 ? (s < 5 ? 58 : 70) : 50);
          if (v && mot.charCodeAt(0) !== c0 && son.charCodeAt(0) !== s0) v -= 12;
        }
        if (v) sortie.push(i, v);
      }
    }
    if (base.souvenirs.size > 200) base.souvenirs.clear();
    base.souvenirs.set(clef, sortie);
    return sortie;
  }

  // Phrases that hold both parts of a word, when it is two words of the index written as one.
  function coupes(base, mot) {
    var sortie = [];
    for (var c = 3; c < mot.length - 2; c++) {
      var a = place(base, mot.slice(0, c)), b = a < 0 ? -1 : place(base, mot.slice(c));
      if (b >= 0) { var deux = new Set(phrases(base, b)); phrases(base, a).forEach(function (p) { if (deux.has(p)) sortie.push(p); }); }
    }
    return sortie;
  }

  function log2(n) { return 31 - Math.clz32(n); }

  // Answers, the best first: [{ fiche, points, sur, faible, phrase }].
  function chercher(base, ecrit) {
    var tous = mots(base, ecrit), gardes = [], i, t, demandes;
    for (i = 0; i < tous.length; i++) if (!base.vides.has(tous[i].l)) gardes.push(i);
    if (!gardes.length) gardes = tous.map(function (m, k) { return k; });
    demandes = gardes.length;
    gardes = gardes.slice(0, MOTS);
    var T = gardes.length, seuls = [];
    if (!T) return [];
    var ressemble = gardes.map(function () { return new Map(); });
    function noter(quels, trouves, moins) {
      for (var k = 0; k < trouves.length; k += 2) {
        var liste = phrases(base, trouves[k]), v = trouves[k + 1] - moins;
        for (var p = 0; p < liste.length; p++) for (var w = 0; w < quels.length; w++) {
          var r = ressemble[quels[w]];
          if ((r.get(liste[p]) || 0) < v) r.set(liste[p], v);
        }
      }
    }
    gardes.forEach(function (ou, w) {
      var trouves = proches(base, tous[ou], w === T - 1, true), sur = false;
      for (var k = 1; k < trouves.length; k += 2) if (trouves[k] >= SUR) sur = true;
      if (!sur) seuls.push(w);
      noter([w], trouves, 0);
    });
    if (tous.length > 1 && tous.length <= MOTS) {
      var groupes = [];
      for (i = 0; i + 1 < tous.length; i++) groupes.push([i, i + 2]);
      if (tous.length > 2) groupes.push([0, tous.length]);
      groupes.forEach(function (g) {
        var quels = [], colle = tous.slice(g[0], g[1]).map(function (m) { return m.l; }).join('');
        gardes.forEach(function (ou, w) { if (ou >= g[0] && ou < g[1]) quels.push(w); });
        // Two words that are well known need no guess of what they would be as one.
        var devine = quels.some(function (w) { return seuls.indexOf(w) >= 0; });
        if (quels.length && colle.length > 5 && colle.length < 25) noter(quels, proches(base, { l: colle, s: ouir(base, colle) }, false, devine), 2);
      });
    }
    seuls.forEach(function (w) { coupes(base, tous[gardes[w]].l).forEach(function (p) { ressemble[w].set(p, 82); }); });

    // A rare word weighs more than a common one.
    var poids = [], entier = 0, parFiche = new Map();
    for (t = 0; t < T; t++) {
      var vues = new Set();
      ressemble[t].forEach(function (v, p) {
        var f = base.fiche[p], la = parFiche.get(f);
        vues.add(f);
        if (!la) parFiche.set(f, la = new Set());
        la.add(p);
      });
      poids.push(vues.size ? log2(Math.max(1, Math.floor(base.n / vues.size))) + 1 : log2(Math.max(1, base.n)) + 2);
      entier += poids[t];
    }
    var reponses = [];
    parFiche.forEach(function (ensemble, f) {
      var valeur = new Array(T).fill(0), mieux = new Array(T).fill(0), prime = 0, dit = 0, phrase = -1, couvre = 0, sur = 0, somme = 0, seul = false, groupe = 0, vus = 0, surs = 0;
      Array.from(ensemble).sort(function (a, b) { return a - b; }).forEach(function (p) {
        var dedans = base.champ[p] === 2, s = 0, m = 0, la = 0;
        for (var t = 0; t < T; t++) {
          var v = ressemble[t].get(p) || 0;
          if (!v) continue;
          valeur[t] = Math.max(valeur[t], v * (dedans ? 4 : 10));
          mieux[t] = Math.max(mieux[t], v);
          s += poids[t] * v;
          m++;
          if (v >= SUR && !dedans) { la++; if (base.taille[p] < 2) seul = true; }
        }
        groupe = Math.max(groupe, la);
        var deux = base.taille[p] + T, juste = dedans ? 0 : Math.floor(s * 10 * Math.min(2 * m, deux) / deux);
        if (juste + s > dit) { dit = juste + s; phrase = p; }
        prime = Math.max(prime, juste);
      });
      for (var t = 0; t < T; t++) {
        if (mieux[t]) couvre += poids[t];
        if (mieux[t] >= PROCHE) vus++;
        if (mieux[t] >= SUR) { sur += poids[t]; surs++; }
        somme += valeur[t] * poids[t];
      }
      couvre = Math.floor(couvre * 100 / entier);
      var points = Math.floor(Math.floor((somme + prime) * couvre / 100) * couvre / 100);
      if (base.d.sortes[f] === 'r') points = Math.floor(points * 3 / 4);
      if (base.d.sortes[f] === 'l') points = Math.floor(points * 2 / 3);
      if (couvre >= 30) reponses.push({ fiche: f, points: points, sur: (T > 1 ? 2 * groupe > T : seul) && 2 * surs > demandes && Math.floor(sur * 100 / entier) >= 60, faible: T > 1 && 2 * vus <= demandes, phrase: phrase });
    });
    reponses.sort(function (a, b) { return b.points - a.points || a.fiche - b.fiche; });
    reponses = reponses.filter(function (r) { return r.points * 4 >= reponses[0].points; });
    // Twenty town halls of that name leave the last place to the page that leads to one's own.
    function role(r) { return base.d.sortes[r.fiche] === 'l'; }
    var loin = reponses.slice(REPONSES).filter(role).slice(0, reponses.slice(0, REPONSES).some(role) ? 0 : 1);
    return reponses.slice(0, REPONSES - loin.length).concat(loin);
  }

  // --- Somebody in danger: as src/search/emergency.rs reads.

  var LIES = /^(me|se|en)$/, CRI = 16;

  function lireCris(u) {
    function suites(texte) { return texte ? texte.split(' ').map(nombres) : []; }
    var gardes = new Map(), ou = new Map(), mots = [], larges = [];
    // How many letters a word shares with the one before, a sound with its word, then the rest.
    function suite(un, de) { return de.slice(0, signe(un.charCodeAt(0))) + un.slice(1); }
    if (u.mots) u.mots.split(' ').forEach(function (un, i) { mots.push(suite(un, mots[i - 1] || '')); });
    u.gardes.split(' ').forEach(function (g) { g = g.split(':'); gardes.set(g[0], g[1]); });
    // Small words and numbers are themselves or nothing.
    mots.forEach(function (m, i) { ou.set(m, i); if (!gardes.has(m) && !/\d/.test(m)) larges.push(i); });
    return {
      mots: mots, sons: u.sons.split(' ').map(function (un, i) { return suite(un, mots[i] || ''); }), ou: ou, larges: larges, gardes: gardes, autour: new Set(u.autour.split(' ')), connus: new Map(),
      liste: u.liste.map(function (l) { return { dits: suites(l.dits), seuls: suites(l.seuls), sauf: suites(l.sauf), montre: l }; })
    };
  }

  // A word without the letter that an apostrophe should have parted from it: « jarrive ».
  function sansElision(mot) { return /^(j.|[cdlmnst][aehiouy])..+/.test(mot) ? mot.slice(1) : ''; }

  // The words of the list that one word of the question may be.
  function entendus(base, q) {
    var cris = base.cris, clef = q.l + ' ' + q.s, la = cris.connus.get(clef);
    if (la) return la;
    var meme = cris.ou.get(q.l), sortie = meme >= 0 ? [meme] : [], petit = cris.gardes.has(q.l) || /\d/.test(q.l), su = petit || place(base, q.l) >= 0, reste = su ? '' : sansElision(q.l), son = reste && ouir(base, reste);
    for (var k = 0, c0 = q.l.charCodeAt(0), long = q.l.length; !petit && k < cris.larges.length; k++) {
      var i = cris.larges[k], m = cris.mots[i], s = cris.sons[i], n = m.length;
      if (i === meme) continue;
      if ((s === q.s && s.length > 1) || (reste && (reste === m || (s.length > 2 && son === s)))) sortie.push(i);
      else if (!su && n > 5 && long > n - 4 && long < n + 4 && m.charCodeAt(0) === c0 && (ecarts(q.l, m, n < 9 ? 1 : 2) < 9 || (n > 8 && ecarts(q.s, s, 1) < 9))) sortie.push(i);
    }
    if (cris.connus.size > 200) cris.connus.clear();
    cris.connus.set(clef, sortie);
    return sortie;
  }

  // The kinds of help that a question calls for.
  function secourir(base, ecrit) {
    var cris = base.cris = base.cris || lireCris(base.d.urgences), dits = [], i, k;
    mots(base, ecrit).forEach(function (m) {
      var garde = cris.gardes.get(m.l);
      if (garde) dits.push({ l: garde, s: ouir(base, garde) }); else if (!base.vides.has(m.l)) dits.push(m);
    });
    dits = dits.slice(0, CRI);
    for (i = dits.length - 1; i >= 0; i--) {
      var long = dits[i].l;
      if (long.length < 8 || place(base, long) >= 0 || cris.ou.has(long)) continue;
      for (k = 3; k < long.length - 2; k++) {
        var a = cris.ou.get(long.slice(0, k)), b = cris.ou.get(long.slice(k));
        if (a >= 0 && b >= 0) { dits.splice(i, 1, { l: cris.mots[a], s: cris.sons[a] }, { l: cris.mots[b], s: cris.sons[b] }); break; }
      }
    }
    dits = dits.slice(0, CRI);
    var comme = new Uint32Array(cris.mots.length), pareil = new Uint32Array(cris.mots.length), autour = 0, tout = (1 << dits.length) - 1;
    dits.forEach(function (m, at) {
      entendus(base, m).forEach(function (w) { comme[w] |= 1 << at; if (cris.mots[w] === m.l) pareil[w] |= 1 << at; });
      if (cris.autour.has(m.l)) autour |= 1 << at;
    });
    // The words that a phrase takes, or 0.
    function trouver(suite, libre) {
      for (var n = 0, pris = 0, apres = -1; n < suite.length; n++) {
        var la = comme[suite[n]] & libre & ~pris & apres, lie = LIES.test(cris.mots[suite[n]]);
        if (lie && n + 1 < suite.length) la &= (comme[suite[n + 1]] & libre & ~pris) >>> 1;
        if (!la) return 0;
        la &= -la;
        pris |= la;
        apres = lie ? la << 1 : -1;
      }
      return pris;
    }
    return cris.liste.filter(function (une) {
      var libre = tout;
      une.sauf.forEach(function (suite) {
        var quoi = suite.length < 2 ? pareil : comme;
        for (var w = 0; w < suite.length; w++) if (!quoi[suite[w]]) return;
        for (var de = 0; de < CRI; de++) {
          for (var n = 0, fenetre = ((1 << (2 * suite.length - 1)) - 1) << de, pris = 0, bit = 1; n < suite.length && bit; n++) {
            bit = quoi[suite[n]] & fenetre & ~pris;
            if (LIES.test(cris.mots[suite[n]]) && n + 1 < suite.length) bit &= quoi[suite[n + 1]] >>> 1;
            pris |= bit & -bit;
          }
          if (bit) libre &= ~pris;
        }
      });
      return une.dits.some(function (s) { return trouver(s, libre); }) || une.seuls.some(function (s) {
        var pris = trouver(s, libre);
        return pris && !(tout & ~pris & ~autour);
      });
    }).slice(0, SECOURS).map(function (une) { return une.montre; });
  }

  // --- All that answers, in order; as src/search/answer.rs does. `villes`: the communes, once they are there.

  function repondre(base, villes, ecrit) {
    var nommees = villes ? window.eliane.communes.nommees(villes, ecrit) : [], pages = chercher(base, ecrit);
    // Beside the very place, another one that only looks like it is noise.
    if (nommees.length) pages = pages.filter(function (r) { return r.sur; });
    return { urgences: secourir(base, ecrit), villes: nommees, pages: pages, sur: nommees.length ? 'oui' : !pages.length ? 'rien' : pages[0].sur ? 'oui' : pages[0].faible ? 'faible' : 'peut-etre' };
  }

  // --- The page.

  var GROUPES = [['guides', 'grbc'], ['services', 'stl'], ['mots', 'pm']];

  function element(nom, classe, texte) {
    var e = document.createElement(nom);
    if (classe) e.className = classe;
    if (texte) e.textContent = texte;
    return e;
  }

  function installer(champ) {
    var entree = champ.querySelector('input'), etat = champ.querySelector('.champ-etat'), liste = champ.querySelector('.champ-liste'), secours = champ.querySelector('.champ-suite'), appels = champ.querySelector('.champ-urgences');
    var dits = champ.dataset, base = null, montrees = '', villes = null, demande = false, delai = 0, fini = '';

    function remplir(phrase, valeurs) { return phrase.replace(/\{(\w+)\}/g, function (tout, mot) { return mot in valeurs ? valeurs[mot] : tout; }); }
    // The answers are shown at once; those who listen hear how many once they stop writing.
    function dire(texte) { clearTimeout(delai); delai = setTimeout(function () { if (etat.textContent !== texte) etat.textContent = texte; }, 250); }
    function script(adresse, fait, rate) {
      var s = document.createElement('script');
      s.src = adresse;
      s.onload = fait;
      s.onerror = function () { s.remove(); rate(); };
      document.head.appendChild(s);
    }
    function charger() {
      if (demande) return;
      demande = true;
      dits.etat = 'attente';
      var apres = 0;
      // Browsers run faster what they ran before: the reader's own search is not the first.
      function chauffer() { if (++apres === 2) setTimeout(function () { ['ord', 'ordinateurre', 'mot de pase', 'apel video', 'medessin', 'tele', 'telecons', 'imprimmer une paje', 'fo conseiler'].forEach(function (q) { chercher(base, q); secourir(base, q); }); base.souvenirs.clear(); }, 60); }
      script(dits.index, function () {
        base = window.eliane.recherche.base = lire(window.elianeRecherche);
        dits.etat = 'pret';
        montrer();
        completer(base, chauffer);
      }, function () { demande = false; dits.etat = 'panne'; dire(dits.panne); secours.hidden = false; });
      // Asked for at once, they wait less. Without communes, the rest is there.
      if (!dits.communes) { chauffer(); return; }
      var morceaux = 0;
      function arrive() {
        if (++morceaux < 2) return;
        var lues = window.eliane.communes.lire(window.elianeCommunes);
        villes = lues;
        dits.villes = 'pret';
        fini = '';
        montrer();
        window.eliane.communes.completer(lues, chauffer);
      }
      script(dits.script, arrive, chauffer);
      script(dits.communes, arrive, chauffer);
    }

    function titre(r) { return base.d.titres[r.fiche] || dits.pres; }
    // The words that led there, when they are not the title.
    function mot(r) {
      var k = r.phrase - base.premiere[r.fiche];
      return base.champ[r.phrase] === 1 ? base.d.dits[r.fiche].split('|')[k - 1] : '';
    }
    function lien(r) {
      var a = element('a', 'carte-lien'), numero = base.d.numeros[r.fiche], pour = mot(r), sorte = dits['sorte' + base.d.sortes[r.fiche].toUpperCase()];
      a.href = dits.racine + adresse(base, r.fiche);
      a.appendChild(element('strong', '', titre(r)));
      var note = [sorte];
      if (numero) note.push(remplir(dits.fiche, { numero: numero }));
      if (pour && pour !== String(numero)) note.push(remplir(dits.raison, { mot: pour }));
      a.appendChild(document.createTextNode(' '));
      a.appendChild(element('span', 'note', note.join(' – ')));
      var li = document.createElement('li');
      li.appendChild(a);
      return li;
    }
    function groupe(nom, lignes, faire) {
      if (!lignes.length) return;
      var ul = document.createElement('ul');
      if (nom) liste.appendChild(element('h2', 'champ-groupe', nom));
      lignes.forEach(function (l) { ul.appendChild(faire(l)); });
      liste.appendChild(ul);
    }

    // Help, before all: a number in large letters, and how without a voice.
    function urgence(u) {
      var boite = element('div', 'avis urgence'), p = element('p', 'urgence-appels'), ecrit = element('p', '', u.ecrit);
      boite.appendChild(element('p', 'urgence-phrase', u.phrase));
      u.appels.forEach(function (a) {
        // A public screen calls nobody: there, the number is only said.
        if (!a.numero || !dits.appeler) return;
        var message = /^sms/.test(a.lien), lien = element('a', message && p.firstChild ? '' : 'bouton', remplir(message ? dits.ecrire : dits.appeler, { numero: a.numero }));
        lien.href = a.lien;
        (message && p.firstChild ? ecrit : p).appendChild(document.createTextNode(' '));
        (message && p.firstChild ? ecrit : p).appendChild(lien);
      });
      if (p.firstChild) boite.appendChild(p);
      boite.appendChild(ecrit);
      var pages = element('p', 'note');
      u.appels.forEach(function (a) {
        if (!a.page) return;
        var lien = element('a', 'suite', a.numero ? remplir(dits.savoir, { numero: a.numero }) : u.phrase);
        lien.href = dits.racine + a.page;
        pages.appendChild(lien);
        pages.appendChild(document.createTextNode(' '));
      });
      if (pages.firstChild) boite.appendChild(pages);
      return boite;
    }
    function secourirIci(liste) {
      // Said once, not at each letter.
      var nouvelles = liste.map(function (u) { return u.phrase; }).join();
      if (nouvelles === montrees) return;
      montrees = nouvelles;
      appels.textContent = '';
      liste.forEach(function (u) { appels.appendChild(urgence(u)); });
    }

    // Communes: by postal code all of them; by name those that are the same, and those of the site; others when nothing else is found.
    function parmiLesCommunes(ecrit, sinon, nommees) {
      if (nommees.length) return nommees;
      var chiffres = /\d{4,5}/.test(ecrit.replace(/\s/g, ''));
      if (!villes || (ecrit.length < 3 && !chiffres)) return [];
      var lignes = window.eliane.communes.chercher(villes, ecrit).lignes;
      if (!chiffres) lignes = lignes.filter(function (l) { return l.exact || l.couverte || sinon; });
      return lignes.slice(0, chiffres || (lignes[0] && lignes[0].exact) ? 50 : 6);
    }

    function montrer() {
      var ecrit = entree.value.trim();
      if (ecrit && !base) { charger(); dire(dits.attente); return; }
      if (!base || fini === ecrit) return;
      fini = ecrit;
      var tout = repondre(base, villes, ecrit), r = tout.pages, sur = !!r.length && r[0].sur, communes = parmiLesCommunes(ecrit, !r.length, tout.villes);
      var court = ecrit.replace(/\s/g, '').length < 3 && !sur && !communes.length, rien = ecrit !== '' && !court && !r.length && !communes.length;
      if (court) r = [];
      secourirIci(tout.urgences);
      liste.textContent = '';
      function villesIci(nom) { groupe(nom, communes, function (l) { return window.eliane.communes.lien(villes, dits, l); }); }
      // « Landerneau » is a commune before it is a word in the name of a service.
      var dabord = communes.length > 0 && (tout.villes.length > 0 || (communes[0].couverte && !sur));
      if (dabord) villesIci(dits.groupeVilles);
      groupe(dabord ? dits.groupeAutres : '', r.slice(0, PREMIERES), lien);
      if (!dabord) villesIci(r.length ? dits.groupeCommunes : '');
      GROUPES.forEach(function (g) {
        groupe(dits['groupe' + g[0].charAt(0).toUpperCase() + g[0].slice(1)], r.slice(PREMIERES).filter(function (un) { return g[1].indexOf(base.d.sortes[un.fiche]) >= 0; }), lien);
      });
      secours.hidden = !rien && (tout.sur !== 'faible' || tout.urgences.length > 0);
      var total = r.length + communes.length;
      dits.total = total;
      dits.sur = !total ? 'rien' : tout.sur === 'oui' || (communes.length && /^\d/.test(ecrit)) ? 'oui' : !dabord && tout.sur === 'faible' ? 'faible' : 'peut-etre';
      if (!ecrit) dire(document.activeElement === entree ? dits.fautes : '');
      else if (court) dire(dits.court);
      else if (tout.urgences.length && dits.sur !== 'oui') dire('');
      else if (rien) dire(remplir(dits.rien, { mot: ecrit }));
      else if (tout.villes.length && !tout.villes[0].couverte && !r.length) dire(remplir(dits.loin, { nom: window.eliane.communes.nom(villes, tout.villes[0].i) }));
      else if (dits.sur === 'faible') dire(remplir(dits.faible, { mot: ecrit }));
      else if (dits.sur === 'oui') dire(total === 1 ? dits.une : remplir(dits.plusieurs, { nombre: total }));
      else if (!r.length) dire(dits.commune);
      else dire(remplir(dits.vouliez, { mot: dabord ? window.eliane.communes.nom(villes, communes[0].i) : mot(r[0]) || titre(r[0]) }));
    }

    entree.addEventListener('pointerdown', charger); // by keyboard, with the first letter: who passes by with Tab loads nothing
    entree.addEventListener('input', montrer);
    entree.addEventListener('focus', function () { if (!entree.value) dire(dits.fautes); });
    // Said too late, it would push the page under a reader who has gone on.
    entree.addEventListener('blur', function () { if (!entree.value) clearTimeout(delai); });
    champ.addEventListener('keydown', function (evenement) {
      var liens = Array.prototype.slice.call(champ.querySelectorAll('.champ-urgences a, .champ-liste a')), ici = liens.indexOf(document.activeElement), vers = null;
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
  window.eliane.recherche = { lire: lire, chercher: chercher, mots: mots, adresse: adresse, secourir: secourir, repondre: repondre };
  Array.prototype.forEach.call(document.querySelectorAll('.champ[data-index]'), installer);
})();
