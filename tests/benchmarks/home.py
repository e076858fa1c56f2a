"""A home with names and starter engines, made once and copied for every measurement."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.corpus import as_listing
from translate_app.bootstrap import Application, build
from translate_app.domain.language import Language, LanguagePair

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)


@dataclass(frozen=True)
class Homes:
    """Fresh homes, so that no draft of an earlier round is found in the cache."""

    folder: Path

    @property
    def original(self) -> Path:
        """The home that is copied."""
        return self.folder / "original"

    @property
    def packages(self) -> Path:
        """The unpacked starter package from English into Arabic."""
        return next((self.original / "packages" / "starter" / str(INTO_ARABIC)).glob("*/package"))

    @contextmanager
    def fresh(self) -> Iterator[Application]:
        """An application over a copy, its engine warm."""
        with tempfile.TemporaryDirectory(dir=self.folder) as copy:
            shutil.copytree(self.original, copy, dirs_exist_ok=True)
            application = application_in(Path(copy))
            application.engines.engine(INTO_ARABIC).translate(["The road is open."] * 4)
            yield application
            application.close()


def application_in(home: Path) -> Application:
    """The application over a home, without network."""
    return build({"TRANSLATE_APP_HOME": str(home), "TRANSLATE_APP_OFFLINE": "1"})


@contextmanager
def homes() -> Iterator[Homes]:
    """Homes in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        made = Homes(Path(folder))
        application = application_in(made.original)
        application.initialise(offline=True)
        application.close()
        yield made


def stored(application: Application, texts: Sequence[str]) -> str:
    """The id of a stored release whose segments are `texts`."""
    (taken,) = application.ingest.text(as_listing(texts), "bench.txt").releases
    return taken.release.id
