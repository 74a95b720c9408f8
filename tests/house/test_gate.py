"""The gate: what could let somebody in, or show as markup what people wrote, only those use who guard it."""

from tests.house import dangers, finders
from tests.house.finders import STORE, WINDOW, complaints, modules

#: Each dangerous name with the files that may use it, because there it is guarded.
GUARDED: dict[str, tuple[str, ...]] = {
    "openUrl": (WINDOW + "links.py",),  # http and https only, the host shown; and folders of this machine
    "setHtml": (WINDOW + "clipboard.py",),  # what we escaped ourselves, on its way to a word processor
    "setTextFormat": (WINDOW + "plain.py",),  # to PlainText, nothing else
    "fromstring": ("annotator/formats/xml.py",),  # without entities, network or huge trees
    "XMLParser": ("annotator/formats/xml.py",),
    "ParserCreate": ("annotator/formats/xml.py",),  # refuses a DOCTYPE
    "HTMLParser": ("annotator/formats/readers/html_page.py",),  # without network, and within limits
    "import_module": (  # names that are written out
        *("annotator/desk/commands/__init__.py", "annotator/words/messages/__init__.py"),
        "annotator/formats/exchange/inception/types.py",
    ),
    "setattr": (WINDOW + "overrides.py",),  # methods of classes by the names they have already
    "Popen": ("annotator/host/children.py",),  # ourselves
    **dict.fromkeys(
        (
            *(
                "insertHtml",
                "appendHtml",
                "setMarkdown",
                "insertMarkdown",
                "RichText",
                "AutoText",
                "MarkdownText",
            ),
            *("setOpenExternalLinks", "setOpenLinks", "linkActivated", "QDesktopServices.setUrlHandler"),
            *("extractall", "unpack_archive", "mktemp", "system", "popen", "startfile", "startDetached"),
            *(
                "QProcess",
                "__import__",
                "__reduce__",
                "load_extension",
                "enable_load_extension",
                "parseString",
            ),
        ),
        (),
    ),
}

#: Modules that run code, other programs or the network, with the files that may import them.
IMPORTED: dict[str, tuple[str, ...]] = {
    "subprocess": tuple(f"annotator/host/{name}.py" for name in ("children", "processes", "volumes")),
    "socket": (
        *(f"annotator/host/{name}.py" for name in ("fetch", "addresses", "calling")),
        "annotator/formats/child.py",  # which closes it
    ),
    "http": ("annotator/host/fetch.py",),
    "ssl": ("annotator/host/fetch.py",),
    "jinja2": ("annotator/formats/writers/web_page/page.py",),  # escapes by itself
    "xml": (
        "annotator/formats/xml.py",  # refuses entities
        "annotator/formats/readers/word.py",  # the name of an error
        "annotator/formats/writers/workbook.py",  # escapes
    ),
    **dict.fromkeys(
        (
            "pickle",
            "marshal",
            "shelve",
            "dbm",
            "yaml",
            "random",
            "webbrowser",
            "ftplib",
            "smtplib",
            "telnetlib",
        ),
        (),
    ),
    **dict.fromkeys(("code", "codeop", "runpy", "multiprocessing", "xmlrpc", "socketserver", "pty"), ()),
}

#: What may stand in a statement beside what is written out: names, never values.
OF_THE_SCHEMA = {
    "around.py __iter__: self._table",
    "around.py _after: self._table",
    "around.py _between: self._table",
    *("around.py numbers: " + part for part in ("column", "name", "table")),
    "doctor/derived.py index: one.table",
    "hurt.py _content: table",
    "hurt.py _of_number: table",
    "journal.py defaults: table",
    "library.py where: name",
    "migrations/m002_search.py apply: columns",
    "migrations/m002_search.py apply: name",
    "migrations/m003_people.py apply: name",
    *(
        f"references.py {name}: {end}"
        for name in ("missing_references", "any_not_here")
        for end in ("parent", "table")
    ),
    *(
        f"references.py {name}: column"
        for name in ("referrers", "missing_references", "any_referrer", "any_not_here")
    ),
    *(f"references.py {name}: child" for name in ("referrers", "any_referrer")),
    *(f"search/index.py {name}: index.table" for name in ("rebuild", "_refresh", "_put", "wrong")),
    "search/index.py _put: names",
    "search/index.py _refresh: index.of",
    "search/index.py wrong: names",
    "sight.py make_views: name",
}
WRITTEN_OUT_BESIDE = {
    "around.py numbers: indexes",
    "around.py numbers: order",
    "backups/copying.py copy_pages: pragma",
    "backups/differing.py _holds: table",
    "library.py where: conditions",
    "migrations/m003_people.py _seen: row",
    "newest.py _look_at_rows: columns",
    "opening.py _number: pragma",
    "opening.py _set_up: pragma",
    "salvage/opening.py is_cut_short: name",
    "salvage/opening.py opened: pragma",
    "reading/claim_lines.py _children: statement.format(which=self.which)",
    "reading/claim_lines.py lines: self.which",
    "reading/deliveries.py _rows: condition",
    "search/index.py _put: marks",
    "search/index.py _refresh: chosen",
    "search/index.py _refresh: index.select.format(which=chosen)",
    "search/index.py rebuild: index.select.format(which='1')",
    "search/index.py wrong: index.select.format(which='1')",
    *("search/matching.py _meant: " + part for part in ("condition", "said")),
    *("search/matching.py claims: " + part for part in ("columns", "meant", "order")),
    "search/matching.py articles: by",
    "search/matching.py count: meant",
    "search/matching.py sources: meant",
    "sight.py make_views: statement",
}


def test_dangerous_names_are_used_where_they_are_guarded() -> None:
    used = (found for module in modules() for found in dangers.uses(module, GUARDED))
    assert [f"{place} {name}" for place, name in used if not place.startswith(GUARDED[name])] == []


def test_dangerous_modules_are_imported_where_they_are_guarded() -> None:
    imported = (line.split(" import of ") for line in complaints(finders.imports, *IMPORTED))
    assert [place for place, name in imported if not place.startswith(IMPORTED[name.split(".")[0]])] == []


def test_no_string_is_run_as_code_or_by_a_shell() -> None:
    assert complaints(finders.bare_calls, "eval", "exec", "compile", "input") == []
    assert complaints(finders.shells) == []


def test_statements_are_written_out_but_for_names() -> None:
    known = {STORE + entry for entry in OF_THE_SCHEMA | WRITTEN_OUT_BESIDE}
    found = set(complaints(dangers.built_sql, within=STORE))
    assert sorted(found - known) == []
    assert sorted(known - found) == [], "nobody needs these any more"


def test_what_reads_markup_is_made_in_one_place() -> None:
    apart = (
        WINDOW + "plain.py",  # all of it plain
        WINDOW + "article/sheet.py",  # refuses rich text; an article comes in by `insertText`
        WINDOW + "codebook/card.py",  # our own words, by `insertText`
    )
    assert complaints(dangers.rich_classes, within=WINDOW, apart=apart) == []


def test_tool_tips_of_data_are_escaped() -> None:
    assert complaints(dangers.tips_of_data, within=WINDOW, apart=(WINDOW + "plain.py",)) == []


def test_painters_end_whatever_happens() -> None:
    assert complaints(dangers.open_painters, within=WINDOW) == []
