//! The frame of a JPEG: its segments, without its points.

/// What the segments say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct JpegFrame {
    /// Whether the picture is ended: decoders fill what is missing with grey, and say nothing.
    pub(super) whole: bool,
    /// Colours of a point: 1 grey, 3 for screens, 4 for presses.
    pub(super) components: u8,
    /// Whether browsers can decode it: neither arithmetic coding, nor lossless, nor 12 bits a colour.
    pub(super) shown: bool,
}

/// Walks through the segments; `None` when they make no sense.
pub(super) fn frame(bytes: &[u8]) -> Option<JpegFrame> {
    let mut frame = JpegFrame::default();
    let mut at = 2;
    loop {
        // Any number of 0xff may stand before a marker; what stands elsewhere is skipped, as decoders do.
        while *bytes.get(at)? != 0xff || matches!(bytes.get(at + 1), Some(0 | 0xff)) {
            at += 1;
            if at + 1 >= bytes.len() {
                return Some(frame);
            }
        }
        let Some(marker) = bytes.get(at + 1).copied() else { return Some(frame) };
        at += 2;
        match marker {
            0xd9 => {
                frame.whole = true;
                return Some(frame);
            }
            // Marks of restart, and a picture within the picture that begins again: no length.
            0xd0..=0xd8 | 0x01 => continue,
            _ => {}
        }
        let Some(&[high, low]) = bytes.get(at..at + 2) else { return Some(frame) };
        let length = usize::from(u16::from_be_bytes([high, low]));
        if length < 2 {
            return None;
        }
        // All frames but tables (c4), extensions (c8) and arithmetic conditions (cc).
        if matches!(marker, 0xc0..=0xcf) && ![0xc4, 0xc8, 0xcc].contains(&marker) {
            let &[precision, _, _, _, _, components] = bytes.get(at + 2..at + 8)? else { return None };
            frame.components = components;
            frame.shown = precision == 8 && matches!(marker, 0xc0..=0xc2);
        }
        at += length;
        if at >= bytes.len() {
            return Some(frame);
        }
    }
}
