"""Headings of texts without markup: short lines over longer paragraphs, and nothing else."""

from pathlib import Path

import pytest

from translate_app.adapters.formats.text import parse_text
from translate_app.adapters.profiles import ProfileFolders
from translate_app.config import bundled
from translate_app.domain.document import Block, Document, IncomingRelease, UnitKind
from translate_app.domain.language import Language
from translate_app.pipeline.ingest import fingerprint, harvest

PROFILES = ProfileFolders(bundled("profiles"), Path("nowhere"))()
FIRST = (
    "The Harbour Relief Authority sent a convoy of twelve trucks to the town of Rasma on Friday, "
    "nine days after the floods closed the road."
)
SECOND = (
    "Families received flour, clean water and medicine for the coming week. The clinic in Tel "
    "Marwan stays open until the evening."
)
FIRST_AR = (
    "أرسلت هيئة إغاثة الميناء قافلة من اثنتي عشرة شاحنة إلى بلدة رسما يوم الجمعة، بعد تسعة أيام "
    "من إغلاق الطريق."
)
SECOND_AR = (
    "تسلمت العائلات الطحين والمياه النظيفة والأدوية للأسبوع المقبل، وتبقى العيادة في تل مروان "
    "مفتوحة حتى المساء."
)


def reap(*paragraphs: str) -> IncomingRelease:
    (release,) = harvest(parse_text("\n\n".join(paragraphs), "x.txt"), PROFILES).releases
    return release


def headings(release: IncomingRelease) -> list[str]:
    return [unit.text for unit in release.units if unit.kind is UnitKind.HEADING]


@pytest.mark.parametrize(
    ("title", "first", "between", "second"),
    [
        ("Clinic opens in Rasma", FIRST, "What comes next", SECOND),
        ("Clinic opens in Rasma", FIRST, "What comes next?", SECOND),
        ("افتتاح عيادة في رسما", FIRST_AR, "الخطوات المقبلة", SECOND_AR),
    ],
)
def test_a_headline_and_a_heading_between_paragraphs(
    title: str, first: str, between: str, second: str
) -> None:
    release = reap(title, first, between, second)
    assert headings(release) == [title, between]
    assert release.title == title


@pytest.mark.parametrize(
    ("dateline", "headline", "text"),
    [
        ("14 March 2025", "Clinic opens in Rasma", FIRST),
        ("14 March 2025 In Harbour News", "Clinic opens in Rasma", FIRST),
        ("14 آذار 2025", "افتتاح عيادة في رسما", FIRST_AR),
        ("14 آذار 2025 في أخبار الميناء", "افتتاح عيادة في رسما", FIRST_AR),
    ],
)
def test_a_headline_below_a_dateline(dateline: str, headline: str, text: str) -> None:
    release = reap(dateline, headline, text, text)
    assert release.title == headline
    assert [unit.kind.value for unit in release.units][:3] == ["dateline", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "The road is open.",
        "The road is open,",
        "The trucks carried:",
        "- Flour and water",
        "1. Flour and water",
        "Contact: Omar Haddad",
        "omar@harbour.example",
        "Photo by Omar Haddad",
        "(Source: Media Office)",
        "and water",
        "14 March 2025",
        "Rasma, 14 March 2025",
        "ENDS",
        "###",
        "“The road is open”",
        "Flour for all\nWater for all",
        "One two three four five six seven eight nine ten eleven",
        "صورة من رسما",
        "انتهى",
        "حملت الشاحنات:",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert headings(reap("Clinic opens in Rasma", FIRST, line, SECOND)) == ["Clinic opens in Rasma"]


def test_short_lines_beside_each_other_are_no_headings() -> None:
    release = reap("Clinic opens", FIRST, "Flour", "Water", "Medicine", SECOND, "Omar Haddad")
    assert headings(release) == ["Clinic opens"]


def test_a_name_over_what_is_said_is_no_heading() -> None:
    release = reap("Clinic opens", FIRST, "Omar Haddad", f"“{SECOND}”")
    assert headings(release) == ["Clinic opens"]


def test_nothing_is_guessed_where_the_format_names_headings() -> None:
    blocks = (
        Block("Clinic opens", UnitKind.HEADING),
        Block(FIRST),
        Block("What comes next"),
        Block(SECOND),
    )
    (release,) = harvest(Document("x", blocks), ()).releases
    assert headings(release) == ["Clinic opens"]


def test_a_heading_does_not_make_another_release() -> None:
    text = ("Clinic opens in Rasma", FIRST, "What comes next", SECOND)
    plain = Document("x", tuple(Block(each) for each in text))
    named = Document("x", tuple(Block(each, UnitKind.HEADING) for each in text))
    (one,), (other,) = (harvest(each, ()).releases for each in (plain, named))
    assert fingerprint(one, Language.ARABIC) == fingerprint(other, Language.ARABIC)
