"""Drafting beside the page: jobs, what is said of them, and the pages that follow them."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from tests.web.page import drafted, open_page, shown
from translate_app import i18n
from translate_app.bootstrap import Application
from translate_app.domain.segment import SegmentState
from translate_app.errors import NoEngineError, TranslateAppError
from translate_app.ports import Progress
from translate_app.services.pretranslate_release import PretranslateReport
from translate_app.web.drafting_jobs import AT_ONCE, DraftingJob, DraftingJobs
from translate_app.web.drafting_words import clock_time, drafting_facts, drafting_outcome
from translate_app.web.views.pretranslation import drafting_jobs

EN = i18n.translator("en")
NO_ENGINE = NoEngineError(source="English", target="Arabic")
JOB = DraftingJob(1, "r1", "Harbour clinic opens", running=True)
WITHIN = 10
"""Seconds for what happens in other threads."""


class Workshop:
    """Drafts one segment at each `step`, and does what a job is told to do."""

    def __init__(self, total: int = 3) -> None:
        self.total = total
        self.steps = threading.Semaphore(0)
        self.begun: list[str] = []
        self.failure: Exception | None = None

    def __call__(
        self,
        release_id: str,
        engine_name: str | None = None,
        progress: Progress | None = None,
        *,
        cancelled: Callable[[], bool] | None = None,
    ) -> PretranslateReport:
        assert progress
        assert cancelled
        self.begun.append(release_id)
        progress(0, self.total)
        for done in range(self.total):
            assert self.steps.acquire(timeout=WITHIN)
            if self.failure:
                raise self.failure
            if cancelled():
                return PretranslateReport(release_id, done, 0, "slow en-ar 1", cancelled=True)
            progress(done + 1, self.total)
        return PretranslateReport(release_id, self.total, 0, "slow en-ar 1")

    def step(self, count: int = 1) -> None:
        self.steps.release(count)


def until(holds: Callable[[], object]) -> None:
    """Wait for something that another thread does."""
    end = time.monotonic() + WITHIN
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    made = Workshop()
    yield made
    made.step(100)


def job_of(jobs: DraftingJobs, number: int) -> DraftingJob:
    job = jobs.get(number)
    assert job is not None
    return job


def test_a_job_runs_to_its_end_and_says_what_it_did(workshop: Workshop) -> None:
    jobs = DraftingJobs(workshop)
    number = jobs.start("r1", "Title")
    until(lambda: job_of(jobs, number).total == 3)
    workshop.step()
    until(lambda: job_of(jobs, number).done == 1)
    assert jobs.active("r1") == (job_of(jobs, number),)
    workshop.step(2)
    until(lambda: job_of(jobs, number).ended)
    assert job_of(jobs, number).report == PretranslateReport("r1", 3, 0, "slow en-ar 1")
    assert jobs.active() == ()


def test_a_release_has_one_job_at_a_time(workshop: Workshop) -> None:
    jobs = DraftingJobs(workshop)
    first = jobs.start("r1", "Title")
    assert jobs.start("r1", "Title") == first
    workshop.step(3)
    until(lambda: job_of(jobs, first).ended)
    assert jobs.start("r1", "Title") != first
    assert workshop.begun[:1] == ["r1"]


def test_a_cancelled_job_stops_and_reports_what_is_done(workshop: Workshop) -> None:
    jobs = DraftingJobs(workshop)
    number = jobs.start("r1", "Title")
    workshop.step()
    until(lambda: job_of(jobs, number).done == 1)
    jobs.cancel(number)
    assert job_of(jobs, number).stopping
    workshop.step()
    until(lambda: job_of(jobs, number).ended)
    assert job_of(jobs, number).report == PretranslateReport("r1", 1, 0, "slow en-ar 1", True)


def test_jobs_beyond_the_room_wait_their_turn_and_can_be_cancelled_there(
    workshop: Workshop,
) -> None:
    jobs = DraftingJobs(workshop)
    numbers = [jobs.start(f"r{at}", "Title") for at in range(AT_ONCE + 2)]
    until(lambda: len(workshop.begun) == AT_ONCE)
    waiting, given_up = numbers[AT_ONCE:]
    assert not job_of(jobs, waiting).running
    jobs.cancel(given_up)
    assert job_of(jobs, given_up).ended
    workshop.step(100)
    until(lambda: jobs.active() == ())
    assert job_of(jobs, waiting).report == PretranslateReport("r2", 3, 0, "slow en-ar 1")
    assert "r3" not in workshop.begun


def test_a_known_failure_is_kept_with_the_job(workshop: Workshop) -> None:
    workshop.failure = NO_ENGINE
    jobs = DraftingJobs(workshop)
    number = jobs.start("r1", "Title")
    workshop.step()
    until(lambda: job_of(jobs, number).ended)
    assert job_of(jobs, number).error is workshop.failure
    assert drafting_outcome(job_of(jobs, number), EN).tone == "error"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_job_that_breaks_is_not_under_way_for_ever(workshop: Workshop) -> None:
    workshop.failure = ZeroDivisionError()
    jobs = DraftingJobs(workshop)
    number = jobs.start("r1", "Title")
    workshop.step()
    until(lambda: job_of(jobs, number).ended)
    threads = [each for each in threading.enumerate() if each.name.startswith("draft-")]
    for thread in threads:  # its failure belongs to this test, not to the next one
        thread.join(WITHIN)
    assert jobs.active() == ()
    assert "log" in drafting_outcome(job_of(jobs, number), EN).text


def test_who_waits_for_the_first_drafts_gets_them_or_the_end_or_has_waited(
    workshop: Workshop,
) -> None:
    jobs = DraftingJobs(workshop)
    number = jobs.start("r1", "One")
    began = time.monotonic()
    jobs.wait_for_drafts(number, 0.05)
    assert time.monotonic() - began >= 0.05
    workshop.step()
    jobs.wait_for_drafts(number, WITHIN)
    job = jobs.get(number)
    assert job is not None
    assert job.done == 1
    workshop.step(workshop.total)
    until(lambda: job_of(jobs, number).ended)
    jobs.wait_for_drafts(99, WITHIN)  # one that nobody knows is nothing to wait for


def test_rate_and_remaining_time_come_from_what_is_done() -> None:
    job = replace(JOB, done=30, total=120, began=100.0, moved=110.0)
    assert job.rate == 3.0
    assert job.remaining(110.0) == 30.0
    assert job.remaining(115.0) == 25.0
    assert job.remaining(500.0) == 0.0
    assert replace(job, done=0).remaining(110.0) is None


@pytest.mark.parametrize(
    ("job", "facts"),
    [
        (replace(JOB, running=False), ("Waiting for its turn",)),
        (JOB, ("Getting the engine ready",)),
        (replace(JOB, total=40), ("Drafting: 0 of 40",)),
        (
            replace(JOB, done=30, total=120, began=100.0, moved=104.0),
            ("Drafting: 30 of 120", "7.5 segments per second", "0:12 left"),
        ),
    ],
)
def test_a_job_under_way_in_words(job: DraftingJob, facts: tuple[str, ...]) -> None:
    assert drafting_facts(job, 104.0, EN) == facts


def test_a_job_that_stops_says_only_that() -> None:
    (fact,) = drafting_facts(replace(JOB, stopping=True, done=3, total=9), 1.0, EN)
    assert fact.startswith("Stopping")


def test_times_are_shown_as_on_a_stopwatch() -> None:
    assert [clock_time(value) for value in (0.2, 7, 61, 3750)] == [
        "0:00",
        "0:07",
        "1:01",
        "1:02:30",
    ]


@pytest.mark.parametrize(
    ("report", "error", "tone", "words"),
    [
        (PretranslateReport("r1", 4, 0, "e"), None, "done", "4 segments were drafted."),
        (PretranslateReport("r1", 1, 2, "e"), None, "done", "1 segment was drafted."),
        (PretranslateReport("r1", 2, 0, "e", True), None, "note", "Drafting was stopped"),
        (PretranslateReport("r1", 0, 0, None), None, "note", "nothing left to draft"),
        (None, NO_ENGINE, "error", str(NO_ENGINE)),
    ],
)
def test_the_outcome_in_words(
    report: PretranslateReport | None, error: TranslateAppError | None, tone: str, words: str
) -> None:
    notice = drafting_outcome(replace(JOB, report=report, error=error, ended=True), EN)
    assert notice.tone == tone
    assert words in notice.text
    assert notice.details[0] == JOB.title


def test_the_outcome_names_the_engine_and_what_people_did_meanwhile() -> None:
    report = PretranslateReport("r1", 1, 2, "starter en-ar 0.1")
    details = drafting_outcome(replace(JOB, report=report, ended=True), EN).details
    assert "Drafts: starter en-ar 0.1" in details
    assert any(detail.startswith("2 segments were filled by a person") for detail in details)


@pytest.fixture
def slow(services: Application, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workshop]:
    """The pages' jobs draft nothing until the test lets them."""
    made = Workshop()
    monkeypatch.setitem(services.__dict__, "pretranslate", made)
    yield made
    made.step(100)
    until(lambda: drafting_jobs(services).active() == ())


