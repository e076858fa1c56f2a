"""Small pieces of HTML. Every value is escaped here and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from translate_app.domain.language import Language
from translate_app.domain.segment import Span
from translate_app.i18n import Translator
from translate_app.web.viewmodels import Progress


def tag(name: str, text: str, **attributes: str) -> str:
    """An element with escaped text; `class_` stands for `class`."""
    return f"<{name}{_attributes(attributes)}>{escape(text)}</{name}>"


def within(name: str, *inner: str, **attributes: str) -> str:
    """An element around markup that these functions made."""
    return f"<{name}{_attributes(attributes)}>{''.join(inner)}</{name}>"


def in_language(name: str, text: str, language: Language, **attributes: str) -> str:
    """An element with text of a language: `lang` and `dir` set."""
    return tag(name, text, lang=language.value, dir=language.direction.value, **attributes)


def marked(text: str, spans: Sequence[Span], name: str = "mark") -> str:
    """Escaped text with `spans`, in order and apart, in elements of that name."""
    pieces, reached = [], 0
    for span in spans:
        pieces += [escape(text[reached : span.start]), tag(name, text[span.start : span.end])]
        reached = span.end
    return "".join([*pieces, escape(text[reached:])])


def facts(texts: Sequence[str]) -> str:
    """The quiet line under a title; each fact is isolated from its neighbours' direction."""
    return within("div", *(tag("bdi", text) for text in texts if text), class_="meta")


def progress_bar(progress: Progress, label: str, t: Translator) -> str:
    """The bar of states, with `label` for those who do not see it."""
    widths = (
        ("ok", progress.approved),
        ("edit", progress.edited),
        ("mt", progress.drafted),
    )
    pieces = [
        f'<i class="{tone}" style="width:{share * 100:.2f}%"></i>'
        for tone, share in widths
        if share
    ]
    spoken = f"{label} ({t.percent(progress.approved)})"
    return within("div", *pieces, class_="bar", role="img", aria_label=spoken, title=spoken)


def drafting_bar(share: float, label: str) -> str:
    """The bar of a job, `share` from 0 to 1 of it done."""
    percent = f"{share * 100:.0f}"
    piece = f'<i class="job" style="width:{percent}%"></i>'
    return within(
        "div",
        piece,
        class_="bar",
        role="progressbar",
        aria_label=label,
        aria_valuenow=percent,
        aria_valuemin="0",
        aria_valuemax="100",
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: markup that these functions made, and its class."""

    inner: str
    class_: str = ""


def table(heads: Sequence[str], lines: Sequence[Sequence[Cell]], name: str) -> str:
    """A table of the class `name`; each cell also says under which head it stands.

    Where a page is too narrow for columns the style sheet makes a list of each line.
    """
    head = within("tr", *(tag("th", each, scope="col") for each in heads))
    body = [
        within(
            "tr",
            *(
                within("td", cell.inner, class_=cell.class_, data_head=each)
                for each, cell in zip(heads, cells, strict=True)
            ),
        )
        for cells in lines
    ]
    whole = within("table", within("thead", head), within("tbody", *body), class_=name)
    return within("div", whole, class_="table")


def chip(text: str, tone: str = "none") -> str:
    """A rounded label with a dot of the tone's colour."""
    return within("span", tag("i", "", class_=f"dot {tone}"), tag("bdi", text), class_="chip")


def _attributes(attributes: dict[str, str]) -> str:
    names = {name: name.strip("_").replace("_", "-") for name in attributes}
    return "".join(f' {names[name]}="{escape(value)}"' for name, value in attributes.items())


def css_text(text: str) -> str:
    """`text` as a CSS string; everything but letters, digits and spaces is escaped."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
