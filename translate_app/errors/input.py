"""What was handed in and cannot be used."""

from translate_app.errors.tree import N_, TranslateAppError


class InputError(TranslateAppError):
    """What was handed in cannot be used; nothing was changed."""


class EmptyInputError(InputError):
    """Parameters: `name`."""

    template = N_("{name} is empty: there is nothing to translate in it.")


class BinaryInputError(InputError):
    """Parameters: `name`."""

    template = N_("{name} is not a text: save it as plain text or HTML and try again.")


class TooLargeError(InputError):
    """Parameters: `name`, `size`, `limit` (both worded with their unit)."""

    template = N_("{name} is too large ({size}; the limit is {limit}): split it and try again.")


class EncodingError(InputError):
    """Parameters: `name`."""

    template = N_("The encoding of {name} cannot be told: save it as UTF-8 and try again.")


class UnknownLanguageError(InputError):
    """Parameters: `name`."""

    template = N_(
        "The language of {name} is neither English nor Arabic, or cannot be told: "
        "name it with --source-language."
    )


class LanguagePairError(InputError):
    """Parameters: `source`, `target`."""

    template = N_("Translation from {source} to {target} is not offered: use en and ar.")


class UnreadableSourceError(InputError):
    """Parameters: `name`, `reason`."""

    template = N_("{name} cannot be read: {reason}.")


class NoReleaseFoundError(InputError):
    """Parameters: `name`."""

    template = N_("No release was found in {name}: only page furniture, no paragraph of text.")


class GlossaryFileError(InputError):
    """Parameters: `name`, `line`, `reason`."""

    template = N_("{name}, line {line}: {reason}. Nothing was imported.")


class NotAGlossaryError(InputError):
    """Parameters: `name`."""

    template = N_(
        "{name} is no glossary that can be read: save it as CSV, XLSX or TBX. Nothing was imported."
    )


class InvalidEntryError(InputError):
    """Parameters: `key`, `field` (of `GlossaryEntry`), `reason`."""

    template = N_("{key}, {field}: {reason}. Nothing was saved.")


class SettingsFileError(InputError):
    """Parameters: `name` (the file), `key`, `reason`."""

    template = N_("{name}, {key}: {reason}. Correct the file and try again.")
