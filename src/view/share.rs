//! The address of a page as a QR code, drawn as one SVG path.

use super::Builder;
use super::contract::Partage;
use fast_qr::{ECL, QRBuilder};

/// Light modules around the code: ISO/IEC 18004 asks for four.
const MARGIN: usize = 4;

impl Builder<'_> {
    /// What readers send; nothing when the site has no address on the web.
    pub(super) fn share(&self) -> Option<Partage> {
        self.site().settings.base_url.as_ref().and_then(|base| code(format!("{}{}", base.as_str(), self.address)))
    }
}

/// An address too long for a code has none.
fn code(adresse: String) -> Option<Partage> {
    // A quarter of the code may be hidden by a reflection or a thumb: screens of kiosks are seldom clean.
    let code = QRBuilder::new(adresse.as_str()).ecl(ECL::Q).build().ok()?;
    let mut modules = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < code.size {
            let run = row[x..code.size].iter().take_while(|module| module.value()).count();
            if run > 0 {
                modules.push_str(&format!("M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN));
            }
            x += run.max(1);
        }
    }
    Some(Partage { adresse, cote: code.size + 2 * MARGIN, modules })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_corners_and_its_margin() {
        let share = code("https://exemple.fr/guides/visio.html".to_owned()).unwrap();
        assert_eq!(share.cote, 33 + 2 * MARGIN, "version 4");
        // The top of the first corner: seven dark modules, after the margin.
        assert!(share.modules.starts_with("M4 4h7v1h-7z"), "{}", &share.modules[..40]);
        let last = share.modules.rsplit('M').next().unwrap();
        assert!(last.split(' ').nth(1).unwrap().starts_with("36"), "{last}: nothing below the code");
    }

    #[test]
    fn an_address_too_long_has_no_code() {
        assert!(code("a".repeat(8000)).is_none());
    }
}
