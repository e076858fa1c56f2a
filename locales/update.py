"""Bring the catalogues up to date: `make messages`, or `--check` to only look.

Messages are extracted from the program (gettext, ngettext, `_`, and the marker `N_`)
into `translate_app.pot` and merged into each language's catalogue. Texts that are no
longer used go; new ones arrive empty and wait for a translator.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

LOCALES = Path(__file__).parent
PROGRAM = LOCALES.parent / "translate_app"
DOMAIN = "translate_app"
LANGUAGES = ("ar", "en")
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}


def extract() -> Catalog:
    """The template: every message of the program with the places it is used in."""
    template = Catalog(project=DOMAIN, version="1", charset="utf-8", fuzzy=False)
    template.header_comment = "# Messages of translate_app, extracted by locales/update.py."
    for name, line, message, comments, context in sorted(
        extract_from_dir(
            PROGRAM,
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
            comment_tags=("Translators:",),
        ),
        key=lambda found: (found[0], found[1]),
    ):
        if message and message != ("", ""):
            template.add(
                message,
                locations=[(f"translate_app/{name}", line)],
                auto_comments=comments,
                context=context,
            )
    return template


def merged(language: str, template: Catalog) -> Catalog:
    """The catalogue of `language` with the messages of `template`."""
    path = catalogue_path(language)
    if path.exists():
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=language, domain=DOMAIN)
    else:
        catalogue = Catalog(locale=language, domain=DOMAIN, fuzzy=False)
    catalogue.project, catalogue.version = DOMAIN, "1"
    catalogue.header_comment = f"# {language} wording of translate_app."
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def catalogue_path(language: str) -> Path:
    """Where the catalogue of `language` lies."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def written(catalogue: Catalog) -> bytes:
    """The file of a catalogue; no line numbers and no dates, so that merges stay quiet."""
    stream = BytesIO()
    write_po(stream, catalogue, width=96, include_lineno=False, sort_by_file=True)
    lines = stream.getvalue().splitlines(keepends=True)
    dated = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By')
    return b"".join(line for line in lines if not line.startswith(dated))


def outdated(*, write: bool) -> list[Path]:
    """The files that differ from what the program says; written anew if `write`."""
    template = extract()
    wanted = {LOCALES / f"{DOMAIN}.pot": written(template)}
    wanted |= {catalogue_path(name): written(merged(name, template)) for name in LANGUAGES}
    differing = [
        path
        for path, content in wanted.items()
        if not path.exists() or path.read_bytes() != content
    ]
    if write:
        for path in differing:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path])
    return differing


def untranslated(language: str) -> list[str]:
    """Messages of a catalogue that have no translation, or not every plural form of it."""
    with catalogue_path(language).open("rb") as stream:
        catalogue = read_po(stream, locale=language, domain=DOMAIN)
    return [
        str(message.id)
        for message in catalogue
        if message.id
        and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


if __name__ == "__main__":
    check = "--check" in sys.argv
    files = outdated(write=not check)
    for file in files:
        print(("outdated: " if check else "written: ") + str(file.relative_to(LOCALES.parent)))
    for missing in untranslated("ar"):
        print(f"no Arabic yet: {missing}")
    sys.exit(1 if check and files else 0)
