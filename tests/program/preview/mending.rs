//! « Corriger » in « Relire »: one click mends a text, and only a page of the preview can click.

use super::Preview;
use super::client::post;
use crate::common::Site;

const GUIDE: &str = "content/guides/mon-premier-guide/guide.md";
const PROOF: &str = "/_eliane/relire?content/guides/mon-premier-guide/guide.md";

/// A preview of a guide with a date in digits, and where its button leads.
fn preview() -> (Preview, String) {
    let site = Site::new();
    site.change(GUIDE, "qui sert ce guide.", "qui sert ce guide, depuis le 13/05/2025.");
    let preview = Preview::of(site);
    let page = preview.get(PROOF).text();
    let (_, after) = page.split_once("<form method=\"post\" action=\"").unwrap_or_else(|| panic!("{page}"));
    let action = after.split('"').next().unwrap().replace("&amp;", "&");
    assert!(action.starts_with("/_eliane/corriger?"), "{action}");
    (preview, action)
}

#[test]
fn one_click_mends_the_text_and_the_page_shows_it() {
    let (preview, action) = preview();
    let port = preview.port;
    let before = preview.site.read(GUIDE);
    let ours = format!(
        "Host: localhost:{port}\r\nOrigin: http://localhost:{port}\r\nSec-Fetch-Site: same-origin\r\n"
    );
    let (status, answer) = post(port, &action, &ours);
    assert_eq!(status, 303, "{answer}");
    assert!(answer.contains(&format!("Location: {PROOF}\r\n")), "{answer}");
    assert_eq!(preview.site.read(GUIDE), before.replace("13/05/2025", "13\u{a0}mai\u{a0}2025"));
    let page = preview.until(PROOF, |answer| answer.text().contains("Aucune remarque sur ce texte."));
    assert!(!page.text().contains("<form"), "{page:?}");
    // The same click again finds nothing to mend.
    assert_eq!(post(port, &action, &ours).0, 409);
}

#[test]
fn a_text_that_changed_meanwhile_is_left() {
    let (preview, action) = preview();
    let port = preview.port;
    preview.site.change(GUIDE, "depuis le", "et cela depuis le");
    let changed = preview.site.read(GUIDE);
    let (status, answer) =
        post(port, &action, &format!("Host: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"));
    assert_eq!(status, 409, "{answer}");
    assert!(answer.contains("Rien n’a été écrit"), "{answer}");
    assert_eq!(preview.site.read(GUIDE), changed);
}

#[test]
fn another_page_cannot_click() {
    let (preview, action) = preview();
    let port = preview.port;
    let before = preview.site.read(GUIDE);
    let host = format!("Host: 127.0.0.1:{port}\r\n");
    let ours = format!("Origin: http://127.0.0.1:{port}\r\n");
    let token = action.split_once('?').unwrap().1.split('&').next().unwrap();
    let forged = action.replace(token, &"0".repeat(token.len()));
    let short = action.replace(token, "");
    for (what, path, head) in [
        ("a page of the web", &action, format!("{host}Origin: https://exemple.fr\r\n")),
        ("a page without a name", &action, format!("{host}Origin: null\r\n")),
        ("a program that says nothing", &action, host.clone()),
        (
            "another port of this computer",
            &action,
            format!("{host}Origin: http://127.0.0.1:{}\r\n", port ^ 1),
        ),
        ("another name of this computer", &action, format!("{host}Origin: http://localhost:{port}\r\n")),
        ("the same name, with TLS", &action, format!("{host}Origin: https://127.0.0.1:{port}\r\n")),
        (
            "a name that begins alike",
            &action,
            format!("{host}Origin: http://127.0.0.1:{port}.exemple.fr\r\n"),
        ),
        ("a browser that knows better", &action, format!("{host}{ours}Sec-Fetch-Site: cross-site\r\n")),
        ("a neighbour", &action, format!("{host}{ours}Sec-Fetch-Site: same-site\r\n")),
        (
            "a name that leads here",
            &action,
            format!("Host: exemple.fr:{port}\r\nOrigin: http://exemple.fr:{port}\r\n"),
        ),
        ("no name", &action, ours.clone()),
        ("a forged token", &forged, format!("{host}{ours}")),
        ("no token", &short, format!("{host}{ours}")),
        ("nothing", &"/_eliane/corriger".to_owned(), format!("{host}{ours}")),
    ] {
        assert_eq!(post(port, path, &head).0, 403, "{what}");
    }
    // A link, a picture or a style sheet asks with GET; and nothing else takes a POST.
    assert_eq!(preview.get(&action).status, 405);
    for path in ["/", PROOF, "/_eliane/evenements", "/index.html"] {
        assert_eq!(post(port, path, &format!("{host}{ours}")).0, 405, "{path}");
    }
    // A text that is not of the site, or a finding that is not there.
    let (start, _) = action.rsplit_once('&').unwrap();
    for path in ["../../etc/passwd", "content/rien.yaml", ""] {
        assert_eq!(post(port, &format!("{start}&{path}"), &format!("{host}{ours}")).0, 409, "{path}");
    }
    assert_eq!(preview.site.read(GUIDE), before);
    // No other page shows the button within itself.
    let page = preview.get(PROOF);
    assert_eq!(page.header("Content-Security-Policy"), Some("frame-ancestors 'none'"));
}

#[test]
fn each_preview_has_its_own_token() {
    let (first, second) = (preview(), preview());
    assert_ne!(first.1, second.1);
    let port = second.0.port;
    let head = format!("Host: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n");
    assert_eq!(post(port, &first.1, &head).0, 403);
    // A finding that its author alone can mend has no button.
    let page = second.0.get("/_eliane/relire?content/site.yaml").text();
    assert!(!page.contains("<form"), "{page}");
}
