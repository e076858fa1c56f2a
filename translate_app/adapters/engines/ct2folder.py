"""A plain CTranslate2 model folder with SentencePiece models, as others convert and publish them.

What is in such a folder (CTranslate2's converters write the first three, `--copy_files` or a
person adds the tokenizer):

- `model.bin`, `config.json`, and `shared_vocabulary` or `source_` and `target_vocabulary`
  (`.json`, `.txt`);
- OPUS-MT (Marian): `source.spm`, `target.spm`; models into several languages want the
  target named by a first piece such as `>>ara<<`;
- NLLB: `sentencepiece.bpe.model`, languages named by the pieces `eng_Latn`, `arb_Arab`;
- M2M100: the same with `__en__`, `__ar__`;
- a company's own: one `sentencepiece.model` (`spm.model`) or the pair of OPUS-MT;
- optionally `translate_app.toml`, which says what the files do not (docs/engines.md).
"""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from translate_app.adapters.engines.argos import Loaded
from translate_app.adapters.engines.argos_runtime import open_translator
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import N_

NOTE: Final = "translate_app.toml"

_MAX_NOTE = 64 * 1024
_MAX_JSON = 64 * 1024 * 1024  # the 256,000 pieces of NLLB take 8 MiB
_KEYS = frozenset(
    ("pair", "name", "version", "source_prefix", "source_suffix", "target_prefix", "licence")
)
_END = "</s>"
_CODES: Final = {
    Language.ENGLISH: ("en", "eng", "eng_Latn"),
    Language.ARABIC: ("ar", "ara", "arb", "arb_Arab"),
}
_LANGUAGE_PIECES: Final = (
    {Language.ENGLISH: "eng_Latn", Language.ARABIC: "arb_Arab"},  # NLLB
    {Language.ENGLISH: "__en__", Language.ARABIC: "__ar__"},  # M2M100
)
_TARGET_PIECES: Final = {Language.ENGLISH: (">>eng<<",), Language.ARABIC: (">>ara<<", ">>arb<<")}
_TOKENIZERS: Final = (
    ("source.spm", "target.spm"),
    ("sentencepiece.bpe.model", "sentencepiece.bpe.model"),
    ("sentencepiece.model", "sentencepiece.model"),
    ("spm.model", "spm.model"),
)
_VOCABULARIES: Final = (("shared_vocabulary",) * 2, ("source_vocabulary", "target_vocabulary"))


class FolderError(Exception):
    """What is wrong with a folder, as the person who points at it wants to hear it."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The special pieces of one language pair."""

    source_prefix: tuple[str, ...] = ()
    source_suffix: tuple[str, ...] = ()
    target_prefix: str = ""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """What the files of a folder say, checked."""

    pairs: tuple[LanguagePair, ...]
    name: str
    """A name that its note gives it, or empty."""
    version: str
    """A version that its note states, or empty."""


@dataclass(frozen=True, slots=True)
class SentencePieces:
    """The tokenizer of one direction: SentencePiece models of both sides."""

    source: Any
    target: Any

    def encode(self, text: str) -> list[str]:
        """The pieces of a source text."""
        pieces: list[str] = self.source.encode(text, out_type=str)
        return pieces

    def decode(self, pieces: list[str]) -> str:
        """The target text of pieces that the model wrote."""
        return str(self.target.decode_pieces(pieces)).replace("\u2581", " ")


def is_model_folder(folder: Path) -> bool:
    """Whether `folder` holds a CTranslate2 model itself, not in a folder below."""
    return (folder / "model.bin").is_file()


def inspect(folder: Path) -> ModelFolder:
    """What `folder` says about itself.

    Raises:
        FolderError: it is incomplete, damaged, or does not say what it translates.
        OSError: it cannot be read.
    """
    note = _note(folder)
    _tokenizers(folder)
    _vocabulary(folder, 0)
    _config(folder)
    pairs = _pairs(folder, note)
    for pair in pairs:
        pieces_of(folder, pair)
    return ModelFolder(pairs, note.get("name", ""), note.get("version", ""))


def opener(pair: LanguagePair) -> Callable[[Path], Loaded]:
    """What opens a folder for `ArgosEngine` to run in the direction `pair`."""

    def opened(folder: Path) -> Loaded:
        # imported here: only needed where such a folder is installed
        from sentencepiece import SentencePieceProcessor

        source, target = (
            SentencePieceProcessor(model_file=str(file)) for file in _tokenizers(folder)
        )
        pieces = pieces_of(folder, pair)
        return Loaded(
            tokenizer=SentencePieces(source, target),
            translator=open_translator(folder),
            target_prefix=pieces.target_prefix,
            vocabulary=folder,
            source_prefix=pieces.source_prefix,
            source_suffix=pieces.source_suffix,
        )

    return opened


