//! The marks of other programs that stay in a text.

use crate::diag::catalogue::marks::Left;

/// Names of letters and signs that people copy from pages, without their `;`.
const NAMES: [(&str, &str); 22] = [
    ("eacute", "é"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("euml", "ë"),
    ("agrave", "à"),
    ("acirc", "â"),
    ("ccedil", "ç"),
    ("icirc", "î"),
    ("iuml", "ï"),
    ("ocirc", "ô"),
    ("ugrave", "ù"),
    ("ucirc", "û"),
    ("oelig", "œ"),
    ("nbsp", " "),
    ("amp", "&"),
    ("quot", "\""),
    ("laquo", "«"),
    ("raquo", "»"),
    ("rsquo", "’"),
    ("hellip", "…"),
    ("euro", "€"),
    ("apos", "’"),
];

/// Where a text stands in its tree.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TreePlace {
    Heading,
    Paragraph,
    /// The description or the caption of a picture.
    Picture,
}

/// What stays of other programs in a text, each kind once, as it is written there.
pub fn marks(text: &str, place: TreePlace, first: bool, last: bool) -> Vec<(String, Left)> {
    let mut out = Vec::new();
    let mut add = |mark: Option<String>, what: Left| out.extend(mark.map(|mark| (mark, what)));
    add(pair(text, "~~"), Left::Struck);
    add(pair(text, "=="), Left::Highlight);
    add(pair(text, "++"), Left::Underlined);
    add(after(text, "[^").filter(|mark| mark.ends_with(']')), Left::Footnote);
    let task = ["[ ]", "[x]", "[X]", "[\u{a0}]", "[]"].into_iter().find(|mark| text.starts_with(mark));
    add(task.filter(|_| first).map(str::to_owned), Left::Task);
    add(after(text, "[!").filter(|mark| is_capitals(mark)), Left::Alert);
    add(comment(text, first, last), Left::Comment);
    add(wiki(text), Left::Wiki);
    add(reference(text), Left::Wiki);
    add(quote(text).filter(|_| first && place == TreePlace::Paragraph), Left::Quote);
    add(pair(text, "^^"), Left::Underlined);
    add(unclosed(text, "~~"), Left::Struck);
    add(unclosed(text, "=="), Left::Highlight);
    add(index(text), Left::Index);
    add(single(text), Left::Struck);
    add(formula(text), Left::Formula);
    add(board(text), Left::Template);
    add(tags(text).filter(|_| first && last && place == TreePlace::Paragraph), Left::Tag);
    add(anchor(text).filter(|_| last), Left::Anchor);
    add(attributes(text).filter(|_| place != TreePlace::Heading), Left::Attributes);
    add(rule(text).filter(|_| first && last), Left::Rule);
    add(framed(text).filter(|_| first && last && place == TreePlace::Paragraph), Left::Hashes);
    add(
        ["{{", "{%", "}}", "%}"].into_iter().find(|mark| text.contains(mark)).map(str::to_owned),
        Left::Template,
    );
    add(text.contains(":::").then(|| ":::".to_owned()), Left::Fence);
    add(emoji(text), Left::Emoji);
    for (mark, sign) in entities(text) {
        add(Some(mark), Left::Entity(sign));
    }
    add((last && text.ends_with('\\')).then(|| "\\".to_owned()), Left::Backslash);
    add(text.contains('`').then(|| "`".to_owned()), Left::Backtick);
    let brace = text.find('{').and_then(|at| text.get(at..)).filter(|rest| !rest.starts_with("{lib"));
    add(brace.filter(|_| place == TreePlace::Heading).map(str::to_owned), Left::Brace);
    add((place == TreePlace::Heading && last && ends_with_mark(text)).then(|| "#".to_owned()), Left::Hashes);
    add((first && text.starts_with("#######")).then(|| "#######".to_owned()), Left::Hashes);
    add(exponent(text), Left::Exponent);
    add(text.contains("[TOC]").then(|| "[TOC]".to_owned()), Left::Contents);
    add(loose(text, '*'), Left::Stars);
    add(loose(text, '_'), Left::Stars);
    add(under(text), Left::Stars);
    add(open_one(text, '_'), Left::Stars);
    add(open_one(text, '*'), Left::Stars);
    add(text.contains("'''").then(|| "'''".to_owned()), Left::Stars);
    out
}

