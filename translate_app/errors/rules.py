"""Requests that break a rule of the house."""

from translate_app.errors.tree import N_, TranslateAppError


class RuleError(TranslateAppError):
    """The request breaks a rule of the house; nothing was changed."""


class StaleSegmentError(RuleError):
    """Parameters: `number`, `by`, `target` (the present text), `version` (the present one)."""

    template = N_(
        "Segment {number} was changed by {by} in the meantime: nothing was overwritten. "
        "Look at the new text and save again."
    )


class StaleWorkError(RuleError):
    """Parameters: `release`, `by`."""

    template = N_(
        "The plan of the release was changed by {by} in the meantime: nothing was overwritten. "
        "Look at it and save again."
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

    template = N_("The release has no reviewer to ask: assign one first.")


class NothingToRejectError(RuleError):
    """Parameters: `number`."""

    template = N_("Segment {number} has no translation: there is nothing to reject.")


class SplitError(RuleError):
    """Parameters: `numbers` (a worded list), `reason` (a message id)."""

    template = N_("The segments {numbers} cannot be split or merged so: {reason}.")


class EmbargoError(RuleError):
    """Parameters: `release`, `title`, `until` (an aware moment), `reason` (a message id)."""

    template = N_("Release {title}, embargo until {until}: {reason}.")


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
    """Parameters: `release`, `title`, `numbers` (a worded list)."""

    template = N_(
        "Release {title} cannot be published yet: these segments are not approved: {numbers}."
    )


class NothingToPublishError(NotApprovedError):
    """Parameters: `release`, `title`."""

    template = N_("Release {title} cannot be published: there is no segment in it.")


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
