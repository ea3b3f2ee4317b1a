//! Everything that can be found, and the words that lead to it.

use super::emergency::{Call, Cries};
use super::words::{Heard, IndexedWord, split, telling};
use crate::model::{ServiceKind, Status, Target};
use crate::site::{CROWD, Site, role_address};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Letters of a phrase that people may write as one word: « motdepasse ».
const GLUED: usize = 20;

/// What a page is, for those who read a list of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Guide,
    /// A guide withdrawn, whose page says so.
    Withdrawn,
    Need,
    Service,
    Product,
    Word,
    Case,
    /// The way to the services of one's commune.
    Near,
    /// « Votre mairie »: who holds a role, commune by commune.
    Role,
}

impl Sort {
    /// Its letter in the data.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Guide => 'g',
            Self::Withdrawn => 'r',
            Self::Need => 'b',
            Self::Service => 's',
            Self::Product => 'p',
            Self::Word => 'm',
            Self::Case => 'c',
            Self::Near => 't',
            Self::Role => 'l',
        }
    }

    /// How the addresses of that sort begin.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Guide | Self::Withdrawn => "guides/",
            Self::Need => "besoins/",
            Self::Service => "services/",
            Self::Product => "produits/",
            Self::Word => "glossaire.html#mot-",
            Self::Case => "cas/",
            Self::Near => "",
            Self::Role => "roles/",
        }
    }
}

/// One page, or one word of the glossary.
pub struct Document {
    pub sort: Sort,
    /// Empty for [`Sort::Near`], and for [`Sort::Role`] until [`SearchIndex::name_roles`].
    pub title: String,
    pub address: String,
    /// « fiche 412 »
    pub number: Option<u16>,
    /// What content calls it; none for [`Sort::Near`].
    pub target: Option<Target>,
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Title,
    /// What people say, other and former names.
    Said,
    /// Summary, étapes, what a service does.
    Inside,
}

/// Words that belong together.
pub struct Phrase {
    pub document: usize,
    pub field: Field,
    /// Words that say something.
    pub size: usize,
    /// As written; empty for [`Field::Inside`], which is many sentences.
    pub text: String,
}

/// The index of a site; documents, phrases and words in an order that never changes by chance.
#[derive(Default)]
pub struct SearchIndex {
    pub documents: Vec<Document>,
    /// Those of a document follow one another: its title, what people say, the inside.
    pub phrases: Vec<Phrase>,
    /// By letters.
    pub words: Vec<IndexedWord>,
    /// What somebody in danger writes.
    pub cries: Cries,
    /// Who then answers, in the order of `cries`.
    pub calls: Vec<Call>,
}

impl SearchIndex {
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let mut building = Building::default();
        let addresses = &site.addresses;
        // Not `Site::listed_sheets`: withdrawn guides are found, for their pages say what replaces them.
        for id in site.guide_ids() {
            let guide = site.guide(id);
            if matches!(guide.status, Status::Draft) {
                continue;
            }
            let sort = if guide.is_listed() { Sort::Guide } else { Sort::Withdrawn };
            let mut inside = vec![guide.summary.clone()];
            if guide.is_listed() {
                inside.extend(guide.steps.iter().map(|step| step.title.clone()));
            }
            let products = guide.about.iter().chain(&guide.depends_on);
            inside.extend(products.map(|product| site.product(*product).name.clone()));
            // An old address is what old paper says.
            inside.extend(guide.aliases.iter().map(|alias| stem(&alias.value)));
            let mut said = guide.also_said.clone();
            said.push(guide.number.to_string());
            building.add(
                Document {
                    sort,
                    title: guide.title.clone(),
                    address: addresses.guide(id).to_owned(),
                    number: Some(guide.number),
                    target: Some(Target::Guide(id)),
                },
                said,
                &inside,
            );
        }
        building.services(site);
        for (id, need) in site.needs.pairs() {
            let document =
                plain(Sort::Need, &need.title, addresses.need(id).to_owned(), Some(Target::Need(id)));
            building.add(document, Vec::new(), std::slice::from_ref(&need.example));
        }
        for (id, product) in site.products.pairs() {
            let address = addresses.product(id).to_owned();
            let document = plain(Sort::Product, &product.name, address, Some(Target::Product(id)));
            let said = product.other_names.iter().chain(&product.also_said).cloned().collect();
            building.add(document, said, std::slice::from_ref(&product.summary));
        }
        for (id, word) in site.words.pairs() {
            let address = format!("glossaire.html#mot-{}", word.id);
            let document = plain(Sort::Word, &word.word, address, Some(Target::Word(id)));
            building.add(document, word.other_forms.clone(), &[]);
        }
        for id in site.listed_cases() {
            let case = site.case(id);
            let address = addresses.case(id).to_owned();
            let document = plain(Sort::Case, &case.title, address, Some(Target::Case(id)));
            building.add(document, case.also_said.clone(), std::slice::from_ref(&case.summary));
        }
        // After the services: of two that answer as well, the nearer comes first.
        for role in site.roles() {
            let document = plain(Sort::Role, "", role_address(role), Some(Target::Role(role)));
            building.add(document, vec![role.key().replace('-', " ")], &[]);
        }
        let mut index = building.finish();
        index.cries = Cries::of(site);
        index.calls = Call::all(site);
        index
    }

    /// Gives the pages of roles the titles of the theme, which people see and do not search.
    pub fn name_roles(&mut self, title: impl Fn(ServiceKind) -> String) {
        for document in &mut self.documents {
            if let Some(Target::Role(role)) = document.target {
                document.title = title(role);
            }
        }
    }
}

