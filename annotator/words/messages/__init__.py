"""Every sentence of the application by its key, in English; one module for each subject.

A tuple holds the singular and the plural of a sentence with a `{count}`.
"""

from annotator.words.messages import (
    answering,
    articles,
    calendar,
    call_sheet,
    care,
    claim_parts,
    codebook,
    commands,
    dialogs,
    editor,
    find,
    keys,
    languages,
    library,
    linking,
    model_names,
    page,
    palette,
    points,
    preferences,
    refusals,
    search,
    speech,
    steps,
    window,
)

Sentence = str | tuple[str, str]

ENGLISH: dict[str, Sentence] = {
    **model_names.SENTENCES,
    **languages.SENTENCES,
    **library.SENTENCES,
    **linking.SENTENCES,
    **answering.SENTENCES,
    **articles.SENTENCES,
    **calendar.SENTENCES,
    **call_sheet.SENTENCES,
    **care.SENTENCES,
    **claim_parts.SENTENCES,
    **codebook.SENTENCES,
    **commands.SENTENCES,
    **editor.SENTENCES,
    **find.SENTENCES,
    **keys.SENTENCES,
    **refusals.SENTENCES,
    **search.SENTENCES,
    **speech.SENTENCES,
    **steps.SENTENCES,
    **page.SENTENCES,
    **palette.SENTENCES,
    **preferences.SENTENCES,
    **points.SENTENCES,
    **dialogs.SENTENCES,
    **window.SENTENCES,
}
