//! How a page of the preview hears of the next build.

/// Where pages hear of changes.
pub const EVENTS: &str = "/_eliane/evenements";
pub(super) const SCRIPT: &str = "/_eliane/recharger.js";
/// Says which build the page shows: a change made before the page listens must not be missed.
pub(super) const RELOAD: &str = "new EventSource('/_eliane/evenements?' + document.currentScript.dataset.version).onmessage = () => location.reload();\n";

/// What stands at the end of every page of the preview.
pub fn script(version: u64) -> String {
    format!("<script src=\"{SCRIPT}\" data-version=\"{version}\" defer></script>")
}
