//! The lists: elements, attributes, namespaces that a drawing may hold.

use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";
pub(super) const XHTML: &str = "http://www.w3.org/1999/xhtml";
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

pub(super) const XLINK_ATTRIBUTES: [&str; 7] =
    ["type", "show", "actuate", "title", "role", "arcrole", "label"];

/// Instructions that drawing programs leave, and that nothing follows.
pub(super) const INSTRUCTIONS: [&str; 3] = ["xpacket", "adobe-xap-filters", "xml-model"];

/// Namespaces in which drawing programs keep their own notes; browsers give them no meaning.
const EDITORS: [&str; 25] = [
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.openswatchbook.org/uri/2009/osb",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.serif.com/",
    "http://www.figma.com/figma/ns",
    "http://vectornator.io",
    "http://www.vectornator.io",
    "http://schemas.microsoft.com/visio/2003/SVGExtensions/",
    "http://xml.openoffice.org/svg/export",
    "http://www.corel.com/coreldraw/odm/2003",
    "http://krita.org/namespaces/svg/krita",
    "http://www.w3.org/2004/02/skos/core#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "adobe:ns:meta/",
    "http://www.iki.fi/pav/software/textext/",
    "http://boxy-svg.com/",
    "https://boxy-svg.com",
    "http://svgjs.com/svgjs",
];

/// Families of such namespaces, by how they begin.
const EDITOR_FAMILIES: [&str; 5] = [
    "http://ns.adobe.com/",
    "http://www.inkscape.org/",
    "http://svgjs.dev",
    "http://schemas.openxmlformats.org/",
    "https://svgjs.dev",
];

const ELEMENTS: &str = " a circle clipPath color-profile defs desc ellipse feBlend feColorMatrix feComponentTransfer \
    feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA \
    feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence filter font font-face font-face-format font-face-name \
    font-face-src g glyph glyphRef hkern image line linearGradient marker mask metadata missing-glyph path pattern \
    polygon polyline radialGradient rect stop style svg switch symbol text textPath title tref tspan use view vkern \
    solidcolor hatch hatchpath meshgradient meshpatch meshrow flowRoot flowRegion flowPara flowSpan ";

const DRAWING: &str = " circle ellipse image line path polygon polyline rect text use flowRoot ";

/// Attributes of SVG 1.1 and 2, those of CSS that may stand as attributes, and what well-known programs add without
/// meaning.
const ATTRIBUTES: &str = " accent-height alignment-baseline alphabetic amplitude arabic-form ascent \
    azimuth baseFrequency baseProfile baseline-shift bbox bias cap-height \
    class clip clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters color-profile \
    color-rendering contentScriptType contentStyleType crossorigin cursor cx cy d descent diffuseConstant direction \
    display divisor dominant-baseline dx dy edgeMode elevation enable-background exponent externalResourcesRequired \
    fill fill-opacity fill-rule filter filterRes filterUnits flood-color flood-opacity focusable font font-family \
    font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant \
    font-variant-caps font-variant-ligatures font-variant-numeric font-variation-settings font-weight format fr fx \
    fy g1 g2 glyph-name glyph-orientation-horizontal glyph-orientation-vertical glyphRef gradientTransform \
    gradientUnits hanging height horiz-adv-x horiz-origin-x horiz-origin-y id ideographic image-rendering in in2 \
    inline-size intercept isolation k k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning lang lengthAdjust \
    letter-spacing lighting-color limitingConeAngle line-height local marker marker-end marker-mid marker-start \
    markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits mathematical mix-blend-mode mode name \
    numOctaves offset opacity operator order orient orientation origin overflow overline-position \
    overline-thickness paint-order panose-1 path pathLength patternContentUnits patternTransform patternUnits \
    pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX \
    refY rendering-intent requiredExtensions requiredFeatures requiredFonts requiredFormats result role rotate rx ry \
    scale seed shape-inside shape-margin shape-padding shape-rendering shape-subtract side slope solid-color \
    solid-opacity spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stemh stemv \
    stitchTiles stop-color stop-opacity strikethrough-position strikethrough-thickness string stroke stroke-alignment \
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width \
    surfaceScale systemLanguage tabindex tableValues target targetX targetY text-align text-align-all text-align-last \
    text-anchor text-decoration text-decoration-color text-decoration-fill text-decoration-line text-decoration-stroke \
    text-decoration-style text-indent text-orientation text-overflow text-rendering text-transform textLength \
    transform transform-box transform-origin type u1 u2 underline-position underline-thickness unicode unicode-bidi \
    unicode-range units-per-em v-alphabetic v-hanging v-ideographic v-mathematical values vector-effect version \
    vert-adv-y vert-origin-x vert-origin-y viewBox viewTarget visibility white-space width widths will-change \
    word-spacing writing-mode x x-height x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan \
    media title alt label content host agent etag modified pages p-id t s aria-hidden -inkscape-font-specification \
    inkscape-font-specification gradient-transform nodetypes connector-curvature \
    data sodipodi-docname space fill-gradient stroke-gradient background enableBackground ";

/// Attributes that hold words, names or numbers, where a bracket is a bracket.
const PROSE: &str = " d id class transform gradientTransform patternTransform points title alt label content host agent etag \
    name role glyph-name unicode lang systemLanguage requiredExtensions requiredFeatures font-family \
    inkscape-font-specification -inkscape-font-specification ";

/// A list of words between spaces, to be asked often.
type WordSet = LazyLock<BTreeSet<&'static str>>;

static KNOWN_ELEMENTS: WordSet = LazyLock::new(|| ELEMENTS.split_ascii_whitespace().collect());
static KNOWN_ATTRIBUTES: WordSet = LazyLock::new(|| ATTRIBUTES.split_ascii_whitespace().collect());
static KNOWN_PROSE: WordSet = LazyLock::new(|| PROSE.split_ascii_whitespace().collect());

pub(super) fn is_element(name: &str) -> bool {
    KNOWN_ELEMENTS.contains(name)
}

/// Whether an element of that name puts something on the page.
pub(super) fn draws(name: &str) -> bool {
    DRAWING.split_ascii_whitespace().any(|one| one == name)
}

pub(super) fn is_attribute(name: &str) -> bool {
    name.starts_with("data-") || name.starts_with("aria-") || KNOWN_ATTRIBUTES.contains(name)
}

pub(super) fn is_prose(name: &str) -> bool {
    name.starts_with("data-") || name.starts_with("aria-") || KNOWN_PROSE.contains(name)
}

pub(super) fn is_editor(namespace: &str) -> bool {
    EDITORS.contains(&namespace) || EDITOR_FAMILIES.iter().any(|family| namespace.starts_with(family))
}
