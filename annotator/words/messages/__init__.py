"""Every sentence of the application by its key, in English; one module for each subject.

A tuple holds the singular and the plural of a sentence with a `{count}`.
"""

from annotator.words.messages import (
    answering,
    articles,
    care,
    commands,
    dialogs,
    editor,
    library,
    model_names,
    page,
    refusals,
    steps,
    window,
)

Sentence = str | tuple[str, str]

ENGLISH: dict[str, Sentence] = {
    **model_names.SENTENCES,
    **library.SENTENCES,
    **answering.SENTENCES,
    **articles.SENTENCES,
    **care.SENTENCES,
    **commands.SENTENCES,
    **editor.SENTENCES,
    **refusals.SENTENCES,
    **steps.SENTENCES,
    **page.SENTENCES,
    **dialogs.SENTENCES,
    **window.SENTENCES,
}
