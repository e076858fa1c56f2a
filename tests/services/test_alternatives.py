"""Other drafts of one segment, nothing stored."""

from collections.abc import Sequence

import pytest

from tests.services.conftest import PAIR, Desk
from translate_app.adapters.engines.fake import FakeEngine
from translate_app.domain.client import Client
from translate_app.domain.engine import Hypothesis
from translate_app.errors import ReleaseNotFoundError, SegmentNotFoundError
from translate_app.services.alternatives import Alternatives


class Fluent(FakeEngine):
    """Says everything in several ways."""

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        ways = ("قال", "ذكر", "صرح", "أعلن", "أضاف", "أكد")
        return [
            [Hypothesis(f"{way} {text}", -0.5 - rank / 10) for rank, way in enumerate(ways)]
            for text in texts
        ]


@pytest.fixture
def alternatives(desk: Desk) -> Alternatives:
    desk.catalogue.present = Fluent(PAIR)
    return Alternatives(
        desk.store.unit_of_work,
        desk.catalogue,  # type: ignore[arg-type]
        desk.matchers,
        Client,
    )


def test_different_drafts_with_the_names_in_place(
    alternatives: Alternatives, desk: Desk, release_id: str
) -> None:
    found = alternatives(release_id, 2, count=3)
    targets = [draft.target for draft in found]
    assert 1 < len(set(targets)) == len(targets) <= 3
    assert all("نادية الصباغ" in target and "رسما" in target for target in targets)
    assert set(desk.targets(release_id)) == {""}


def test_what_is_not_there(alternatives: Alternatives, release_id: str) -> None:
    with pytest.raises(SegmentNotFoundError):
        alternatives(release_id, 99)
    with pytest.raises(ReleaseNotFoundError):
        alternatives("ffff", 1)
