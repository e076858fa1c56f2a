"""What stands beside the open segment of the editor. No Streamlit here."""

from collections.abc import Sequence

from translate_app.domain.segment import SegmentChange
from translate_app.i18n import Translator
from translate_app.web import labels
from translate_app.web.editor_data import person_words
from translate_app.web.editor_protocol import Beside, HistoryRow, Others


def beside_data(
    number: int, history: Sequence[SegmentChange], t: Translator, others: Others | None = None
) -> Beside:
    """History, oldest change first as it is stored, and other drafts of a segment."""
    steps = [_history_row(change, t) for change in reversed(history)]
    beside = Beside(number=number, history=steps)
    if others is not None:
        beside["others"] = others
    return beside


def _history_row(change: SegmentChange, t: Translator) -> HistoryRow:
    state = t.gettext(labels.STATES[change.state])
    parts = [state, person_words(change.by, t), t.datetime(change.at)]
    return HistoryRow(parts=parts, target=change.target, reason=change.reason)
