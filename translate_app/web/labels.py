"""Words for the values of the domain: states, origins, kinds. Message ids only."""

from typing import Final

from translate_app.domain.document import DropReason
from translate_app.domain.engine import EngineKind
from translate_app.domain.glossary import EntryType
from translate_app.domain.report import DraftNames
from translate_app.domain.segment import Origin, SegmentState
from translate_app.domain.work import Priority
from translate_app.errors import N_
from translate_app.web.editor_protocol import GroupId

STATES: Final[dict[SegmentState, str]] = {
    SegmentState.EMPTY: N_("not translated"),
    SegmentState.PRETRANSLATED: N_("draft"),
    SegmentState.REJECTED: N_("rejected"),
    SegmentState.EDITED: N_("edited"),
    SegmentState.REVIEWED: N_("approved once"),
    SegmentState.APPROVED: N_("approved"),
}
ORIGINS: Final[dict[Origin, str]] = {
    # Where a draft's words come from; stands in place of its state.
    Origin.MEMORY: N_("memory"),
    Origin.GLOSSARY: N_("glossary"),
    Origin.MACHINE: N_("machine"),
    Origin.HUMAN: N_("human"),
}
ENTRY_TYPES: Final[dict[EntryType, str]] = {
    EntryType.PERSON: N_("Person"),
    EntryType.ORGANISATION: N_("Organisation"),
    EntryType.PLACE: N_("Place"),
    EntryType.TITLE: N_("Title"),
    EntryType.DOCUMENT: N_("Document"),
    EntryType.EVENT: N_("Event"),
    EntryType.OTHER: N_("Other"),
}
ENGINE_KINDS: Final[dict[EngineKind, str]] = {
    EngineKind.STARTER: N_("Starter engine"),
    EngineKind.OFFICIAL: N_("Official engine"),
    EngineKind.CUSTOM: N_("Own engine"),
    EngineKind.FIREFOX: N_("Firefox Translations"),
    EngineKind.SERVER: N_("Translation server"),
    EngineKind.FAKE: N_("Test engine"),
}
DROP_REASONS: Final[dict[DropReason, str]] = {
    DropReason.SITE_HEADER: N_("head of the web page"),
    DropReason.SITE_FOOTER: N_("foot of the web page"),
    DropReason.BOILERPLATE: N_("page furniture"),
    DropReason.CONTROL_CHARACTERS: N_("invisible control characters"),
}
GROUPS: Final[dict[GroupId, str]] = {
    # The filters of the editor, in their order.
    "open": N_("Open"),
    "findings": N_("Findings"),
    "low": N_("Low confidence"),
    "rejected": N_("Rejected"),
    "commented": N_("Comments"),
    "changed": N_("Changed since I looked"),
    "mine": N_("Mine"),
    "approved": N_("Approved"),
    "all": N_("All"),
}
PRIORITIES: Final[dict[Priority, str]] = {
    Priority.LOW: N_("Low"),
    Priority.NORMAL: N_("Normal"),
    Priority.HIGH: N_("High"),
    Priority.URGENT: N_("Urgent"),
}
DRAFT_NAMES: Final[dict[DraftNames, str]] = {
    DraftNames.NONE: N_("none in the segment"),
    DraftNames.APPLIED: N_("all in the draft"),
    DraftNames.MISSING: N_("one was missing"),
}
THEMES: Final[dict[str, str]] = {
    "system": N_("System colours"),
    "light": N_("Light"),
    "dark": N_("Dark"),
}

