"""Verbs of saying, accusing and denying in English text: word lists and pure detection."""
