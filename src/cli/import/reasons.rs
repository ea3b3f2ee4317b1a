//! Why a file or a row is not taken, in words that a curator can act on.

use crate::cli::words::{count, thousands};
use crate::diag::catalogue::system_reason;
use crate::import::{Aside, FileFault, JsonSlip, MAX_RECORD, MAX_ROWS, Reason, Report, RowFault, Trouble};
use crate::territory::Commune;

/// Why the whole file is refused, and what to do.
pub fn of_file(fault: &FileFault) -> String {
    match fault {
        FileFault::Io(error) => format!("il ne se lit pas : {}.", system_reason(error)),
        FileFault::Empty => "il est vide.".to_owned(),
        FileFault::Archive => "c’est une archive ou un classeur (xlsx, ods, zip…). Décompressez-le, ou enregistrez la feuille au format CSV.".to_owned(),
        FileFault::Document => "ce n’est pas du texte. Enregistrez les données au format CSV ou JSON.".to_owned(),
        FileFault::LostLetters { line } => format!(
            "des lettres accentuées y sont perdues{} : elles sont remplacées par « \u{fffd} ». Personne ne peut les retrouver. Demandez un fichier d’origine.",
            at_line(*line)
        ),
        FileFault::Twice => "ses accents sont abîmés (« Ã© » au lieu de « é ») : il a été converti deux fois. Demandez un fichier d’origine.".to_owned(),
        FileFault::Mixed { line } => format!("il mélange deux façons d’écrire les accents{}. Ouvrez-le dans un tableur, corrigez, puis enregistrez-le en UTF-8.", at_line(*line)),
        FileFault::UnknownLetters { line } => format!("on ne sait pas comment ses accents sont écrits{}. Ouvrez-le dans un tableur, vérifiez-les, puis enregistrez-le en UTF-8.", at_line(*line)),
        FileFault::TooManyRows => format!(
            "il a plus de {} lignes à recopier, c’est trop d’un coup. Choisissez un territoire, par exemple : --territoire 29",
            thousands(MAX_ROWS as u64)
        ),
        FileFault::TooLong { line } => format!(
            "une seule donnée dépasse {} millions de signes{}. Ce fichier n’est pas un annuaire, ou il est abîmé.",
            MAX_RECORD / 1_000_000, at_line(*line)
        ),
        FileFault::Truncated { line, read } => format!(
            "il est coupé : il s’arrête au milieu d’une donnée{}. {} avant la coupure. Téléchargez-le de nouveau.",
            at_line(*line), was_read(*read)
        ),
        FileFault::BadJson { line, column, read, slip } => {
            let why = slip.map_or(String::new(), |slip| format!(" : {}", json(slip)));
            format!("son JSON n’est pas correct{}, signe {column}{why}. {} avant.", at_line(*line), was_read(*read))
        }
        FileFault::GeoJson => "c’est une carte (GeoJSON) : ses lieux sont rangés sous « features ». Demandez le même fichier en CSV, ou enregistrez-le en CSV avec un logiciel de cartes.".to_owned(),
        FileFault::Title { title, header } => format!("les noms de ses colonnes sont à la ligne {header}, sous « {title} ». Supprimez les lignes au-dessus des noms de colonnes."),
        FileFault::Page => "c’est une page web, ou du XML. Téléchargez le fichier de données lui-même, au format CSV ou JSON.".to_owned(),
        FileFault::QuotedLines => "chaque ligne y est entre guillemets, comme une seule case. Ouvrez-le dans un éditeur de texte, ôtez le premier et le dernier guillemet de chaque ligne, ou demandez un fichier d’origine.".to_owned(),
        FileFault::NoNames { rows, found } => format!("{} sans nom : le nom est dans une colonne qu’on ne reconnaît pas. {} Si c’est « lieu » : --colonne nom=lieu.", count(*rows, "ligne"), columns_found(found)),
        FileFault::NoColumn { asked, found } => format!("il n’a pas de colonne « {asked} ». {}", columns_found(found)),
        FileFault::NoTable => "on n’y voit ni JSON, ni colonnes séparées par des virgules, des points-virgules ou des tabulations.".to_owned(),
        FileFault::NoList => "son JSON ne contient aucune liste de lieux ou de services.".to_owned(),
        FileFault::Columns { needed, found, looks_like } => columns(needed, found, *looks_like),
    }
}

