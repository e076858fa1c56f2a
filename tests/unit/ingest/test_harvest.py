"""Listings are cut into releases; anything else is one release; nothing is lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_app.adapters.formats.text import parse_text
from translate_app.adapters.profiles import ProfileFolders
from translate_app.adapters.sources import Sources
from translate_app.config import bundled
from translate_app.domain.document import (
    Block,
    Document,
    DroppedText,
    DropReason,
    Harvest,
    IncomingRelease,
    ReleaseUnit,
    SiteProfile,
    UnitKind,
)
from translate_app.domain.language import Language
from translate_app.errors import UnknownLanguageError
from translate_app.pipeline.ingest import fingerprint, harvest

PROFILES = ProfileFolders(bundled("profiles"), Path("nowhere"))()
SITE = SiteProfile(
    name="site",
    dateline=r"(?P<date>\d{1,2} \w+ \d{4}) In (?P<category>[\w ]+)",
    date_formats=("d MMMM y",),
    language=Language.ENGLISH,
    header=("Menu",),
    footer=("Home .*",),
    source_line=r"(?P<source_line>\(Source: .*?\))",
    heading=r"[A-Z ]{5,}",
)
LISTING = """\
Harbour News
14 March 2025 In Harbour News

The convoy reached Rasma on Friday.

It carried flour. (Source: Media Office)

13 March 2025 In Statements

The road is open.

