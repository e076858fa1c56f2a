"""The golden texts: input, `---`, its segments one a line, `===`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_app.domain.language import Language
from translate_app.pipeline.segment import segment

DATA = Path(__file__).resolve().parents[2] / "data" / "segment"


def _cases() -> Iterator[object]:
    for language in Language:
        text = (DATA / f"{language.value}.txt").read_text(encoding="utf-8")
        for number, block in enumerate(text.split("\n===\n"), start=1):
            if not block.strip():
                continue
            title, _, case = block.partition("\n")
            title = title.removeprefix("# ")
            source, _, expected = case.partition("\n---\n")
            known = title.startswith("xfail: ")
            marks = [pytest.mark.xfail(reason=title[7:], strict=True)] if known else []
            yield pytest.param(
                language, source, expected.split("\n"), id=f"{language.value}-{number}", marks=marks
            )


@pytest.mark.parametrize(("language", "source", "expected"), list(_cases()))
def test_golden_text(language: Language, source: str, expected: list[str]) -> None:
    assert [source[span.start : span.end] for span in segment(source, language)] == expected


@pytest.mark.parametrize("language", list(Language))
def test_there_are_sixty_cases_a_language(language: Language) -> None:
    text = (DATA / f"{language.value}.txt").read_text(encoding="utf-8")
    assert text.count("\n---\n") >= 60
    assert text.count("\n===\n") == text.count("\n---\n")