EDITOR: Final[dict[str, str]] = {
    "show": N_("Segments to show"),
    "least_sure": N_("Least sure first"),
    "show_signs": N_("Show invisible characters"),
    "arabic_digits": N_("Type Arabic-Indic digits"),
    "approved_of": N_("{part} of {whole} approved"),
    "search": N_("Find in both languages"),
    "edit": N_("Edit the translation"),
    "no_target": N_("No translation yet"),
    "target_of": N_("Translation of segment {number}"),
    "segment_state": N_("Segment {number}: {state}"),
    "approve": N_("Approve"),
    "approve_anyway": N_("Approve anyway"),
    "doubt": N_("Correct this, or say why it may stay as it is:"),
    "reason": N_("Reason for approving it anyway"),
    "reopen": N_("Open again"),
    "split": N_("Split"),
    "split_where": N_("Put the cursor where the source is to be cut, then press Enter"),
    "was_split": N_("Segment {number} is two now: {numbers}."),
    "unsplit": N_("Undo the split"),
    "merge": N_("Join with the next"),
    "join": N_("Join"),
    "merged": N_("Segments {numbers} are one now."),
    "unmerge": N_("Undo the join"),
    "twins": N_("Segments with the same source: {numbers}."),
    "fill_twins": N_("Give them this translation"),
    "dismiss": N_("Leave it"),
    "reject": N_("Reject"),
    "reject_reason": N_("Reason for rejecting it"),
    "rejected_by": N_("Reason for the rejection ({name}):"),
    "turn": N_("Reverse the text direction"),
    "approve_rest": N_("Approve what people wrote ({count})"),
    "approve_question": N_("Approve {count} segments at once?"),
    "approve_all": N_("Approve all ({count})"),
    "cancel": N_("Cancel"),
    "write_first": N_("Segment {number} has no translation yet: write one before approving it."),
    "panel": N_("Beside the segment"),
    "findings": N_("Findings"),
    "no_findings": N_("The checks found nothing."),
    "no_findings_here": N_("The checks found nothing in this segment."),
    "error": N_("Error"),
    "warning": N_("Warning"),
    "mend": N_("Correct"),
    "names": N_("Names in this segment"),
    "no_names": N_("No name of the glossary stands in this segment."),
    "name_missing": N_("This name is missing from the translation: click to put it in"),
    "no_name_missing": N_("Every name stands in the translation."),
    "add_name": N_("Add a name"),
    "add_as": N_("Add {name} as {target}"),
    "name_type": N_("Type"),
    "save_name": N_("Save the name"),
    "name_added": N_("{name} is in the glossary now."),
    "maybe_names": N_("Perhaps names; the glossary does not have them"),
    "who": N_("Who or what is {name}?"),
    "insert": N_("Put this name where the cursor is"),
    "of": N_("{part} of {whole}"),
    "memory": N_("Memory"),
    "quality": N_("Likeness to this source, 0 to 100"),
    "others": N_("Other drafts"),
    "ask_others": N_("Ask for other drafts"),
    "asking_others": N_("The engine is at work…"),
    "no_others": N_("There is no other draft of this segment."),
    "use_other": N_("Put this draft in place of the text; Ctrl+Z takes it back"),
    "confidence": N_("Confidence"),
    "confidence_means": N_("Expected closeness to a person's translation, 0 to 100"),
    "history": N_("History"),
    "restore": N_("Take this text again"),
    "comments": N_("Comments"),
    "has_comments": N_("has comments"),
    "comment": N_("Write a comment; @name addresses somebody"),
    "send": N_("Send"),
    "ask_editor": N_("Ask the reviewer"),
    "reply": N_("Reply"),
    "reply_to": N_("Reply to {name}"),
    "people": N_("People to address"),
    "resolve": N_("Resolve"),
    "resolved": N_("resolved"),
    "concordance": N_("Search in everything translated"),
    "concordance_hint": N_("Words in either language"),
    "nothing_found": N_("Nothing like it was translated before."),
    "person_in": N_("{name}: segment {number}"),
    "taken": N_("{name} is in segment {number} already: this is the next one."),
    "all_taken": N_("Somebody else is in every other open segment."),
    "position": N_("Segment {number} of {total}"),
    "total": N_("Segments: {total}"),
    "saved": N_("Saved"),
    "saving": N_("Saving…"),
    "typed": N_("Not saved yet"),
    "not_saved": N_("Not saved"),
    "kept_here": N_("No connection: kept in this browser"),
    "no_answer": N_(
        "The server does not answer. What you typed is kept in this browser and is sent "
        "as soon as it is back."
    ),
    "not_kept": N_(
        "This browser keeps nothing for this page: save with Ctrl+S before you close it."
    ),
    "stale": N_("Somebody else saved this segment first. Nothing is lost: choose a text."),
    "theirs": N_("Saved by {name}"),
    "mine": N_("Your text"),
    "difference": N_("What differs"),
    "take_theirs": N_("Use this text"),
    "keep_mine": N_("Keep my text"),
    "nothing_here": N_("No segment to show here."),
    "key_approve": N_("approve, next"),
    "key_save": N_("save"),
    "key_others": N_("drafts"),
    "key_name": N_("name"),
    "key_add_name": N_("add a name"),
    "key_copy": N_("copy the source"),
    "key_undo": N_("take back"),
    "key_comment": N_("comment"),
    "key_panel": N_("beside the text, and back"),
    "key_search": N_("search what was translated"),
    "key_twins": N_("give the same source this translation"),
    "key_direction": N_("reverse the text direction"),
    "key_previous": N_("previous"),
    "key_next": N_("next"),
    "key_leave": N_("leave"),
    "key_keys": N_("all keys"),
    "keys": N_("Keys"),
    "close": N_("Close"),
    "copied": N_("The source is copied."),
    "not_copied": N_("This browser does not let the page copy."),
}
"""Every word of the segment editor, by the name its JavaScript uses."""
