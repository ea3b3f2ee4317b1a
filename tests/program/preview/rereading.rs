//! Findings stand beside the text, while it is written.

use super::Preview;
use crate::common::Site;

const GUIDE: &str = "content/guides/mon-premier-guide/guide.md";
const PROOF: &str = "/_eliane/relire?content/guides/mon-premier-guide/guide.md";

#[test]
fn a_finding_stands_beside_its_line_and_goes_when_it_is_mended() {
    let preview = Preview::of(Site::new());
    let page = preview.get("/guides/mon-premier-guide.html").text();
    assert!(page.contains(PROOF), "the page leads to its text: {page}");
    assert!(preview.get(PROOF).text().contains("Aucune remarque sur ce texte."));

    let good = preview.site.read(GUIDE);
    let bad = "Deux phrases pour dire <à> qui sert ce guide, écrites le 12/05/2025.";
    preview.site.write(GUIDE, &good.replace("Deux phrases pour dire à qui sert ce guide.", bad));
    // The site has an error: no page is shown, the text is.
    let told = preview.until(PROOF, |answer| !answer.text().contains("Aucune remarque"));
    let text = told.text();
    assert_eq!(told.status, 200);
    let line = text.split("<li class=\"l\">").find(|line| line.contains("12/05/2025")).unwrap();
    assert!(line.contains("<mark>12/05/2025</mark>"), "{line}");
    assert!(line.contains("Erreur E212") && line.contains("Réparation") && line.contains("2025"), "{line}");
    assert!(text.contains("recharger.js") && !text.contains("<à>"), "{text}");
    assert!(preview.get("/").text().contains("/_eliane/relire"), "the page of faults leads there");

    preview.site.write(GUIDE, &good);
    preview.until(PROOF, |answer| answer.text().contains("Aucune remarque sur ce texte."));
}

#[test]
fn the_list_names_every_text_the_gravest_first() {
    let site = Site::new();
    site.change("content/site.yaml", "titre: Mon site", "titre: Mon site\ntitr: a");
    let preview = Preview::of(site);
    let list = preview.get("/_eliane/relire").text();
    let place = |name: &str| list.find(name).unwrap_or_else(|| panic!("{name}: {list}"));
    assert!(place("content/site.yaml") < place("content/besoins.yaml"));
    assert!(list.contains("erreurs 1"), "{list}");
    // What is no text of this site leads to the list.
    for other in ["/_eliane/relire?rien.yaml", "/_eliane/relire?../../etc/passwd", "/_eliane/relire?%00"] {
        let answer = preview.get(other);
        assert!(answer.status == 200 && answer.text().contains("content/besoins.yaml"), "{other}");
    }
}
