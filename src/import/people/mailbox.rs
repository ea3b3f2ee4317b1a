//! Which e-mail addresses are a person's own, and which an office's mailbox: `docs/importer.md` has the measure.
//!
//! A person's is left out: « prénom.nom », « p.nom », « prénom ». When nothing tells, two words with a stop between
//! them are taken for a person's. What tells an office: a word of offices, the letters of a service before a
//! town, a town or an article first, a domain that gives mailboxes to places only.

use super::{OFFICE, is_first_name, listed};
use crate::territory::france;
use crate::text::{fold, slug};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// First words of mailboxes, before a place or a subject: services of the State, of départements, of associations.
const UNITS: &str = " aaf aec afac afad afr afs agt ant app arcav asae ases bant bip bm bmpm bp bpdj bta cada camsp cbe cca ccr cdas cdif cdir ce cecos cef cepp cfppa cfrep cia cid cidff cie cij cil cio circo ciup clae cllaj cma cmp cmpp cms cnfpt cob comcom cos crij cridff cros crous crt cs csi csn csx daf daut ddcs ddpp ddt ddtm dgfip dir dirc dpi drfip dsden eaf ece edas eds eed ees efc ehpad ehpa epa epm epn esat esc etab evs fd fjep fjt ful gem ght gic greffe greta gretta ica icg icgc ief ime itep ja jaf lot lpa maia mas masp mecs mjd milo msd msp mspe ntic oph ot paph pass pat pcb pcpe pdp pfr pif pimms pix plie pmi pmo poms pp pre psig ra ram rers rie rpe ru rue samsah sao sad saad savs sec secr sess sie sip smjm spf spip ssiad tag tass ta tgi ti tpe trait treso ud udaf udas ul ulamir unaf unapei upi utas utat utpas uts urssaf vif sam ";

/// Words of subjects and of rooms, which no one is called by.
const SUBJECTS: &str = " acces accompagnement accompagnements accueils acm actions administratif administrative affaires agenda aines alpha animation animations animateur animatrice anim antennes archives argent arts ateliers autonomie autisme bal bourg budget bus cabinet cafe cantine capables carte cartes cartographie cinema citoyennete cohesion collectif comite competences comptabilite compta congres conciergerie conges connexion coord coordinateur coordinatrice courrier courriel coworking creation creche creches crous dechets developpement devolvement dir domicile droit droits eau ecoute ecrivain egalite elections eglise elus elu emmaus enfance enfants entraide environnement epicerie equipe equipelocale equipepro esperance espoir etablissement etatcivil etudes europe evenements exposition famille familles federation face fermes finance finances fleurissement forum foyer fiscal fiscalite gardes garderie geronto gerontologie groupe groupement habitat halte haltegarderie handicap hebergement hello hopital hopitaux hygiene impots instance itinerant jardin jardins jouer juridique justice kiosque laboratoire lecture lieux location logement loisirs ludo ludotheque lycee magasin maintien maires maraude marches maternelle metiers micro mobilite mosaique multiaccueil musee musique nature nautique objectif ordures orientation outils ozanam palais parc parents parentalite partage patrimoine permanence permanences petite petiteenfance periscolaire personnel personnes piscine plaine planning plateforme population ports poney poste premier presidence president prevention projet projets proximite pub puzzle quartier quartiers ravi recrutement recyclerie referent regie regisseur reinsertion relogement rencontre reparation repit reservation resp responsable responsables ressources restaurant restauration restos retraite retraites rural rurale rurales ruralestheze sanitaire scolaire scolarite secours secretaire secretaires secteur secteurs securite sejour senior services site sites sociaux solidaire solidaires solidarite solidarites soleil soutien sportif stage stages station tech technique techniques territoire territoires theatre ticket transport transports travaux tresorerie tutelle urbanisme usager vacances val verts village villages voirie volontariat zone ";

/// First names of three letters, which look like a service's letters.
const SHORT_NAMES: &str = " abe ada adi aya ali ama amy ana ane ann ari asa ava ben bob cat cem che dan deb don doc eda edi eli ema eva eve ewa fay flo gil gus guy han hai ian ida ike ilo ina ivo iva jan jay jed jim joe jon jos kai kay ken kim koa lea lee leo lev lia lin lio liv liz lou luc luz lya mae mai mal mat max may meg mel mia min moe nam nao nat ned nga nil nis noa noe noh nor ola oni ora ova paz pia quy rae ray rea ren rex rim rio rob ron roy rui sao sia sid sky son sue tao ted teo tex tia tim tom tri tue udo ugo una ute uwe van vic vin viv wes wil win xan xia yan yao yen yin yon yue zac zia zoe ";

