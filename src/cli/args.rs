//! What may be typed: French words, and, hidden, the English ones that came before them.

use super::values::{self, ListFormat};
use crate::diag::Format;
use crate::import::{Column, Directory};
use crate::model::{Delivery, How, Paper};
use crate::territory::Zone;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

// clap writes the colon right after a heading; French asks for a space before it.
const COMMANDS: &str = "Commandes\u{a0}";
const OPTIONS: &str = "Options\u{a0}";
const TO_GIVE: &str = "À donner\u{a0}";
// Under one heading clap goes by these orders: what a command has of its own first, what all have last.

const TEMPLATE: &str = "{about}\n\nUsage : {usage}\n\n{all-args}{after-help}";

const AFTER: &str =
    "Codes de sortie : 0 tout va bien ; 1 le contenu a des erreurs ; 2 mauvais usage, ou disque qui refuse.";

/// Éliane : des guides pas à pas et des fiches contact deviennent un site qui marche sans réseau.
#[derive(Parser)]
#[command(
    name = "eliane",
    version = env!("CARGO_PKG_VERSION"),
    about = "Éliane : des guides pas à pas et des fiches contact deviennent un site qui marche sans réseau.",
    help_template = TEMPLATE,
    after_help = AFTER,
    override_usage = "eliane [OPTIONS] COMMANDE",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    subcommand_help_heading = COMMANDS,
    subcommand_value_name = "COMMANDE",
    next_help_heading = OPTIONS
)]
pub struct Cli {
    /// Dossier du site, celui qui contient « content » (au départ : le dossier courant)
    #[arg(
        long,
        global = true,
        display_order = 101,
        value_name = "DOSSIER",
        default_value = ".",
        hide_default_value = true
    )]
    pub site: PathBuf,

    /// Affiche cette aide
    #[arg(short = 'h', long = "aide", alias = "help", global = true, display_order = 102, action = ArgAction::Help)]
    help: Option<bool>,

    /// Affiche la version
    #[arg(short = 'V', long, display_order = 103, action = ArgAction::Version)]
    version: Option<bool>,

    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Construit le site
    #[command(name = "construire", alias = "build", help_template = TEMPLATE, override_usage = "eliane construire [OPTIONS]")]
    Build(BuildOptions),
    /// Cherche toutes les erreurs, et corrige ce qui est sûr si on le demande
    #[command(name = "relire", alias = "check", help_template = TEMPLATE, override_usage = "eliane relire [OPTIONS]")]
    Check(FixOptions),
    /// Montre le site sur cet ordinateur, et le refait à chaque changement
    #[command(name = "montrer", alias = "serve", help_template = TEMPLATE, override_usage = "eliane montrer [OPTIONS]")]
    Serve(ServeOptions),
    /// Recopie un annuaire public dans des fiches de service
    #[command(name = "importer", alias = "import", help_template = TEMPLATE, override_usage = "eliane importer [OPTIONS] ANNUAIRE FICHIER")]
    Import(ImportOptions),
    /// Met en page des guides, des contacts ou un livret, pour l’imprimante
    #[command(name = "imprimer", alias = "print", help_template = TEMPLATE, override_usage = "eliane imprimer [OPTIONS] -o FICHIER")]
    Print(PrintOptions),
    /// Vérifie des sous-titres, et les répare
    #[command(name = "sous-titres", alias = "captions", help_template = TEMPLATE, override_usage = "eliane sous-titres [OPTIONS] FICHIER…")]
    Captions(CaptionsOptions),
    /// Commence un guide ou un service
    #[command(name = "commencer", alias = "new", help_template = TEMPLATE, override_usage = "eliane commencer guide|service NOM")]
    New {
        /// Ce qu’il faut commencer : guide ou service
        #[arg(help_heading = TO_GIVE, display_order = 1, value_name = "SORTE", hide_possible_values = true)]
        what: SheetModel,
        /// Son nom court : lettres minuscules sans accent, chiffres, traits d’union
        #[arg(help_heading = TO_GIVE, display_order = 2, value_name = "NOM")]
        id: String,
    },
    /// Crée un site neuf, petit mais complet
    #[command(name = "creer", aliases = ["init", "créer"], help_template = TEMPLATE, override_usage = "eliane creer [OPTIONS] DOSSIER")]
    Init {
        /// Dossier à créer
        #[arg(help_heading = TO_GIVE, value_name = "DOSSIER")]
        folder: PathBuf,
        /// Où habitent vos lecteurs : code de commune, d’intercommunalité, de département ou de région
        #[arg(long = "territoire", help_heading = OPTIONS, value_name = "CODE", value_parser = values::territory)]
        zone: Option<Zone>,
    },
    /// Écrit la description de vos fichiers, pour les éditeurs de texte
    #[command(name = "schemas", alias = "schémas", help_template = TEMPLATE, override_usage = "eliane schemas")]
    Schemas,
    /// Donne les services à d’autres programmes
    #[command(name = "exporter", alias = "export", help_template = TEMPLATE, override_usage = "eliane exporter mednum [OPTIONS]")]
    Export {
        /// Forme des données : mednum, le standard de médiation numérique 1.0.2 (CSV)
        #[arg(help_heading = TO_GIVE, value_name = "FORME", hide_possible_values = true)]
        form: ExportForm,
        /// Fichier à écrire (au départ : la sortie standard)
        #[arg(short = 'o', long = "sortie", alias = "out", help_heading = OPTIONS, value_name = "FICHIER")]
        out: Option<PathBuf>,
    },
    /// Dit ce qu’il faut vérifier, le plus urgent d’abord
    #[command(name = "fraicheur", aliases = ["freshness", "fraîcheur"], help_template = TEMPLATE, override_usage = "eliane fraicheur [OPTIONS]")]
    Freshness(FreshnessOptions),
    /// Écrit dans des fiches que quelqu’un les a vérifiées
    #[command(name = "attester", alias = "verify", help_template = TEMPLATE, override_usage = "eliane attester FICHE… --comment COMMENT --par QUI")]
    Verify(VerifyOptions),
    /// Explique un code d’erreur ; sans code, les cite tous
    #[command(name = "expliquer", alias = "explique", help_template = TEMPLATE, override_usage = "eliane expliquer [CODE]")]
    Explain {
        /// Code, par exemple E030
        #[arg(help_heading = TO_GIVE, value_name = "CODE")]
        code: Option<String>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportForm {
    Mednum,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SheetModel {
    Guide,
    Service,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct CheckOptions {
    /// Jour de la construction, AAAA-MM-JJ (au départ : aujourd’hui)
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub date: Option<Date>,
    /// Forme des messages : texte ou json (au départ : texte)
    #[arg(long, value_name = "FORME", default_value = "texte", hide_default_value = true, value_parser = values::format)]
    pub format: Format,
    /// Compte les avertissements comme des erreurs
    #[arg(long)]
    pub strict: bool,
    /// Dit aussi les informations : des remarques qui n’obligent à rien
    #[arg(long)]
    pub informations: bool,
    /// Où le site sera lu : usb, web ou borne (au départ : ce que dit site.yaml, sinon usb)
    #[arg(long = "cible", value_name = "CIBLE", value_parser = values::target)]
    pub target: Option<Delivery>,
    /// Nombre de tâches en même temps (au départ : autant que de processeurs)
    #[arg(long = "taches", aliases = ["jobs", "tâches"], value_name = "N", value_parser = values::jobs)]
    pub jobs: Option<u16>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct FixOptions {
    #[command(flatten)]
    pub check: CheckOptions,
    /// Corrige dans vos fichiers ce qui est sûr, puis cherche de nouveau
    #[arg(long = "corriger", alias = "fix")]
    pub fix: bool,
    /// Avec --corriger : montre ce qui serait corrigé, et n’écrit rien
    #[arg(long = "essai", alias = "dry-run", requires = "fix")]
    pub dry_run: bool,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct BuildOptions {
    /// Dossier où écrire le site (au départ : « public » dans le dossier du site)
    #[arg(long = "sortie", alias = "out", value_name = "DOSSIER")]
    pub out: Option<PathBuf>,
    /// Archive à écrire au lieu du dossier : tout le site dans un seul fichier ZIP
    #[arg(long, value_name = "FICHIER", conflicts_with = "out")]
    pub archive: Option<PathBuf>,
    #[command(flatten)]
    pub check: CheckOptions,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct PrintOptions {
    /// Fichier PDF à écrire
    #[arg(short = 'o', long = "sortie", alias = "out", value_name = "FICHIER")]
    pub out: PathBuf,
    /// Numéro d’un guide ; peut être répété
    #[arg(long = "guide", value_name = "NUMERO", value_parser = values::number)]
    pub guides: Vec<u16>,
    /// Tous les guides d’un besoin, par exemple appel-video
    #[arg(long = "besoin", value_name = "BESOIN")]
    pub need: Option<String>,
    /// Territoire dont les contacts vont avec : code de commune, d’intercommunalité, de département
    #[arg(long = "territoire", value_name = "CODE", value_parser = values::territory)]
    pub zone: Option<Zone>,
    /// Forme : grand, courant, poche, contact, livret ou rendez-vous (au départ : grand)
    #[arg(long, value_name = "FORME", default_value = "grand", hide_default_value = true, value_parser = values::paper)]
    pub format: Paper,
    /// Nombre d’exemplaires dans le fichier (au départ : 1)
    #[arg(long = "exemplaires", value_name = "N", default_value_t = 1, hide_default_value = true, value_parser = values::copies)]
    pub copies: u16,
    /// Taille du texte en points, de 18 à 32 (au départ : celle de la forme, 20 en grands caractères)
    #[arg(long = "corps", value_name = "POINTS", value_parser = values::body)]
    pub body: Option<f64>,
    /// Livret sur des pages A5
    #[arg(long = "a5")]
    pub small: bool,
    /// Livret A5 à plier : deux pages par face, dans l’ordre du pliage
    #[arg(long = "a-plier")]
    pub fold: bool,
    /// Jour des feuilles, AAAA-MM-JJ (au départ : aujourd’hui)
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub date: Option<Date>,
    /// Nombre de tâches en même temps (au départ : autant que de processeurs)
    #[arg(long = "taches", aliases = ["jobs", "tâches"], value_name = "N", value_parser = values::jobs)]
    pub jobs: Option<u16>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct ImportOptions {
    /// Sorte d’annuaire : dila, france-services, mednum ou data-inclusion
    #[arg(help_heading = TO_GIVE, display_order = 1, value_name = "ANNUAIRE", value_parser = values::directory)]
    pub directory: &'static Directory,
    /// Fichier à lire : CSV ou JSON
    #[arg(help_heading = TO_GIVE, display_order = 2, value_name = "FICHIER")]
    pub file: PathBuf,
    /// Ne garde que ce territoire : code de commune, d’intercommunalité, de département ou de région
    #[arg(long = "territoire", value_name = "CODE", value_parser = values::territory)]
    pub territory: Option<Zone>,
    /// Dit ce qui serait fait, et n’écrit rien
    #[arg(long = "essai", alias = "dry-run")]
    pub dry_run: bool,
    /// Jour du fichier, AAAA-MM-JJ (au départ : celui de son nom, ou de sa ligne la plus récente)
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub date: Option<Date>,
    /// Nom de la série de fichiers (au départ : le nom du fichier, sans les chiffres)
    #[arg(long = "jeu", value_name = "NOM", value_parser = values::series)]
    pub series: Option<String>,
    /// Licence du fichier (au départ : Licence Ouverte 2.0)
    #[arg(long, value_name = "TEXTE")]
    pub licence: Option<String>,
    /// Ce qu’est une colonne du fichier, si son nom ne le dit pas : nom=Lieu (plusieurs fois si besoin)
    #[arg(long = "colonne", value_name = "CLÉ=COLONNE", value_parser = values::column)]
    pub columns: Vec<(Column, String)>,
    /// Forme du compte rendu : texte ou json (au départ : texte)
    #[arg(long, value_name = "FORME", default_value = "texte", hide_default_value = true, value_parser = values::format)]
    pub format: Format,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct FreshnessOptions {
    /// Cite aussi ce qui sera à revérifier dans ce nombre de jours, par exemple 30j (au départ : 30j)
    #[arg(long = "dans", value_name = "JOURS", default_value = "30j", hide_default_value = true, value_parser = values::days)]
    pub within: u16,
    /// Forme de la liste : texte, csv ou json (au départ : texte)
    #[arg(long, value_name = "FORME", default_value = "texte", hide_default_value = true, value_parser = values::list_format)]
    pub format: ListFormat,
    /// Jour de la liste, AAAA-MM-JJ (au départ : aujourd’hui)
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub date: Option<Date>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct VerifyOptions {
    /// Noms de fiches, par exemple clic-landerneau, 412 ou guide/skype
    #[arg(help_heading = TO_GIVE, value_name = "FICHE", required = true)]
    pub sheets: Vec<String>,
    /// Ce qui a été fait : essai, appel, visite, courriel, site ou documents
    #[arg(long = "comment", value_name = "COMMENT", value_parser = values::how)]
    pub how: How,
    /// Qui l’a fait : un rôle, jamais le nom d’une personne
    #[arg(long = "par", value_name = "QUI", value_parser = values::role)]
    pub by: String,
    /// Jour de la vérification, AAAA-MM-JJ (au départ : aujourd’hui)
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub date: Option<Date>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct CaptionsOptions {
    /// Sous-titres à lire : .vtt ou .srt
    #[arg(help_heading = TO_GIVE, display_order = 1, value_name = "FICHIER", required = true)]
    pub files: Vec<PathBuf>,
    /// Film dont ce sont les sous-titres (au départ : celui qui est à côté, au même nom)
    #[arg(long, value_name = "FICHIER")]
    pub film: Option<PathBuf>,
    /// Répare ce qui est sûr, et montre ce qui change
    #[arg(long = "corriger", alias = "fix")]
    pub fix: bool,
    /// Avec --corriger : montre ce qui serait réparé, et n’écrit rien
    #[arg(long = "essai", alias = "dry-run", requires = "fix")]
    pub dry_run: bool,
    /// Forme des messages : texte ou json (au départ : texte)
    #[arg(long, value_name = "FORME", default_value = "texte", hide_default_value = true, value_parser = values::format)]
    pub format: Format,
    /// Compte les avertissements comme des erreurs
    #[arg(long)]
    pub strict: bool,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub struct ServeOptions {
    /// Port d’écoute (au départ : 8412)
    #[arg(long, value_name = "PORT", default_value_t = 8412, hide_default_value = true, value_parser = values::port)]
    pub port: u16,
    /// Ouvre le navigateur
    #[arg(long = "ouvrir", alias = "open")]
    pub open: bool,
    /// Jour montré par les pages, AAAA-MM-JJ (au départ : aujourd’hui)
    #[arg(long, value_name = "DATE", value_parser = values::date)]
    pub date: Option<Date>,
    /// Où le site sera lu : usb, web ou borne (au départ : ce que dit site.yaml, sinon usb)
    #[arg(long = "cible", value_name = "CIBLE", value_parser = values::target)]
    pub target: Option<Delivery>,
}
