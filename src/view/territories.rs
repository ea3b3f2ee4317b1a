//! Départements, groups of communes, France, and the lists of communes by name and by postal code.

use super::contract::{
    Champ, CodePostal, CodesPostaux, CommuneLien, Communes, Departement, Feuilles, LettreCommunes, Lien,
    NomCommune, Territoire, Territoires,
};
use super::fragment::{Extent, cards as marks};
use super::outside::OUTSIDE;
use super::{Builder, Prepared, Vue};
use crate::model::NeedId;
use crate::site::{
    COMMUNES_DATA, Entry, PageKind, asset_address, commune_address, departement_address, epci_address,
    letter, postal_address, sheet_address,
};
use crate::territory::{self, Commune, Epci, Zone, france};
use crate::text::french;

/// Communes above which one must choose a département, or a letter, first.
pub(super) const MANY: usize = 60;

/// Postal codes above which only the first of each three digits can be jumped to.
const MANY_CODES: usize = 40;

impl Builder<'_> {
    pub(super) fn territories(&self) -> Prepared {
        let site = self.site();
        let gazetteer = &site.gazetteer;
        let beaucoup = site.communes.len() > MANY;
        let departements = gazetteer.departements.iter().map(|(departement, communes)| Departement {
            nom: french(departement.name),
            code: departement.code,
            href: self.href(&departement_address(departement)),
            communes: if beaucoup { Vec::new() } else { communes.iter().map(|c| self.commune(c)).collect() },
        });
        let epcis = gazetteer.epcis.keys().map(|epci| self.epci_link(epci));
        let vue = Territoires {
            departements: departements.collect(),
            beaucoup,
            noms: self.href("communes.html"),
            codes_postaux: gazetteer.departements.keys().map(|d| self.postal_link(d)).collect(),
            epcis: if beaucoup { Vec::new() } else { epcis.collect() },
            hors: self.outside(OUTSIDE),
            france: self.href("territoires/france.html"),
        };
        let titre = self.say("nav_territoires");
        Prepared::new(titre, &self.say("territoires_chapeau"), Vec::new(), Vue::Territoires(vue))
    }

    pub(super) fn departement(&self, departement: &'static territory::Departement) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let communes = gazetteer.departements.get(departement).map_or(&[][..], Vec::as_slice);
        let of_here = |epci: &&&'static Epci| {
            gazetteer.epcis.get(**epci).is_some_and(|all| all.iter().any(|c| c.departement == departement))
        };
        let zones = [Zone::Departement(departement), Zone::Region(departement.region)];
        let own = zones.iter().flat_map(|zone| self.site().services_of(*zone)).copied();
        let hors = self.is_partly_covered(departement);
        let france = self.site().services_of(Zone::France).iter().filter(|_| hors).copied();
        let vue = Territoire {
            niveau: "departement",
            code: departement.code,
            cartes_html: marks(own, Extent::Whole),
            hors,
            france_html: marks(france, Extent::ShortWithHours),
            selon: self.by_need(&zones),
            lettres: self.by_letter(communes),
            besoins: self.needs_here(),
            epcis: gazetteer.epcis.keys().filter(of_here).map(|epci| self.epci_link(epci)).collect(),
            codes_postaux: Some(self.href(&postal_address(departement))),
            plus_large: vec![self.france_link()],
            papier: None,
        };
        let nom = french(departement.name);
        let description = self.context.texts.fill("departement_description", &[("nom", &nom)]);
        Prepared::new(nom, &description, self.trail(None, None), Vue::Territoire(vue))
    }

    pub(super) fn epci(&self, epci: &'static Epci) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let communes = gazetteer.epcis.get(epci).map_or(&[][..], Vec::as_slice);
        let departement = gazetteer.departement_of(epci);
        let mut wider: Vec<Lien> = departement.iter().map(|d| self.departement_link(d)).collect();
        wider.push(self.france_link());
        let vue = Territoire {
            niveau: "epci",
            code: departement.map_or("", |d| d.code),
            cartes_html: marks(self.site().services_of(Zone::Epci(epci)).iter().copied(), Extent::Whole),
            hors: false,
            france_html: Vec::new(),
            selon: Vec::new(),
            lettres: self.by_letter(communes),
            besoins: self.all_needs(),
            epcis: Vec::new(),
            codes_postaux: None,
            plus_large: wider,
            papier: self.contact_paper(Zone::Epci(epci)),
        };
        let nom = self.epci_name(epci);
        let description = self.context.texts.fill("epci_description", &[("nom", &nom)]);
        Prepared::new(nom, &description, self.trail(departement, None), Vue::Territoire(vue))
    }

    pub(super) fn france(&self) -> Prepared {
        let vue = Territoire {
            niveau: "france",
            code: "",
            cartes_html: marks(self.site().services_of(Zone::France).iter().copied(), Extent::ShortWithHours),
            hors: false,
            france_html: Vec::new(),
            selon: self.by_need(&[]),
            lettres: Vec::new(),
            besoins: self.needs_here(),
            epcis: Vec::new(),
            codes_postaux: None,
            plus_large: Vec::new(),
            papier: None,
        };
        let titre = self.say("niveau_france");
        Prepared::new(titre, &self.say("france_chapeau"), self.trail(None, None), Vue::Territoire(vue))
    }

    /// All names, or the pages to choose from.
    pub(super) fn communes(&self) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let mut feuilles: Vec<Feuilles> = Vec::new();
        for (at, sheet) in gazetteer.sheets.iter().enumerate() {
            let lettre = sheet.letter.to_ascii_uppercase().to_string();
            if feuilles.last().is_none_or(|last| last.lettre != lettre) {
                feuilles.push(Feuilles { lettre, liens: Vec::new() });
            }
            if let Some(last) = feuilles.last_mut() {
                last.liens.push(self.lien(self.sheet_title(at), &sheet_address(sheet)));
            }
        }
        let vue = Communes {
            lettres: if feuilles.is_empty() { self.letters(&gazetteer.entries) } else { Vec::new() },
            feuilles,
            precedente: None,
            suivante: None,
        };
        let titre = self.say("communes_titre");
        Prepared::new(titre, &self.say("communes_chapeau"), self.trail(None, None), Vue::Communes(vue))
    }

    pub(super) fn sheet(&self, at: usize) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let names = gazetteer.sheets.get(at).map_or(0..0, |sheet| sheet.names.clone());
        let other = |at: usize| {
            gazetteer.sheets.get(at).map(|sheet| self.lien(self.sheet_title(at), &sheet_address(sheet)))
        };
        let vue = Communes {
            lettres: self.letters(&gazetteer.entries[names]),
            feuilles: Vec::new(),
            precedente: at.checked_sub(1).and_then(other),
            suivante: other(at + 1),
        };
        let titre = self.context.texts.fill("communes_feuille", &[("noms", &self.sheet_title(at))]);
        let mut trail = self.trail(None, None);
        trail.push(self.lien(self.say("communes_titre"), "communes.html"));
        Prepared::new(titre, &self.say("communes_chapeau"), trail, Vue::Communes(vue))
    }

    /// « Y », or « Saint-Paul à Saint-Zacharie ».
    pub(super) fn sheet_title(&self, at: usize) -> String {
        let gazetteer = &self.site().gazetteer;
        let Some(sheet) = gazetteer.sheets.get(at) else { return String::new() };
        let names = &gazetteer.entries[sheet.names.clone()];
        match (sheet.rank, names.first(), names.last()) {
            (1.., Some(first), Some(last)) => {
                let (de, a) = (french(first.name), french(last.name));
                self.context.texts.fill("communes_de_a", &[("de", &de), ("a", &a)])
            }
            _ => sheet.letter.to_ascii_uppercase().to_string(),
        }
    }

    pub(super) fn postal_codes(&self, departement: &'static territory::Departement) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let codes: Vec<CodePostal> = gazetteer
            .postal_codes(departement)
            .into_iter()
            .map(|code| {
                let (here, away): (Vec<_>, Vec<_>) = france()
                    .by_postal_code(code)
                    .into_iter()
                    .partition(|commune| self.site().covers(commune));
                // Few codes serve two départements: only there is it worth saying.
                let note = |commune: &Commune| {
                    if commune.departement == departement { "" } else { commune.departement.name }
                };
                CodePostal {
                    code,
                    ancre: format!("code-{code}"),
                    communes: here.iter().map(|c| self.name_of(c.name, c, false, french(note(c)))).collect(),
                    hors: away.iter().map(|commune| french(commune.name)).collect(),
                }
            })
            .collect();
        let many = codes.len() > MANY_CODES;
        let mut sauts: Vec<Lien> = Vec::new();
        for code in &codes {
            let titre = if many { &code.code[..3] } else { code.code };
            if sauts.last().is_none_or(|last| last.titre != titre) {
                sauts.push(Lien { titre: titre.to_owned(), href: format!("#{}", code.ancre) });
            }
        }
        if many {
            for saut in &mut sauts {
                saut.titre = self.context.texts.fill("codes_debut", &[("debut", &saut.titre)]);
            }
        }
        let named = codes.iter().any(|code| !code.hors.is_empty());
        let vue =
            CodesPostaux { codes, sauts, hors: named.then(|| self.departement_at(departement, OUTSIDE)) };
        let nom = french(departement.name);
        let titre = self.context.texts.fill("codes_titre", &[("nom", &nom)]);
        let trail = self.trail(Some(departement), None);
        Prepared::new(titre, &self.say("codes_chapeau"), trail, Vue::CodesPostaux(vue))
    }

    /// The way to a page of a territory: all of them, its département, its group of communes.
    pub(super) fn trail(
        &self,
        departement: Option<&'static territory::Departement>,
        epci: Option<&'static Epci>,
    ) -> Vec<Lien> {
        let mut trail = vec![self.lien(self.say("nav_territoires"), "territoires.html")];
        trail.extend(departement.map(|departement| self.departement_link(departement)));
        trail.extend(epci.map(|epci| self.lien(french(&epci.short_name()), &epci_address(epci))));
        trail
    }

    /// The field, where it helps and where the site has communes to lead to.
    pub(super) fn field(&self, kind: PageKind, vue: &Vue) -> Option<Champ> {
        let suffixe = match vue {
            // Where the communes stand in a list already, a second way would only be longer.
            Vue::Besoin(besoin) if besoin.communes.is_empty() => format!("-{}.html", besoin.id),
            Vue::Conseil(conseil) if conseil.communes.is_empty() => conseil.suffixe.clone(),
            Vue::Accueil(_) | Vue::Recherche(_) | Vue::Territoires(_) | Vue::CodesPostaux(_) => {
                ".html".to_owned()
            }
            Vue::Role(role) if !role.departements.is_empty() || !role.services.is_empty() => {
                format!(".html#role-{}", role.role)
            }
            Vue::Communes(communes) if !communes.feuilles.is_empty() => ".html".to_owned(),
            Vue::Territoire(_) if kind == PageKind::Departement => ".html".to_owned(),
            _ => return None,
        };
        (!self.site().communes.is_empty()).then(|| Champ {
            script: self.href(&asset_address("communes.js")),
            donnees: self.href(COMMUNES_DATA),
            racine: self.root.clone(),
            suffixe,
        })
    }

    fn commune(&self, commune: &'static Commune) -> CommuneLien {
        CommuneLien {
            nom: french(commune.name),
            href: self.href(&commune_address(commune)),
            codes_postaux: commune.postal_codes.join(", "),
        }
    }

    fn name_of(&self, name: &str, commune: &'static Commune, alias: bool, note: String) -> NomCommune {
        NomCommune {
            nom: french(name),
            href: self.href(&commune_address(commune)),
            voir: alias.then(|| french(commune.name)),
            note,
        }
    }

    /// Communes by letter when they are many; else under no letter.
    fn by_letter(&self, communes: &[&'static Commune]) -> Vec<LettreCommunes> {
        let names = communes.iter().map(|&c| {
            let note = c.postal_codes.first().copied().unwrap_or_default();
            (letter(c.name), self.name_of(c.name, c, false, note.to_owned()))
        });
        cut(names, communes.len() > MANY)
    }

    /// Names by letter; départements tell namesakes apart where the site has several.
    fn letters(&self, entries: &[Entry]) -> Vec<LettreCommunes> {
        let several = self.site().gazetteer.departements.len() > 1;
        let names = entries.iter().map(|e| {
            let postal = e.commune.postal_codes.first().copied().unwrap_or_default();
            let note = if several { e.commune.departement.name } else { postal };
            (letter(e.name), self.name_of(e.name, e.commune, e.alias, french(note)))
        });
        cut(names, true)
    }

    /// The doors of the home page.
    fn all_needs(&self) -> Vec<super::contract::Porte> {
        let site = self.site();
        (0..site.needs.len())
            .map(NeedId)
            .map(|id| self.door(id, self.href(site.addresses.need(id)) + "#pres-de-chez-vous"))
            .collect()
    }

    pub(super) fn epci_link(&self, epci: &'static Epci) -> Lien {
        self.lien(self.epci_name(epci), &epci_address(epci))
    }

    pub(super) fn departement_link(&self, departement: &'static territory::Departement) -> Lien {
        self.lien(french(departement.name), &departement_address(departement))
    }

    pub(super) fn departement_at(&self, departement: &'static territory::Departement, place: &str) -> Lien {
        let Lien { titre, href } = self.departement_link(departement);
        Lien {
            titre: self.context.texts.fill("champ_hors_departement", &[("nom", &titre)]),
            href: href + place,
        }
    }

    fn postal_link(&self, departement: &'static territory::Departement) -> Lien {
        self.lien(french(departement.name), &postal_address(departement))
    }

    pub(super) fn france_link(&self) -> Lien {
        self.lien(self.say("niveau_france"), "territoires/france.html")
    }
}

/// Puts names under their letters, which come in order; under no letter when they are few.
fn cut(names: impl Iterator<Item = (char, NomCommune)>, by_letter: bool) -> Vec<LettreCommunes> {
    let mut lettres: Vec<LettreCommunes> = Vec::new();
    for (initial, nom) in names {
        let lettre = if by_letter { initial.to_ascii_uppercase().to_string() } else { String::new() };
        if lettres.last().is_none_or(|last| last.lettre != lettre) {
            lettres.push(LettreCommunes { lettre, ancre: format!("lettre-{initial}"), noms: Vec::new() });
        }
        if let Some(last) = lettres.last_mut() {
            last.noms.push(nom);
        }
    }
    lettres
}
