"""The Argos engine: an unpacked package folder run by CTranslate2.

Of Argos Translate only `argostranslate.package` is used, for what a package is and how it
cuts text into pieces. `argostranslate.translate` brings a sentence splitter with models of
its own and is never imported: segments arrive here cut already.
"""

import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from translate_app.adapters.engines.argos_parts import Part, parts_of
from translate_app.adapters.engines.argos_runtime import batch_tokens, open_translator, runtime
from translate_app.adapters.engines.offsets import (
    Alignment,
    Prepared,
    Row,
    piece_spans,
    prepare,
)
from translate_app.adapters.engines.resident import Resident
from translate_app.domain.engine import EngineInfo, Hypothesis
from translate_app.domain.language import Language
from translate_app.errors import EngineFailedError

_BEAM = 4
_SPARE_PIECES = 20  # an answer may be twice as long and these longer, not run on for ever
IDLE_SECONDS = 600.0
"""An engine that nobody has asked for so long is let go; loading it again takes a second."""

_MARKS = tuple(f"\uff5f{digit}\uff60" for digit in range(10))

_BREAKAGE = (RuntimeError, ValueError, OSError, LookupError, TypeError, AttributeError)
"""What ctranslate2, sentencepiece, sacremoses and a damaged package raise."""

_LOOP = re.compile(r"(?: (\S+)(?: \1){2,} )|(?: (\S+(?: \S+){1,5}) \2 )|(\w{2,12}?)\3{3,}")
"""A word three times on end, several words twice, or a piece of a word four times."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The parts of a package that translate."""

    tokenizer: Any
    """Has `encode(text) -> list[str]` and `decode(list[str]) -> str`."""
    translator: Any
    """A `ctranslate2.Translator`."""
    target_prefix: str
    """The piece that every answer begins with (a language token); empty for none."""
    vocabulary: Path
    """Folder with `shared_vocabulary` or `target_vocabulary`, .json or .txt."""
    source_prefix: tuple[str, ...] = ()
    """Special pieces before those of a text."""
    source_suffix: tuple[str, ...] = ()
    """Special pieces after those of a text."""


