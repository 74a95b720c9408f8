"""What the tests of the desk build on."""

from tests.desk.conftest import prepared, shared

__all__ = ["prepared", "shared"]
