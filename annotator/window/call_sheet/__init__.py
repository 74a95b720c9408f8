"""The call sheet: whom to call about what, and what they said."""
