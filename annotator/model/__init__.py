"""What exists: the things of a library as frozen dataclasses, their enums and errors."""
