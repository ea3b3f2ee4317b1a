//! How much a drawing draws, once its repetitions are followed, and how large it is.

use super::names;
use roxmltree::Node;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// How many elements are drawn once each `use` is followed; a circle counts as too many.
pub(super) fn repeats(root: Node<'_, '_>) -> u64 {
    let targets: BTreeMap<&str, Node<'_, '_>> =
        root.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut known: BTreeMap<u32, Option<u64>> = BTreeMap::new();
    weigh(root, &targets, &mut known)
}

fn target<'a, 'i>(node: Node<'a, 'i>, targets: &BTreeMap<&str, Node<'a, 'i>>) -> Option<Node<'a, 'i>> {
    let link = node.attribute("href").or_else(|| node.attribute((names::XLINK, "href")))?;
    (node.tag_name().name() == "use").then(|| targets.get(link.trim().strip_prefix('#')?).copied())?
}

/// Depth is bounded by that of the drawing, for each element is entered once.
fn weigh<'a, 'i>(
    node: Node<'a, 'i>,
    targets: &BTreeMap<&str, Node<'a, 'i>>,
    known: &mut BTreeMap<u32, Option<u64>>,
) -> u64 {
    // Elements that wait for others; none of them twice, so a circle is seen when one is met again.
    let mut stack = vec![(node, false)];
    while let Some((node, entered)) = stack.pop() {
        let parts = || node.children().filter(Node::is_element).chain(target(node, targets));
        if entered {
            let sum = parts().fold(1_u64, |sum, part| match known.get(&part.id().get()) {
                Some(Some(weight)) => sum.saturating_add(*weight),
                _ => u64::MAX,
            });
            known.insert(node.id().get(), Some(sum));
        } else if let Entry::Vacant(place) = known.entry(node.id().get()) {
            place.insert(None);
            stack.push((node, true));
            stack.extend(parts().map(|part| (part, false)));
        }
    }
    known.get(&node.id().get()).copied().flatten().unwrap_or(0)
}

pub(super) fn is_nothing(value: Option<&str>) -> bool {
    value.and_then(length).is_some_and(|length| length <= 0.0)
}

/// A length in CSS pixels; none when it depends on what is around the drawing.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let factor = match text.get(digits.len()..)?.to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    digits.trim().parse::<f64>().ok().map(|number| number * factor)
}

/// `width` and `height`, else the last two numbers of `viewBox`; one of them and the proportions of the other.
pub(super) fn size(root: Node<'_, '_>) -> Option<(u32, u32)> {
    let numbers: Vec<f64> = root
        .attribute("viewBox")
        .unwrap_or_default()
        .split(|c: char| c == ',' || c.is_ascii_whitespace())
        .filter_map(|number| number.parse().ok())
        .collect();
    let view = match numbers[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    };
    let side = |name: &str| root.attribute(name).and_then(length);
    let (width, height) = match (side("width"), side("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (_, _, view) => view?,
    };
    // Pixels of a drawing, checked to be small and positive.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = |n: f64| (0.5..=20_000.0).contains(&n).then_some(n.round() as u32);
    Some((whole(width)?, whole(height)?))
}
