"""What the pages say of a job: on its way, and in the end. No Streamlit here."""

from translate_app.i18n import Translator
from translate_app.web.drafting_jobs import DraftingJob
from translate_app.web.notice import Notice


def drafting_facts(job: DraftingJob, now: float, t: Translator) -> tuple[str, ...]:
    """How far a job is, how fast it goes, how long it still takes; `now` on the jobs' clock."""
    if job.stopping:
        return (t.gettext("Stopping: what is being drafted now is saved first"),)
    if not job.running:
        return (t.gettext("Waiting for its turn"),)
    if not job.total:
        return (t.gettext("Getting the engine ready"),)
    words = t.gettext("Drafting: {done} of {total}")
    facts = [words.format(done=t.number(job.done), total=t.number(job.total))]
    remaining = job.remaining(now)
    if job.rate is not None and remaining is not None:
        rate = round(job.rate, 1) if job.rate < 10 else round(job.rate)
        facts.append(t.gettext("{number} segments per second").format(number=t.number(rate)))
        facts.append(t.gettext("{time} left").format(time=clock_time(remaining)))
    return tuple(facts)


def clock_time(seconds: float) -> str:
    """`0:07`, `1:02:30`: a span of time as a stopwatch shows it, whole seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def drafting_outcome(job: DraftingJob, t: Translator) -> Notice:
    """What a job that has ended did."""
    report = job.report
    if report is None:
        why = (
            t.error(job.error)
            if job.error
            else t.gettext("Drafting broke off; the server's log says why.")
        )
        return Notice("error", why, (job.title, t.gettext("What was drafted before is saved.")))
    drafted = t.ngettext(
        "{number} segment was drafted.", "{number} segments were drafted.", report.done
    ).format(number=t.number(report.done))
    details = [job.title]
    if report.engine:
        details.append(t.gettext("Drafts: {engine}").format(engine=report.engine))
    if report.overtaken:
        kept = t.ngettext(
            "{number} segment was filled by a person meanwhile and stays as it is.",
            "{number} segments were filled by a person meanwhile and stay as they are.",
            report.overtaken,
        )
        details.append(kept.format(number=t.number(report.overtaken)))
    if report.cancelled:
        stopped = t.gettext("Drafting was stopped and can go on at any time.")
        return Notice("note", f"{stopped} {drafted}", tuple(details))
    if not report.done and not report.overtaken:
        return Notice("note", t.gettext("There was nothing left to draft."), tuple(details))
    return Notice("done", drafted, tuple(details))
