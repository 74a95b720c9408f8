"""What an export would leave out, before anybody has written it."""

from annotator.desk.desk import Desk
from annotator.desk.exports import Choice, chosen
from annotator.model.drafts import Note
from annotator.store.reading.confidential import confidential_names


def would_leave_out(desk: Desk, choice: Choice, format_name: str) -> tuple[Note, ...]:
    """Sentences on what there is to say of a choice and a file of that format cannot hold.

    Raises NothingFound for what there is none of.
    """
    from annotator.formats import losses, outgoing, registry

    form = registry.writer_for("", format_name)
    exports, _ = chosen(desk, choice, frozenset())
    ready = outgoing.prepared_for(form, exports, choice.disclosure, confidential_names(desk.library))
    return losses.left_out(form, ready)
