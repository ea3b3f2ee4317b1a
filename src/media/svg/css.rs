//! What a style loads or moves, read with a tokenizer of CSS: escapes are resolved, comments are nothing.

use cssparser::{ParseError, Parser, ParserInput, Token};

/// Blocks within blocks; no drawing has ten.
const DEEPEST: u8 = 32;

pub(super) enum CssFinding {
    Import,
    /// A rule that is on no list.
    Rule(String),
    Animation(String),
    /// An address, as it is written.
    Address(String),
    Deep,
}

/// Rules that change how a drawing looks, and load nothing by themselves.
const RULES: [&str; 8] =
    ["font-face", "media", "charset", "supports", "layer", "page", "namespace", "container"];

/// What stands in the style, each with the number of line ends before it.
pub(super) fn look(text: &str, rules: bool) -> Vec<(usize, CssFinding)> {
    let mut input = ParserInput::new(text);
    let mut parser = Parser::new(&mut input);
    let mut out = Vec::new();
    block(&mut parser, rules, 0, "", &mut out);
    out
}

/// `within`: the function whose values these are, in lower case.
fn block(
    parser: &mut Parser<'_, '_>,
    rules: bool,
    depth: u8,
    within: &str,
    out: &mut Vec<(usize, CssFinding)>,
) {
    let mut property = String::new();
    let mut named = false;
    loop {
        let line = usize::try_from(parser.current_source_location().line).unwrap_or(0);
        let Ok(token) = parser.next() else { break };
        let token = token.clone();
        let opens = matches!(
            token,
            Token::Function(_)
                | Token::ParenthesisBlock
                | Token::SquareBracketBlock
                | Token::CurlyBracketBlock
        );
        let mut inner = within.to_owned();
        match &token {
            Token::AtKeyword(name) => {
                let name = name.to_ascii_lowercase();
                named = name == "namespace";
                if name == "import" {
                    out.push((line, CssFinding::Import));
                } else if name.ends_with("keyframes") {
                    out.push((line, CssFinding::Animation(format!("@{name}"))));
                } else if rules && !RULES.contains(&name.as_str()) {
                    out.push((line, CssFinding::Rule(format!("@{name}"))));
                }
            }
            Token::Semicolon => named = false,
            // « @namespace url(…) » names, and loads nothing.
            Token::UnquotedUrl(_) if named => {}
            // Browsers drop what they cannot read; so must no address be hidden in it.
            Token::UnquotedUrl(address) | Token::BadUrl(address) => {
                out.push((line, CssFinding::Address(address.to_string())));
            }
            Token::QuotedString(text) if is_loading(within) => {
                out.push((line, CssFinding::Address(text.to_string())));
            }
            Token::Function(name) => inner = name.to_ascii_lowercase(),
            Token::Ident(name) => property = name.to_ascii_lowercase(),
            Token::Colon
                if property.trim_start_matches('-').trim_start_matches("webkit-") == "animation"
                    || property.starts_with("animation-") =>
            {
                out.push((line, CssFinding::Animation(property.clone())));
            }
            Token::Colon if ["behavior", "-moz-binding"].contains(&property.as_str()) => {
                out.push((line, CssFinding::Rule(property.clone())));
            }
            _ => {}
        }
        if inner == "expression" && opens {
            out.push((line, CssFinding::Rule("expression".to_owned())));
        }
        if opens {
            if depth == DEEPEST {
                out.push((line, CssFinding::Deep));
                return;
            }
            if named && inner == "url" {
                continue;
            }
            let _ = parser.parse_nested_block(|parser| {
                block(parser, rules, depth + 1, &inner, out);
                Ok::<(), ParseError<'_, ()>>(())
            });
        }
    }
}

/// Functions whose strings are addresses.
fn is_loading(function: &str) -> bool {
    matches!(
        function.trim_start_matches("-webkit-"),
        "url" | "src" | "image-set" | "image" | "cross-fade" | "url-prefix"
    )
}
