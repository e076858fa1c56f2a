"""Everything that can go wrong and that a person can do something about.

::

    TranslateAppError            one clear sentence; the shells word it through gettext
    ├── InputError               what was handed in cannot be used; nothing was changed
    │   ├── EmptyInputError
    │   ├── BinaryInputError
    │   ├── TooLargeError
    │   ├── EncodingError
    │   ├── UnknownLanguageError
    │   ├── UnreadableSourceError
    │   ├── NoReleaseFoundError
    │   ├── GlossaryFileError
    │   ├── InvalidEntryError    an entry of the termbase that makes no sense
    │   └── SettingsFileError    clients.toml or engines.toml says something that makes no sense
    ├── NotFoundError            the release, segment, publication, entry or client
    │                            named does not exist
    ├── RuleError                the request breaks a rule of the house
    │   ├── StaleTermbaseError   somebody changed a name after the preview
    │   ├── MissingTermbaseFileError  a sync would retire all names of a file
    │   ├── StaleSegmentError    somebody else saved first
    │   ├── StaleEntryError      somebody else changed the name first
    │   ├── DifferentNamesError  entries to be merged that share no name
    │   ├── NotAmongNamesError   an entry that a name in a text cannot mean
    │   ├── StaleWorkError       somebody else planned the release first
    │   ├── ErrorsBlockApprovalError  approving what a check found an error in
    │   ├── OwnWorkError         approving where another pair of eyes is wanted
    │   ├── ReasonRequiredError
    │   ├── NothingToRejectError
    │   ├── WordsRequiredError   a comment without words
    │   ├── NoReviewerError      a question to a reviewer that nobody is
    │   ├── SplitError           a place where a segment cannot be cut, or cannot be joined
    │   ├── EmbargoError         publishing before the embargo ends, or one that is over
    │   ├── EmptyTargetError
    │   ├── NotApprovedError     publishing while segments are open
    │   │   └── NothingToPublishError
    │   ├── NothingPublishedError
    │   ├── ReleaseExistsError   somebody else stored the same release first
    │   ├── PublicationNumberError  somebody else published first
    │   └── UnknownFormatError
    ├── EngineError              translating is not possible
    │   ├── NoEngineError
    │   ├── EngineFailedError
    │   │   └── MissingKeyError  a server wants a key that nobody set
    │   ├── PackageError         a package file that is none, or a broken one
    │   └── DownloadError
    ├── UnwritableFileError
    ├── HomeError
    ├── AddressTakenError
    ├── NoSuchAddressError
    └── StoreError               the database cannot be used
        └── PublicationError     a stored publication that is not what was published
            ├── TamperedPublicationError
            └── NewerPublicationError

Each class carries ``template``, an English sentence with ``{named}`` places that
is also the gettext message id, and the parameters that fill it. The template is
extracted through the marker ``N_``; ``i18n.error_text`` words an error in the
language of the interface.
"""

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


class InvalidEntryError(InputError):
    """Parameters: `key`, `field` (of `GlossaryEntry`), `reason`."""

    template = N_("{key}, {field}: {reason}. Nothing was saved.")


class SettingsFileError(InputError):
    """Parameters: `name` (the file), `key`, `reason`."""

    template = N_("{name}, {key}: {reason}. Correct the file and try again.")


class NotFoundError(TranslateAppError):
    """What was asked for does not exist."""


class ReleaseNotFoundError(NotFoundError):
    """Parameters: `release`."""

    template = N_("There is no release {release}: `translate-app releases` lists those there are.")


class AmbiguousReleaseError(NotFoundError):
    """Parameters: `release`."""

    template = N_("More than one release begins with {release}: give more of its id.")


class SegmentNotFoundError(NotFoundError):
    """Parameters: `release`, `number`."""

    template = N_("Release {release} has no segment {number}.")


class PublicationNotFoundError(NotFoundError):
    """Parameters: `release`, `number`."""

    template = N_("Release {release} has no publication {number}.")


