from annotator.window.claims.begun import BegunWords


def test_what_was_put_aside_is_taken_once():
    begun = BegunWords[str]()
    begun.put("claim", "words")
    begun.put("other", None)
    assert begun.claims == {"claim"}
    assert begun.take("claim") == "words"
    assert begun.take("claim") is None
    assert not begun.any_left


def test_words_for_a_claim_that_is_gone_wait_but_do_not_count():
    begun = BegunWords[str]()
    begun.put("claim", "words")
    begun.note_gone(["claim", "another"])
    assert not begun.any_left
    begun.note_there(["claim"])
    assert begun.any_left
    begun.note_gone(["claim"])
    assert begun.take("claim") == "words"
    begun.put("claim", "more words")  # shown again, so it is there
    assert begun.any_left