/// Hosts where anybody has an address.
const FREE: [&str; 16] = [
    "gmail",
    "orange",
    "wanadoo",
    "hotmail",
    "yahoo",
    "free",
    "laposte",
    "outlook",
    "sfr",
    "live",
    "neuf",
    "aliceadsl",
    "club-internet",
    "icloud",
    "numericable",
    "bbox",
];

/// Domains that give a mailbox to places, never to persons.
const PLACES_ONLY: [&str; 1] = ["france-services.gouv.fr"];

/// Domains that give one to persons only: the digital advisers'.
const PERSONS_ONLY: [&str; 2] = ["conseiller-numerique.fr", "conseiller.numerique.fr"];

/// Whether an address is a person's own. `place_words` are those of the service and of its town: `saint-pierre@…`
/// is a town.
#[must_use]
pub fn is_personal(email: &str, place_words: &str) -> bool {
    let Some((local, domain)) = email.split_once('@') else { return false };
    let local = fold(local);
    let words: Vec<&str> = local.split(['.', '-', '_', '+']).filter(|w| !w.is_empty()).collect();
    if PERSONS_ONLY.contains(&domain) && words.len() > 1 {
        return !words.iter().any(|word| ["contact", "support", "accueil", "info"].contains(word));
    }
    if PLACES_ONLY.contains(&domain) {
        return false;
    }
    let around = format!(" {} {} ", slug(place_words).replace('-', " "), slug(domain).replace('-', " "));
    let names_somebody = words.iter().any(|word| is_first_name(word) && !listed(&around, word));
    if words.iter().any(|word| is_official(word)) || is_a_unit(&words, names_somebody) {
        return false;
    }
    let known = |word: &&str| {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
        bare.is_empty() || listed(OFFICE, bare) || listed(&around, bare)
    };
    let host = domain.split('.').next().unwrap_or_default();
    match words.as_slice() {
        [] => false,
        [one] => {
            is_first_name(one) && !listed(&around, one)
                // jeandupont@gmail.com
                || FREE.contains(&host)
                    && (4..=one.len().saturating_sub(3)).any(|at| one.get(..at).is_some_and(is_first_name))
                    && !listed(&around, one)
        }
        several if several.iter().all(known) => false,
        // p.dupont@…, dupont.p@…
        [first, rest @ ..] => {
            let letters =
                |w: &&str| w.trim_end_matches(|c: char| c.is_ascii_digit()).chars().all(char::is_alphabetic);
            let initial = first.len() == 1 || rest.last().is_some_and(|w| w.len() == 1);
            // Some word is of the place: lannion.accueil, mairie.le.trevoux.
            let some_known = words.iter().any(|word| word.len() > 2 && known(word));
            names_somebody || words.iter().all(letters) && local.contains('.') && (initial || !some_known)
        }
    }
}

/// One word of an office is enough: accueil.jean-moulin@…, franceservicesnontron@…, pfsp.lepanier@…
fn is_official(word: &str) -> bool {
    let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let begins = |list: &str, least: usize| {
        list.split(' ').any(|office| {
            office.len() >= least && !["ville", "aide", "elus"].contains(&office) && bare.starts_with(office)
        })
    };
    let initials = bare.len() > 2 && bare.chars().all(|c| c.is_ascii_alphabetic() && !"aeiouy".contains(c));
    listed(OFFICE, bare)
        || listed(SUBJECTS, bare)
        || begins(OFFICE, 4)
        || begins(SUBJECTS, 7)
        || initials
        || ["st", "ste", "saint", "sainte"].contains(&bare)
}