class EntryNotFoundError(NotFoundError):
    """Parameters: `key`."""

    template = N_("The termbase has no entry {key}.")


class UnknownClientError(NotFoundError):
    """Parameters: `name`, `known` (a worded list)."""

    template = N_("There is no client {name} in clients.toml. Known: {known}.")


class RuleError(TranslateAppError):
    """The request breaks a rule of the house; nothing was changed."""


class CommentNotFoundError(NotFoundError):
    """Parameters: `comment`."""

    template = N_("There is no comment {comment}.")


class VersionNotFoundError(NotFoundError):
    """Parameters: `number`, `version`."""

    template = N_("Segment {number} has no version {version}.")


class StaleSegmentError(RuleError):
    """Parameters: `number`, `by`, `target` (the present text), `version` (the present one)."""

    template = N_(
        "Segment {number} was changed by {by} in the meantime: nothing was overwritten. "
        "Look at the new text and save again."
    )


class StaleWorkError(RuleError):
    """Parameters: `release`, `by`."""

    template = N_(
        "What is planned for release {release} was changed by {by} in the meantime: nothing "
        "was overwritten. Look at it and save again."
    )


class ErrorsBlockApprovalError(RuleError):
    """Parameters: `numbers` (a worded list), `checks` (ids, a list), `findings`.

    `findings` maps each segment's number to its first finding that is an error, for a shell
    that words it.
    """

    template = N_(
        "Errors were found in the segments {numbers} ({checks}): correct them, or give a "
        "reason to approve them all the same."
    )


class OwnWorkError(RuleError):
    """Parameters: `numbers` (a worded list), `by`."""

    template = N_(
        "{by} wrote or approved the segments {numbers}: this client wants another person to "
        "approve them."
    )


class ReasonRequiredError(RuleError):
    """No parameters."""

    template = N_("Give a reason: it is part of the record.")


class WordsRequiredError(RuleError):
    """No parameters."""

    template = N_("A comment without words says nothing: write some.")


class NoReviewerError(RuleError):
    """Parameters: `release`."""

    template = N_("Release {release} has no reviewer to ask: assign one first.")


class NothingToRejectError(RuleError):
    """Parameters: `number`."""

    template = N_("Segment {number} has no translation: there is nothing to reject.")


class SplitError(RuleError):
    """Parameters: `numbers` (a worded list), `reason` (a message id)."""

    template = N_("The segments {numbers} cannot be split or merged so: {reason}.")


class EmbargoError(RuleError):
    """Parameters: `release`, `until` (a worded moment), `reason` (a message id)."""

    template = N_("Release {release}, embargo until {until}: {reason}.")


class StaleEntryError(RuleError):
    """Parameters: `key`, `by`."""

    template = N_(
        "The entry {key} was changed by {by} in the meantime: nothing was overwritten. "
        "Look at it as it is now and try again."
    )


class StaleTermbaseError(RuleError):
    """Parameters: `keys` (a worded list)."""

    template = N_(
        "These names were changed in the meantime: {keys}. Nothing was imported: "
        "look at the preview again."
    )


class MissingTermbaseFileError(RuleError):
    """Parameters: `file`, `number`."""

    template = N_(
        "The file {file}, which held {number} names when files and termbase last agreed, is not "
        "in the folder: put it back, or remove its rows and keep its header to retire its names."
    )


class DifferentNamesError(RuleError):
    """Parameters: `keep`, `other` (keys)."""

    template = N_(
        "{keep} and {other} share neither the English nor the Arabic name: nothing was merged. "
        "Say that both names are right if they are one and the same."
    )


class NotAmongNamesError(RuleError):
    """Parameters: `name` (as the text has it), `key`."""

    template = N_(
        "{key} is not an approved entry for {name} in this release: choose one of those that are."
    )


class EmptyTargetError(RuleError):
    """Parameters: `number`."""

    template = N_("Segment {number} has no translation yet: write one before approving it.")


