"""What the keys do that one needs first, beside each of them."""

SENTENCES = {
    "first.nothing_here": "Nothing here: on to the next sentence",
    "first.allegation": "An allegation: this sentence, or the words you select",
    "first.denial": "A denial",
    "first.fact": "A reported fact",
    "first.said_by": "Say who makes the picked claim",
    "first.link": "Link a denial to what it answers",
    "first.next_point": "On to what is still open",
    "first.codebook": "What the tags mean",
    "first.palette": "Find anything else",
}