Home Media Center Items
Terms of use
"""


def reap(text: str, profiles: tuple[SiteProfile, ...] = (SITE,)) -> Harvest:
    return harvest(parse_text(text, "x.txt"), profiles)


def ink(text: str) -> str:
    return "".join(text.split())


def all_ink(found: Harvest) -> str:
    units = [unit.text for release in found.releases for unit in release.units]
    return "".join(sorted(ink("".join([*units, *(each.text for each in found.dropped)]))))


def test_a_listing() -> None:
    assert reap(LISTING) == Harvest(
        releases=(
            IncomingRelease(
                units=(
                    ReleaseUnit(UnitKind.DATELINE, "14 March 2025 In Harbour News"),
                    ReleaseUnit(UnitKind.PARAGRAPH, "The convoy reached Rasma on Friday."),
                    ReleaseUnit(UnitKind.PARAGRAPH, "It carried flour."),
                    ReleaseUnit(UnitKind.SOURCE_LINE, "(Source: Media Office)"),
                ),
                language=Language.ENGLISH,
                date=date(2025, 3, 14),
                category="Harbour News",
                source_line="(Source: Media Office)",
                reference="x.txt",
            ),
            IncomingRelease(
                units=(
                    ReleaseUnit(UnitKind.DATELINE, "13 March 2025 In Statements"),
                    ReleaseUnit(UnitKind.PARAGRAPH, "The road is open."),
                ),
                language=Language.ENGLISH,
                date=date(2025, 3, 13),
                category="Statements",
                reference="x.txt",
            ),
        ),
        dropped=(
            DroppedText("Harbour News", DropReason.SITE_HEADER, 1),
            DroppedText("Home Media Center Items", DropReason.SITE_FOOTER, 12),
            DroppedText("Terms of use", DropReason.SITE_FOOTER, 13),
        ),
    )


def test_pages_put_together_keep_their_furniture_apart() -> None:
    found = reap(f"{LISTING}\nMenu\n{LISTING}")
    assert len(found.releases) == 4
    assert [each.reason.value for each in found.dropped] == [
        "site_header",
        *["site_footer"] * 4,  # whatever follows a footer is furniture, up to the next dateline
        *["site_footer"] * 2,
    ]
    assert all_ink(found) == "".join(sorted(ink(f"{LISTING}Menu{LISTING}")))


def test_a_header_between_releases_is_dropped() -> None:
    found = reap(
        "1 May 2025 In News\n\nThe road is open.\n\nMenu\n\n2 May 2025 In News\n\nIt is shut."
    )
    assert [len(release.units) for release in found.releases] == [2, 2]
    assert found.dropped == (DroppedText("Menu", DropReason.SITE_HEADER, 5),)


def test_headlines_before_and_after_the_dateline() -> None:
    text = (
        "THE ROAD IS OPEN\n1 May 2025 In News\n\nCars pass again today.\n\n"
        "2 May 2025 In News\n\nTHE ROAD IS SHUT\n\nNo car passes today."
    )
    first, second = reap(text).releases
    assert [unit.kind.value for unit in first.units] == ["heading", "dateline", "paragraph"]
    assert [unit.kind.value for unit in second.units] == ["dateline", "heading", "paragraph"]
    assert (first.title, second.title) == ("THE ROAD IS OPEN", "THE ROAD IS SHUT")


def test_headings_of_a_page_belong_to_the_release_below_them() -> None:
    blocks = (
        Block("News", UnitKind.HEADING),
        Block("1 May 2025 In News"),
        Block("The road is open."),
        Block("A second day", UnitKind.HEADING),
        Block("2 May 2025 In News"),
        Block("The road is still open."),
    )
    first, second = harvest(Document("x", blocks), (SITE,)).releases
    assert (first.title, second.title) == (None, "A second day")


def test_a_dateline_with_nothing_under_it_is_reported() -> None:
    found = reap("1 May 2025 In News\n\n2 May 2025 In News\n\nThe road is open.\n\nHome x")
    assert len(found.releases) == 1
    assert found.dropped[0] == DroppedText("1 May 2025 In News", DropReason.BOILERPLATE, 1)


def test_a_day_that_does_not_exist_still_cuts() -> None:
    (release,) = reap("31 June 2025 In News\n\nThe road is open.").releases
    assert (release.date, release.category) == (None, "News")


def test_the_first_profile_that_finds_a_dateline_is_used() -> None:
    other = replace(SITE, name="other", dateline=r"(?P<date>never)")
    assert reap(LISTING, (other, SITE)) == reap(LISTING)


def test_line_breaks_inside_a_paragraph_stay() -> None:
    (release,) = reap("1 May 2025 In News\n\nHarbour Road 4\nRasma").releases
    assert release.units[1].text == "Harbour Road 4\nRasma"


def test_a_source_line_in_the_middle_is_text() -> None:
    text = "1 May 2025 In News\n\nHe said (Source: radio) that the road is open."
    assert reap(text).releases[0].source_line is None


def test_long_lines_are_no_datelines() -> None:
    long = replace(SITE, dateline=r"(?P<date>(?:x|x )*y?)")
    assert len(reap("x" * 5000 + " The road is open", (long,)).releases) == 1


@pytest.mark.parametrize(
    ("name", "language", "day", "category", "source"),
    [
        (
            "harbour-news-listing.en.txt",
            Language.ENGLISH,
            date(2025, 3, 14),
            "Harbour News",
            "(Source: Harbour Relief Authority Media Office)",
        ),
        (
            "harbour-news-listing.ar.txt",
            Language.ARABIC,
            date(2025, 3, 21),
            "أخبار الميناء",
            "(المصدر: المكتب الإعلامي لهيئة إغاثة الميناء)",
        ),
    ],
)
def test_sample_listings(
    name: str, language: Language, day: date, category: str, source: str
) -> None:
    path = bundled("samples") / name
    (document,) = Sources().read(str(path))
    found = harvest(document, PROFILES)
    assert len(found.releases) == 2
    for release in found.releases:
        assert [unit.kind.value for unit in release.units] == [
            "dateline",
            *["paragraph"] * 5,
            "source_line",
        ]
        assert (release.language, release.date) == (language, day)
        assert (release.category, release.source_line) == (category, source)
        assert release.reference == name
    assert [each.reason for each in found.dropped] == [
        DropReason.SITE_HEADER,
        DropReason.SITE_FOOTER,
    ]
    assert all_ink(found) == "".join(sorted(ink(path.read_text(encoding="utf-8"))))


def test_bundled_arabic_profile_knows_the_months_of_every_country() -> None:
    text = "".join(
        f"{day} في أخبار الميناء\n\nالطريق مفتوح اليوم.\n\n"
        for day in (
            "28 حزيران 2019",
            "٢٨ حزيران ٢٠١٩",
            "28 حزيران/يونيو 2019",
            "28 جوان 2019",
            "الجمعة، 28 يونيو 2019",
        )
    )
    found = reap(text, PROFILES)
    assert [release.date for release in found.releases] == [date(2019, 6, 28)] * 5
    text = "1 تشرين الثاني 2019 في بيانات\n\nالطريق مفتوح اليوم."
    assert reap(text, PROFILES).releases[0].date == date(2019, 11, 1)


# One release


def test_a_plain_release_with_a_headline_and_a_date() -> None:
    (document,) = Sources().read(str(bundled("samples") / "convoy-reaches-rasma.ar.txt"))
    (release,) = harvest(document, PROFILES).releases
    assert release.title == "قافلة إغاثة تصل إلى رسما بعد تسعة أيام من الانتظار"
    assert (release.language, release.date) == (Language.ARABIC, date(2025, 3, 15))
    assert [unit.kind.value for unit in release.units] == [
        "heading",
        "dateline",
        *["paragraph"] * 5,
    ]


def test_a_page_is_one_release() -> None:
    (document,) = Sources().read(str(bundled("samples") / "convoy-reaches-rasma.en.html"))
    found = harvest(document, PROFILES)
    (release,) = found.releases
    assert release.title == "Convoy reaches Rasma after nine days"
    assert (release.language, release.date) == (Language.ENGLISH, date(2025, 3, 15))
    assert found.dropped == document.notes


def test_a_dateline_in_the_paragraph_stays_there() -> None:
    text = "The road is open\n\nRasma, 3 March 2024 – Cars pass again after nine days, they say."
    (release,) = reap(text).releases
    assert release.units == (
        ReleaseUnit(UnitKind.HEADING, "The road is open"),
        ReleaseUnit(UnitKind.PARAGRAPH, text.split("\n\n")[1]),
    )
    assert release.date == date(2024, 3, 3)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The road is open.\n\nCars pass again after nine days.", None),
        ("The road is open", None),
        ("FOR IMMEDIATE RELEASE\n\nThe road is open\n\nCars pass again today.", "The road is open"),
        (
            "The road is open\n3 March 2024\n\nCars pass again today, after rain.",
            "The road is open",
        ),
        ("x" * 200 + "\n\n" + "The road is open. " * 20, None),
    ],
)
def test_what_is_taken_for_a_title(text: str, title: str | None) -> None:
    assert reap(text).releases[0].title == title


def test_a_title_that_the_format_states_becomes_the_heading() -> None:
    body = (Block("The road is open today."), Block("Cars pass."))
    (release,) = harvest(Document("x", body, title="Open again"), ()).releases
    assert release.units[0] == ReleaseUnit(UnitKind.HEADING, "Open again")
    same = (Block("Open again"), *body)
    (release,) = harvest(Document("x", same, title="Open again"), ()).releases
    assert [unit.kind.value for unit in release.units] == ["heading", "paragraph", "paragraph"]
    headed = (Block("Open again", UnitKind.HEADING), *body)
    (release,) = harvest(Document("x", headed, title="Open again | Harbour"), ()).releases
    assert release.title == "Open again"
    assert len(release.units) == 3


def test_the_date_of_the_format_wins() -> None:
    document = Document("x", (Block("3 March 2024"), Block("The road is open.")))
    assert harvest(document, ()).releases[0].date == date(2024, 3, 3)
    stated = replace(document, published=date(2024, 3, 4))
    assert harvest(stated, ()).releases[0].date == date(2024, 3, 4)


def test_nothing_in_a_document_gives_no_release() -> None:
    note = DroppedText("Home", DropReason.BOILERPLATE, 1)
    assert harvest(Document("x", (), notes=(note,)), PROFILES) == Harvest((), (note,))


# Language


@pytest.mark.parametrize(
    ("text", "stated", "page", "language"),
    [
        ("The road is open.", None, None, Language.ENGLISH),
        ("الطريق مفتوح اليوم.", None, None, Language.ARABIC),
        ("الطريق مفتوح اليوم.", None, Language.ENGLISH, Language.ARABIC),
        ("The road is open.", Language.ARABIC, None, Language.ARABIC),
        ("12,5 %", None, Language.ARABIC, Language.ARABIC),
        ("12,5 %", Language.ENGLISH, None, Language.ENGLISH),
    ],
)
def test_language_is_stated_then_told_by_letters_then_by_the_page(
    text: str, stated: Language | None, page: Language | None, language: Language
) -> None:
    document = Document("x", (Block(text),), language=page)
    assert harvest(document, PROFILES, stated).releases[0].language is language


@pytest.mark.parametrize("text", ["12,5 %", "Конвой прибыл в город сегодня", "ok"])
def test_a_language_that_cannot_be_told_is_asked_for(text: str) -> None:
    with pytest.raises(UnknownLanguageError, match=r"x\.txt"):
        reap(text)


# Fingerprint


def test_fingerprint_is_of_the_words_and_the_pair() -> None:
    (release, other) = reap(LISTING).releases
    first = fingerprint(release, Language.ARABIC)
    assert len(first) == 64
    assert fingerprint(replace(release, reference="elsewhere"), Language.ARABIC) == first
    spaced = tuple(replace(unit, text=f"  {unit.text}\n") for unit in release.units)
    assert fingerprint(replace(release, units=spaced), Language.ARABIC) == first
    changed = (*release.units[:-1], ReleaseUnit(UnitKind.SOURCE_LINE, "(Source: Radio)"))
    assert fingerprint(replace(release, units=changed), Language.ARABIC) != first
    assert fingerprint(release, Language.ENGLISH) != first
    assert fingerprint(other, Language.ARABIC) != first


# Properties

PIECES = st.sampled_from(
    [
        "14 March 2025 In Harbour News",
        "14 آذار 2025 في أخبار الميناء",
        "Harbour News",
        "Menu",
        "Home Media Center Items filtered by date: Friday",
        "The convoy reached Rasma. (Source: Media Office)",
        "(Source: Media Office)",
        "وصلت القافلة إلى رسما. (المصدر: المكتب الإعلامي)",
        "THE ROAD IS OPEN",
        "3 March 2024",
        "Rasma, 3 March 2024 – The road is open again, they say.",
        "x" * 400,
        "The road is open.",
        "a\u2066b",
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=14))
def test_no_character_is_lost(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + joint for piece, joint in pieces)
    document = parse_text(text, "x.txt")
    for profiles in ((), (SITE,), PROFILES):
        found = harvest(document, profiles, Language.ENGLISH)
        controls = "".join(note.text for note in document.notes)
        expected = ink(text.replace("\u2066", "")) + ink(controls)
        assert all_ink(found) == "".join(sorted(expected))
        for release in found.releases:
            assert release.units
            assert all(unit.text.strip() for unit in release.units)
