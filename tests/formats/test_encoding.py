import codecs
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.encoding import OFFERED, decode
from annotator.model.errors import BadInput

GERMAN = (
    "Die Fähre nach Königshafen fährt seit Juli nicht mehr. Über die Kosten der Ausbesserung streiten Bürger "
    "und Behörde: „Kein Cent ist zweimal geflossen“, sagte die Geschäftsführerin am Freitag. Größere Schäden "
    "am Kiel hätten die Prüfer früher melden müssen, erklärte dagegen der frühere Buchhalter."
)
RUSSIAN = (
    "Паром не ходит с июля. Жители и управление порта спорят о том, кто заплатил за ремонт. «Ни одна копейка "
    "не была потрачена дважды», — сказала в пятницу директор. Бывший бухгалтер утверждает обратное и "
    "показывает счета."
)
ARABIC = (
    "توقفت العبارة عن العمل منذ شهر يوليو. ويختلف السكان وإدارة الميناء حول من دفع تكاليف الإصلاح. "
    "وقالت المديرة يوم الجمعة إن أي مبلغ لم يدفع مرتين. أما المحاسب السابق فيقول عكس ذلك "
    "ويعرض الفواتير على الصحفيين."
)
CHINESE = (
    "渡轮从七月起停航。居民和港务局为谁支付了修理费争论不休。公司经理星期五表示，没有一分钱被支付两次。"
    "前会计却说情况正好相反，并向记者出示了发票。市政府将在下个月公布调查结果。"
)
TAIWANESE = (
    "渡輪從七月起停航。居民和港務局為誰支付了修理費爭論不休。公司經理星期五表示，沒有一分錢被支付兩次。"
    "前會計卻說情況正好相反，並向記者出示了發票。市政府將在下個月公布調查結果。"
)
JAPANESE = (
    "フェリーは七月から運航していない。修理費を誰が払ったのかをめぐり、住民と港湾局が対立している。"
    "社長は金曜日、二重に支払われた金は一円もないと述べた。元経理担当者は逆のことを主張し、請求書を示した。"
)
KOREAN = (
    "여객선은 칠월부터 운항하지 않고 있다. 수리비를 누가 냈는지를 두고 주민과 항만청이 다투고 있다. "
    "사장은 금요일에 두 번 지급된 돈은 한 푼도 없다고 말했다. 전 회계 담당자는 반대라고 주장했다."
)
LEGACY = [
    (GERMAN, "windows-1252"),
    (RUSSIAN, "windows-1251"),
    (RUSSIAN.replace("—", "-").replace("«", '"').replace("»", '"'), "koi8-r"),
    (ARABIC, "windows-1256"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc-jp"),
    (KOREAN, "euc-kr"),
]
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0\x1f\xf3\xffa" + bytes(range(256)) * 4
ENGLISH = "The ferry will not sail before July, its operator said. “Not one cent was paid twice.”\n"


def key_of(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(BadInput) as caught:
        decode(data, encoding, name="a.txt")
    assert caught.value.values["name"] == "a.txt"
    return caught.value.key


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_valid_utf8_is_sure(text: str) -> None:
    found = decode(text.encode())
    assert (found.encoding, found.sure, found.candidates) == ("utf-8", True, ("utf-8",))
    assert found.text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [ENGLISH, CHINESE, ARABIC, "a", "🚢 emoji"])
def test_a_mark_decides(mark: bytes, encoding: str, text: str) -> None:
    found = decode(mark + text.encode(encoding))
    assert (found.text, found.encoding, found.sure) == (text, encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, ARABIC, CHINESE + "\n2026\n" + CHINESE])
def test_utf16_without_a_mark_is_known_by_its_zeros(encoding: str, text: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding, found.sure) == (text, encoding, False)


@pytest.mark.parametrize(("text", "encoding"), LEGACY, ids=[encoding for _text, encoding in LEGACY])
def test_legacy_encodings_are_guessed_and_can_be_changed(text: str, encoding: str) -> None:
    data = text.encode(OFFERED[encoding])
    found = decode(data)
    assert (found.text, found.encoding, found.sure) == (text, encoding, False)
    assert found.candidates[0] == encoding
    assert len(found.candidates) > 1
    for other in found.candidates:
        chosen = decode(data, other)
        assert chosen.sure
        assert chosen.encoding == other
        assert chosen.candidates == found.candidates
        assert chosen.text == data.decode(OFFERED[other])


def test_a_candidate_is_one_that_fits() -> None:
    data = GERMAN.encode("cp1252")
    assert not {"shift_jis", "iso-8859-15"} & set(decode(data).candidates)  # quotes are controls there


def test_the_text_may_name_its_encoding() -> None:
    words = "Größe und Länge"  # too short to tell German in cp1252 from anything
    for declaration in ("charset=koi8-r", 'encoding = "KOI8-R"', "-*- coding: koi8-r -*-"):
        data = f"{declaration}\n".encode() + words.encode("cp1252")
        assert decode(data).encoding == "koi8-r"
        assert not decode(data).sure
    for declaration in ("charset=ISO-8859-1", "charset=rot13", "charset=nonsense", "no word"):
        found = decode(f"{declaration}\n{GERMAN}".encode("cp1252"))
        assert found.encoding == "windows-1252", declaration


def test_damaged_utf8_stays_utf8() -> None:
    whole = GERMAN.encode()
    cut = whole[: whole.index("ä".encode()) + 1] + b" " + whole
    found = decode(cut)
    assert (found.encoding, found.sure, found.damaged) == ("utf-8", False, 1)
    assert found.text == cut.decode("utf-8", "replace")
    assert found.candidates[0] == "utf-8"
    assert decode(cut, "utf-8").text == found.text
    assert decode(b"\xef\xbf\xbd meant " + whole).damaged == 0


def test_a_cut_file_with_a_mark_is_read() -> None:
    found = decode(codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le")[:-1])
    assert (found.text, found.damaged, found.sure) == (ENGLISH[:-1] + "\ufffd", 1, False)


def test_one_stray_nul_in_a_long_text_does_not_matter() -> None:
    text = ENGLISH * 3 + "\0" + ENGLISH
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "data",
    [
        PNG,
        b"\x7fELF\x02\x01\x01" + bytes(57) + bytes(range(256)) * 8,
        b"PK\x03\x04" + bytes(range(256)),
        bytes(4096),
        b"\x00\x01\x02",
        codecs.BOM_UTF8 + bytes(range(32)) * 4,
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    assert key_of(data) == "article.binary"


def test_random_data_is_refused() -> None:
    for _ in range(20):
        assert key_of(os.urandom(4096)) == "article.binary"


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except BadInput:
        assert key_of(data) == "article.binary"
    else:
        assert found.encoding == found.candidates[0]


def test_a_forced_encoding_must_exist_and_fit() -> None:
    assert key_of(GERMAN.encode("cp1252"), "shift_jis") == "article.encoding_misfit"
    assert key_of(b"words", "klingon") == "article.encoding_unknown"
    assert key_of(b"words", "hex") == "article.encoding_unknown"


def test_a_forced_encoding_may_be_one_not_offered() -> None:
    found = decode("Größe".encode("mac_roman"), "mac_roman")
    assert (found.text, found.encoding, found.sure) == ("Größe", "mac_roman", True)
    assert found.candidates[0] == "mac_roman"