/// `~~mot~~`: two marks with words between, and no third sign of the same beside them.
fn pair(text: &str, mark: &str) -> Option<String> {
    let sign = mark.chars().next()?;
    let (before, rest) = text.split_once(mark)?;
    let (inside, after) = rest.split_once(mark)?;
    let words = |c: char| !c.is_whitespace() && c != sign;
    let good = inside.starts_with(words)
        && inside.ends_with(words)
        && !before.ends_with(|c: char| c.is_alphanumeric() || c == sign)
        && !after.starts_with(sign);
    good.then(|| format!("{mark}{inside}{mark}"))
}

/// A mark and what follows it, to the next bracket.
fn after(text: &str, mark: &str) -> Option<String> {
    let (_, rest) = text.split_once(mark)?;
    let (inside, _) = rest.split_once(']')?;
    let short = inside.chars().count() <= 20 && !inside.is_empty() && !inside.contains(char::is_whitespace);
    short.then(|| format!("{mark}{inside}]"))
}

fn is_capitals(mark: &str) -> bool {
    mark.trim_matches(['[', ']', '!']).chars().all(char::is_uppercase)
}

/// `:warning:`
fn emoji(text: &str) -> Option<String> {
    let is_name = |part: &str| {
        part.len() > 2
            && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            && part.contains(|c| c != '_')
    };
    let mut parts = text.split(':').peekable();
    let mut before = parts.next()?;
    while let Some(part) = parts.next() {
        let after = *parts.peek()?;
        let alone = !before.ends_with(char::is_alphanumeric)
            && !after.starts_with(|c: char| c.is_alphanumeric() || c == '/');
        if is_name(part) && alone {
            return Some(format!(":{part}:"));
        }
        before = part;
    }
    None
}

/// `&eacute;`, `&eacute`, `&#233;` left as they are written, each with its sign.
fn entities(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for part in text.split('&').skip(1) {
        let after = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
        let name = part.strip_suffix(after).unwrap_or_default();
        // A letter may stand within a word: « L’&eacutecran ».
        let known = NAMES.iter().find(|(known, _)| *known == name.to_ascii_lowercase()).or_else(|| {
            let letter = |sign: &str| sign.chars().all(char::is_alphabetic);
            NAMES.iter().find(|(known, sign)| letter(sign) && name.to_ascii_lowercase().starts_with(known))
        });
        let name = known.and_then(|(known, _)| name.get(..known.len())).unwrap_or(name);
        let closed = after.starts_with(';');
        let bare = name.trim_start_matches('#');
        let coded = name.starts_with('#')
            && bare.len() > 1
            && bare.trim_start_matches(['x', 'X']).bytes().all(|b| b.is_ascii_hexdigit());
        let named = !name.starts_with('#') && name.len() > 2;
        if closed && (named || coded) || known.is_some() {
            let sign = known.map_or(String::new(), |(_, sign)| (*sign).to_owned());
            out.push((format!("&{name}{}", if closed { ";" } else { "" }), sign));
        }
    }
    out.truncate(1);
    out
}

/// `Touchez #`; « #31# » is a code.
fn ends_with_mark(text: &str) -> bool {
    text.strip_suffix('#').is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_digit()))
}

/// `1^er^`
fn exponent(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('^')?;
    let (inside, _) = rest.split_once('^')?;
    let good = (1..=4).contains(&inside.chars().count()) && inside.chars().all(char::is_alphanumeric);
    (good && before.ends_with(char::is_alphanumeric)).then(|| format!("^{inside}^"))
}

/// `* mot*`, `*mot *`: a mark that touches a word on one side, and its pair that touches none. « 5 * 3 », « nom* » stay.
fn loose(text: &str, mark: char) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| chars.get(index)).copied();
    let mut before: Option<(usize, bool, bool)> = None;
    for (index, c) in chars.iter().enumerate() {
        let (left, right) = (at(index.checked_sub(1)), at(index.checked_add(1)));
        if *c != mark || left == Some(mark) || right == Some(mark) {
            continue;
        }
        let word = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() || "«»“”’".contains(c));
        let here = (index, word(left), word(right));
        if let Some((first, left_before, right_before)) = before {
            let opens = !left_before && right_before && !here.1 && !here.2;
            let closes = !left_before && !right_before && here.1 && !here.2;
            if opens || closes {
                return chars.get(first..=index).map(|found| found.iter().collect());
            }
        }
        before = Some(here);
    }
    None
}

