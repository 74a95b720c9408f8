from annotator.text.identity import article_id, fingerprint

# The example of FIPS 180-2, appendix B.1.
_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_fingerprint_is_the_sha_256_of_the_utf_8_bytes() -> None:
    assert fingerprint("abc") == _ABC
    assert fingerprint("é") != fingerprint("e\u0301")


def test_an_article_is_known_by_the_first_half_of_it() -> None:
    assert article_id("abc") == _ABC[:32]
    assert fingerprint("😀").startswith(article_id("😀"))