/// « bta.landerneau », « ajaccio.empereur », « la.roche-derrien »: what the first word is tells a service or a place.
fn is_a_unit(words: &[&str], names_somebody: bool) -> bool {
    let [first, rest @ ..] = words else { return false };
    let bare = first.trim_end_matches(|c: char| c.is_ascii_digit());
    if rest.is_empty() || names_somebody || rest.iter().any(|word| word.len() == 1) {
        return false;
    }
    let letters = bare.len() == 3 && bare.bytes().all(|b| b.is_ascii_alphabetic());
    listed(UNITS, bare)
        || letters && !listed(SHORT_NAMES, bare) && !is_first_name(bare)
        || ["le", "la", "les", "port", "pont", "val", "vals", "mont", "ville", "sud", "nord"].contains(&bare)
        || towns().contains(bare)
}

/// Names of communes in one word of five letters at least.
fn towns() -> &'static BTreeSet<String> {
    static TOWNS: OnceLock<BTreeSet<String>> = OnceLock::new();
    TOWNS.get_or_init(|| {
        let names = france().communes().iter().map(|commune| slug(commune.name));
        names.filter(|name| name.len() > 4 && !name.contains('-')).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_persons_are_known() {
        for email in [
            "jean.dupont@mairie.fr",
            "j.dupont24@x.com",
            "j.dupont@mairie.fr",
            "marie-claude.legoff@x.fr",
            "nathalie@x.fr",
            "ahmed_zz@x.fr",
            "jeandupont@gmail.com",
            "dupont.j@x.fr",
            "ldupré.bernard@x.fr",
            "ysolt.kerdoncuff@x.fr",
            "dany.dupont@pimms.org",
            "jf.dupont@x.fr",
            "jb.dupont@x.fr",
            "lea.dupont@x.fr",
            "tom.dupont@x.fr",
            "ali.dupont@x.fr",
            "wihame.dupontel@x.com",
            "dupontel.wihame@x.com",
            "dupontel.w@x.fr",
            "brest.jean@x.fr",
            "j.brest@x.fr",
            "jean@x.com",
            "ysolt.kerdoncuff@conseiller-numerique.fr",
            "jean.dupont@gendarmerie.interieur.gouv.fr",
            "jean-luc.brest@dgfip.finances.gouv.fr",
            "s.dupont@ccas-marseille.fr",
        ] {
            assert!(is_personal(email, "Mairie de Landerneau"), "{email}");
        }
        for email in [
            "accueil@x.fr",
            "franceservices@capld.bzh",
            "saint-trivier-de-courtes@france-services.gouv.fr",
            "mairie.le.trevoux@wanadoo.fr",
            "clic@ccpld.bzh",
            "mairie-trezilide@orange.fr",
            "secretariat@mlj.com",
            "ti-ker-landerne@mairie-landerneau.fr",
            "saint.pierre@x.fr",
            "epn.saint-pierre@x.fr",
            "lannion@x.fr",
            "bta.landerneau@gendarmerie.interieur.gouv.fr",
            "cob.crozon@gendarmerie.interieur.gouv.fr",
            "bta.vern-sur-seiche@gendarmerie.interieur.gouv.fr",
            "bp.brest@gendarmerie.interieur.gouv.fr",
            "petite.enfance@x.fr",
            "kiosque.famille@x.fr",
            "sip.brest-abers@dgfip.finances.gouv.fr",
            "sie.dinan@dgfip.finances.gouv.fr",
            "cio.quimper@ac-rennes.fr",
            "cdas.chateaulin@cg29.fr",
            "familles.rurales.dormans@wanadoo.fr",
            "pif.montargis@wanadoo.fr",
            "ajaccio.empereur@france-services.gouv.fr",
            "brest.keredern@pimmsmediation.fr",
            "la.roche-derrien@wanadoo.fr",
            "port.launay@wanadoo.fr",
            "greffe.ta-rennes@juradm.fr",
            "logement.essonne@adoma.fr",
            "udaf.tarbes@udaf65.fr",
            "ul.lemans@croix-rouge.fr",
            "equipelocale.moulins@secours-catholique.org",
            "haltegarderie.primeveres@yahoo.fr",
            "forum.europe@ville-tours.fr",
            "etat-civil@x.fr",
            "urbanisme@x.fr",
            "elections.population@x.fr",
            "agen-leon-blum@france-services.gouv.fr",
            "maison.retraite@x.fr",
            "cs.redon@confluence.asso.fr",
        ] {
            assert!(!is_personal(email, "Mairie de Saint-Pierre, Saint-Trivier-de-Courtes"), "{email}");
        }
    }
}
