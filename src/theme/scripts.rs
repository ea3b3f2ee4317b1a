//! Scripts without what only we read: a USB key and a loopback server compress nothing, and a third of a script
//! is comments and indentation.

/// The script without its lines of comment, its blank lines and its indentation. Nothing within a line changes,
/// so that what we wrote is what runs. A script in which a string may run over several lines (an odd number of
/// backquotes on a line, a line that ends with `\`) or which has a block comment over several lines is left as it is.
#[must_use]
pub fn lean(script: &str) -> String {
    let risky = |line: &str| {
        line.matches('`').count() % 2 == 1
            || line.ends_with('\\')
            || line.matches("/*").count() != line.matches("*/").count()
    };
    if script.lines().any(risky) {
        return script.to_owned();
    }
    let mut out = String::with_capacity(script.len());
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn comments_and_indentation_go_lines_stay() {
        let script = "// Why.\nfunction a() {\n  var b = 'http://x'; // here\n\n  // more\n  return b;\n}\n";
        assert_eq!(lean(script), "function a() {\nvar b = 'http://x'; // here\nreturn b;\n}\n");
    }

    #[test]
    fn a_string_over_several_lines_is_not_touched() {
        for script in
            ["var a = `\n  // kept\n`;\n", "var a = 'b\\\n  // kept';\n", "/* a\n// b\n*/\n  go();\n"]
        {
            assert_eq!(lean(script), script);
        }
    }
}