class ArgosEngine:
    """Implements `ports.Engine` over a folder with a CTranslate2 model.

    It is loaded with the first text, shared by all threads, and let go when it is idle.
    """

    def __init__(
        self,
        info: EngineInfo,
        folder: Path,
        load: Callable[[Path], Loaded] | None = None,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        """`load` opens the folder; without it, it is an unpacked Argos package."""
        self._info = info
        self._resident = Resident(lambda: (load or open_package)(folder), idle_seconds)
        self._marks: tuple[str, ...] | None = None

    @property
    def info(self) -> EngineInfo:
        """Name, kind, pair and version."""
        return self._info

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks that are single pieces of this package's vocabulary."""
        if self._marks is None:
            with self._failures(), self._resident.use() as loaded:
                vocabulary = _vocabulary(loaded.vocabulary)
                encode = loaded.tokenizer.encode
                self._marks = tuple(
                    mark for mark in _MARKS if mark in vocabulary and mark in encode(mark)
                )
        return self._marks

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        """Translate `texts` in one batch, equal texts once (see `ports.Engine`).

        CTranslate2 sorts the batch by length and cuts it into batches of equal work; a
        translator is safe to call from several threads.
        """
        with self._failures(), self._resident.use() as loaded:
            unique = {text: None for text in texts if text.strip()}
            done = dict(zip(unique, self._run(loaded, list(unique), hypotheses), strict=True))
            return [done[text] if text in done else [Hypothesis("", 0.0)] for text in texts]

    def _run(self, loaded: Loaded, texts: Sequence[str], count: int) -> list[list[Hypothesis]]:
        prepared = [prepare(text, self._info.pair.source is Language.ARABIC) for text in texts]
        cut = [parts_of(one.text, loaded.tokenizer.encode) for one in prepared]
        flat = [part.text for parts in cut for part in parts]
        results = iter(_decode(loaded, flat, count)) if flat else iter(())
        return [
            _joined([(part, next(results)) for part in parts], text)
            for parts, text in zip(cut, prepared, strict=True)
        ]

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """Turn whatever the libraries raise into `EngineFailedError`."""
        try:
            yield
        except _BREAKAGE as error:
            reason = " ".join(str(error).split()) or type(error).__name__
            raise EngineFailedError(engine=self._info.label, reason=reason) from error


def is_loop(text: str) -> bool:
    """Whether `text` says the same words again and again, as a model that lost its way does."""
    return bool(_LOOP.search(f" {text} "))


def _decode(loaded: Loaded, texts: list[str], count: int) -> list[list[Hypothesis]]:
    """Model output of short texts; those that went round in circles are done again."""
    first = _search(loaded, texts, count)
    loops = [at for at, found in enumerate(first) if is_loop(found[0].text)]
    if loops:
        again = _search(
            loaded,
            [texts[at] for at in loops],
            count,
            no_repeat_ngram_size=3,
            repetition_penalty=1.1,
        )
        for at, found in zip(loops, again, strict=True):
            first[at] = found
    return first


def _search(loaded: Loaded, texts: list[str], count: int, **options: Any) -> list[list[Hypothesis]]:
    pieces = [loaded.tokenizer.encode(text) for text in texts]
    sources = [[*loaded.source_prefix, *each, *loaded.source_suffix] for each in pieces]
    prefix = [loaded.target_prefix] if loaded.target_prefix else []
    lengths = [len(source) for source in sources]
    results = loaded.translator.translate_batch(
        sources,
        target_prefix=[prefix] * len(sources) if prefix else None,
        beam_size=max(_BEAM, count),
        num_hypotheses=count,
        max_decoding_length=2 * max(lengths) + _SPARE_PIECES,
        max_batch_size=batch_tokens(lengths, runtime()),
        batch_type="tokens",
        return_scores=True,
        return_attention=True,
        replace_unknowns=True,
        **options,
    )
    return [
        _candidates(loaded, text, each, result)
        for text, each, result in zip(texts, pieces, results, strict=True)
    ]


def open_package(folder: Path) -> Loaded:
    """Load an unpacked Argos package.

    Raises:
        Exception: one of `_BREAKAGE`, where the package is damaged.
    """
    with _argos_folders_elsewhere():
        # imported here: it takes most of a second, and many commands translate nothing
        from argostranslate.package import Package

    package = Package(folder)
    model = folder / "model"
    return Loaded(package.tokenizer, open_translator(model), package.target_prefix, model)


@contextmanager
def _argos_folders_elsewhere() -> Iterator[None]:
    """Importing `argostranslate.settings` makes folders in the user's home: not here.

    They are made in a temporary folder that goes away; nothing we use reads them later.
    """
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR", "SNAP")
    before = {name: os.environ.pop(name, None) for name in names}
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(dict.fromkeys(names[:4], folder))
        try:
            yield
        finally:
            for name in names:
                os.environ.pop(name, None)
            os.environ.update({name: old for name, old in before.items() if old is not None})


def _vocabulary(model: Path) -> frozenset[str]:
    """The pieces that the model can write."""
    for stem in ("shared_vocabulary", "target_vocabulary"):
        if (listed := model / f"{stem}.json").exists():
            return frozenset(json.loads(listed.read_text(encoding="utf-8")))
        if (plain := model / f"{stem}.txt").exists():
            return frozenset(plain.read_text(encoding="utf-8").splitlines())
    return frozenset()


def _candidates(loaded: Loaded, text: str, pieces: list[str], result: Any) -> list[Hypothesis]:
    """The hypotheses of one text, offsets in the prepared text."""
    skipped = 1 if loaded.target_prefix else 0
    found = []
    for at, (answer, score) in enumerate(zip(result.hypotheses, result.scores, strict=True)):
        written = answer[skipped:]
        target = loaded.tokenizer.decode(written).strip()
        build = partial(_rows, loaded, text, pieces, target, written, result, at)
        found.append(Hypothesis(target, float(score), Alignment(build)))
    return found


def _rows(
    loaded: Loaded,
    text: str,
    pieces: list[str],
    target: str,
    written: list[str],
    result: Any,
    at: int,
) -> Iterator[Row]:
    """Where each piece of the target looked most, among the pieces of the text itself."""
    attention = result.attention[at] if result.attention else []
    source_spans, first = piece_spans(pieces, text), len(loaded.source_prefix)
    own = range(first, first + len(pieces))
    rows = attention[1 if loaded.target_prefix else 0 :]
    for span, row in zip(piece_spans(written, target), rows, strict=False):
        looked = source_spans[max(own, key=row.__getitem__) - first] if row and pieces else None
        if span and looked:
            yield (*looked, *span)


def _joined(parts: list[tuple[Part, list[Hypothesis]]], text: Prepared) -> list[Hypothesis]:
    """The translations of the parts as one, offsets in the text as it was handed in."""
    if not parts:
        return [Hypothesis("", 0.0)]
    count = min(len(found) for _, found in parts)
    return [_concatenated([(part, found[k]) for part, found in parts], text) for k in range(count)]


def _concatenated(parts: list[tuple[Part, Hypothesis]], text: Prepared) -> Hypothesis:
    target, weight, score = "", 0, 0.0
    shifts = []
    for _, found in parts:
        shifts.append(len(target) + 1 if target else 0)
        target = f"{target} {found.text}" if target else found.text
        size = max(1, len(found.text))
        weight, score = weight + size, score + size * (found.score or 0.0)
    return Hypothesis(target, score / weight, Alignment(partial(_moved, parts, shifts, text)))


def _moved(
    parts: list[tuple[Part, Hypothesis]], shifts: list[int], text: Prepared
) -> Iterator[Row]:
    """The alignments of the parts as that of the whole."""
    for (part, found), shift in zip(parts, shifts, strict=True):
        for start, end, out_start, out_end in found.alignment:
            original = text.original(part.offset + start, part.offset + end)
            yield (*original, shift + out_start, shift + out_end)
