"""Pretranslation beside the pages: one job a release, shared by all sessions. No Streamlit here.

A job belongs to the server, not to the page that began it: leaving the page does not stop
it, and everybody who looks at the release sees it. What is drafted is in the database; when
the server stops, the segments that are still empty are what is left to do.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from translate_app.errors import TranslateAppError
from translate_app.ports import Progress
from translate_app.services.pretranslate_release import PretranslateReport

AT_ONCE: Final = 2
"""Jobs that run at the same time, so that a short release does not wait for a long one."""
_REMEMBERED: Final = 200


class Pretranslate(Protocol):
    """The part of `services.pretranslate_release` that a job needs."""

    def __call__(
        self,
        release_id: str,
        engine_name: str | None = None,
        progress: Progress | None = None,
        *,
        cancelled: Callable[[], bool] | None = None,
    ) -> PretranslateReport:
        """Fill the empty segments of a release."""
        ...


@dataclass(frozen=True, slots=True)
class DraftingJob:
    """A job as it stands."""

    number: int
    release_id: str
    title: str
    running: bool = False
    ended: bool = False
    stopping: bool = False
    """Whether somebody asked it to stop."""
    done: int = 0
    total: int = 0
    """Segments to draft; 0 until that is known."""
    began: float = 0.0
    """Seconds on the clock when the first segment was begun."""
    moved: float = 0.0
    """Seconds on the clock when `done` changed last."""
    report: PretranslateReport | None = None
    """What it did, once it has ended well or was stopped."""
    error: TranslateAppError | None = None
    """Why it failed. Ended without report and error: the program broke, see the log."""

    @property
    def rate(self) -> float | None:
        """Segments per second so far; None before the first batch is done."""
        took = self.moved - self.began
        return self.done / took if self.done and took > 0 else None

    def remaining(self, now: float) -> float | None:
        """Seconds that the rest takes at this rate, seen at `now`; None where unknown."""
        if self.rate is None:
            return None
        return max(0.0, (self.total - self.done) / self.rate - (now - self.moved))


class DraftingJobs:
    """Starts, cancels and shows jobs; share one per process, it is thread-safe."""

    def __init__(
        self, pretranslate: Pretranslate, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.clock = clock
        self._pretranslate = pretranslate
        self._lock = threading.Condition()  # its lock may be taken twice by one thread
        self._jobs: dict[int, DraftingJob] = {}
        self._count = 0

    def start(self, release_id: str, title: str) -> int:
        """Number of the job that drafts the release: a new one, or the one that is at it."""
        with self._lock:
            for job in self.active(release_id):
                return job.number
            self._count += 1
            self._jobs[self._count] = DraftingJob(self._count, release_id, title)
            number = self._count
            self._launch()
            return number

    def wait_for_drafts(self, number: int, seconds: float) -> None:
        """Return when a job has saved its first drafts or has ended, or when time is up."""

        def begun() -> bool:
            job = self.get(number)
            return job is None or job.ended or job.done > 0

        with self._lock:
            self._lock.wait_for(begun, seconds)

    def cancel(self, number: int) -> None:
        """Stop a job after the batch it is at; one that waits for its turn ends at once."""
        with self._lock:
            job = self._jobs.get(number)
            if job is None or job.ended:
                return
            if job.running:
                self._change(number, stopping=True)
            else:
                report = PretranslateReport(job.release_id, 0, 0, None, cancelled=True)
                self._change(number, stopping=True, ended=True, report=report)

    def get(self, number: int) -> DraftingJob | None:
        """The job of that number; None for one long past."""
        with self._lock:
            return self._jobs.get(number)

    def active(self, release_id: str | None = None) -> tuple[DraftingJob, ...]:
        """Jobs that run or wait, of all releases or of one, in the order they came."""
        with self._lock:
            return tuple(
                job
                for job in self._jobs.values()
                if not job.ended and release_id in (None, job.release_id)
            )

    def _launch(self) -> None:
        """Run jobs that wait while there is room, and forget the oldest that have ended."""
        waiting = [job for job in self.active() if not job.running]
        room = AT_ONCE - (len(self.active()) - len(waiting))
        for job in waiting[: max(0, room)]:
            self._change(job.number, running=True)
            # A daemon: the server stops at once. The database keeps whole batches only.
            threading.Thread(
                target=self._run, args=(job,), name=f"draft-{job.number}", daemon=True
            ).start()
        ended = [job.number for job in self._jobs.values() if job.ended]
        for number in ended[:-_REMEMBERED]:
            del self._jobs[number]

    def _run(self, job: DraftingJob) -> None:
        report, error = None, None
        try:
            report = self._pretranslate(
                job.release_id,
                progress=lambda done, total: self._progress(job.number, done, total),
                cancelled=lambda: self._jobs[job.number].stopping,
            )
        except TranslateAppError as known:
            error = known
        except RuntimeError:
            if threading.main_thread().is_alive():  # else the server is stopping
                raise
        finally:
            with self._lock:
                self._change(job.number, running=False, ended=True, report=report, error=error)
                self._launch()

    def _progress(self, number: int, done: int, total: int) -> None:
        now = self.clock()
        with self._lock:
            began = self._jobs[number].began if done else now
            self._change(number, done=done, total=total, began=began, moved=now)

    def _change(self, number: int, **changes: object) -> None:
        with self._lock:
            self._jobs[number] = replace(self._jobs[number], **changes)  # type: ignore[arg-type]
            self._lock.notify_all()
