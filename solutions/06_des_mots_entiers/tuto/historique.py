"""What this kernel ran, as it was typed."""

from tuto.affichage import jupyter, lesson_page


def history() -> list[str]:
    """The cells in the order in which they were run; [] where nothing keeps them."""
    if lesson := lesson_page():
        return lesson.history()
    kept = getattr(getattr(jupyter(), "history_manager", None), "input_hist_raw", None)
    return [code for code in kept if isinstance(code, str)] if isinstance(kept, list) else []
