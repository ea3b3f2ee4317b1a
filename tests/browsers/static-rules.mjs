// All static checks, by name. Each takes a site and returns findings.
import * as addresses from './addresses.mjs';
import * as csp from './csp.mjs';
import * as folder from './folder.mjs';
import { UNLINKED } from './site.mjs';

export const STATIC_CHECKS = {
  'liens et ancres mènent à un fichier': addresses.links,
  'pas de balise base': addresses.noBase,
  'rien n’est chargé du dehors, rien ne manque': addresses.loaded,
  'la page 404 porte tout en elle': addresses.selfContained,
  'rien qui échoue par file://': addresses.offline,
  'toute page est liée': (site) => addresses.orphans(site, UNLINKED),
  'politique de sécurité de chaque page': csp.policies,
  'ni code ni style dans les attributs': csp.inlineCode,
  'noms de fichiers': folder.names,
  'aucun chemin de machine': folder.machinePaths,
  'manifeste égal au dossier': folder.manifest,
  'langue, titre, h1, genre, icône': folder.identity,
};

export const STATIC_RULES = ['lien', 'ancre', 'base', 'ressource', 'autonome', 'hors-ligne', 'orpheline', 'csp', 'csp-premiere', 'csp-hachage', 'evenement', 'style', 'javascript', 'nom', 'machine', 'manifeste', 'langue', 'titre', 'h1', 'genre', 'icone'];

export const allStatic = (site) => Object.values(STATIC_CHECKS).flatMap((check) => check(site));
