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
    │   ├── NotAGlossaryError
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

from translate_app.errors.engines import (
    DownloadError,
    EngineError,
    EngineFailedError,
    MissingKeyError,
    NoEngineError,
    PackageError,
    UnknownEngineError,
)
from translate_app.errors.input import (
    BinaryInputError,
    EmptyInputError,
    EncodingError,
    GlossaryFileError,
    InputError,
    InvalidEntryError,
    LanguagePairError,
    NoReleaseFoundError,
    NotAGlossaryError,
    SettingsFileError,
    TooLargeError,
    UnknownLanguageError,
    UnreadableSourceError,
)
from translate_app.errors.machine import (
    AddressTakenError,
    HomeError,
    NewerPublicationError,
    NoSuchAddressError,
    PublicationError,
    StoreError,
    TamperedPublicationError,
    UnwritableFileError,
)
from translate_app.errors.missing import (
    AmbiguousReleaseError,
    CommentNotFoundError,
    EntryNotFoundError,
    NotFoundError,
    PublicationNotFoundError,
    ReleaseNotFoundError,
    SegmentNotFoundError,
    UnknownClientError,
)
from translate_app.errors.rules import (
    DifferentNamesError,
    EmbargoError,
    EmptyTargetError,
    ErrorsBlockApprovalError,
    MissingTermbaseFileError,
    NameRequiredError,
    NoReviewerError,
    NotAmongNamesError,
    NotApprovedError,
    NothingPublishedError,
    NothingToPublishError,
    NothingToRejectError,
    OwnWorkError,
    PublicationNumberError,
    ReasonRequiredError,
    ReleaseExistsError,
    RuleError,
    SplitError,
    StaleEntryError,
    StaleSegmentError,
    StaleTermbaseError,
    StaleWorkError,
    UnknownFormatError,
    WordsRequiredError,
)
from translate_app.errors.tree import (
    N_,
    TranslateAppError,
)

__all__ = [
    "N_",
    "AddressTakenError",
    "AmbiguousReleaseError",
    "BinaryInputError",
    "CommentNotFoundError",
    "DifferentNamesError",
    "DownloadError",
    "EmbargoError",
    "EmptyInputError",
    "EmptyTargetError",
    "EncodingError",
    "EngineError",
    "EngineFailedError",
    "EntryNotFoundError",
    "ErrorsBlockApprovalError",
    "GlossaryFileError",
    "HomeError",
    "InputError",
    "InvalidEntryError",
    "LanguagePairError",
    "MissingKeyError",
    "MissingTermbaseFileError",
    "NameRequiredError",
    "NewerPublicationError",
    "NoEngineError",
    "NoReleaseFoundError",
    "NoReviewerError",
    "NoSuchAddressError",
    "NotAGlossaryError",
    "NotAmongNamesError",
    "NotApprovedError",
    "NotFoundError",
    "NothingPublishedError",
    "NothingToPublishError",
    "NothingToRejectError",
    "OwnWorkError",
    "PackageError",
    "PublicationError",
    "PublicationNotFoundError",
    "PublicationNumberError",
    "ReasonRequiredError",
    "ReleaseExistsError",
    "ReleaseNotFoundError",
    "RuleError",
    "SegmentNotFoundError",
    "SettingsFileError",
    "SplitError",
    "StaleEntryError",
    "StaleSegmentError",
    "StaleTermbaseError",
    "StaleWorkError",
    "StoreError",
    "TamperedPublicationError",
    "TooLargeError",
    "TranslateAppError",
    "UnknownClientError",
    "UnknownEngineError",
    "UnknownFormatError",
    "UnknownLanguageError",
    "UnreadableSourceError",
    "UnwritableFileError",
    "WordsRequiredError",
]
