//! Drawings that are taken, and drawings that are not.

use super::*;

/// A drawing with its declarations around that.
fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"64\" \
         height=\"40\">\n{inside}<rect width=\"9\" height=\"9\"/></svg>"
    )
}

fn read(bytes: &[u8]) -> Drawing {
    super::read(bytes, crate::media::picture::embedded)
}

fn faults(text: &str) -> Vec<PlacedFault> {
    read(text.as_bytes()).faults
}

const PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

#[test]
fn drawings_as_programs_write_them_are_taken() {
    let png = format!("<image width=\"9\" height=\"9\" xlink:href=\"data:image/png;base64,{PNG}\"/>");
    let broken = png.replace("CAYAAAAf", "CAYA\n  AAAf");
    for inside in [
        "",
        "<!-- <script> javascript: onload= -->",
        "<title>onload = rien</title><desc>script, url(https://a.fr)</desc>",
        "<defs><g id=\"a\"><path d=\"M0 0\"/></g></defs><use href=\"#a\"/><use xlink:href=\"#a\"/>",
        "<linearGradient id=\"g\"/><rect width=\"9\" height=\"9\" fill=\"url(#g)\"/>",
        "<rect width=\"9\" height=\"9\" style=\"fill: url(&quot;#g&quot;);\"/>",
        "<rect width=\"9\" height=\"9\" style=\"fill:url('#g');stroke:none\"/>",
        "<rect width=\"9\" height=\"9\" fill=\"url( #g )\" filter=\"url(#f) blur(2px)\"/>",
        "<style>.a{fill:#fc0}.b{fill:url(#g)} @media print {.a{fill:#000}}</style>",
        "<style><![CDATA[ .a { fill: url(\"#g\"); font-family: \"Noto Sans\" } ]]></style>",
        "<style type=\"text/css\">@font-face{font-family:\"Virgil\";src:url(data:font/woff2;base64,d09GMgABAAAAAA)}</style>",
        "<style>@charset \"utf-8\"; @namespace url(http://www.w3.org/2000/svg);</style>",
        "<text x=\"1\" y=\"9\">Réponse=oui, son = non, l’option=on</text>",
        "<text xml:space=\"preserve\"><tspan x=\"0\" dy=\"1em\">Ouvrir &amp; lire</tspan></text>",
        "<g id=\"Calque_1\" data-name=\"Calque 1\" aria-label=\"url(x)\" class=\"st0\" role=\"img\"/>",
        "<g transform=\"translate(1 2) rotate(3)\" style=\"mix-blend-mode:multiply;isolation:isolate\"/>",
        "<g opacity=\".5\" clip-path=\"url(#c)\" mask=\"url(#m)\" marker-end=\"url(#k)\"/>",
        "<switch><g systemLanguage=\"fr\"/></switch><a href=\"#bas\"><path d=\"M0 0\"/></a>",
        "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><cc:Work \
         xmlns:cc=\"http://creativecommons.org/ns#\" rdf:about=\"\"/></rdf:RDF></metadata>",
        "<sodipodi:namedview xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" pagecolor=\"#fff\" \
         objecttolerance=\"10\"/>",
        "<g xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" inkscape:label=\"Calque\" \
         inkscape:groupmode=\"layer\"/>",
        "<g xmlns:serif=\"http://www.serif.com/\" serif:id=\"Fond\"/>",
        "<s:rect xmlns:s=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>",
        "<filter id=\"f\"><feGaussianBlur in=\"SourceGraphic\" stdDeviation=\"2\"/><feDropShadow dx=\"1\"/></filter>",
        "<pattern id=\"p\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\"><circle r=\"1\"/></pattern>",
        "<symbol id=\"s\" viewBox=\"0 0 9 9\"><polygon points=\"0,0 9,0 9,9\"/></symbol>",
        &png,
        &broken,
        &png.replace(PNG, &PNG.replace('=', "%3D")),
        "<image href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Cpath d='M0 0'/%3E%3C/svg%3E\"/>",
        "<rect width=\"9\" height=\"9\" fill=\"var(--couleur, #fc0)\" style=\"--couleur: rgb(1 2 3 / 50%)\"/>",
        "<path d=\"M0 0\" vector-effect=\"non-scaling-stroke\" paint-order=\"stroke\" shape-rendering=\"crispEdges\"/>",
    ] {
        assert_eq!(faults(&svg(inside)), [], "{inside}");
    }
    for whole in [
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Créé avec Inkscape -->\n",
        "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
         \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n",
        "\u{feff}",
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>",
        "<!-- [ ] > -->\n\n",
        "<!DOCTYPE svg>",
    ] {
        assert_eq!(faults(&format!("{whole}{}", svg(""))), [], "{whole}");
    }
}

