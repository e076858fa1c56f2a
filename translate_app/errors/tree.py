"""Where all errors come from, and the mark for what gettext words."""

from typing import ClassVar


def N_(message: str) -> str:
    """Mark `message` for extraction by gettext; returned unchanged, worded later."""
    return message


class TranslateAppError(Exception):
    """The root of the tree. `str()` gives the English sentence."""

    template: ClassVar[str] = N_("Something went wrong.")

    def __init__(self, **parameters: object) -> None:
        self.parameters = parameters
        super().__init__(self.template.format(**parameters))
