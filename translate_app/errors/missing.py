"""What was asked for and is not there."""

from translate_app.errors.tree import N_, TranslateAppError


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


class CommentNotFoundError(NotFoundError):
    """Parameters: `comment`."""

    template = N_("There is no comment {comment}.")