@pytest.mark.parametrize("view", ["review", "releases"])
def test_a_page_shows_a_job_and_stops_it(
    services: Application, release_id: str, slow: Workshop, view: str
) -> None:
    page = open_page(view, release=release_id)
    page.button(key="draft" if view == "review" else f"draft-{release_id}").click().run()
    (job,) = drafting_jobs(services).active()
    slow.step()
    until(lambda: job_of(drafting_jobs(services), job.number).done == 1)
    page.run()
    assert "Drafting: 1 of 3" in shown(page)
    assert "draft" not in {button.key for button in page.button}
    page.button(key=f"stop-{job.number}").click().run()
    assert "Stopping" in shown(page)
    assert page.button(key=f"stop-{job.number}").disabled
    slow.step()
    drafted(services, page)
    assert "Drafting was stopped and can go on at any time. 1 segment was drafted." in shown(page)
    assert not [button.key for button in page.button if button.key.startswith("stop-")]


def test_who_comes_later_sees_the_job_and_hears_of_its_end(
    services: Application, release_id: str, slow: Workshop
) -> None:
    first = open_page("review", release=release_id)
    first.button(key="draft").click().run()
    other = open_page("review", release=release_id)
    assert "Drafting: 0 of 3" in shown(other)
    assert "draft" not in {button.key for button in other.button}
    slow.step(3)
    drafted(services, first)
    other.run()
    for page in (first, other):
        assert "3 segments were drafted." in shown(page)
        page.run()
        assert "3 segments were drafted." not in shown(page)


def test_a_job_of_the_real_engine_leaves_a_persons_text_alone(
    services: Application, release_id: str
) -> None:
    services.review.edit(release_id, 2, "نص كتبه إنسان.", "Karim")
    page = open_page("review", release=release_id)
    page.button(key="draft").click().run()
    drafted(services, page)
    segments = [each.segment for each in services.queries.release(release_id).segments]
    assert segments[1].target == "نص كتبه إنسان."
    assert all(s.state is not SegmentState.EMPTY for s in segments)
    assert "Drafts: starter en-ar" in shown(page)


def test_no_engine_is_one_clear_sentence(
    services: Application, release_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = Workshop()
    workshop.failure = NO_ENGINE
    workshop.step()
    monkeypatch.setitem(services.__dict__, "pretranslate", workshop)
    page: AppTest = open_page("review", release=release_id)
    page.button(key="draft").click().run()
    drafted(services, page)
    assert str(workshop.failure) in shown(page).replace("&#x27;", "'")
    assert page.button(key="draft")