fn columns(needed: &[&str], found: &[String], looks_like: Option<&str>) -> String {
    let mut out = String::new();
    if !needed.is_empty() {
        out.push_str(&format!("on n’y reconnaît pas de colonne pour : {}. ", needed.join(", ")));
    }
    if let Some(format) = looks_like {
        out.push_str(&format!(
            "Il ressemble à un autre annuaire. Essayez : eliane importer {format} FICHIER. "
        ));
    }
    out.push_str(&columns_found(found));
    if let Some(first) = needed.first() {
        out.push_str(&format!(" Si l’une d’elles le dit : --colonne {first}=COLONNE."));
    }
    out
}

fn columns_found(found: &[String]) -> String {
    let shown: Vec<&str> = found.iter().take(40).map(String::as_str).collect();
    format!("Colonnes trouvées : {}.", shown.join(", "))
}

/// What stands in the place of JSON.
fn json(slip: JsonSlip) -> &'static str {
    match slip {
        JsonSlip::NotANumber => "« NaN » et « Infinity » n’en font pas partie, écrivez null",
        JsonSlip::Python => "« None », « True » et « False » viennent de Python, écrivez null, true et false",
        JsonSlip::SingleQuotes => "les textes y sont entre guillemets droits doubles, pas entre apostrophes",
        JsonSlip::LastComma => "il y a une virgule de trop, ou une valeur manque",
        JsonSlip::Comment => "un commentaire n’y a pas de place",
        JsonSlip::BareKey => "il manque des guillemets droits autour d’un mot",
    }
}

fn was_read(read: u64) -> String {
    let read = usize::try_from(read).unwrap_or(usize::MAX);
    format!("{} {}", count(read, "ligne"), if read > 1 { "ont été lues" } else { "a été lue" })
}

fn at_line(line: u64) -> String {
    if line == 0 { String::new() } else { format!(", ligne {line}") }
}

/// The heading of a kind of reason, by its key.
pub fn title(key: &str) -> &'static str {
    match key {
        "guillemets" => "guillemets non fermés, ligne illisible",
        "colonnes" => "nombre de colonnes faux, ligne illisible",
        "json" => "JSON incorrect, ligne illisible",
        "sans-nom" => "sans nom",
        "type-de-guichet" => "guichet d’une sorte qu’Éliane ne recopie pas",
        "injoignable" => "ni téléphone, ni courriel, ni site, ni adresse",
        "ferme" => "fermé, d’après la source",
        "peut-etre-ferme" => "peut-être fermé, d’après la source",
        "ferme-doublon" => "fermé d’après la source, et une fiche en parle",
        "ligne-repetee" => "ligne répétée à l’identique",
        "identifiant-repete" => "identifiant déjà pris par une autre ligne",
        "meme-nom" => "même nom, même commune et même adresse qu’une autre ligne",
        "doublon" => "doublon possible d’une fiche qui existe",
        "nom-de-personne" => "le nom est celui d’une personne",
        "licence" => "licence à décider",
        "commune-absente" => "aucune commune",
        "commune-inconnue" => "commune introuvable",
        "commune-mal-ecrite" => "commune mal écrite, à confirmer",
        "communes-homonymes" => "plusieurs communes possibles",
        "codes-contradictoires" => "les codes et le nom disent deux lieux",
        "zone-inconnue" => "territoire desservi inconnu",
        _ => "la fiche ne serait pas conforme",
    }
}

