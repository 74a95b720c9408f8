"""Other languages than the English that tests otherwise read."""

from collections.abc import Callable, Iterator

import pytest

from annotator.host.paths import resource
from annotator.words import speak


@pytest.fixture
def speaking() -> Iterator[Callable[[str], None]]:
    """Speaks a language with the catalogues that come with us; English again at the end."""
    yield lambda language: speak(language, resource("translations"))
    speak("en", resource("translations"))