def pieces_of(folder: Path, pair: LanguagePair) -> Pieces:
    """The special pieces that the model wants for `pair`, from its note or its vocabulary.

    Raises:
        FolderError: a piece that the note names is not in the vocabulary.
    """
    source, target = _vocabulary(folder, 0), _vocabulary(folder, 1)
    found, multilingual = Pieces(), False
    for names in _LANGUAGE_PIECES:
        if names[pair.source] in source and names[pair.target] in target:
            found = Pieces((names[pair.source],), (), names[pair.target])
            multilingual = True
    for piece in _TARGET_PIECES[pair.target]:
        if piece in source and not found.source_prefix:
            found = Pieces((piece,))
    config = _config(folder)
    # a converter from Transformers leaves the end to the caller, the one from Marian does not
    wants_end = multilingual or config.get("decoder_start_token") == _END
    if wants_end and not config.get("add_source_eos") and _END in source:
        found = Pieces(found.source_prefix, (_END,), found.target_prefix)
    note = _note(folder)
    stated = Pieces(
        tuple(note.get("source_prefix", found.source_prefix)),
        tuple(note.get("source_suffix", found.source_suffix)),
        note.get("target_prefix", found.target_prefix),
    )
    _check_pieces((*stated.source_prefix, *stated.source_suffix), source)
    _check_pieces((stated.target_prefix,) if stated.target_prefix else (), target)
    return stated


def _check_pieces(pieces: tuple[str, ...], vocabulary: frozenset[str]) -> None:
    for piece in pieces:
        if piece not in vocabulary:
            raise FolderError(N_("a prefix or suffix is not in the model's vocabulary"))


def _pairs(folder: Path, note: Mapping[str, Any]) -> tuple[LanguagePair, ...]:
    both = tuple(LanguagePair(language, language.other) for language in Language)
    if "pair" in note:
        stated = [pair for pair in both if str(pair) == note["pair"]]
        if not stated:
            raise FolderError(N_("its translate_app.toml names another pair than en-ar or ar-en"))
        return tuple(stated)
    source = _vocabulary(folder, 0)
    if any(all(piece in source for piece in names.values()) for names in _LANGUAGE_PIECES):
        return both
    tokenizer = _json(folder / "tokenizer_config.json", missing={})
    for pair in both:
        if (
            tokenizer.get("source_lang") in _CODES[pair.source]
            and tokenizer.get("target_lang") in _CODES[pair.target]
        ):
            return (pair,)
    named = [pair for pair in both if _is_in_name(pair, folder.resolve().name)]
    if len(named) != 1:
        raise FolderError(
            N_(
                "it does not say what it translates; write the line "
                'pair = "en-ar" into the file translate_app.toml in it'
            )
        )
    return tuple(named)


def _is_in_name(pair: LanguagePair, name: str) -> bool:
    """Whether a folder is called `opus-mt-en-ar` or the like."""
    words = name.lower().replace("_", "-").replace(".", "-").split("-")
    return any(
        one in _CODES[pair.source] and next_one in _CODES[pair.target]
        for one, next_one in pairwise(words)
    )


def _tokenizers(folder: Path) -> tuple[Path, Path]:
    for source, target in _TOKENIZERS:
        if (folder / source).is_file() and (folder / target).is_file():
            return folder / source, folder / target
    raise FolderError(
        N_("it has no SentencePiece model: source.spm and target.spm, or sentencepiece.model")
    )


def _vocabulary(folder: Path, side: int) -> frozenset[str]:
    """The pieces of the source (0) or of the target (1)."""
    for names in _VOCABULARIES:
        listed = folder / f"{names[side]}.json"
        plain = folder / f"{names[side]}.txt"
        if listed.is_file():
            pieces = _json(listed, kind=list)
            return frozenset(piece for piece in pieces if isinstance(piece, str))
        if plain.is_file():
            return frozenset(_text(plain, _MAX_JSON).splitlines())
    raise FolderError(N_("it has no vocabulary"))


def _config(folder: Path) -> dict[str, Any]:
    config: dict[str, Any] = _json(folder / "config.json")
    return config


def _note(folder: Path) -> dict[str, Any]:
    path = folder / NOTE
    if not path.is_file():
        return {}
    try:
        note = tomllib.loads(_text(path, _MAX_NOTE))
    except (ValueError, RecursionError) as error:
        raise FolderError(N_("its translate_app.toml cannot be read")) from error
    for key, value in note.items():
        texts = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
        wanted = texts if key in ("source_prefix", "source_suffix") else isinstance(value, str)
        if key not in _KEYS or not wanted:
            raise FolderError(
                N_("its translate_app.toml has a key that is not known, or a wrong value")
            )
    return note


def _json(path: Path, *, kind: type = dict, missing: Any = None) -> Any:
    if missing is not None and not path.is_file():
        return missing
    try:
        content = json.loads(_text(path, _MAX_JSON))
    except FileNotFoundError:
        content = None
    except (ValueError, RecursionError) as error:
        raise FolderError(N_("one of its JSON files cannot be read")) from error
    if not isinstance(content, kind):
        raise FolderError(N_("its config.json or vocabulary is missing or has a wrong form"))
    return content


def _text(path: Path, limit: int) -> str:
    with path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise FolderError(N_("one of its files is far too large"))
    return content.decode("utf-8-sig")
