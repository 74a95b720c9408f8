"""What a file can hold of articles and claims, feature by feature."""

from enum import StrEnum


class Feature(StrEnum):
    """One thing that a file of claims may hold or lack; in the order in which tables show them.

    DETAILS are title and where the article appeared, PLACES the pages or times of its passages, PEOPLE who
    marked a claim, NOTES the note, the plain words and why a denial answers nothing, SOURCES the chain of who
    says it, STATUS also the corrections, REVIEWS also the comments, DATES when a claim was made and changed.
    """

    TEXT = "text"
    ARTICLES = "articles"
    DETAILS = "details"
    PLACES = "places"
    OVERLAPS = "overlaps"
    LINKS = "links"
    PEOPLE = "people"
    NOTES = "notes"
    SOURCES = "sources"
    EVIDENCE = "evidence"
    RESPONSES = "responses"
    STATUS = "status"
    REVIEWS = "reviews"
    DATES = "dates"
    POINTS = "points"
    SIGN_OFF = "sign-off"
