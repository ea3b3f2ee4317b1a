// Damages that only a browser sees: [rule, what, change of the files].
import { lonePage } from './mutants-static.mjs';
import { edit } from './witness-site.mjs';

const GUIDE = 'guides/appeler-en-video.html';
const noPolicy = (files, file = GUIDE) => edit(files, file, /<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
const inMain = (html, file = GUIDE) => (files) => edit(files, file, '</main>', `${html}</main>`);
const inCss = (css) => (files) => files.set('actifs/site.css', `${files.get('actifs/site.css')}${css}`);
const both = (...changes) => (files) => changes.forEach((change) => change(files));
const PLAN_LINK = 'footer a';

// Seen by a visit in either browser; `javascript` and `way` narrow when it can be, `blind` names who never sees it
// (Firefox says nothing of a missing style sheet by file://; the static rules and Chromium do).
export const VISIT_MUTANTS = [
  ['sort', 'image du dehors, sans politique', both(noPolicy, inMain('<img src="https://exemple.invalid/i.png" alt="">'))],
  ['sort', 'feuille du dehors, sans politique', both(noPolicy, inMain('<link rel="stylesheet" href="http://exemple.invalid/a.css">'))],
  ['sort', 'script qui appelle au dehors', both(noPolicy, inMain('<script>fetch("https://exemple.invalid/t").catch(function(){})</script>')), { javascript: true }],
  ['sort', 'lien vers un dossier voisin', inMain('<p><a href="../../ailleurs.html">Lire la suite de ce guide</a></p>'), { way: 'file' }],
  ['csp-violee', 'image du dehors, politique en place', inMain('<img src="https://exemple.invalid/i.png" alt="">')],
  ['csp-violee', 'style dans un attribut', inMain('<p style="color:red">Bonjour</p>')],
  ['echec', 'image absente', inMain('<img src="../actifs/absente.png" alt="">')],
  ['echec', 'feuille absente', (files) => edit(files, GUIDE, 'site.css', 'absente.css'), { blind: 'Firefox file' }],
  ['echec', 'page absente', inMain('<p><a href="absente.html">Lire</a></p>')],
  ['console', 'script qui échoue', both(noPolicy, inMain('<script>absente()</script>')), { javascript: true }],
  ['console', 'script qui se plaint', both(noPolicy, inMain('<script>console.error("aïe")</script>')), { javascript: true }],
  ['non-atteinte', 'page sans lien', lonePage],
  ['non-atteinte', 'lien caché', inCss(`${PLAN_LINK}{display:none}`)],
  ['non-atteinte', 'lien transparent', inCss(`${PLAN_LINK}{opacity:0}`)],
  ['non-atteinte', 'lien hors de l’écran', inCss(`${PLAN_LINK}{position:absolute;left:-9999px}`)],
  ['non-atteinte', 'lien qui ne prend pas le doigt', inCss(`${PLAN_LINK}{pointer-events:none}`)],
  ['non-atteinte', 'lien couvert', inCss('footer{position:relative}footer::after{content:"";position:absolute;inset:0}')],
  ['non-atteinte', 'lien que seul un script ajoute', both(lonePage, noPolicyHome, inMain('<script>document.querySelector("main").insertAdjacentHTML("beforeend","<p><a href=seule.html>Page seule</a></p>")</script>', 'index.html')), { javascript: false }],
];
function noPolicyHome(files) { noPolicy(files, 'index.html'); }

const policyAllows = (from, to) => (files) => edit(files, GUIDE, from, to);
export const POLICY_MUTANTS = [
  ['csp-inactive', 'sans politique', noPolicy],
  ['csp-inactive', 'politique mal nommée', policyAllows('http-equiv="Content-Security-Policy"', 'name="Content-Security-Policy"')],
  ['csp-inactive', 'style permis', policyAllows("style-src 'self'", "style-src 'self' 'unsafe-inline'")],
  ['csp-inactive', 'script permis', policyAllows("default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';")],
  ['csp-inactive', 'image du dehors permise', policyAllows("img-src 'self'", 'img-src https:')],
];

export const MEASURE_MUTANTS = [
  ['debordement', 'tableau trop large', inMain('<div><svg width="1500" height="9"></svg></div>')],
  ['debordement', 'trop large à 320 px seulement', inMain('<svg width="400" height="9"></svg>')],
  ['debordement', 'texte coupé par le bord', both(inCss('body{overflow-x:hidden}.large{white-space:nowrap}'), inMain('<p class="large">Une ligne qui ne se plie pas et qui sort de l’écran du téléphone.</p>'))],
  ['petit-texte', '18 px', inCss('main p{font-size:18px}')],
  ['petit-texte', 'dans un texte replié', inCss('details p{font-size:.8rem}')],
  ['cible', 'menu bas', inCss('nav a{min-height:0;padding:0;line-height:1}')],
  ['cible', 'repli trop bas', inCss('summary{min-height:0;padding:0;line-height:1}')],
  ['cible', 'bouton étroit', both(inCss('button{font-size:20px;width:40px;height:60px}'), inMain('<button type="button">A</button>'))],
];

export const CONTRAST_MUTANTS = [
  ['contraste', 'gris 5:1', inCss('main p{color:#6b6b6b;background:#fff}')],
  ['contraste', 'titre 5:1, que la règle AAA laisse passer', inCss('h1{color:#6b6b6b;background:#fff}')],
  ['contraste', 'en sombre seulement', inCss('@media (prefers-color-scheme:dark){main p{color:#777}}')],
  ['contraste', 'transparence', inCss('main p{opacity:.5}')],
  ['contraste', 'dégradé', inCss('main{background-image:linear-gradient(#fff,#000)}')],
];

export const AXE_MUTANTS = [
  ['axe:color-contrast-enhanced', 'gris 5:1', inCss('main p{color:#6b6b6b;background:#fff}')],
  ['axe:color-contrast', 'gris 3:1', inCss('main p{color:#949494;background:#fff}')],
  ['axe:color-contrast', 'dégradé', inCss('main{background-image:linear-gradient(#fff,#000)}')],
  ['axe:image-alt', 'image muette', inMain('<img src="../actifs/bouton.png">')],
  ['axe:heading-order', 'niveau de titre sauté', inMain('<h4>Plus loin</h4>')],
  ['axe:region', 'texte hors des régions', (files) => edit(files, GUIDE, '</body>', '<p>Perdu</p></body>')],
  ['axe:link-name', 'lien sans nom', inMain('<a href="../plan.html"></a>')],
];

export const PEOPLE_MUTANTS = [
  ['parcours', 'lien hors du clavier', (files) => edit(files, 'index.html', 'href="besoins/', 'tabindex="-1" href="besoins/')],
  ['parcours', 'le besoin ne mène plus au guide', (files) => edit(files, 'besoins/appel-video.html', '../guides/appeler-en-video.html', '../plan.html')],
  ['parcours', 'Landerneau sans le CLIC', (files) => edit(files, 'territoires/29/landerneau-29103.html', '../../services/clic-landerneau.html', '../../plan.html')],
  ['evitement', 'sans lien d’évitement', (files) => edit(files, 'plan.html', /<a class="evitement"[^\n]*/, '')],
  ['evitement', 'lien jamais visible', inCss('.evitement:focus{left:-9999px}')],
  ['evitement', 'mène ailleurs', (files) => edit(files, 'plan.html', 'href="#contenu"', 'href="#autre"')],
  ['papier-etapes', 'étape non imprimée', inCss('@media print{#etape-2{display:none}}')],
  ['papier-etapes', 'texte replié non imprimé', inCss('@media print{details::details-content{content-visibility:hidden}}')],
  ['papier-etapes', 'guide sans étape', (files) => files.set(GUIDE, files.get(GUIDE).replaceAll('etape-', 'partie-').replaceAll('Étape', 'Partie'))],
  ['papier-menu', 'menu imprimé', inCss('@media print{nav{display:block}}')],
  ['papier-menu', 'lien d’évitement imprimé', inCss('@media print{.evitement{display:block;position:static}}')],
];