/// Why one row is not taken, and what to do.
pub fn of_row(reason: &Reason, row: &str) -> String {
    match reason {
        Reason::Unreadable(RowFault::Quotes) => "un guillemet droit est ouvert et jamais fermé".to_owned(),
        Reason::Unreadable(RowFault::Fields { expected, found }) => {
            format!("{} au lieu de {expected}", count(*found, "colonne"))
        }
        Reason::Unreadable(RowFault::Json) => "ce JSON n’est pas correct".to_owned(),
        Reason::Kind(kind) => format!("guichet « {kind} »"),
        Reason::NoName | Reason::Unreachable | Reason::Closed => title(reason.key()).to_owned(),
        Reason::Again(line) => format!("identique à la {row} {line}"),
        Reason::SameId(line) => format!("même identifiant que la {row} {line}, avec d’autres données"),
        Reason::SameName(line) => format!("même nom, même commune et même adresse que la {row} {line}"),
        Reason::Twin(path) => format!("semble être {path} ; complétez cette fiche à la main, si besoin"),
        Reason::ClosedTwin(path) => {
            format!(
                "la source le dit fermé ; {path} semble en parler : téléphonez, puis corrigez cette fiche"
            )
        }
        Reason::MaybeClosed(said) => {
            format!(
                "la source dit « {said} » : le service est-il fermé ? Téléphonez, puis écrivez la fiche à la main s’il est ouvert"
            )
        }
        Reason::Person => "c’est le nom d’une personne ; demandez son accord avant de l’écrire".to_owned(),
        Reason::Licence(said) => {
            format!("la source dit « {said} » ; si vous l’acceptez pour votre site : --licence \"ODbL 1.0\"")
        }
        Reason::Place(trouble) => place(trouble),
        Reason::Zone(codes) => format!("aucun de ces codes n’est un territoire : {codes}"),
        Reason::Unsound(code, message) => format!("{code} : {message}"),
    }
}

/// What a row is called: all of a JSON on one line are on line 1, and are counted.
pub fn row_word(report: &Report) -> &'static str {
    if report.counted { "donnée" } else { "ligne" }
}

/// The key of a sheet that a value is about.
pub fn field(why: Aside) -> &'static str {
    match why {
        Aside::Phone | Aside::Fax | Aside::Surcharged | Aside::Unpriced | Aside::BesidePhone => "telephone",
        Aside::Site | Aside::MoreSite => "site",
        Aside::Email | Aside::MoreEmail => "courriel",
        Aside::Summary => "resume",
        Aside::Date => "date_source",
        Aside::Hours => "horaires",
    }
}

/// Why a value of a row is in the list.
pub fn of_value(why: Aside) -> &'static str {
    match why {
        Aside::Phone => "numéro impossible à composer, non recopié",
        Aside::Fax => "numéro de télécopie, non recopié",
        Aside::Surcharged => "numéro majoré, recopié et marqué",
        Aside::Site => "adresse de site impossible à suivre, non recopiée",
        Aside::Hours => "horaires non compris, recopiés tels quels : téléphonez, puis dites-les en mots",
        Aside::Date => "date qui ne se lit pas, non recopiée",
        Aside::Email => "courriel mal écrit, non recopié",
        Aside::MoreSite => "autre adresse de site, non recopiée : une fiche en montre une",
        Aside::MoreEmail => "autre courriel, non recopié : une fiche en montre un",
        Aside::Unpriced => {
            "numéro court, non recopié : la source n’en dit pas le prix ; cherchez-le, puis écrivez « prix »"
        }
        Aside::BesidePhone => "le numéro est recopié, sans les autres mots ou chiffres de cette case",
        Aside::Summary => "présentation trop longue, coupée ou avec une adresse, non recopiée",
    }
}

fn place(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Missing => "ni commune, ni code".to_owned(),
        Trouble::Unknown { town, postal } => match (town.is_empty(), postal.is_empty()) {
            (true, _) => format!("le code postal {postal} n’existe pas"),
            (_, true) => format!("aucune commune ne s’appelle « {town} »"),
            _ => format!("aucune commune « {town} » pour le code postal {postal} : un hameau, ou une faute"),
        },
        Trouble::Slip { town, near } => format!("« {town} » est peut-être {}", said(near)),
        Trouble::Homonyms { town, several } => {
            let list: Vec<String> = several.iter().take(6).map(|commune| said(commune)).collect();
            let more = if several.len() > 6 { "…" } else { "" };
            format!("« {town} » peut être {}{more}", list.join(", "))
        }
        Trouble::Conflict { code, town } => {
            format!("le code est celui de {}, le nom est « {town} »", said(code))
        }
        Trouble::Elsewhere { named, other } => {
            let codes = named.postal_codes;
            let own = if codes.is_empty() || codes.len() > 3 {
                String::new()
            } else {
                format!(", de code postal {}", codes.join(", "))
            };
            format!("le nom est celui de {}{own} ; « {other} » dit un autre lieu", said(named))
        }
        Trouble::Codes { code, other } => {
            format!("le code INSEE est celui de {}, « {other} » dit un autre lieu", said(code))
        }
    }
}

fn said(commune: &Commune) -> String {
    format!("{} ({})", commune.name, commune.code)
}
