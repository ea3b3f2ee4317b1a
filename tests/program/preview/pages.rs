//! Each address has its bytes, its kind and its status.

use super::Preview;
use crate::common::{DATE, Site};

#[test]
fn the_home_page_is_at_the_root() {
    let preview = Preview::of(Site::new());
    let home = preview.get("/");
    assert_eq!((home.status, home.kind()), (200, "text/html; charset=utf-8"));
    assert!(home.text().contains("Mon site"), "{}", home.text());
    assert_eq!(preview.get("/index.html").body, home.body);
    assert_eq!(preview.get("/?cle=valeur").body, home.body);
    assert_eq!(home.header("Cache-Control"), Some("no-store"));
    assert_eq!(home.header("X-Content-Type-Options"), Some("nosniff"));
}

#[test]
fn every_file_of_a_build_is_served_with_its_kind() {
    let site = Site::new();
    site.change("content/site.yaml", "licence:", "base_url: https://exemple.fr/\nlicence:");
    let built = site.run(&["construire", "--date", DATE]);
    assert_eq!(built.code, 0, "{built:?}");
    let files = crate::common::tree(&site.path("public"));
    let preview = Preview::of(site);
    for (address, bytes) in &files {
        if address == "manifeste.json" {
            continue;
        }
        let answer = preview.get(&format!("/{address}"));
        assert_eq!(answer.status, 200, "{address}");
        let kind = match address.rsplit_once('.').unwrap().1 {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "woff2" => "font/woff2",
            "txt" => "text/plain; charset=utf-8",
            "svg" => "image/svg+xml",
            "xml" => "application/xml; charset=utf-8",
            other => panic!("a kind of file that this test does not know: {other}"),
        };
        assert_eq!(answer.kind(), kind, "{address}");
        if kind == "text/html; charset=utf-8" {
            assert!(answer.text().contains("recharger.js"), "{address} does not reload");
        } else if kind == "text/javascript; charset=utf-8" && !address.ends_with("-donnees.js") {
            // Whoever writes a script reads it as it was written; the others get it shorter.
            assert!(answer.text().starts_with("(function () {\n'use strict';\n"), "{address}");
            assert!(answer.body.len() > bytes.len(), "{address} is no longer than in a build");
        } else {
            assert!(answer.body == *bytes, "{address} is not what a build writes");
        }
    }
    assert!(files.contains_key("sitemap.xml") && files.contains_key("guides/mon-premier-guide/dessin.svg"));
}

#[test]
fn the_reload_script_is_served_and_only_in_the_preview() {
    let site = Site::new();
    site.build(&[]);
    assert!(!site.read("public/index.html").contains("_eliane"));
    let preview = Preview::of(site);
    let page = preview.get("/").text();
    assert_eq!(page.matches("<script src=\"/_eliane/recharger.js\"").count(), 1, "{page}");
    assert!(page.trim_end().ends_with("</html>"), "{page}");
    let script = preview.get("/_eliane/recharger.js");
    assert_eq!((script.status, script.kind()), (200, "text/javascript; charset=utf-8"));
    assert!(script.text().contains("new EventSource('/_eliane/evenements"), "{}", script.text());
}

#[test]
fn an_unknown_address_shows_the_site_s_own_page() {
    let preview = Preview::of(Site::new());
    let own = preview.get("/404.html");
    assert_eq!(own.status, 200);
    let unknown = preview.get("/rien.html");
    assert_eq!((unknown.status, unknown.body), (404, own.body));
    // Deeper, that page's relative links would lead nowhere.
    let deep = preview.get("/guides/rien.html");
    assert_eq!((deep.status, deep.header("Location")), (302, Some("/404.html")));
}

#[test]
fn warnings_are_shown_under_the_page() {
    let site = Site::new();
    site.write("themes/kiosque/acueil.html", "<p>jamais lu</p>");
    let preview = Preview::of(site);
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    let text = home.text();
    assert!(text.contains("avertissement[A090]"), "{text}");
    assert!(!Preview::of(Site::new()).get("/").text().contains("avertissement["));
}

#[test]
fn a_player_gets_the_part_of_a_film_that_it_asks_for() {
    let site = Site::new();
    let folder = "content/guides/mon-premier-guide";
    let film: &[u8] = include_bytes!("../../content/media/films/vp9.webm");
    fs_err::write(site.path(&format!("{folder}/geste.webm")), film).unwrap();
    site.write(&format!("{folder}/geste.fr.vtt"), "WEBVTT\n\n00:00.000 --> 00:01.000\nUn geste.\n");
    site.write(
        &format!("{folder}/geste.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 40\"><path d=\"M0 0h64v40H0z\"/></svg>",
    );
    site.change(&format!("{folder}/guide.md"), "\n## ", "\n![Un geste](geste.webm)\n\n## ");
    let preview = Preview::of(site);
    let address = "/guides/mon-premier-guide/geste.webm";
    let whole = preview.get(address);
    assert_eq!(
        (whole.status, whole.kind(), whole.header("Accept-Ranges")),
        (200, "video/webm", Some("bytes"))
    );
    let part = super::client::part(preview.port, address, "bytes=100-199");
    let place = format!("bytes 100-199/{}", film.len());
    assert_eq!((part.status, part.header("Content-Range")), (206, Some(place.as_str())));
    assert_eq!(part.body, film[100..200]);
    assert_eq!(super::client::part(preview.port, address, "bytes=9-2").status, 200);
}
