"""Editions made up for the export tests."""

from dataclasses import replace
from datetime import UTC, date, datetime

from translate_app.adapters.formats.labels import Labels
from translate_app.domain.client import HouseStyle, Months
from translate_app.domain.document import UnitKind
from translate_app.domain.language import Language
from translate_app.domain.release import Edition, PublishedSegment, PublishedUnit
from translate_app.domain.segment import SegmentState

APPROVED = SegmentState.APPROVED

_ARABIC_WORDS = {
    "Draft – not approved": "مسودة – غير معتمدة",
    "Not approved yet": "لم يُعتمد بعد",
    "Not translated yet": "لم يُترجم بعد",
    "Publication": "النسخة",
    "Published": "تاريخ النشر",
    "Checksum": "بصمة التحقق",
    "Original": "الأصل",
    "Translated from": "مترجم عن",
    "English": "الإنكليزية",
    "Arabic": "العربية",
}
_ARABIC_MONTHS = {6: "حزيران", 7: "تموز"}
_ENGLISH_MONTHS = {6: "June", 7: "July"}


def _text(language: Language, message: str) -> str:
    return _ARABIC_WORDS[message] if language is Language.ARABIC else message


def _format_date(language: Language, day: date, style: HouseStyle) -> str:
    if style.months is Months.EGYPTIAN:
        return f"{day.day} يونيو {day.year}"
    months = _ARABIC_MONTHS if language is Language.ARABIC else _ENGLISH_MONTHS
    return f"{day.day} {months[day.month]} {day.year}"


LABELS = Labels(_text, _format_date)

_PAIRS: tuple[tuple[UnitKind, tuple[tuple[str, str], ...]], ...] = (
    (
        UnitKind.HEADING,
        (
            (
                "Harbour Relief Authority opens a second clinic in Rasma",
                "هيئة إغاثة الميناء تفتتح عيادة ثانية في رسما",
            ),
        ),
    ),
    (
        UnitKind.PARAGRAPH,
        (
            (
                "The Harbour Relief Authority (HRA) opened a clinic in Rasma on Friday, its "
                "second since the Rasma Declaration of 2017.",
                "افتتحت هيئة إغاثة الميناء (HRA) يوم الجمعة عيادة في رسما، هي الثانية منذ "
                "إعلان رسما عام 2017.",
            ),
            (
                "It will serve 12,500 people from the town and from al-Wadi camp, 40% of them "
                "children.",
                "وستخدم العيادة 12,500 شخص من البلدة ومن مخيم الوادي، 40% منهم أطفال.",
            ),
        ),
    ),
    (
        UnitKind.QUOTE,
        (
            (
                "“Nobody should have to walk three hours to see a doctor,” said Nadia Sabbagh, "
                "the head of the Authority.",
                "وقالت رئيسة الهيئة نادية الصباغ: «لا ينبغي لأحد أن يمشي ثلاث ساعات ليرى طبيبا».",
            ),
        ),
    ),
    (UnitKind.HEADING, (("What comes next", "الخطوات المقبلة"),)),
    (
        UnitKind.PARAGRAPH,
        (
            (
                "Karim Haddad, who runs the programme, said that work would go on in Tel Marwan:",
                "وقال كريم حداد، مدير البرنامج، إن العمل سيستمر في تل مروان:",
            ),
        ),
    ),
    (
        UnitKind.LIST_ITEM,
        (("A mobile clinic from 1 July.", "عيادة متنقلة ابتداء من 1 تموز."),),
    ),
    (
        UnitKind.LIST_ITEM,
        (
            (
                "Vaccines against COVID-19 and measles, with the partner Salma Kanaan & Sons.",
                "لقاحات ضد COVID-19 والحصبة، بالشراكة مع Salma Kanaan & Sons.",
            ),
        ),
    ),
    (
        UnitKind.LIST_ITEM,
        (
            (
                "A telephone line, +999 11 123 4567, open day and night.",
                "خط هاتفي على الرقم +999 11 123 4567 مفتوح ليلا ونهارا.",
            ),
        ),
    ),
    (
        UnitKind.PARAGRAPH,
        (
            (
                "The programme's Arabic name, هيئة إغاثة الميناء, is painted on every door.",
                "واسم البرنامج بالإنكليزية، Harbour Relief Authority، مكتوب على كل باب.",
            ),
            (
                "The report is on https://harbour.example/reports/2019?lang=en.",
                "والتقرير منشور على https://harbour.example/reports/2019?lang=en.",
            ),
        ),
    ),
    (
        UnitKind.CAPTION,
        (
            (
                "The new clinic on the day before it opened.",
                "العيادة الجديدة عشية افتتاحها.",
            ),
        ),
    ),
    (
        UnitKind.SOURCE_LINE,
        (
            (
                "Source: Harbour Relief Authority media office",
                "المصدر: المكتب الإعلامي لهيئة إغاثة الميناء",
            ),
        ),
    ),
)


def edition(target: Language) -> Edition:
    """Publication 2 of the made-up release, into `target`."""
    side = 1 if target is Language.ARABIC else 0
    units = []
    number = 0
    for kind, pairs in _PAIRS:
        segments = []
        for pair in pairs:
            number += 1
            segments.append(
                PublishedSegment(number, pair[1 - side], pair[side], APPROVED, "Salma Kanaan")
            )
        units.append(
            PublishedUnit(
                kind,
                " ".join(one.source for one in segments),
                " ".join(one.target for one in segments),
                tuple(segments),
            )
        )
    return Edition(
        release_id="1a2b3c4d",
        source_language=target.other,
        target_language=target,
        title=units[0].target,
        source_title=units[0].source,
        date=date(2019, 6, 28),
        category=None,
        reference="https://harbour.example/news/clinic?id=7&x=1",
        units=tuple(units),
        number=2,
        published_at=datetime(2019, 7, 1, 9, 30, tzinfo=UTC),
        published_by="Salma Kanaan",
        checksum="9f2c" * 16,
    )


def draft(target: Language) -> Edition:
    """The same release before it was approved: segments 3 and 6 are open, 8 is empty."""
    made = edition(target)
    states = {
        3: SegmentState.PRETRANSLATED,
        6: SegmentState.EDITED,
        8: SegmentState.EMPTY,
    }
    units = []
    for unit in made.units:
        segments = tuple(
            replace(
                one,
                state=states.get(one.number, one.state),
                approved_by=None if one.number in states else one.approved_by,
                target="" if states.get(one.number) is SegmentState.EMPTY else one.target,
            )
            for one in unit.segments
        )
        units.append(
            replace(unit, segments=segments, target=" ".join(one.target for one in segments))
        )
    return replace(
        made,
        units=tuple(units),
        number=None,
        published_at=None,
        published_by=None,
        checksum=None,
    )


def of_text(text: str, target: Language = Language.ARABIC) -> Edition:
    """A publication of one paragraph with `text` as its source, target, title and origin."""
    segment = PublishedSegment(1, text, text, APPROVED, text)
    unit = PublishedUnit(UnitKind.PARAGRAPH, text, text, (segment,))
    return replace(
        edition(target),
        title=text,
        source_title=text,
        category=text,
        reference=text,
        units=(unit,),
        published_by=text,
    )
