// A tiny good site that meets every rule: the ground the proofs stand on.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const CSS = `:root{color-scheme:light dark;--encre:#111;--fond:#fff;--lien:#00308f}
@media (prefers-color-scheme:dark){:root{--encre:#f5f5f5;--fond:#111;--lien:#a8c8ff}}
*{box-sizing:border-box}
html{font-size:137.5%}
body{margin:0;color:var(--encre);background:var(--fond);font-family:Verdana,"DejaVu Sans",Arial,sans-serif;line-height:1.6}
header,main,footer{max-width:38rem;margin:0 auto;padding:1rem}
p{margin:0 0 1.2em}
h1,h2{line-height:1.4;overflow-wrap:anywhere}
h1{font-size:1.6rem}
h2{font-size:1.3rem}
a{color:var(--lien)}
nav ul,.choix{list-style:none;padding:0;margin:0}
nav a,.choix a,summary,.evitement{display:inline-block;min-height:48px;min-width:48px;padding:.5rem .6rem}
:focus-visible{outline:4px solid var(--encre);outline-offset:3px}
.evitement{position:absolute;left:-9999px;top:0;background:var(--fond)}
.evitement:focus{left:1rem}
@media print{body{font-size:18pt;color:#000;background:#fff}nav,.evitement{display:none}h2{break-after:avoid}details::details-content{content-visibility:visible;display:block}}
`;
const STYLE_404 = 'body{margin:2rem;font:1.5rem/1.6 Verdana,"DejaVu Sans",sans-serif;color:#111;background:#fff;color-scheme:light}h1{font-size:2rem}p{margin:0 0 1em}a{display:inline-block;min-height:48px;padding:.5rem;color:#00308f}';
const sha256 = (text, as) => createHash('sha256').update(text).digest(as);

function page({ file, kind, title, main, style }) {
  const up = '../'.repeat(file.split('/').length - 1);
  const head = style ? `<style>${style}</style>` : `<link rel="stylesheet" href="${up}actifs/site.css">`;
  const policy = `default-src 'none'; style-src ${style ? `'sha256-${sha256(style, 'base64')}'` : "'self'"}; img-src 'self' data:; form-action 'self' file:; base-uri 'none'`;
  const menu = `<header><nav aria-label="Menu principal"><ul><li><a href="${up}index.html">Accueil</a></li><li><a href="${up}territoires.html">Près de chez vous</a></li></ul></nav></header>`;
  const foot = `<footer><nav aria-label="Pied de page"><ul><li><a href="${up}plan.html">Plan du site</a></li></ul></nav></footer>`;
  return `<!doctype html>
<html lang="fr">
<head><meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8"><title>${title} – Éliane</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}</head>
<body data-kind="${kind}">
${style ? '' : `<a class="evitement" href="#contenu">Aller au contenu</a>\n${menu}`}
<main id="contenu" tabindex="-1">
<h1>${title}</h1>
${main}
</main>
${style ? '' : foot}
</body>
</html>
`;
}

const PAGES = [
  { file: 'index.html', kind: 'accueil', title: 'De quoi avez-vous besoin ?', main: '<p>Choisissez un sujet. Prenez votre temps.</p>\n<ul class="choix"><li><a href="besoins/appel-video.html">Voir un proche en vidéo</a></li></ul>' },
  { file: 'besoins/appel-video.html', kind: 'besoin', title: 'Voir un proche en vidéo', main: '<p>Voici le guide pour ce besoin.</p>\n<ul class="choix"><li><a href="../guides/appeler-en-video.html">Appeler en vidéo, pas à pas</a></li></ul>' },
  { file: 'guides/appeler-en-video.html', kind: 'guide', title: 'Appeler en vidéo, pas à pas', main: `<p>Vous allez voir votre père à l’écran. Pour commencer, lisez <a href="#etape-1">la première étape</a> sans vous presser.</p>
<section id="etape-1"><h2>Étape 1 : allumez la tablette</h2><p>Tenez le bouton du haut. La tablette s’allume.</p><img src="../actifs/bouton.png" alt="Le bouton se trouve en haut, à droite." width="120" height="80"></section>
<section id="etape-2"><h2>Étape 2 : touchez le bouton vert</h2><p>Votre père entend la sonnerie.</p><details><summary>Si ça ne marche pas</summary><p>Touchez le bouton rouge, puis recommencez.</p></details></section>
<section id="etape-3"><h2>Étape 3 : raccrochez</h2><p>Touchez le bouton rouge. L’appel est fini.</p></section>` },
  { file: 'territoires.html', kind: 'territoires', title: 'Près de chez vous', main: '<p>Choisissez votre commune.</p>\n<ul class="choix"><li><a href="territoires/29/landerneau-29103.html">Landerneau, dans le Finistère</a></li></ul>' },
  { file: 'territoires/29/landerneau-29103.html', kind: 'contact', title: 'Qui aide à Landerneau', main: '<p>Ce service vient chez vous.</p>\n<ul class="choix"><li><a href="../../services/clic-landerneau.html">CLIC de Landerneau</a></li></ul>' },
  { file: 'services/clic-landerneau.html', kind: 'service', title: 'CLIC de Landerneau', main: '<p>Le CLIC aide les personnes âgées. Une personne vient chez vous.</p>' },
  { file: 'plan.html', kind: 'plan', title: 'Plan du site', main: '<ul class="choix"><li><a href="index.html">Accueil du site</a></li></ul>' },
  { file: '404.html', kind: 'erreur', title: 'Cette page n’existe pas', main: '<p>L’adresse a peut-être changé.</p>\n<p><a href="index.html">Revenir à l’accueil</a></p>', style: STYLE_404 },
  { file: 'guides/skype.html', kind: 'deplace', title: 'Ce guide a une nouvelle adresse', main: '<ul class="choix"><li><a href="appeler-en-video.html">Ouvrir le nouveau guide</a></li></ul>' },
];
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAAAAADoj0EtAAAAFUlEQVR42mO4iwQY0DnGYEAaB7tpAJnrQvGF7sbUAAAAAElFTkSuQmCC', 'base64');

// address → text or bytes, without the manifest.
export function goodFiles() {
  return new Map([...PAGES.map((p) => [p.file, page(p)]), ['actifs/site.css', CSS], ['actifs/bouton.png', PNG]]);
}

// Writes the files and a true manifest into a new folder; `spoil` may then damage the folder itself.
export function writeSite(files, spoil = () => {}) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'eliane-temoin-'));
  const put = (file, bytes) => { fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true }); fs.writeFileSync(path.join(root, file), bytes); };
  for (const [file, bytes] of files) put(file, bytes);
  const fichiers = [...files].map(([adresse, bytes]) => ({ adresse, octets: Buffer.byteLength(bytes), sha256: sha256(bytes, 'hex') }));
  put('manifeste.json', JSON.stringify({ fichiers }));
  spoil({ root, put, fichiers, writeManifest: (list) => put('manifeste.json', JSON.stringify({ fichiers: list })) });
  return { root, remove: () => fs.rmSync(root, { recursive: true, force: true }) };
}

// A change of one text in one file; it must change something, or the proof proves nothing.
export function edit(files, file, from, to) {
  const before = files.get(file);
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`the mutant changed nothing in ${file}: ${from}`);
  files.set(file, after);
}
