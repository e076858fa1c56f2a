"""Small repairs of an engine's answer."""

import pytest

from translate_app.domain.language import Language
from translate_app.pipeline.pretranslate_tidy import tidy

ARABIC = [
    ("نحن  هنا , وهم هناك ;", "Here, there.", "نحن هنا، وهم هناك."),
    ("هل أنتم هنا", "Are you here?", "هل أنتم هنا؟"),
    ("هل أنتم هنا?", "Are you here?", "هل أنتم هنا؟"),
    ("العدد 2,254 شخصا.", "2,254 people.", "العدد 2,254 شخصا."),
    ("موقع BBC, وغيره.", "BBC, and others.", "موقع BBC، وغيره."),
    ("في Tel Aviv, Jaffa اليوم.", "In Tel Aviv, Jaffa today.", "في Tel Aviv, Jaffa اليوم."),
    ("بيان صحفي.", "Press release", "بيان صحفي"),
    ("قال", "He said:", "قال:"),
    ("قال «نعم»", "He said “yes.”", "قال «نعم.»"),
    ("القرار 2254 (2015)", "Resolution 2254 (2015).", "القرار 2254 (2015)."),
    ("السلام ، والأمن .", "Peace, and security.", "السلام، والأمن."),
    ("السلام،, والأمن.", "Peace, and security.", "السلام، والأمن."),
    ("", "", ""),
    ("", "Peace.", ""),
    ("انظر https://example.org/?a=1,2 الآن.", "See.", "انظر https://example.org/?a=1,2 الآن."),
]


@pytest.mark.parametrize(("text", "source", "expected"), ARABIC)
def test_into_arabic(text: str, source: str, expected: str) -> None:
    assert tidy(text, source, Language.ARABIC) == expected


ENGLISH = [
    ("The meeting ، in Rasma", "الاجتماع.", "The meeting, in Rasma."),
    ("Is it so؟", "هل الأمر كذلك؟", "Is it so?"),
    ("Headline.", "عنوان", "Headline"),
    ("made in the U.S.", "صنع في أمريكا", "made in the U.S."),
    ("first of all.", "أولا،", "first of all,"),
]


@pytest.mark.parametrize(("text", "source", "expected"), ENGLISH)
def test_into_english(text: str, source: str, expected: str) -> None:
    assert tidy(text, source, Language.ENGLISH) == expected
