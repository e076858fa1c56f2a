"""What people say about segments: comments, answers, questions to the editor."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translate_app.domain.work import Comment
from translate_app.errors import CommentNotFoundError, NoReviewerError, WordsRequiredError
from translate_app.ports import Clock, UnitOfWork, UnitOfWorkFactory
from translate_app.services.review_steps import person_named, same_person

_MENTION = re.compile(r"(?<!\w)@(\w[\w.'’-]*\w|\w)")


@dataclass(frozen=True)
class Comments:
    """Comments on segments. Their words are never changed; they can be resolved."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def add(
        self, release_id: str, number: int, text: str, by: str, reply_to: int | None = None
    ) -> Comment:
        """Say something about a segment.

        `@name` addresses a person: the longest name that is known (also one of several
        words), or else the word. An answer opens the comment again that it answers.

        Raises:
            WordsRequiredError: there are none. CommentNotFoundError: `reply_to` is none
                of this release. NotFoundError, NameRequiredError.
        """
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            comment = self._comment(unit_of_work, release_id, number, text, by)
            if reply_to is not None:
                answered = unit_of_work.comments.get(reply_to)
                if answered.release_id != comment.release_id:
                    raise CommentNotFoundError(comment=reply_to)
                if answered.resolved:
                    unit_of_work.comments.resolve(reply_to, None, None)
            stored = unit_of_work.comments.add(
                replace(
                    comment,
                    mentions=mentions_in(text, unit_of_work.work.people()),
                    reply_to=reply_to,
                )
            )
            unit_of_work.commit()
        return stored

    def ask_the_editor(self, release_id: str, number: int, text: str, by: str) -> Comment:
        """A comment that is addressed to the release's reviewer.

        Raises:
            NoReviewerError: nobody is the reviewer. The rest as `add`.
        """
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            comment = self._comment(unit_of_work, release_id, number, text, by)
            reviewer = unit_of_work.work.get(comment.release_id).reviewer
            if not reviewer:
                raise NoReviewerError(release=comment.release_id)
            named = mentions_in(text, unit_of_work.work.people())
            stored = unit_of_work.comments.add(
                replace(comment, mentions=tuple(dict.fromkeys((reviewer, *named))))
            )
            unit_of_work.commit()
        return stored

    def resolve(self, comment_id: int, by: str) -> Comment:
        """Say that a comment is dealt with; a second time changes nothing.

        Raises:
            CommentNotFoundError, NameRequiredError.
        """
        person = person_named(by)
        with self.unit_of_work() as unit_of_work:
            unit_of_work.lock()
            if not unit_of_work.comments.get(comment_id).resolved:
                unit_of_work.comments.resolve(comment_id, self.clock(), person)
                unit_of_work.commit()
            return unit_of_work.comments.get(comment_id)

    def of_release(self, release_id: str) -> Sequence[Comment]:
        """All comments of a release, oldest first.

        Raises:
            NotFoundError: there is no such release.
        """
        with self.unit_of_work() as unit_of_work:
            release = unit_of_work.releases.get(release_id)
            return unit_of_work.comments.of_release(release.id)

    def to_person(self, person: str) -> Sequence[Comment]:
        """The comments of all releases that address a person and are not resolved."""
        with self.unit_of_work() as unit_of_work:
            return addressed_to(person, unit_of_work.comments.open())

    def people(self) -> Sequence[str]:
        """Everybody who can be mentioned because the store has met them, by name."""
        with self.unit_of_work() as unit_of_work:
            return unit_of_work.work.people()

    def _comment(
        self, unit_of_work: UnitOfWork, release_id: str, number: int, text: str, by: str
    ) -> Comment:
        if not text.strip():
            raise WordsRequiredError
        release = unit_of_work.releases.get(release_id)
        unit_of_work.segments.get(release.id, number)
        return Comment(0, release.id, number, self.clock(), person_named(by), text.strip())


def addressed_to(person: str, comments: Iterable[Comment]) -> list[Comment]:
    """Those of `comments` that mention the person."""
    return [c for c in comments if any(same_person(name, person) for name in c.mentions)]


def mentions_in(text: str, people: Sequence[str]) -> tuple[str, ...]:
    """The people that `text` addresses with `@`, in order, each once.

    Of the names in `people` the longest that stands after the sign; a name that is not
    known is taken as far as the word goes.
    """
    longest_first = sorted(people, key=len, reverse=True)
    found: dict[str, None] = {}
    for match in _MENTION.finditer(text):
        rest = text[match.start(1) :]
        found[next((name for name in longest_first if _begins(rest, name)), match[1])] = None
    return tuple(found)


def _begins(text: str, name: str) -> bool:
    following = text[len(name) : len(name) + 1]
    ends = not (following.isalnum() or following == "_")
    return ends and text[: len(name)].casefold() == name.casefold()