class NameRequiredError(RuleError):
    """No parameters."""

    template = N_("Say who you are: the name of the person is part of the record.")


class NotApprovedError(RuleError):
    """Parameters: `release`, `numbers` (a worded list)."""

    template = N_(
        "Release {release} cannot be published yet: these segments are not approved: {numbers}."
    )


class NothingToPublishError(NotApprovedError):
    """Parameters: `release`."""

    template = N_("Release {release} cannot be published: there is no segment in it.")


class NothingPublishedError(RuleError):
    """Parameters: `release`."""

    template = N_(
        "Release {release} has not been published: publish it first, or ask for the draft."
    )


class ReleaseExistsError(RuleError):
    """Parameters: `release`."""

    template = N_("Release {release} is stored already: nothing was added.")


class PublicationNumberError(RuleError):
    """Parameters: `release`, `number`, `next`."""

    template = N_(
        "Release {release} was published by somebody else in the meantime: publication {number} "
        "cannot be made, the next one is {next}. Look at what was published and try again."
    )


class UnknownFormatError(RuleError):
    """Parameters: `name`, `known` (a worded list)."""

    template = N_("There is no export format {name}. Known: {known}.")


class EngineError(TranslateAppError):
    """Translating is not possible."""


class NoEngineError(EngineError):
    """Parameters: `source`, `target`."""

    template = N_(
        "No engine from {source} to {target} is installed: run `translate-app init` "
        "or `translate-app models install`."
    )


class UnknownEngineError(EngineError):
    """Parameters: `name`, `known` (a worded list)."""

    template = N_("There is no engine named {name}. Installed: {known}.")


class PackageError(EngineError):
    """Parameters: `name`, `reason`."""

    template = N_("{name} is not an engine package that can be used: {reason}.")


class DownloadError(EngineError):
    """Parameters: `what`, `reason`."""

    template = N_("{what} could not be downloaded: {reason}.")


class EngineFailedError(EngineError):
    """Parameters: `engine`, `reason`."""

    template = N_("The engine {engine} failed: {reason}. Nothing that was saved is lost.")


class MissingKeyError(EngineFailedError):
    """Parameters: `engine`, `variable`."""

    template = N_(
        "The engine {engine} needs a key: put it into the environment variable {variable}."
    )


class UnwritableFileError(TranslateAppError):
    """Parameters: `name`, `reason`."""

    template = N_("{name} cannot be written: {reason}.")


class HomeError(TranslateAppError):
    """Parameters: `path`, `reason`."""

    template = N_(
        "The home folder {path} cannot be used: {reason}. "
        "Name another one with --home or TRANSLATE_APP_HOME."
    )


class AddressTakenError(TranslateAppError):
    """Parameters: `host`, `port`, `other` (a port to try)."""

    template = N_(
        "Another program listens on {host}:{port} already: stop it, or choose another port "
        "(`serve --port {other}`, `make run PORT={other}`)."
    )


class NoSuchAddressError(TranslateAppError):
    """Parameters: `host`, `reason`."""

    template = N_(
        "Nothing can listen on {host} ({reason}): `--host` takes an address of this machine, "
        "such as 127.0.0.1."
    )


class StoreError(TranslateAppError):
    """Parameters: `where`, `reason`."""

    template = N_("The database {where} cannot be used: {reason}.")


class PublicationError(StoreError):
    """A stored publication that cannot be read back. Parameters: `release`, `number`."""

    template = N_("Publication {number} of release {release} cannot be read.")


class TamperedPublicationError(PublicationError):
    """Parameters: `release`, `number`."""

    template = N_(
        "Publication {number} of release {release} was changed after it was published "
        "(its checksum does not match): restore it from a backup."
    )


class NewerPublicationError(PublicationError):
    """Parameters: `release`, `number`."""

    template = N_(
        "Publication {number} of release {release} was made by a newer version of this "
        "program: update the program to read it."
    )
