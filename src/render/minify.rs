//! White space out, nothing else changed.

use simple_minify_html::Cfg;

/// Minifies one page. Closing tags and the html and head tags stay: people save, open and print these files
/// with programs of all ages. Scripts and styles are left alone, so that what we wrote is what runs.
#[must_use]
pub fn minify(html: &str) -> Vec<u8> {
    let cfg = Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        ..Cfg::default()
    };
    simple_minify_html::minify(html.as_bytes(), Some(cfg))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_paragraph_stay_apart() {
        let html = "<p>Appelez\n  le <strong>02 98</strong> <a href=\"tel:+332\">85 99</a> .</p>";
        let out = String::from_utf8(minify(html)).unwrap();
        assert!(out.contains("Appelez le <strong>02 98</strong> <a href=tel:+332>85 99</a> ."), "{out}");
    }

    #[test]
    fn a_telephone_number_keeps_its_no_break_spaces() {
        let out = String::from_utf8(minify("<p>02\u{a0}98\u{202f}!</p>")).unwrap();
        assert!(out.contains("02\u{a0}98\u{202f}!"), "{out}");
    }
}
