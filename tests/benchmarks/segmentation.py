"""Scores segmentation on test sets kept beside the checkout; prints one table.

    python tests/benchmarks/segmentation.py [FOLDER] [--failures]

A boundary is a place between two characters other than white space where a segment
ends, the end of the text left out. Every source is scored by itself: they disagree on
what a segment is. Sets whose segments are not verbatim pieces of the text are left out.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import sentencex

from translate_app.domain.language import Language
from translate_app.pipeline.segment import segment

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "eval" / "segmentation"


@dataclass
class Score:
    """Counts over the texts of one source."""

    found: int = 0
    right: int = 0
    wanted: int = 0
    exact: int = 0
    texts: int = 0

    def add(self, found: set[int], wanted: set[int]) -> None:
        self.found += len(found)
        self.right += len(found & wanted)
        self.wanted += len(wanted)
        self.exact += found == wanted
        self.texts += 1

    def row(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        figures = f"{precision:9.3f} {recall:7.3f} {f1:7.3f}"
        return f"{figures} {self.exact:5d}/{self.texts} ({self.exact / self.texts:.1%})"


def boundaries(text: str, ends: list[int]) -> set[int]:
    """Ends counted in characters other than white space, so that gaps do not matter."""
    total = len("".join(text.split()))
    return {len("".join(text[:end].split())) for end in ends} - {0, total}


def bare(text: str, language: Language) -> list[int]:
    """The ends that sentencex finds by itself; its pieces alone may lose characters."""
    return [found["end_index"] for found in sentencex.get_sentence_boundaries(language.value, text)]


def ours(text: str, language: Language) -> list[int]:
    """The ends of our segments."""
    return [span.end for span in segment(text, language)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--failures", action="store_true", help="print where we differ")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.glob("*.jsonl"))
    if not paths:
        print(f"No test sets in {arguments.folder}.", file=sys.stderr)
        return 1
    systems: dict[str, Callable[[str, Language], list[int]]] = {"sentencex": bare, "ours": ours}
    print(f"{'source':14} {'system':10} precision  recall      F1  exact")
    for path in paths:
        scores: dict[str, Score] = defaultdict(Score)
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if not case["verbatim"]:
                continue
            text = case["text"]
            wanted = boundaries(text, [end for _, end in case["spans"]])
            for name, system in systems.items():
                found = boundaries(text, system(text, Language(case["lang"])))
                scores[name].add(found, wanted)
                if arguments.failures and name == "ours" and found != wanted:
                    shown = [text[s.start : s.end] for s in segment(text, Language(case["lang"]))]
                    print(f"-- {path.stem}\n   wanted {case['sentences']}\n   found  {shown}")
        for name, score in scores.items():
            print(f"{path.stem:14} {name:10} {score.row()}")
    print_speed()
    return 0


def print_speed() -> None:
    """Time on 10,000 sentences of press prose, 20 to a paragraph."""
    prose = "Gen. Karim Haddad met the U.S. envoy in Rasma at 5 p.m. on 28.6.2019 about the camp. "
    quoted = "“We will stay in the town. Nobody will leave it,” Nadia Sabbagh said in a statement. "
    text = "\n".join((prose * 10 + quoted * 5) for _ in range(500))
    begin = time.process_time()
    count = len(segment(text, Language.ENGLISH))
    print(f"speed: {count} segments in {time.process_time() - begin:.2f} s of processor time")


if __name__ == "__main__":
    sys.exit(main())