/// `__mot __`: two underscores that touch one word; more are a line to fill in.
fn under(text: &str) -> Option<String> {
    let (before, rest) = text.split_once("__")?;
    let more = before.ends_with('_') || rest.starts_with('_');
    let inside = before.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    let touches = before.ends_with(char::is_alphanumeric) || rest.starts_with(char::is_alphanumeric);
    (!more && !inside && touches).then(|| "__".to_owned())
}

/// `%% à relire %%`, `// à relire`, `/* à relire */`.
fn comment(text: &str, first: bool, last: bool) -> Option<String> {
    let inside = |open: &str, close: &str| {
        let (_, rest) = text.split_once(open)?;
        let (inside, _) = rest.split_once(close)?;
        inside.contains(char::is_alphabetic).then(|| format!("{open}{inside}{close}"))
    };
    let line = |mark: &str| {
        let words = text.trim_start().strip_prefix(mark)?;
        (first && words.trim_start().starts_with(char::is_alphabetic)).then(|| mark.to_owned())
    };
    let remark = inside("%%", "%%").or_else(|| inside("/*", "*/")).or_else(|| line("%%"));
    remark.or_else(|| line("// ").filter(|_| last))
}

/// `[[Oui]]`, `[[Oui|la page]]`
fn wiki(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("[[")?;
    let (inside, _) = rest.split_once("]]")?;
    let words = !inside.trim().is_empty() && !inside.contains(['[', ']']) && inside.chars().count() <= 80;
    words.then(|| format!("[[{inside}]]"))
}

/// `[la page][1]`, whose address is nowhere. « [Ctrl][C] » are keys.
fn reference(text: &str) -> Option<String> {
    let (before, rest) = text.split_once("][")?;
    let (name, _) = rest.split_once(']')?;
    let (_, words) = before.rsplit_once('[')?;
    let number = !name.is_empty() && name.len() <= 3 && name.bytes().all(|b| b.is_ascii_digit());
    let key = name.chars().count() > 1 && name.chars().all(|c| c.is_lowercase() || c == '-');
    let good = words.contains(char::is_alphabetic) && (number || key);
    good.then(|| format!("[{words}][{name}]"))
}

/// `> Attention` that is no mark: escaped, or written as an entity. « > 5 Mo » stays.
fn quote(text: &str) -> Option<String> {
    let words = text.strip_prefix('>')?.trim_start();
    let sure = words.starts_with(|c: char| c.is_uppercase() || c == '«') && words.contains(' ')
        || words.starts_with(char::is_uppercase);
    sure.then(|| ">".to_owned())
}

/// `~~mot`: a mark before a word, and no second one.
fn unclosed(text: &str, mark: &str) -> Option<String> {
    let (before, rest) = text.split_once(mark)?;
    let alone = !rest.contains(mark) && rest.starts_with(char::is_alphabetic);
    (alone && !before.ends_with(|c: char| !c.is_whitespace())).then(|| mark.to_owned())
}

/// `H~2~O`
fn index(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('~')?;
    let (inside, _) = rest.split_once('~')?;
    let good = (1..=4).contains(&inside.chars().count()) && inside.chars().all(char::is_alphanumeric);
    (good && before.ends_with(char::is_alphanumeric)).then(|| format!("~{inside}~"))
}

/// `~mot~`
fn single(text: &str) -> Option<String> {
    pair(text, "~")
        .filter(|mark| mark.trim_matches('~').chars().any(char::is_alphabetic) && !mark.contains("~~"))
}

/// `$$x$$`, `$x^2$`, `\\(x\\)`: « 5 $ et 6 $ » stays.
fn formula(text: &str) -> Option<String> {
    if let Some((_, rest)) = text.split_once("$$")
        && let Some((inside, _)) = rest.split_once("$$")
        && !inside.trim().is_empty()
    {
        return Some(format!("$${inside}$$"));
    }
    let (before, rest) = text.split_once('$')?;
    let (inside, after) = rest.split_once('$')?;
    let letters = inside.contains(|c: char| c.is_alphabetic() || "\\^_=+".contains(c));
    let alone = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
    let good = !inside.is_empty() && !inside.contains(char::is_whitespace) && letters && alone;
    good.then(|| format!("${inside}$"))
}

