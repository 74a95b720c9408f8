import time

from annotator.formats.readers.html_body import paragraphs


def test_blocks_are_paragraphs_and_what_is_not_shown_is_none() -> None:
    html = '<div style="display:none">before</div><div>one</div>two<br>three<p>\u00a0</p><script>x</script>'
    assert paragraphs(html) == ["one", "two\nthree"]


def test_elements_may_be_taken_out_first() -> None:
    assert paragraphs("<p>one<i>2</i> three</p>", lambda tree: tree.find(".//i").drop_tree()) == ["one three"]


def test_a_page_too_deep_for_a_tree_keeps_its_words() -> None:
    assert paragraphs("<p>one</p>" + "<div>" * 5_000 + "two") == ["one", "two"]


def test_a_picture_in_a_tag_costs_no_words() -> None:
    assert paragraphs(f'<p>one<img src="data:image/png;base64,{"A" * 100_000}"> two</p>') == ["one two"]


def test_thousands_of_attributes_cost_little() -> None:
    begun = time.process_time()
    attributes = " ".join(f"a{number}=''" for number in range(100_000))
    assert paragraphs(f"<p {attributes}>one</p><p>two</p>") == ["one", "two"]
    assert time.process_time() - begun < 1
