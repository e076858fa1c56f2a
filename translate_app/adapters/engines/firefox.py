"""Firefox Translations: Mozilla's models, run by the native library `fxtranslate`.

The library (MPL-2.0) is the optional extra `firefox`. A model folder holds, as Mozilla
names them, `model.enar.*.bin`, one `vocab.enar.spm` or the two of `srcvocab.enar.spm` and
`trgvocab.enar.spm`, and perhaps a shortlist `lex.*.enar.*.bin`. The library tells one
candidate a text, without score and alignment, and copies no marks.
"""

import importlib.util
import re
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translate_app.domain.engine import EngineInfo, Hypothesis
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import N_, DownloadError, EngineFailedError

if TYPE_CHECKING:
    from fxtranslate import Translator

NO_LIBRARY = N_("its library is missing; get it with `pip install fxtranslate`")

_MODEL = re.compile(r"model\.([a-z]{2})([a-z]{2})\..*bin")
_LONG = 400
"""Characters. The library cuts off what is beyond the context of its models without a word;
a longer text goes to the function that splits it first."""


@dataclass(frozen=True, slots=True)
class FirefoxFiles:
    """The files of one model."""

    pair: LanguagePair
    model: Path
    source_vocabulary: Path
    target_vocabulary: Path
    shortlist: Path | None

    @property
    def all(self) -> tuple[Path, ...]:
        """Each file once, by name."""
        files = {self.model, self.source_vocabulary, self.target_vocabulary, self.shortlist}
        return tuple(sorted(file for file in files if file is not None))


def find_files(folder: Path) -> FirefoxFiles | None:
    """The model in `folder`, or None where there is none between English and Arabic.

    Raises:
        OSError: it cannot be read.
    """
    names = sorted(file.name for file in folder.iterdir() if file.is_file())
    codes = {language.value: language for language in Language}
    for name in names:
        found = _MODEL.fullmatch(name)
        if not found or found[1] == found[2] or found[1] not in codes or found[2] not in codes:
            continue
        both = found[1] + found[2]
        vocabularies = [f"vocab.{both}.spm"] * 2
        if vocabularies[0] not in names:
            vocabularies = [f"srcvocab.{both}.spm", f"trgvocab.{both}.spm"]
        if not all(vocabulary in names for vocabulary in vocabularies):
            continue
        lists = [other for other in names if re.fullmatch(rf"lex\..*{both}.*\.bin", other)]
        return FirefoxFiles(
            LanguagePair(codes[found[1]], codes[found[2]]),
            folder / name,
            folder / vocabularies[0],
            folder / vocabularies[1],
            folder / lists[0] if lists else None,
        )
    return None


def is_library_there() -> bool:
    """Whether `fxtranslate` is installed; it is not loaded."""
    return importlib.util.find_spec("fxtranslate") is not None


def download(pair: LanguagePair, folder: Path) -> Path:
    """Fetch Mozilla's model for `pair` into a folder under `folder`, verified by the library.

    `FXTRANSLATE_RECORDS_URL` names a mirror of Mozilla's list of models (the library reads it).

    Raises:
        DownloadError: the library is missing, the list or a file cannot be had, or there
            is no direct model.
    """
    what = f"Firefox Translations {pair}"
    if not is_library_there():
        raise DownloadError(what=what, reason=NO_LIBRARY)
    from fxtranslate import discovery  # the extra may be missing

    try:
        with _panics_as_errors():
            route = discovery.add_models(pair.source.value, pair.target.value, str(folder), False)
    except (ValueError, RuntimeError, OSError) as error:
        raise DownloadError(what=what, reason=_words(error)) from error
    if route.get("kind") != "direct":
        raise DownloadError(what=what, reason=N_("there is no direct model"))
    return folder / str(pair)


class FirefoxEngine:
    """Implements `ports.Engine`; safe to share between threads.

    A translator of the library may be touched by the thread that made it only, so each
    engine has a thread of its own, which keeps it.
    """

    def __init__(self, info: EngineInfo, folder: Path) -> None:
        self._info = info
        self._folder = folder
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="firefox")
        self._of_worker = threading.local()

    @property
    def info(self) -> EngineInfo:
        """Name, kind, pair and version."""
        return self._info

    @property
    def marks(self) -> tuple[str, ...]:
        """Always empty: the models were not trained to copy marks."""
        return ()

    def translate(
        self, texts: Sequence[str], *, hypotheses: int = 1
    ) -> Sequence[Sequence[Hypothesis]]:
        """Translate `texts`, equal ones once; one candidate each (see `ports.Engine`)."""
        unique = [text for text in dict.fromkeys(texts) if text.strip()]
        try:
            done = self._worker.submit(self._run, unique).result()
        except (ValueError, RuntimeError, OSError, ImportError) as error:
            raise EngineFailedError(engine=self._info.label, reason=_words(error)) from error
        return [
            [Hypothesis(done[text], None) if text in done else Hypothesis("", 0.0)]
            for text in texts
        ]

    def _run(self, texts: Sequence[str]) -> dict[str, str]:
        with _panics_as_errors():
            return {text: self._one(" ".join(text.split())) for text in texts}

    def _one(self, text: str) -> str:
        translator = self._load()
        text = text.encode("utf-8", "replace").decode("utf-8")  # Rust takes no lone surrogates
        run = translator.translate_long if len(text) > _LONG else translator.translate
        return run(text).strip()

    def _load(self) -> "Translator":
        if not hasattr(self._of_worker, "translator"):
            if not is_library_there():
                raise ImportError(NO_LIBRARY)
            from fxtranslate import Translator  # the extra may be missing

            files = find_files(self._folder)
            if files is None:
                raise ValueError(N_("its files are missing"))
            self._of_worker.translator = Translator(
                files.model.read_bytes(),
                files.source_vocabulary.read_bytes(),
                files.target_vocabulary.read_bytes(),
                files.shortlist.read_bytes() if files.shortlist else None,
            )
        translator: Translator = self._of_worker.translator
        return translator


@contextmanager
def _panics_as_errors() -> Iterator[None]:
    """A panic in Rust arrives as a `BaseException` of a class that cannot be imported."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise RuntimeError(str(error)) from error


def _words(error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(words.split())[:300].rstrip(". ") or type(error).__name__