/// `[b]mot[/b]`, as boards write it.
fn board(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("[/")?;
    let (name, _) = rest.split_once(']')?;
    let short = !name.is_empty() && name.len() <= 10 && name.bytes().all(|b| b.is_ascii_alphabetic());
    short.then(|| format!("[/{name}]"))
}

/// A line of `#mots` of networks and notebooks, and nothing else.
fn tags(text: &str) -> Option<String> {
    let is_tag = |word: &str| {
        word.strip_prefix('#').is_some_and(|tag| {
            tag.starts_with(char::is_alphabetic)
                && tag.chars().all(|c| c.is_alphanumeric() || "-_/".contains(c))
        })
    };
    let mut words = text.split_whitespace();
    let first = words.next().filter(|word| is_tag(word))?;
    words.all(is_tag).then(|| first.to_owned())
}

/// `Un texte. ^a1b2c3`: the name that a notebook gives to a paragraph.
fn anchor(text: &str) -> Option<String> {
    let at = text.rfind('^')?;
    let (before, name) = text.split_at_checked(at)?;
    let word = name.strip_prefix('^')?;
    let good = word.chars().count() > 2 && word.chars().all(|c| c.is_alphanumeric() || c == '-');
    (good && (before.is_empty() || before.ends_with(char::is_whitespace))).then(|| name.to_owned())
}

/// `{.note}`, `{: .x}`, `{#ancre}`, `{width=300}`, `{note}`: what other programs read at the end of a paragraph or of a
/// picture.
fn attributes(text: &str) -> Option<String> {
    let (_, rest) = text.split_once('{')?;
    let (inside, _) = rest.split_once('}')?;
    let words = inside.strip_prefix(':').unwrap_or(inside).trim();
    let name =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let one = |word: &str| {
        word.strip_prefix(['.', '#']).is_some_and(name)
            || word.split_once('=').is_some_and(|(key, _)| name(key))
    };
    let all = !words.is_empty() && words.split_whitespace().all(one);
    // `{note}`, `{toc}`, `{nom}`.
    let bare = inside.len() > 2 && inside.bytes().all(|b| b.is_ascii_lowercase());
    (all || bare).then(|| format!("{{{inside}}}"))
}

/// `=====`, `————`: a line that is a rule for another program.
fn rule(text: &str) -> Option<String> {
    let sign = text.chars().next().filter(|c| "=~—–─━═".contains(*c))?;
    let text = text.trim();
    (text.chars().count() > 2 && text.chars().all(|c| c == sign)).then(|| text.to_owned())
}

/// `== Titre ==`, as an encyclopaedia writes it.
fn framed(text: &str) -> Option<String> {
    let text = text.trim();
    let inner = text.strip_prefix("==")?.strip_suffix("==")?.trim_matches('=');
    let good = inner.starts_with(' ') && inner.ends_with(' ') && inner.contains(char::is_alphabetic);
    good.then(|| text.to_owned())
}

/// `_Oui.`, `Oui_.`: one mark that touches a word on one side, and none to answer it. « Nom* » and « *Obligatoire »
/// are notes, and `mon_nom` is a name.
fn open_one(text: &str, mark: char) -> Option<String> {
    if text.matches(mark).count() != 1 {
        return None;
    }
    let (before, after) = text.split_once(mark)?;
    let left = before.chars().next_back();
    let right = after.chars().next();
    let edge = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "(«“".contains(c));
    let end = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || ".,;:!?)»”".contains(c));
    let word = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let opens = edge(left) && word(right) && (mark == '_' || !before.trim().is_empty());
    let closes = mark == '_' && word(left) && end(right);
    let near: String = match () {
        () if opens => after.chars().take_while(|c| c.is_alphanumeric()).collect(),
        () if closes => {
            let word: String = before.chars().rev().take_while(|c| c.is_alphanumeric()).collect();
            word.chars().rev().collect()
        }
        () => return None,
    };
    Some(if opens { format!("{mark}{near}") } else { format!("{near}{mark}") })
}
