//! The preview's own pages, as templates: they are no pages of the site.

use serde::Serialize;
use std::sync::LazyLock;
use tera::{Context, Tera};

macro_rules! pages {
    ($($name:literal),* $(,)?) => {
        const PAGES: &[(&str, &str)] = &[$(($name, include_str!(concat!("pages/", $name)))),*];
    };
}

pages!["base.html", "below.html", "faults.html", "refused.html", "style.html", "text.html", "texts.html"];

static TEMPLATES: LazyLock<Result<Tera, tera::Error>> = LazyLock::new(|| {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    tera.add_raw_templates(PAGES.iter().map(|(name, text)| (*name, text.trim_end())))?;
    Ok(tera)
});

/// A page, or what is wrong with its template, which a test makes sure of.
pub fn show(name: &str, values: &impl Serialize) -> String {
    let shown = Context::from_serialize(values).and_then(|context| match &*TEMPLATES {
        Ok(tera) => tera.render(name, &context),
        Err(error) => Ok(error.to_string()),
    });
    shown.unwrap_or_else(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_can_be_shown_and_escapes_what_it_is_given() {
        #[derive(Serialize)]
        struct Values {
            words: &'static str,
            back: &'static str,
            script: &'static str,
        }
        assert!(TEMPLATES.is_ok(), "{:?}", TEMPLATES.as_ref().err());
        let page = show("refused.html", &Values { words: "<b>", back: "/a?\"", script: "<script></script>" });
        assert!(page.contains("<p>&lt;b&gt;</p>") && page.contains("href=\"/a?&quot;\""), "{page}");
        assert!(page.contains("<script></script></body></html>"), "{page}");
    }
}