fn plain(sort: Sort, title: &str, address: String, target: Option<Target>) -> Document {
    Document { sort, title: title.to_owned(), address, number: None, target }
}

/// `guides/skype.html` as words.
fn stem(address: &str) -> String {
    let name = address.rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".html").replace('-', " ")
}

#[derive(Default)]
struct Building {
    documents: Vec<Document>,
    phrases: Vec<Phrase>,
    words: BTreeMap<String, (String, Vec<usize>)>,
}

impl Building {
    fn services(&mut self, site: &Site) {
        let mut shared: BTreeMap<String, usize> = BTreeMap::new();
        let listed: Vec<_> = site.service_ids().filter(|id| site.service(*id).is_listed()).collect();
        let said = |id| {
            let s = site.service(id);
            let mut said: Vec<String> =
                s.other_names.iter().chain(&s.former_names).chain(&s.also_said).cloned().collect();
            said.push(s.kind.key().replace('-', " "));
            said
        };
        for id in &listed {
            for words in said(*id).iter().map(|words| fold(words)).collect::<BTreeSet<_>>() {
                *shared.entry(words).or_default() += 1;
            }
        }
        let crowded = |words: &String| shared.get(&fold(words)).is_some_and(|count| *count > CROWD);
        let mut near: BTreeMap<String, String> = BTreeMap::new();
        for id in &listed {
            let service = site.service(*id);
            let (many, own): (Vec<String>, Vec<String>) = said(*id).into_iter().partition(crowded);
            let mut inside: Vec<String> =
                service.summary.iter().chain(&service.organisation).cloned().collect();
            inside.extend(service.does.iter().chain(&many).cloned());
            near.extend(many.into_iter().map(|words| (fold(&words), words)));
            let address = site.addresses.service(*id).to_owned();
            let document = plain(Sort::Service, &service.name, address, Some(Target::Service(*id)));
            self.add(document, own, &inside);
        }
        if !site.communes.is_empty() {
            // Its title is the theme's: `nav_territoires`.
            let document = plain(Sort::Near, "", "territoires.html".to_owned(), None);
            self.add(document, near.into_values().collect(), &[]);
        }
    }

    fn add(&mut self, document: Document, said: Vec<String>, inside: &[String]) {
        let title = document.title.clone();
        self.documents.push(document);
        let mut known = BTreeSet::from([fold(&title)]);
        self.phrase(Field::Title, title);
        for text in said {
            if known.insert(fold(&text)) {
                self.phrase(Field::Said, text);
            }
        }
        if !inside.is_empty() {
            let all: Vec<Heard> = inside.iter().flat_map(|text| split(text)).collect();
            self.words_of(Field::Inside, String::new(), &all);
        }
    }

    fn phrase(&mut self, field: Field, text: String) {
        let all = split(&text);
        self.words_of(field, text, &all);
    }

    fn words_of(&mut self, field: Field, text: String, all: &[Heard]) {
        let at = self.phrases.len();
        let telling = telling(all);
        for word in &telling {
            self.word(all[*word].clone(), at);
        }
        if field != Field::Inside && (2..=4).contains(&all.len()) {
            let glued = Heard::glued(all);
            if glued.letters.len() <= GLUED {
                self.word(glued, at);
            }
        }
        let document = self.documents.len() - 1;
        self.phrases.push(Phrase { document, field, size: telling.len().min(90), text });
    }

    fn word(&mut self, word: Heard, phrase: usize) {
        let (_, phrases) = self.words.entry(word.letters).or_insert_with(|| (word.sound, Vec::new()));
        if phrases.last() != Some(&phrase) {
            phrases.push(phrase);
        }
    }

    fn finish(self) -> SearchIndex {
        let entry = |(letters, (sound, phrases))| IndexedWord { letters, sound, phrases };
        SearchIndex {
            documents: self.documents,
            phrases: self.phrases,
            words: self.words.into_iter().map(entry).collect(),
            cries: Cries::default(),
            calls: Vec::new(),
        }
    }
}
