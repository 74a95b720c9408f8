"""Sentences about whose claim is whose: on the page, in the list, and where versions stand side by side."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    # Whose it is
    "colleagues.allegation": "{name}’s allegation",
    "colleagues.denial": "{name}’s denial",
    "colleagues.reported fact": "{name}’s reported fact",
    "colleagues.version_of": "in place of {name}’s claim",
    "colleagues.unread": "unread",
    "colleagues.comments": ("{count} comment", "{count} comments"),
    "colleagues.none_shown": "No claim here is by anybody whose claims are shown. Show more people to see others.",
    # What colleagues said of it
    "colleagues.agreed": "agreed by {name}",
    "colleagues.changed": "changed by {name}",
    "colleagues.rejected": "rejected by {name}",
    "colleagues.to discuss": "{name} would discuss",
    "colleagues.you.agreed": "you agree",
    "colleagues.you.changed": "you changed it",
    "colleagues.you.rejected": "you reject it",
    "colleagues.you.to discuss": "you would discuss",
    # Two versions beside each other
    "beside.card": "Versions of the same words",
    "beside.close": "Close the versions",
    "beside.nothing": "Nothing here",
    "beside.nothing_long": "{name} has nothing here",
    "beside.quoted": "“{words}”",
    "beside.said_by": "Said by {names}",
    "beside.no_source": "No source yet",
    "beside.answer_to": "Your answer to {name}",
    "beside.pick": "Show the claim: {claim}",
    "answer.beside.agree": "Agree with the version in the text",
    "answer.beside.change_claim": "Change the version in the text",
    "answer.beside.reject": "Reject the version in the text",
    "answer.beside.discuss": "Discuss the version in the text",
    "answer.beside.reason": "Reason for the answer in the text",
    "answer.beside.take_back": "Take back my answer in the text",
}
