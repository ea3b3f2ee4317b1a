//! Départements, groups of communes, France, and the lists of communes by name and by postal code.

use super::contract::{
    CommuneField, CommuneLetter, CommuneLink, CommuneName, CommunesBody, DepartementEntry, LetterSheets,
    PageLink, PostalCodeRow, PostalCodesBody, TerritoriesBody, TerritoryBody,
};
use super::fragment::{Extent, cards as marks};
use super::outside::OUTSIDE;
use super::{Body, PageBuilder, Prepared};
use crate::site::{
    COMMUNES_DATA, GazetteerEntry, PageKind, asset_address, commune_address, departement_address,
    epci_address, letter, postal_address, sheet_address,
};
use crate::territory::{self, Commune, Epci, Zone, france};
use crate::text::french;

/// Communes above which one must choose a département, or a letter, first.
pub(super) const MANY: usize = 60;

/// Postal codes above which only the first of each three digits can be jumped to.
const MANY_CODES: usize = 40;

impl PageBuilder<'_> {
    pub(super) fn territories(&self) -> Prepared {
        let site = self.site();
        let gazetteer = &site.gazetteer;
        let many = site.communes.len() > MANY;
        let departements = gazetteer.departements.iter().map(|(departement, communes)| DepartementEntry {
            name: french(departement.name),
            code: departement.code,
            href: self.href(&departement_address(departement)),
            communes: if many { Vec::new() } else { communes.iter().map(|c| self.commune(c)).collect() },
        });
        let epcis = gazetteer.epcis.keys().map(|epci| self.epci_link(epci));
        let body = TerritoriesBody {
            departements: departements.collect(),
            many,
            names: self.href("communes.html"),
            postal_codes: gazetteer.departements.keys().map(|d| self.postal_link(d)).collect(),
            epcis: if many { Vec::new() } else { epcis.collect() },
            outside: self.outside(OUTSIDE),
            france: self.href("territoires/france.html"),
        };
        let title = self.say("nav_territoires");
        Prepared::new(title, &self.say("territoires_chapeau"), Vec::new(), Body::Territories(body))
    }

    pub(super) fn departement(&self, departement: &'static territory::Departement) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let communes = gazetteer.departements.get(departement).map_or(&[][..], Vec::as_slice);
        let of_here = |epci: &&&'static Epci| {
            gazetteer.epcis.get(**epci).is_some_and(|all| all.iter().any(|c| c.departement == departement))
        };
        let zones = [Zone::Departement(departement), Zone::Region(departement.region)];
        let own = zones.iter().flat_map(|zone| self.site().services_of(*zone)).copied();
        let outside = self.is_partly_covered(departement);
        let france = self.site().services_of(Zone::France).iter().filter(|_| outside).copied();
        let body = TerritoryBody {
            level: "departement",
            code: departement.code,
            cards_html: marks(own, Extent::Whole),
            outside,
            france_html: marks(france, Extent::ShortWithHours),
            by_need: self.by_need(&zones),
            letters: self.by_letter(communes),
            needs: self.needs_here(),
            epcis: gazetteer.epcis.keys().filter(of_here).map(|epci| self.epci_link(epci)).collect(),
            postal_codes: Some(self.href(&postal_address(departement))),
            wider: vec![self.france_link()],
            paper: None,
        };
        let name = french(departement.name);
        let description = self.context.texts.fill("departement_description", &[("nom", &name)]);
        Prepared::new(name, &description, self.trail(None, None), Body::Territory(body))
    }

    pub(super) fn epci(&self, epci: &'static Epci) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let communes = gazetteer.epcis.get(epci).map_or(&[][..], Vec::as_slice);
        let departement = gazetteer.departement_of(epci);
        let mut wider: Vec<PageLink> = departement.iter().map(|d| self.departement_link(d)).collect();
        wider.push(self.france_link());
        let body = TerritoryBody {
            level: "epci",
            code: departement.map_or("", |d| d.code),
            cards_html: marks(self.site().services_of(Zone::Epci(epci)).iter().copied(), Extent::Whole),
            outside: false,
            france_html: Vec::new(),
            by_need: Vec::new(),
            letters: self.by_letter(communes),
            needs: self.all_needs(),
            epcis: Vec::new(),
            postal_codes: None,
            wider,
            paper: self.contact_paper(Zone::Epci(epci)),
        };
        let name = self.epci_name(epci);
        let description = self.context.texts.fill("epci_description", &[("nom", &name)]);
        Prepared::new(name, &description, self.trail(departement, None), Body::Territory(body))
    }

    pub(super) fn france(&self) -> Prepared {
        let body = TerritoryBody {
            level: "france",
            code: "",
            cards_html: marks(self.site().services_of(Zone::France).iter().copied(), Extent::ShortWithHours),
            outside: false,
            france_html: Vec::new(),
            by_need: self.by_need(&[]),
            letters: Vec::new(),
            needs: self.needs_here(),
            epcis: Vec::new(),
            postal_codes: None,
            wider: Vec::new(),
            paper: None,
        };
        let title = self.say("niveau_france");
        Prepared::new(title, &self.say("france_chapeau"), self.trail(None, None), Body::Territory(body))
    }

    /// All names, or the pages to choose from.
    pub(super) fn communes(&self) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let mut sheets: Vec<LetterSheets> = Vec::new();
        for (at, sheet) in gazetteer.sheets.iter().enumerate() {
            let letter = sheet.letter.to_ascii_uppercase().to_string();
            if sheets.last().is_none_or(|last| last.letter != letter) {
                sheets.push(LetterSheets { letter, links: Vec::new() });
            }
            if let Some(last) = sheets.last_mut() {
                last.links.push(self.link(self.sheet_title(at), &sheet_address(sheet)));
            }
        }
        let body = CommunesBody {
            letters: if sheets.is_empty() { self.letters(&gazetteer.entries) } else { Vec::new() },
            sheets,
            previous: None,
            next: None,
        };
        let title = self.say("communes_titre");
        Prepared::new(title, &self.say("communes_chapeau"), self.trail(None, None), Body::Communes(body))
    }

    pub(super) fn sheet(&self, at: usize) -> Prepared {
        let gazetteer = &self.site().gazetteer;
        let names = gazetteer.sheets.get(at).map_or(0..0, |sheet| sheet.names.clone());
        let other = |at: usize| {
            gazetteer.sheets.get(at).map(|sheet| self.link(self.sheet_title(at), &sheet_address(sheet)))
        };
        let body = CommunesBody {
            letters: self.letters(&gazetteer.entries[names]),
            sheets: Vec::new(),
            previous: at.checked_sub(1).and_then(other),
            next: other(at + 1),
        };
        let title = self.context.texts.fill("communes_feuille", &[("noms", &self.sheet_title(at))]);
        let mut trail = self.trail(None, None);
        trail.push(self.link(self.say("communes_titre"), "communes.html"));
        Prepared::new(title, &self.say("communes_chapeau"), trail, Body::Communes(body))
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
        let codes: Vec<PostalCodeRow> = gazetteer
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
                PostalCodeRow {
                    code,
                    anchor: format!("code-{code}"),
                    communes: here.iter().map(|c| self.name_of(c.name, c, false, french(note(c)))).collect(),
                    outside: away.iter().map(|commune| french(commune.name)).collect(),
                }
            })
            .collect();
        let many = codes.len() > MANY_CODES;
        let mut jumps: Vec<PageLink> = Vec::new();
        for code in &codes {
            let title = if many { &code.code[..3] } else { code.code };
            if jumps.last().is_none_or(|last| last.title != title) {
                jumps.push(PageLink { title: title.to_owned(), href: format!("#{}", code.anchor) });
            }
        }
        if many {
            for jump in &mut jumps {
                jump.title = self.context.texts.fill("codes_debut", &[("debut", &jump.title)]);
            }
        }
        let named = codes.iter().any(|code| !code.outside.is_empty());
        let body = PostalCodesBody {
            codes,
            jumps,
            outside: named.then(|| self.departement_at(departement, OUTSIDE)),
        };
        let name = french(departement.name);
        let title = self.context.texts.fill("codes_titre", &[("nom", &name)]);
        let trail = self.trail(Some(departement), None);
        Prepared::new(title, &self.say("codes_chapeau"), trail, Body::PostalCodes(body))
    }

    /// The way to a page of a territory: all of them, its département, its group of communes.
    pub(super) fn trail(
        &self,
        departement: Option<&'static territory::Departement>,
        epci: Option<&'static Epci>,
    ) -> Vec<PageLink> {
        let mut trail = vec![self.link(self.say("nav_territoires"), "territoires.html")];
        trail.extend(departement.map(|departement| self.departement_link(departement)));
        trail.extend(epci.map(|epci| self.link(french(&epci.short_name()), &epci_address(epci))));
        trail
    }

    /// The field, where it helps and where the site has communes to lead to.
    pub(super) fn field(&self, kind: PageKind, body: &Body) -> Option<CommuneField> {
        let suffix = match body {
            // Where the communes stand in a list already, a second way would only be longer.
            Body::Need(need) if need.communes.is_empty() => format!(".html#{}", need.id),
            Body::Advice(advice) if advice.communes.is_empty() => advice.suffix.clone(),
            Body::Home(_) | Body::Search(_) | Body::Territories(_) | Body::PostalCodes(_) => {
                ".html".to_owned()
            }
            Body::Role(role) if !role.departements.is_empty() || !role.services.is_empty() => {
                format!(".html#role-{}", role.role)
            }
            Body::Communes(communes) if !communes.sheets.is_empty() => ".html".to_owned(),
            Body::Territory(_) if kind == PageKind::Departement => ".html".to_owned(),
            _ => return None,
        };
        let anchor = suffix.split_once('#').map_or("", |(_, anchor)| anchor);
        let need = if matches!(body, Body::Role(_)) { String::new() } else { anchor.to_owned() };
        (!self.site().communes.is_empty()).then(|| CommuneField {
            script: self.href(&asset_address("communes.js")),
            data: self.href(COMMUNES_DATA),
            root: self.root.clone(),
            suffix,
            need,
        })
    }

    fn commune(&self, commune: &'static Commune) -> CommuneLink {
        CommuneLink {
            name: french(commune.name),
            href: self.href(&commune_address(commune)),
            postal_codes: commune.postal_codes.join(", "),
        }
    }

    fn name_of(&self, name: &str, commune: &'static Commune, alias: bool, note: String) -> CommuneName {
        CommuneName {
            name: french(name),
            href: self.href(&commune_address(commune)),
            see: alias.then(|| french(commune.name)),
            note,
        }
    }

    /// Communes by letter when they are many; else under no letter.
    fn by_letter(&self, communes: &[&'static Commune]) -> Vec<CommuneLetter> {
        let names = communes.iter().map(|&c| {
            let note = c.postal_codes.first().copied().unwrap_or_default();
            (letter(c.name), self.name_of(c.name, c, false, note.to_owned()))
        });
        cut(names, communes.len() > MANY)
    }

    /// Names by letter; départements tell namesakes apart where the site has several.
    fn letters(&self, entries: &[GazetteerEntry]) -> Vec<CommuneLetter> {
        let several = self.site().gazetteer.departements.len() > 1;
        let names = entries.iter().map(|e| {
            let postal = e.commune.postal_codes.first().copied().unwrap_or_default();
            let note = if several { e.commune.departement.name } else { postal };
            (letter(e.name), self.name_of(e.name, e.commune, e.alias, french(note)))
        });
        cut(names, true)
    }

    /// The doors of the home page.
    fn all_needs(&self) -> Vec<super::contract::Door> {
        let site = self.site();
        site.needs
            .ids()
            .map(|id| self.door(id, self.href(site.addresses.need(id)) + "#pres-de-chez-vous"))
            .collect()
    }

    pub(super) fn epci_link(&self, epci: &'static Epci) -> PageLink {
        self.link(self.epci_name(epci), &epci_address(epci))
    }

    pub(super) fn departement_link(&self, departement: &'static territory::Departement) -> PageLink {
        self.link(french(departement.name), &departement_address(departement))
    }

    pub(super) fn departement_at(
        &self,
        departement: &'static territory::Departement,
        place: &str,
    ) -> PageLink {
        let PageLink { title, href } = self.departement_link(departement);
        PageLink {
            title: self.context.texts.fill("champ_hors_departement", &[("nom", &title)]),
            href: href + place,
        }
    }

    fn postal_link(&self, departement: &'static territory::Departement) -> PageLink {
        self.link(french(departement.name), &postal_address(departement))
    }

    pub(super) fn france_link(&self) -> PageLink {
        self.link(self.say("niveau_france"), "territoires/france.html")
    }
}

/// Puts names under their letters, which come in order; under no letter when they are few.
fn cut(names: impl Iterator<Item = (char, CommuneName)>, by_letter: bool) -> Vec<CommuneLetter> {
    let mut letters: Vec<CommuneLetter> = Vec::new();
    for (initial, name) in names {
        let letter = if by_letter { initial.to_ascii_uppercase().to_string() } else { String::new() };
        if letters.last().is_none_or(|last| last.letter != letter) {
            letters.push(CommuneLetter { letter, anchor: format!("lettre-{initial}"), names: Vec::new() });
        }
        if let Some(last) = letters.last_mut() {
            last.names.push(name);
        }
    }
    letters
}
