"""The right panel's first tab: the list of an article's claims and the editor of the picked one."""
