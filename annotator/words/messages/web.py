"""Sentences about pages of the web: as files, and fetched from an address."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "format.mhtml": "Web archive (MHTML)",
    # Pages that were refused
    "web.archive_damaged": "{name} is a damaged web archive. Nothing was opened. Open the page in a browser, and save it anew.",
    "web.no_archive": "{name} is not a web archive, whatever its name says. Nothing was opened. Open it in a browser, and save the page as HTML.",
    "web.no_page": "{name} is not a web page, whatever its name says. Nothing was opened. Open it in the program it belongs to, and give it the right ending.",
    "web.too_long": "In {name} there are more than {limit} million bytes besides the pictures, too many for one article. Nothing was opened. Copy the article from the browser, and paste it.",
    "web.unsafe": "{name} is built as no program builds a page, perhaps to do harm. Nothing was opened. Copy the article from a browser, and paste it.",
    # What was left out or is to be looked at
    "web.left_out": (
        "One word was left out: menus, links to other pages and the like.",
        "{count} words were left out: menus, links to other pages and the like.",
    ),
    "web.partial": "The page says that only those who pay see all of it. Check that the article’s end is there.",
    # Addresses that were not fetched
    "web.address": "{address} is no address of the web. Nothing was fetched. Give one that begins with http:// or https://.",
    "web.address_login": "The address of {host} has a user name or a password in it. Nothing was fetched. Save the page in a browser, and open the file.",
    "web.address_port": "{host} is to be reached through port {port}, which is not one that pages of the web use. Nothing was fetched. Save the page in a browser, and open the file.",
    "web.certificate": "{host} could not prove that it is {host}: its certificate is not valid. Nothing was fetched. Look at the page in a browser, and save it there if you trust it.",
    "web.downgrade": "{host} sends the page on to {target} without encryption. Nothing was fetched from there. Give that address yourself if you still want it.",
    "web.empty": "{host} sent an empty page. Nothing was fetched. Look at the page in a browser.",
    "web.fetch_failed": "{host} could not be reached, or broke off. Nothing was fetched. Check that you are connected, then try again.",
    "web.no_host": "There is no {host}, as far as your connection knows. Nothing was fetched. Check the spelling of the address, and that you are connected.",
    "web.not_understood": "{host} did not answer as web sites do. Nothing was fetched. Save the page in a browser, and open the file.",
    "web.private": "{host} is in your own network, not in the public one. Nothing was fetched. Save the page in a browser, and open the file.",
    "web.redirects": "{host} sends the page on and on. Nothing was fetched. Save the page in a browser, and open the file.",
    "web.refused": "{host} did not give the page (answer {status}). Nothing was fetched. Save the page in a browser, and open the file.",
    "web.slow": "{host} took longer than {seconds} seconds. Nothing was fetched. Try again later, or save the page in a browser and open the file.",
    "web.too_large": "{host} sent more than {limit} MB. Nothing was fetched. Save the page in a browser, and open the file.",
    "web.unreadable_kind": "{host} sent something that is no article (of the kind {kind}). Nothing was fetched. Give the address of a page, or save it and open the file.",
}