#[test]
fn what_could_run_fetch_or_harm_is_refused_at_its_line() {
    let outside = |address: &str| Unsafe::Outside(address.to_owned());
    let element = |name: &str| Unsafe::Element(name.to_owned());
    let page = |name: &str| Unsafe::Page(name.to_owned());
    let handler = |name: &str| Unsafe::Handler(name.to_owned());
    for (inside, fault) in [
        ("<script>1</script>", Unsafe::Script),
        ("<script xmlns=\"http://www.w3.org/1999/xhtml\">1</script>", Unsafe::Script),
        ("<s:script xmlns:s=\"http://www.w3.org/2000/svg\">1</s:script>", Unsafe::Script),
        ("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"a.js\"/>", Unsafe::Script),
        ("<SCRIPT/>", Unsafe::Script),
        ("<foreignObject/>", page("foreignObject")),
        ("<s:foreignObject xmlns:s=\"http://www.w3.org/2000/svg\"/>", page("foreignObject")),
        ("<h:iframe xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"a\"/>", page("iframe")),
        ("<h:p xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", page("p")),
        ("<metadata><h:img xmlns:h=\"http://www.w3.org/1999/xhtml\"/></metadata>", page("img")),
        ("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"/>", element("math")),
        ("<x:listener xmlns:x=\"http://www.w3.org/2001/xml-events\"/>", element("x:listener")),
        ("<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"/>", element("x:stylesheet")),
        ("<handler/>", element("handler")),
        ("<div/>", element("div")),
        ("<g onload=\"x()\"/>", handler("onload")),
        ("<g ONCLICK=\"x()\"/>", handler("ONCLICK")),
        ("<g\nonclick\n=\"x()\"/>", handler("onclick")),
        ("<g src=\"a\"/>", Unsafe::Attribute("src".into())),
        ("<g xml:base=\"https://a.fr/\"/>", Unsafe::Attribute("base".into())),
        ("<g formaction=\"a\"/>", Unsafe::Attribute("formaction".into())),
        ("<a href=\"javascript:x\"/>", Unsafe::Program),
        ("<a href=\" java&#10;script:x\"/>", Unsafe::Program),
        ("<a xlink:href=\"JaVaScRiPt:x\"/>", Unsafe::Program),
        ("<a href=\"https://a.fr/\"/>", outside("https://a.fr/")),
        ("<a href=\"autre.svg\"/>", outside("autre.svg")),
        ("<a href=\"data:text/html,x\"/>", outside("data:text/html,x")),
        ("<image href=\"https://a.fr/x.png\"/>", outside("https://a.fr/x.png")),
        ("<image href=\"//a.fr/x.png\"/>", outside("//a.fr/x.png")),
        ("<image href=\"x.png\"/>", outside("x.png")),
        ("<s:image xmlns:s=\"http://www.w3.org/2000/svg\" href=\"file:///a\"/>", outside("file:///a")),
        (
            "<x:image xmlns:x=\"http://www.w3.org/2000/svg\" xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"x\"/>",
            outside("x"),
        ),
        ("<use xlink:href=\"autre.svg#a\"/>", outside("autre.svg#a")),
        ("<use href=\"data:image/svg+xml,x\"/>", outside("data:image/svg+xml,x")),
        ("<feImage href=\"x.png\"/>", outside("x.png")),
        ("<image href=\"data:image/png;base64,AAAA\"/>", Unsafe::Embedded),
        ("<image href=\"data:image/png;base64,****\"/>", Unsafe::Embedded),
        ("<image href=\"data:text/html,x\"/>", outside("data:text/html,x")),
        (
            "<image href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cscript/%3E%3C/svg%3E\"/>",
            Unsafe::Script,
        ),
        ("<rect fill=\"url(http://a.fr)\"/>", outside("http://a.fr")),
        ("<rect fill=\"u\\72l(http://a.fr)\"/>", outside("http://a.fr")),
        ("<rect style=\"fill:\\75\\72\\6c(https://a.fr/x)\"/>", outside("https://a.fr/x")),
        ("<rect style=\"fill:url(&quot;a.svg#g&quot;)\"/>", outside("a.svg#g")),
        ("<rect style=\"background:image-set('a.png' 1x)\"/>", outside("a.png")),
        ("<rect cursor=\"url(a.cur), auto\"/>", outside("a.cur")),
        ("<style>@import 'a.css';</style>", Unsafe::Import),
        ("<style>@im\\port url(a.css);</style>", Unsafe::Import),
        ("<style>@\\69mport \"a.css\";</style>", Unsafe::Import),
        ("<style>/* a */@import/**/url(a)</style>", Unsafe::Import),
        ("<style>.a{fill:url(//a.fr/x)}</style>", outside("//a.fr/x")),
        ("<style>.a{fill:/**/url( 'a.svg' )}</style>", outside("a.svg")),
        ("<style>@font-face{src:url(https://a.fr/p.woff2)}</style>", outside("https://a.fr/p.woff2")),
        ("<style>.a{-moz-binding:url(#a)}</style>", Unsafe::Rule("-moz-binding".into())),
        ("<style>.a{width:expression(x)}</style>", Unsafe::Rule("expression".into())),
        ("<style>@keyframes a{from{x:1}}</style>", Unsafe::Animation("@keyframes".into())),
        ("<style>.a{animation:a 1s}</style>", Unsafe::Animation("animation".into())),
        ("<animate attributeName=\"href\" to=\"javascript:x\"/>", Unsafe::Animation("animate".into())),
        ("<set attributeName=\"x\"/>", Unsafe::Animation("set".into())),
        ("<?xml-stylesheet href=\"a.css\"?>", Unsafe::Instruction("xml-stylesheet".into())),
        ("<g id=\"a\"><use href=\"#a\"/></g>", Unsafe::Bomb),
    ] {
        let found = faults(&svg(inside));
        let told = found.first().unwrap_or_else(|| panic!("taken: {inside}"));
        assert_eq!(told.fault, DrawingFault::Unsafe(fault), "{inside}");
        // The declarations take one line.
        let line = if inside.starts_with("<g\n") { 3 } else { 2 };
        let line = if told.fault == DrawingFault::Unsafe(Unsafe::Bomb) { 1 } else { line };
        assert_eq!(told.line, line, "{inside}");
    }
    for whole in [
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>",
        "<!DOCTYPE svg SYSTEM \"a\" [<!ATTLIST svg onload CDATA \"x()\">]>",
        "<!DOCTYPE svg SYSTEM \"a>b\" [ <!ENTITY % x SYSTEM \"file:///a\"> %x; ]>",
        "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"[\" '>' [<!ELEMENT a ANY>]>",
    ] {
        let found = faults(&format!("{whole}{}", svg("")));
        assert_eq!(found[0].fault, DrawingFault::Unsafe(Unsafe::Entities), "{whole}");
    }
    let found = faults(&format!("<?xml-stylesheet href=\"a\"?>{}", svg("")));
    assert_eq!(found[0].fault, DrawingFault::Unsafe(Unsafe::Instruction("xml-stylesheet".into())));
}

#[test]
fn what_browsers_do_not_draw_is_told_at_its_line() {
    let own = |inside: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\n{inside}\n</svg>")
    };
    for (text, line, fault) in [
        (
            "<svg xmlns=\"https://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".to_owned(),
            1,
            Unseen::OtherNamespace("https://www.w3.org/2000/svg".to_owned()),
        ),
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg/\" width=\"9\" height=\"9\"/>".to_owned(),
            1,
            Unseen::OtherNamespace("http://www.w3.org/2000/svg/".to_owned()),
        ),
        (
            "\n<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".to_owned(),
            2,
            Unseen::BeforeDeclaration,
        ),
        (
            "Dessin :\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".to_owned(),
            1,
            Unseen::BeforeDeclaration,
        ),
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n<svg/>".to_owned(),
            2,
            Unseen::AfterTheEnd,
        ),
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\nfin".to_owned(),
            2,
            Unseen::AfterTheEnd,
        ),
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\n<<<<<<< HEAD\n<g/>\n=======\n<a/>\n>>>>>>> x\n</svg>"
                .to_owned(),
            2,
            Unseen::Conflict,
        ),
        ("<svg width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>".to_owned(), 1, Unseen::NoNamespace),
        ("<svg xmlns=\"https://www.w3.org/2000/svg\"><rect/></svg>".to_owned(), 1, Unseen::OtherNamespace("https://www.w3.org/2000/svg".into())),
        ("<html><svg/></html>".to_owned(), 1, Unseen::NotADrawing("html".into())),
        (own("<rect width=\"9\" height=\"9\">"), 3, Unseen::Closed("rect".into(), "svg".into())),
        (own("<g>\n<rect/>\n</g></g>"), 4, Unseen::Closed("svg".into(), "g".into())),
        (own("<text>Envoyer & recevoir</text>"), 2, Unseen::Ampersand),
        (own("<text>A&nbsp;B</text>"), 2, Unseen::Entity("nbsp".into())),
        (own("<text>caf&eacute;</text>"), 2, Unseen::Entity("eacute".into())),
        (own("<rect x=\"1\" x=\"2\"/>"), 2, Unseen::Twice("x".into())),
        (own("<use xlink:href=\"#a\"/>"), 2, Unseen::Prefix("xlink".into())),
        (own("<g inkscape:label=\"a\"/>"), 2, Unseen::Prefix("inkscape".into())),
        (own("<g id=\"a<b\"/>"), 2, Unseen::Less),
        (own("<rect width=9 height=9/>"), 2, Unseen::Quotes),
        (own("<rect hidden/>"), 2, Unseen::Quotes),
        (own("<!-- a -- b --><rect/>"), 2, Unseen::Comment),
        (own("<text>\u{1}</text>"), 2, Unseen::Sign('\u{1}')),
        (own(""), 1, Unseen::Empty),
        (own("<defs/><title>Rien</title>"), 1, Unseen::Empty),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"9\"><rect/></svg>".to_owned(), 1, Unseen::Empty),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<rect/>\n<g>".to_owned(), 3, Unseen::Unclosed),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"".to_owned(), 1, Unseen::Unclosed),
        ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><text>é</text></svg>".to_owned(), 1, Unseen::Encoding("ISO-8859-1".into())),
        ("<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>".to_owned(), 1, Unseen::Encoding("UTF-7".into())),
    ] {
        assert_eq!(faults(&text), [PlacedFault { line, fault: DrawingFault::Unseen(fault) }], "{text}");
    }
    assert_eq!(read(b"\xff\xfe<\0s\0").faults[0].fault, DrawingFault::Unseen(Unseen::Utf16));
    let latin = read(b"<svg xmlns=\"http://www.w3.org/2000/svg\">\n<text>caf\xe9</text></svg>");
    assert_eq!(latin.faults, [PlacedFault { line: 2, fault: DrawingFault::Unseen(Unseen::NotUtf8) }]);
}

