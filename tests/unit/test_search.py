"""Finding and replacing within one text."""

import pytest

from translate_app.pipeline.search import find_all, replace_at, replaced_spans


@pytest.mark.parametrize(
    ("text", "query", "options", "found"),
    [
        ("The camp at the camp", "camp", {}, ["camp", "camp"]),
        ("The Camp", "camp", {}, []),
        ("The Camp", "camp", {"folded": True}, ["Camp"]),
        ("camps camp", "camp", {"whole_word": True}, ["camp"]),
        ("(camp)", "camp", {"whole_word": True}, ["camp"]),
        ("aaaa", "aa", {}, ["aa", "aa"]),
        ("xcampcamp camp", "camp", {"whole_word": True}, ["camp"]),
        ("إغاثة اغاثه", "اغاثة", {"folded": True}, ["إغاثة", "اغاثه"]),
        ("مَخيَّم الوادي", "مخيم", {"folded": True}, ["مَخيَّم"]),
        ("والمخيم المخيم", "المخيم", {"folded": True, "whole_word": True}, ["المخيم"]),
        ("٢٥٤ و 254", "254", {"folded": True}, ["٢٥٤", "254"]),
        ("anything", "", {}, []),
        ("anything", "\u0640\u200f", {"folded": True}, []),
        ("", "camp", {"folded": True}, []),
    ],
)
def test_places(text: str, query: str, options: dict[str, bool], found: list[str]) -> None:
    assert [text[s.start : s.end] for s in find_all(text, query, **options)] == found


def test_a_word_with_a_mark_is_one_word() -> None:
    assert find_all("كتبَت", "كتب", whole_word=True) == ()


def test_replacing_keeps_everything_else() -> None:
    text = "رسما ورسما\u200f رسما"
    spans = find_all(text, "رسما", whole_word=True)
    assert replace_at(text, spans, "تل مروان") == "تل مروان ورسما\u200f تل مروان"
    assert replace_at(text, (), "x") == text
    after = replace_at(text, spans, "تل مروان")
    places = replaced_spans(spans, "تل مروان")
    assert [after[span.start : span.end] for span in places] == ["تل مروان"] * len(spans)
