"""How often Python looks for rings of garbage."""

import gc


def collect_seldom() -> None:
    """Has Python look less often; to be called before anything large is loaded.

    Modules, and the rows of an article with ten thousand claims, hold no rings; looking through them at the
    usual rate takes a tenth of the start, and as long again as reading such an article.
    """
    gc.set_threshold(50_000, 20, 100)
