//! A fault of the content takes the page's place until it is mended.

use super::Preview;
use crate::common::Site;

const SERVICE: &str = "content/services/mon-service.yaml";

#[test]
fn a_broken_file_shows_its_diagnostic_and_mending_it_the_page() {
    let preview = Preview::of(Site::new());
    let good = preview.site.read(SERVICE);
    preview.site.write(SERVICE, &good.replace("nom:", "<nom&>:"));
    let broken = preview.until("/", |answer| answer.status != 200);
    assert_eq!((broken.status, broken.kind()), (500, "text/html; charset=utf-8"));
    let text = broken.text();
    assert!(text.contains("<html lang=\"fr\">") && text.contains("<h1>À corriger</h1>"), "{text}");
    assert!(text.contains("erreur[E030]") && text.contains(SERVICE), "{text}");
    assert!(text.contains("réparation"), "{text}");
    assert!(text.contains("&lt;nom&amp;&gt;") && !text.contains("<nom"), "what is quoted is escaped: {text}");
    assert!(text.contains("recharger.js"), "the page must come back by itself: {text}");
    // All other pages too: none of them can be trusted.
    assert_eq!(preview.get("/plan.html").status, 500);
    assert_eq!(preview.get("/rien.html").status, 500);

    preview.site.write(SERVICE, &good);
    let mended = preview.until("/", |answer| answer.status == 200);
    assert!(!mended.text().contains("À corriger"));
}

#[test]
fn a_site_that_is_broken_from_the_start_is_served_all_the_same() {
    let site = Site::new();
    site.write(SERVICE, "nom: [\n");
    let preview = Preview::of(site);
    assert_eq!(preview.get("/").status, 500);
    preview.site.write(SERVICE, include_str!("../../../src/cli/modeles/service.yaml"));
    preview.until("/", |answer| answer.status == 200);
}

#[test]
fn a_template_that_fails_shows_on_its_own_pages_only() {
    let site = Site::new();
    site.write(
        "themes/kiosque/service.html",
        "{% extends \"base.html\" %}{% block contenu %}{{ vue.rien.du.tout }}{% endblock %}",
    );
    let preview = Preview::of(site);
    let failed = preview.get("/services/mon-service.html");
    assert_eq!(failed.status, 500);
    let text = failed.text();
    assert!(text.contains("erreur[E091]") && text.contains("recharger.js"), "{text}");
    assert!(!text.contains("{% extends \""), "a quote mark must be escaped: {text}");
    assert_eq!(preview.get("/").status, 200);
    // The theme is watched as the content is.
    fs_err::remove_file(preview.site.path("themes/kiosque/service.html")).unwrap();
    preview.until("/services/mon-service.html", |answer| answer.status == 200);
}

#[test]
fn a_folder_without_content_says_so() {
    let site = Site::new();
    fs_err::remove_dir_all(site.path("content")).unwrap();
    let preview = Preview::of(site);
    let answer = preview.get("/");
    assert_eq!(answer.status, 500);
    assert!(answer.text().contains("erreur["), "{}", answer.text());
}
