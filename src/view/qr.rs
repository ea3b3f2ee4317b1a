//! QR codes, as drawings inside the page.

use super::escape;
use fast_qr::{ECL, QRBuilder};

/// White around a code, in modules: what ISO/IEC 18004 asks for so that telephones find it.
const MARGIN: usize = 4;

/// A code that telephones read as `text`, called `label` for who cannot see it; empty when the text is too long
/// for any code.
#[must_use]
pub fn svg(text: &str, label: &str) -> String {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else { return String::new() };
    let side = code.size + 2 * MARGIN;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        while column < code.size {
            let start = column;
            while column < code.size && code[row][column].value() {
                column += 1;
            }
            if column > start {
                path.push_str(&format!(
                    "M{} {}h{}v1H{}z",
                    start + MARGIN,
                    row + MARGIN,
                    column - start,
                    start + MARGIN
                ));
            } else {
                column += 1;
            }
        }
    }
    let mut name = String::new();
    escape(label, &mut name);
    format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{name}\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn a_code_has_its_margin_and_its_name() {
        let code = svg("tel:+33298859908", "Code : 02 98 \"85\"");
        assert!(code.contains("viewBox=\"0 0 33 33\""), "{code}");
        assert!(code.contains("aria-label=\"Code : 02 98 &quot;85&quot;\""));
        // The first finder pattern: a run of seven modules, four away from each edge.
        assert!(code.contains("M4 4h7v1H4z"));
        assert_eq!(svg("tel:+33298859908", "a"), svg("tel:+33298859908", "a"));
    }

    #[test]
    fn a_text_that_fits_no_code_gives_none() {
        assert_eq!(svg(&"a".repeat(4000), "a"), "");
    }
}
