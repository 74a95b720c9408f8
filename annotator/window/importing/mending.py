"""What a person did to the paragraphs of one draft, step by step, and back."""

from annotator.text.paragraphs import Paragraphs


class Mending:
    """The paragraphs as they are now, after those before and before those taken back."""

    def __init__(self, article: Paragraphs) -> None:
        self._past: list[Paragraphs] = []
        self._now = article
        self._taken_back: list[Paragraphs] = []

    @property
    def now(self) -> Paragraphs:
        """The paragraphs as they are now."""
        return self._now

    @property
    def can_undo(self) -> bool:
        """Whether anything was done."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether anything was taken back."""
        return bool(self._taken_back)

    def do(self, article: Paragraphs) -> bool:
        """Takes a step; whether it changes anything."""
        if article == self._now:
            return False
        self._past.append(self._now)
        self._taken_back.clear()
        self._now = article
        return True

    def undo(self) -> bool:
        """Takes the last step back; whether there was one."""
        if self._past:
            self._taken_back.append(self._now)
            self._now = self._past.pop()
            return True
        return False

    def redo(self) -> bool:
        """Takes again the step that was last taken back; whether there was one."""
        if self._taken_back:
            self._past.append(self._now)
            self._now = self._taken_back.pop()
            return True
        return False
