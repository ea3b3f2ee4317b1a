//! Where an address of a drawing leads, as browsers read it.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

/// Where an address leads.
pub(super) enum AddressTarget {
    Inside,
    Data(String),
    Program,
    Outside(String),
}

/// As browsers read it: control signs and spaces around it, line ends and tabs within, are nothing.
pub(super) fn address(value: &str) -> AddressTarget {
    let value: String =
        value.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let scheme = value.get(..value.find(':').unwrap_or(0)).unwrap_or_default().to_ascii_lowercase();
    match scheme.as_str() {
        _ if value.is_empty() || value.starts_with('#') => AddressTarget::Inside,
        "data" => AddressTarget::Data(value),
        "javascript" | "vbscript" | "livescript" => AddressTarget::Program,
        _ => AddressTarget::Outside(value),
    }
}

/// The bytes of a `data:` address.
pub(super) fn bytes_of(address: &str) -> Option<Vec<u8>> {
    let (head, body) = address.split_once(',')?;
    let body: Vec<u8> = percent_encoding::percent_decode_str(body).collect();
    if !head.to_ascii_lowercase().trim_end().ends_with("base64") {
        return Some(body);
    }
    let body: Vec<u8> = body.into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    GeneralPurpose::new(&STANDARD, config).decode(body).ok()
}
