//! The theme's templates, compiled once.

use crate::diag::catalogue::theme as say;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Resolved, Settings};
use crate::theme::{Texts, Theme, filled};
use crate::view::{Body, FragmentView, View, contract};
use serde::Serialize;
use std::sync::Arc;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult};

/// Compiled templates, with what all of them see.
pub struct Templates {
    tera: Tera,
    /// Where each template comes from, for messages.
    paths: Vec<(String, String)>,
}

/// What templates see besides `t`.
#[derive(Serialize)]
struct TemplateValues<'a> {
    page: &'a contract::PageHead,
    #[serde(rename = "vue")]
    body: &'a Body,
}

#[derive(Serialize)]
struct PartSeen<'a> {
    #[serde(rename = "vue")]
    body: &'a FragmentView,
}

#[derive(Serialize)]
struct SiteSeen<'a> {
    #[serde(rename = "titre")]
    title: &'a str,
    #[serde(rename = "sous_titre")]
    subtitle: &'a str,
    #[serde(rename = "editeur")]
    publisher: &'a str,
    licence: &'a str,
}

impl Templates {
    pub fn compile(theme: &Theme, settings: &Settings<Resolved>, out: &mut Diagnostics) -> Option<Self> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        let texts = Arc::new(theme.texts.clone());
        tera.register_function("phrase", move |kwargs: Kwargs, _: &State<'_>| phrase(&texts, &kwargs));
        let t: std::collections::BTreeMap<&str, &str> = theme.texts.iter().collect();
        tera.global_context().insert("t", &t);
        tera.global_context().insert(
            "site",
            &SiteSeen {
                title: &settings.title,
                subtitle: &settings.subtitle,
                publisher: &settings.publisher,
                licence: &settings.licence,
            },
        );
        let paths: Vec<_> = theme.templates.iter().map(|t| (t.name.clone(), t.path.clone())).collect();
        let list = theme.templates.iter().map(|t| (t.name.as_str(), t.text.as_str()));
        if let Err(error) = tera.add_raw_templates(list) {
            out.push(fault(&paths, "base.html", &error));
            return None;
        }
        Some(Self { tera, paths })
    }

    /// Shows a template that needs nothing but the theme's texts.
    pub fn alone(&self, name: &str) -> Result<String, Diagnostic> {
        self.tera.render(name, &Context::new()).map_err(|error| fault(&self.paths, name, &error))
    }

    /// Shows a part that pages share.
    pub fn part(&self, part: &FragmentView) -> Result<String, Diagnostic> {
        let name = part.template();
        Context::from_serialize(&PartSeen { body: part })
            .and_then(|context| self.tera.render(name, &context))
            .map_err(|error| fault(&self.paths, name, &error))
    }

    pub fn show(&self, view: &View) -> Result<String, Diagnostic> {
        let name = view.template;
        let seen = TemplateValues { page: &view.page, body: &view.body };
        Context::from_serialize(&seen)
            .and_then(|context| self.tera.render(name, &context))
            .map_err(|error| fault(&self.paths, name, &error))
    }
}

/// The diagnostic of a template's fault: Tera names the template itself in its message.
fn fault(paths: &[(String, String)], name: &str, error: &Error) -> Diagnostic {
    let detail = error.to_string();
    let named = paths.iter().find(|(short, _)| detail.contains(short.as_str()));
    let path = named.or_else(|| paths.iter().find(|(short, _)| short == name));
    say::bad_template(path.map_or(name, |(_, path)| path), &detail)
}

/// `phrase(cle="etape_n_sur_total", numero=3, total=8)`: a sentence of the theme with its words filled in.
fn phrase(texts: &Texts, kwargs: &Kwargs) -> TeraResult<String> {
    let key: &str = kwargs.must_get("cle")?;
    let Some(text) = texts.get(key) else {
        return Err(Error::message(format!("la phrase « {key} » n’est pas dans textes.yaml")));
    };
    Ok(filled(text, |word| {
        kwargs.iter().find(|(name, _)| name.as_str() == Some(word)).map(|(_, value)| value.to_string())
    }))
}
