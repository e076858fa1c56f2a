"""Figures on a published test set of clitics, read in place; skipped where it is absent."""

import json
from pathlib import Path
from time import process_time

import pytest

from translate_app.domain.glossary import GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.match import Matcher

from .entries import arabic

CLITICS = Path(__file__).resolve().parents[3].parent / "shared/eval/names/clitics_ar.jsonl"


@pytest.mark.skipif(not CLITICS.exists(), reason="the test set is not here")
def test_names_behind_clitics_are_found_and_traps_are_not() -> None:
    rows = [json.loads(line) for line in CLITICS.read_text("utf-8").splitlines()]
    # A name of one letter in that set is a clitic that its tokeniser split off.
    marked = [
        (row["text"], name)
        for row in rows
        for name in row["names"]
        if name["clitics"] is not None and len(name["name"]) > 1
    ]
    matcher = Matcher(arabic(*sorted({name["name"] for _, name in marked})), Language.ARABIC)
    scores: dict[bool, list[bool]] = {True: [], False: []}
    for text, name in marked:
        scores[bool(name["clitics"])].append(
            any(
                match.entry.ar == name["name"]
                and match.clitic == name["clitics"]
                and match.span.end == name["end"]
                and match.span.start == name["start"] + len(name["clitics"])
                for match in matcher.find(text)
            )
        )
    behind, bare = scores[True], scores[False]
    print(f"behind clitics {sum(behind)}/{len(behind)}, bare {sum(bare)}/{len(bare)}")
    assert sum(behind) / len(behind) > 0.95
    assert sum(bare) / len(bare) > 0.95


def test_ten_thousand_names_are_indexed_and_searched_quickly() -> None:
    entries = [
        GlossaryEntry(f"organisation/{n}", f"Harbour Council {n} of Rasma", f"مجلس الميناء {n}")
        for n in range(10_000)
    ]
    start = process_time()
    matcher = Matcher(entries, Language.ENGLISH)
    built = process_time()
    text = "The Harbour Council 77 of Rasma met the Harbour Council today in Tel Marwan. " * 2
    assert all(len(matcher.find(text)) == 2 for _ in range(40))
    searched = process_time()
    print(f"built in {built - start:.3f} s, 40 segments in {searched - built:.4f} s")
    # Generous, so that a loaded machine passes; what is guarded against is a full scan.
    assert built - start < 3
    assert searched - built < 0.5
