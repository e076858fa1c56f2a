"""What a machine's draft depends on besides its source text."""

import hashlib
import json
from dataclasses import asdict, dataclass

from translate_app.domain.client import HouseStyle
from translate_app.domain.language import LanguagePair


@dataclass(frozen=True, slots=True)
class Recipe:
    """Two drafts of one source text made after one recipe are the same."""

    pair: LanguagePair
    engine: str
    """Label of the engine, version of its package included."""
    glossary: int
    """Revision of the termbase."""
    style: HouseStyle
    program: str
    """Version of this program: a newer one may repair more."""
    names: str = ""
    """Digest of what the text's client, day and words decide about its names; empty where
    they decide nothing, so that releases of different clients share drafts."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 over all of it, hexadecimal."""
        text = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
