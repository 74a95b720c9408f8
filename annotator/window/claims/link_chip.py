"""The claim at the other end of a link, as a chip that leads there."""

from annotator.model.views import LinkView
from annotator.window.claims.pill import Run
from annotator.window.claims.removable import CROSS, RemovablePill
from annotator.window.painted_words import isolated
from annotator.window.plain import as_tip
from annotator.window.theme import Theme
from annotator.words import say


class LinkChip(RemovablePill):
    """The letter of the tag, the quote, the speaker. Signals as those of `RemovablePill`."""

    def __init__(self, link: LinkView, speakers: str, theme: Theme) -> None:
        super().__init__(removable=link.mine)
        self.link = link
        self._speakers = speakers
        self._describe(speakers)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        link = self.link
        runs = [Run(link.tag.letter, badge=theme.tags[link.tag]), Run(" ".join(link.quote.split()))]
        runs += [Run(self._speakers, quiet=True)] if self._speakers else []
        runs += [CROSS] if link.mine else []
        self.set_runs(runs)

    def _describe(self, speakers: str) -> None:
        link = self.link
        quote = say("export.quoted", words=isolated(link.quote))
        told = [say(f"tag.{link.tag.value}"), quote]
        told += [say("panel.said_by", names=speakers)] if speakers else []
        self.setAccessibleName(", ".join(told))
        keys = say("parts.link_keys") if link.mine else say("parts.link_keys_theirs")
        self.setAccessibleDescription(keys)
        self.setToolTip(as_tip("\n".join([", ".join(told), keys])))
