"""Taking in review files: what one would bring, and bringing it in."""

from annotator.desk.merging.summary import look
from annotator.desk.merging.take_in import TakeIn

__all__ = ["TakeIn", "look"]