/// All in time, and without more memory than a few drawings.
#[test]
fn bombs_are_bounded() {
    let start = std::time::Instant::now();
    let layers: String = (0..40)
        .map(|n| format!("<g id=\"a{}\"><use href=\"#a{n}\"/><use href=\"#a{n}\"/></g>", n + 1))
        .collect();
    for (bomb, fault) in [
        (format!("<g id=\"a0\"/>{layers}"), Unsafe::Bomb),
        ("<g>".repeat(5_000) + &"</g>".repeat(5_000), Unsafe::Deep),
        (format!("<style>{}</style>", "a{".repeat(100_000)), Unsafe::Deep),
        (format!("<rect style=\"fill:{}\"/>", "f(".repeat(100_000)), Unsafe::Deep),
        ("<g/>".repeat(400_000), Unsafe::Bomb),
    ] {
        let found = faults(&svg(&bomb));
        assert!(found.iter().any(|told| told.fault == DrawingFault::Unsafe(fault.clone())), "{found:?}");
    }
    let many = faults(&svg(&"<g onload=\"x\"/>\n".repeat(10_000)));
    assert!(many.len() <= MOST_FAULTS);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn a_drawing_tells_its_size() {
    for (attributes, size) in [
        ("width=\"640\" height=\"400px\"", Some((640, 400))),
        ("viewBox=\"0 0 64 40\"", Some((64, 40))),
        ("viewBox='0,0,64,40'", Some((64, 40))),
        ("width='100%' height='100%' viewBox=\"-1 -1 64 40\"", Some((64, 40))),
        ("width=\"10cm\" height=\"2in\"", Some((378, 192))),
        ("width=\"72pt\" height=\"25.4mm\"", Some((96, 96))),
        ("width=\"320\" viewBox=\"0 0 64 40\"", Some((320, 200))),
        ("height=\"1e2\" viewBox=\"0 0 64 40\"", Some((160, 100))),
        ("width=\"100%\" height=\"-3\"", None),
        ("", None),
    ] {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}><rect/></svg>");
        assert_eq!(read(text.as_bytes()).size, size, "{attributes}");
    }
}

