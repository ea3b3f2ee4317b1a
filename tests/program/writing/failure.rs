//! A template that fails while it runs, on one kind of page, when others are already made.

use crate::common::{DATE, Ended, Site, leftovers, same, tree};

const FAILS: &str = "{% extends \"base.html\" %}{% block contenu %}{{ vue.rien.du.tout }}{% endblock %}";

#[test]
fn a_template_that_fails_leaves_the_old_site() {
    let site = Site::new();
    site.build(&[]);
    let before = tree(&site.path("public"));
    site.rewrite("Mon site", "Mon autre site");
    site.write("themes/kiosque/service.html", FAILS);
    let Ended { code, stdout, stderr } = site.run(&["construire", "--date", DATE]);
    assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
    assert!(stderr.contains("erreur[E091]") && stderr.contains("--> service.html:1:"), "{stderr}");
    assert!(stderr.contains("Rien n’a été écrit. L’ancien site, s’il existe, n’a pas changé."), "{stderr}");
    same(&before, &tree(&site.path("public")), "after a failed template");
    assert_eq!(leftovers(&site.root), [""; 0]);
}

#[test]
fn a_template_that_fails_in_a_first_build_leaves_nothing() {
    let site = Site::new();
    site.write("themes/kiosque/service.html", FAILS);
    assert_eq!(site.run(&["construire"]).code, 1);
    assert!(!site.path("public").exists());
    assert_eq!(leftovers(&site.root), [""; 0]);
}

#[test]
fn check_finds_the_template_that_would_fail() {
    let site = Site::new();
    site.write("themes/kiosque/service.html", FAILS);
    let checked = site.run(&["relire"]);
    assert_eq!(checked.code, 1);
    assert!(checked.stderr.contains("erreur[E091]"), "{}", checked.stderr);
}
