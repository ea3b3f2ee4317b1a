//! What the preview must not give, and to whom it must not answer.

use super::Preview;
use super::client::get;
use crate::common::Site;

#[test]
fn another_name_for_this_computer_is_refused() {
    let preview = Preview::of(Site::new());
    let port = preview.port;
    for good in [
        format!("127.0.0.1:{port}"),
        format!("localhost:{port}"),
        "127.0.0.1".to_owned(),
        "localhost".to_owned(),
    ] {
        assert_eq!(get(port, "/", &good).status, 200, "{good}");
    }
    for bad in [
        format!("exemple.fr:{port}"),
        "exemple.fr".to_owned(),
        format!("127.0.0.1.exemple.fr:{port}"),
        format!("localhost.exemple.fr:{port}"),
        format!("exemple.fr:127.0.0.1:{port}"),
        "192.168.1.10".to_owned(),
        String::new(),
    ] {
        for path in ["/", "/_eliane/recharger.js", "/_eliane/evenements", "/rien"] {
            let answer = get(port, path, &bad);
            assert_eq!((answer.status, answer.body.len()), (403, 0), "« {bad} » {path}");
        }
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    let site = Site::new();
    let secret = "mot-de-passe-de-la-mairie";
    site.write("secret.txt", secret);
    site.write("content/.cache", secret);
    site.write("public/secret.txt", secret);
    let depth = "/..".repeat(12);
    let preview = Preview::of(site);
    let absolute = preview.site.path("secret.txt").to_str().unwrap().to_owned();
    for path in [
        "/secret.txt".to_owned(),
        "/../secret.txt".to_owned(),
        "/../Cargo.toml".to_owned(),
        "/%2e%2e/secret.txt".to_owned(),
        "/%2e%2e%2fsecret.txt".to_owned(),
        "/guides/..%2f..%2fsecret.txt".to_owned(),
        "/..%5csecret.txt".to_owned(),
        "/..\\secret.txt".to_owned(),
        "/guides/../../secret.txt".to_owned(),
        "/public/secret.txt".to_owned(),
        "/content/site.yaml".to_owned(),
        "/content/.cache".to_owned(),
        "/.cache".to_owned(),
        format!("/{absolute}"),
        absolute.clone(),
        format!("{depth}/etc/passwd"),
        format!("{}/etc/passwd", depth.replace("..", "%2e%2e")),
        "/_eliane/../secret.txt".to_owned(),
        "/index.html%00.txt".to_owned(),
    ] {
        let answer = preview.get(&path);
        assert!([302, 404].contains(&answer.status), "{path} : {}", answer.status);
        let text = answer.text();
        for leak in [secret, "root:x:", "[package]", "territoires: ["] {
            assert!(!text.contains(leak), "{path} gives « {leak} »");
        }
        assert!(answer.header("Location").is_none_or(|to| to == "/404.html"), "{path}");
    }
}
