"""What files of other tools said of an article that has no place as a claim."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RemarkView:
    """What a file of another tool said of an article that is no claim; `origin` names the file's format.

    `quote` are the words it was said of, "" where it was said of the whole.
    """

    id: str
    body: str
    origin: str
    quote: str = ""
    mine: bool = False

    @property
    def words(self) -> str:
        """The remark in one piece, as files hold it."""
        return f"“{self.quote}”: {self.body}" if self.quote else self.body
