"""Answers, responses, the status of a claim's content, and reading an article to its end."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "answer.already": "This denial answers that allegation already.",
    "answer.other_article": "The two stand in different articles, so one cannot answer the other here.",
    "answer.withdrawn": "One of the two is withdrawn. Nothing was linked.",
    "answer.wrong_tags": "Only a denial can answer, and only an allegation can be answered. Nothing was linked.",
    "claims.tagged_some": (
        "{count} passage tagged. The others were claims of yours with that tag already.",
        "{count} passages tagged. The others were claims of yours with that tag already.",
    ),
    "claims.all_there": "All of them are claims of yours with that tag already.",
    "read.no_sentence": "There is no sentence there to tick off.",
    "response.no_allegation": "A response is recorded for an allegation only.",
    "status.needs_reason": "Say why, or add evidence: nothing is confirmed or corrected without either.",
    "step.answers_nothing": "Say why a denial answers nothing",
    "step.link": "Link a denial to an allegation",
    "step.read": "Tick as read",
    "step.response": "Response: {response}",
    "step.status": "Status: {status}",
    "step.tag_many": (
        "Tag {count} passage as {tag}",
        "Tag {count} passages as {tag}",
    ),
    "step.unlink": "Unlink a denial from an allegation",
    "step.unread": "Untick as read",
}
