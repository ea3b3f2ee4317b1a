//! Services that are the same for all of France, for a site that begins: the sheets of the project's own content.

use super::schema;

macro_rules! national {
    ($($id:literal),* $(,)?) => {
        /// Name and text, by name. A `si_non` of one leads to another of them.
        const NATIONAL: &[(&str, &str)] =
            &[$(($id, include_str!(concat!("../../content/services/", $id, ".yaml")))),*];
    };
}

national! {
    "114",
    "17cyber",
    "3114",
    "3230",
    "33700",
    "3646",
    "3960",
    "3977",
    "france-victimes",
    "impots-0809401401",
    "relais-telephonique",
    "solitud-ecoute",
    "sos-amitie",
    "urgence-112",
    "urgence-15",
    "urgence-17",
    "urgence-18",
}

/// The files of these services, for a site that has those needs only: the others wait in a comment until it has them.
pub fn services(needs: &[&str]) -> Vec<(String, String)> {
    let file = |(id, text): &(&str, &str)| {
        let text: Vec<String> = text.lines().map(|line| line_for(line, needs)).collect();
        (format!("content/services/{id}.yaml"), schema::modeline("service", 2) + &text.join("\n") + "\n")
    };
    NATIONAL.iter().map(file).collect()
}

/// `besoins: [demarche-en-ligne, appel-video]` with the needs that the site has; the whole line as a comment before it.
fn line_for(line: &str, needs: &[&str]) -> String {
    let Some(list) = line.strip_prefix("besoins: [").and_then(|rest| rest.strip_suffix(']')) else {
        return line.to_owned();
    };
    let all: Vec<&str> = list.split(", ").collect();
    let known: Vec<&str> = all.iter().copied().filter(|need| needs.contains(need)).collect();
    match known.len() {
        same if same == all.len() => line.to_owned(),
        0 => format!("# {line}"),
        _ => format!("# {line}\nbesoins: [{}]", known.join(", ")),
    }
}
