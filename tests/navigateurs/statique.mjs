// All static checks, by name. Each takes a site and returns findings.
import * as adresses from './adresses.mjs';
import * as csp from './csp.mjs';
import * as dossier from './dossier.mjs';
import { UNLINKED } from './site.mjs';

export const STATIC_CHECKS = {
  'liens et ancres mènent à un fichier': adresses.links,
  'pas de balise base': adresses.noBase,
  'rien n’est chargé du dehors, rien ne manque': adresses.loaded,
  'la page 404 porte tout en elle': adresses.selfContained,
  'rien qui échoue par file://': adresses.offline,
  'toute page est liée': (site) => adresses.orphans(site, UNLINKED),
  'politique de sécurité de chaque page': csp.policies,
  'ni code ni style dans les attributs': csp.inlineCode,
  'noms de fichiers': dossier.names,
  'aucun chemin de machine': dossier.machinePaths,
  'manifeste égal au dossier': dossier.manifest,
  'langue, titre, h1, genre, icône': dossier.identity,
};

export const STATIC_RULES = ['lien', 'ancre', 'base', 'ressource', 'autonome', 'hors-ligne', 'orpheline', 'csp', 'csp-premiere', 'csp-hachage', 'evenement', 'style', 'javascript', 'nom', 'machine', 'manifeste', 'langue', 'titre', 'h1', 'genre', 'icone'];

export const allStatic = (site) => Object.values(STATIC_CHECKS).flatMap((check) => check(site));
