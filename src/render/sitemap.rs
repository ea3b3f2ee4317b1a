//! `sitemap.xml`, when the site has an address on the web.

use crate::site::Site;
use crate::view::escape;

/// Every page that readers look for, with its full address.
#[must_use]
pub fn sitemap(site: &Site) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let Some(base) = &site.settings.base_url else { return out + "</urlset>\n" };
    for (address, page) in site.addresses.pages() {
        if page.kind(site).row().in_sitemap {
            out.push_str("<url><loc>");
            escape(base.as_str(), &mut out);
            // Nobody types « index.html ».
            escape(if address == "index.html" { "" } else { address }, &mut out);
            out.push_str("</loc></url>\n");
        }
    }
    out + "</urlset>\n"
}
