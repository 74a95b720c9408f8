"""Claims that were marked in other tools: what they would come to here, and taking them in."""

from annotator.desk.receiving.labels import propose
from annotator.desk.receiving.take import TakeClaims, look

__all__ = ["TakeClaims", "look", "propose"]