#[test]
fn the_words_of_a_drawing_are_known_with_their_line() {
    let drawing = read(svg("<title>non</title>\n<text>Ouvrir\n<tspan>la 🏠</tspan></text>").as_bytes());
    let words: Vec<(usize, &str)> = drawing.words.iter().map(|w| (w.line, w.text.as_str())).collect();
    assert_eq!(words, [(3, "Ouvrir"), (4, "la 🏠")]);
}

proptest::proptest! {
    #[test]
    fn no_drawing_makes_the_reader_panic(inside in "(<|>|/|&|;|#|\"|'|=| |\\\\|url\\(|style|svg|é|\\n|<g|</g>|@import|<!--|-->|\\]|\\[|<!DOCTYPE|data:|href){0,40}") {
        let _ = read(inside.as_bytes());
        let _ = read(svg(&inside).as_bytes());
        let _ = read(svg(&format!("<style>{inside}</style><g style=\"{inside}\"/>")).as_bytes());
    }

    #[test]
    fn no_bytes_make_the_readers_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), at in 0_usize..8) {
        let signs: [&[u8]; 8] = [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypavif", b"<svg", b"<!DOCTYPE", b"GIF8"];
        let bytes = [signs[at], &bytes].concat();
        let _ = crate::media::picture::read(&bytes, at == 5, false);
    }
}
