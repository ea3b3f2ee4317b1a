// One damage (or more) for each static rule: [rule, what, change of the files, damage to the folder].
import path from 'node:path';
import fs from 'node:fs';
import { edit } from './witness-site.mjs';

const HOME = 'index.html';
const GUIDE = 'guides/appeler-en-video.html';
const inMain = (html, file = HOME) => (files) => edit(files, file, '</main>', `${html}</main>`);
const inHead = (html, file = HOME) => (files) => edit(files, file, '</head>', `${html}</head>`);
const inCss = (css) => (files) => files.set('actifs/site.css', `${files.get('actifs/site.css')}${css}`);
const change = (from, to, file = HOME) => (files) => edit(files, file, from, to);
// A copy of a page under a new name and title: nothing leads there.
export function lonePage(files) {
  files.set('seule.html', files.get('plan.html').replace(/<title>[^<]*/, '<title>Page seule'));
}
const policy = (from, to) => change(from, to);

export const STATIC_MUTANTS = [
  ['lien', 'fichier absent', inMain('<a href="guides/absent.html">Lire</a>')],
  ['lien', 'barre au début', inMain('<a href="/plan.html">Lire</a>')],
  ['lien', 'lien vers un dossier', inMain('<a href="guides/">Lire</a>')],
  ['lien', 'lien vers un dossier, sans barre', inMain('<a href="guides">Lire</a>')],
  ['lien', 'autre casse', inMain('<a href="Plan.html">Lire</a>')],
  ['lien', 'deux barres', inMain('<a href="//exemple.invalid/x">Lire</a>')],
  ['lien', 'adresse file:', inMain('<a href="file:plan.html">Lire</a>')],
  ['lien', 'sort du site', inMain('<a href="../index.html">Lire</a>')],
  ['lien', 'formulaire qui envoie au dehors', inMain('<form action="https://exemple.invalid/"></form>')],
  ['ancre', 'ancre absente de la page', inMain('<a href="#absente">Lire</a>')],
  ['ancre', 'étape absente d’une autre page', inMain(`<a href="${GUIDE}#etape-9">Lire</a>`)],
  ['base', 'balise base', inHead('<base href="guides/">')],
  ['ressource', 'image absente', inMain('<img src="actifs/absente.png" alt="">')],
  ['ressource', 'image du dehors', inMain('<img src="https://exemple.invalid/i.png" alt="">')],
  ['ressource', 'srcset du dehors', inMain('<img src="actifs/bouton.png" srcset="//exemple.invalid/i.png 2x" alt="">')],
  ['ressource', 'feuille du dehors', inHead('<link rel=stylesheet href=https://exemple.invalid/a.css>')],
  ['ressource', 'script à la racine', inMain('<script src="/a.js"></script>')],
  ['ressource', 'affiche de film', inMain('<video poster="http://exemple.invalid/p.png"></video>')],
  ['ressource', 'objet', inMain('<object data="https://exemple.invalid/o"></object>')],
  ['ressource', 'url() dans une feuille', inCss('body{background:url(https://exemple.invalid/f.png)}')],
  ['ressource', 'fichier absent dans une feuille', inCss('body{background:url(absent.png)}')],
  ['ressource', '@import', inCss('@import "//exemple.invalid/b.css";')],
  ['ressource', 'url() dans la page', inHead('<style>p{background:url("https://exemple.invalid/f.png")}</style>')],
  ['autonome', 'page 404 avec feuille', inHead('<link rel="stylesheet" href="actifs/site.css">', '404.html')],
  ['autonome', 'page 404 absente', (files) => files.delete('404.html')],
  ['hors-ligne', 'module', inMain('<script type="module" src="a.js"></script>')],
  ['hors-ligne', 'crossorigin', inMain('<img crossorigin src="actifs/bouton.png" alt="">')],
  ['hors-ligne', 'fichier de sous-titres', inMain('<track src="a.vtt">')],
  ['hors-ligne', 'dessin d’un autre fichier', inMain('<svg><use href="a.svg#b"></use></svg>')],
  ['hors-ligne', 'page qui part seule', inHead('<meta http-equiv="refresh" content="5">')],
  ['orpheline', 'page sans lien', lonePage],
  ['csp', 'sans politique', change(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')],
  ['csp', 'default-src ouvert', policy("default-src 'none'", "default-src 'self'")],
  ['csp', 'unsafe-inline', policy("style-src 'self'", "style-src 'self' 'unsafe-inline'")],
  ['csp', 'image du dehors permise', policy("img-src 'self'", "img-src https:")],
  ['csp-premiere', 'politique après charset', (files) => { const meta = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(files.get(HOME))[0]; edit(files, HOME, meta, ''); edit(files, HOME, '<meta charset="utf-8">', `<meta charset="utf-8">${meta}`); }],
  ['csp-hachage', 'style sans hachage', inHead('<style>p{margin:0}</style>')],
  ['csp-hachage', 'script sans hachage', inMain('<script>document.title="x"</script>')],
  ['csp-hachage', 'hachage faux', change('.5rem;color', '.6rem;color', '404.html')],
  ['csp-hachage', 'hachage de trop', policy("style-src 'self'", "style-src 'self' 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='")],
  ['evenement', 'onclick', inMain('<p onclick="x()">Bonjour</p>')],
  ['style', 'attribut style', inMain('<p style="color:red">Bonjour</p>')],
  ['javascript', 'adresse javascript:', inMain('<a href=" jAvascript:x()">Lire</a>')],
  ['nom', 'majuscule', (files) => files.set('actifs/Logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['nom', 'accent', (files) => files.set('actifs/été.txt', 'x')],
  ['nom', 'fichier caché dans un sous-dossier', null, ({ put }) => put('guides/.cache', 'x')],
  ['nom', 'fichier d’un dossier caché', null, ({ put }) => put('.cache/a.txt', 'x')],
  ['nom', 'espace', (files) => files.set('actifs/a b.txt', 'x')],
  ['machine', 'dossier personnel', inMain('<!-- /home/marie/site -->')],
  ['machine', 'dossier temporaire', inCss('/* /tmp/a */')],
  ['machine', 'dossier courant', (files) => files.set('actifs/a.txt', path.resolve('content'))],
  ['machine', 'dans un fichier caché', null, ({ put }) => put('.gitignore', '/home/marie/site')],
  ['machine', 'adresse file:', inMain('<p>file:///srv</p>')],
  ['manifeste', 'fichier de trop', null, ({ put }) => put('actifs/trop.txt', 'x')],
  ['manifeste', 'fichier caché de trop dans un sous-dossier', null, ({ put }) => put('guides/.cache', 'x')],
  ['manifeste', 'fichier absent', null, ({ root }) => fs.rmSync(path.join(root, 'actifs/bouton.png'))],
  ['manifeste', 'contenu changé, même taille', null, ({ put, fichiers }) => put('actifs/bouton.png', Buffer.alloc(fichiers.find((f) => f.adresse === 'actifs/bouton.png').octets))],
  ['manifeste', 'taille fausse', null, ({ fichiers, writeManifest }) => writeManifest(fichiers.map((f) => ({ ...f, octets: f.octets + 1 })))],
  ['manifeste', 'deux fois', null, ({ fichiers, writeManifest }) => writeManifest([...fichiers, fichiers[0]])],
  ['manifeste', 'illisible', null, ({ put }) => put('manifeste.json', '{')],
  ['langue', 'autre langue', change('lang="fr"', 'lang="en"')],
  ['titre', 'vide', change(/<title>[^<]*/, '<title>')],
  ['titre', 'deux pareils', change(/<title>[^<]*/, '<title>Plan du site – Éliane')],
  ['h1', 'deux', inMain('<h1>Encore</h1>')],
  ['h1', 'aucun', change(/<h1>[^<]*<\/h1>/, '')],
  ['genre', 'inconnu', change('data-kind="accueil"', 'data-kind="autre"')],
  ['icone', 'sans icône', change('<link rel="icon" href="data:,">', '')],
];
