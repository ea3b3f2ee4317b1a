//! Minifying takes white space away, and nothing else.

use crate::page::{Element, Page};
use crate::small_site::{CALL, CLIC, PHOTO, SITE, SmallSite, site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eliane::examine;
use eliane::source::read_site;
use sha2::{Digest, Sha256};
use std::path::Path;

#[track_caller]
fn same(address: &str, plain: &str, minified: &str) {
    let (plain, minified) = (Page::read(plain), Page::read(minified));
    assert_eq!(plain.elements.len(), minified.elements.len(), "{address}");
    for (before, after) in plain.elements.iter().zip(&minified.elements) {
        let policy =
            before.attributes.get("http-equiv").is_some_and(|name| name == "Content-Security-Policy");
        if policy {
            names_its_styles(address, before, &plain.raw);
            names_its_styles(address, after, &minified.raw);
        } else {
            assert_eq!(before, after, "{address}");
        }
    }
    assert_eq!(plain.lines, minified.lines, "{address}");
    let trimmed = |page: &Page| page.raw.iter().map(|raw| raw.trim().to_owned()).collect::<Vec<_>>();
    assert_eq!(trimmed(&plain), trimmed(&minified), "{address}");
}

/// The policy allows the page's inline styles by their hashes as they stand, and nothing unsafe.
#[track_caller]
fn names_its_styles(address: &str, policy: &Element, styles: &[String]) {
    let policy = &policy.attributes["content"];
    // A script that is a file holds nothing itself.
    let styles: Vec<_> = styles.iter().filter(|style| !style.is_empty()).collect();
    for style in &styles {
        let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
        assert!(
            policy.contains(&format!("'sha256-{hash}'")),
            "{address}: the style is not allowed by {policy}"
        );
    }
    assert_eq!(policy.matches("sha256-").count(), styles.len(), "{address}: {policy}");
    assert!(!policy.contains("unsafe"), "{address}: {policy}");
}

fn same_site(site: &SmallSite) {
    let (plain, minified) = (site.pages_with(false), site.pages_with(true));
    assert_eq!(plain.len(), minified.len());
    let weight =
        |pages: &std::collections::BTreeMap<String, String>| pages.values().map(String::len).sum::<usize>();
    assert!(weight(&minified) < weight(&plain), "nothing was minified");
    for ((address, plain), (_, minified)) in plain.iter().zip(&minified) {
        same(address, plain, minified);
    }
}

#[test]
fn a_minified_page_has_the_same_elements_and_the_same_text() {
    same_site(&site());
}

#[test]
fn so_has_a_page_full_of_short_pieces() {
    same_site(
        &site()
            .append(SITE, "base_url: https://exemple.fr/\n")
            .replace(CALL, "numero: 412", "numero: 412\netat: suspendu\nduree_min: 3\npreuve: probable")
            .replace(CALL, "duree_min: 15\n", "")
            .replace(
                PHOTO,
                "Tenez l'appareil à deux mains.",
                "Le **02 98** *85* [99](tel:3646) **08** `a  b` *c*. Puis  \n**d** [e](mot:lien) ! « **f** » ; *g* : *h* ? — *i*…\n\n1. **j** *k*\n2. l\n\n9. m\n",
            )
            .append(
                CLIC,
                "entendre: [ecrit, sms, lsf]\nentendre_precision: Par SMS\nmode_aide: [domicile, telephone]\nmode_contact: [sms, courriel]\nqui_peut_demander: [personne, proche]\nlangues: [français, breton]\nvoir: Gros caractères\nverifie_le: 2020-01-01\nverifie_comment: appel\nverifie_par: rédaction\n",
            ),
    );
}

#[test]
fn so_has_every_page_of_the_real_site() {
    let pages = |minify: bool| {
        let (sources, faults) = read_site(Path::new(env!("CARGO_MANIFEST_DIR")));
        let examined = examine(
            sources,
            &faults,
            eliane::Order { minify, ..eliane::Order::of(crate::small_site::DAY_OF_CONTENT) },
        );
        let renderer = examined.renderer.expect("the site of this repository has no error");
        crate::small_site::pages_of(&renderer.finish(&crate::small_site::EmptySheets).0)
    };
    let (plain, minified) = (pages(false), pages(true));
    assert!(plain.len() > 50, "{}", plain.len());
    for ((address, plain), (_, minified)) in plain.iter().zip(&minified) {
        same(address, plain, minified);
    }
}
