"""The control words of Rich Text Format that matter to words, and the character sets of its fonts.

Source: Rich Text Format Specification, version 1.9.1; the numbers of character sets are those of Windows.
"""

import codecs

CHARACTERS = {
    b"line": "\n",
    b"lbr": "\n",
    b"tab": "\t",
    b"emdash": "\u2014",
    b"endash": "\u2013",
    b"emspace": "\u2003",
    b"enspace": "\u2002",
    b"qmspace": "\u2005",
    b"bullet": "\u2022",
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
    b"ltrmark": "\u200e",
    b"rtlmark": "\u200f",
    b"zwj": "\u200d",
    b"zwnj": "\u200c",
}

#: Control symbols: a backslash and one sign.
SYMBOLS = {
    b"~": "\u00a0",
    b"-": "\u00ad",
    b"_": "\u2011",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"\t": "\t",
}

PARAGRAPH_ENDS = frozenset((b"par", b"sect", b"page", b"column", b"nestcell"))

#: Groups whose words are none of the text, and need no star to say so.
SILENT = frozenset(
    (
        b"aftncn aftnsep aftnsepc buptim category colortbl comment company creatim doccomm falt fldinst"
        b" filetbl footer footerf footerl footerr ftncn ftnsep ftnsepc header headerf headerl headerr"
        b" hlinkbase keywords listtable listtext listoverridetable manager nonesttables nonshppict object"
        b" operator pict pntext printim private revtbl revtim rxe shprslt stylesheet subject tc tcn template"
        b" userprops xe"
    ).split()
)

_DOCUMENT_CHARSETS = {b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}

#: The codec of a font's character set; 0, 1 and 2 (ANSI, default, symbol) go by the document's code page.
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}


def document_codec(word: bytes, page: int) -> str | None:
    """The codec that a control word at the beginning sets for the whole document, None for other words."""
    if word != b"ansicpg":
        return _DOCUMENT_CHARSETS.get(word)
    try:
        return codecs.lookup({65001: "utf-8", 10000: "mac_roman"}.get(page, f"cp{page}")).name
    except LookupError:
        return None


def font_codec(charset: int) -> str:
    """The codec for the bytes of a font, "" where the document's holds."""
    return _CHARSETS.get(charset, "")
