"""What stands at an address that has no page."""

from collections.abc import Collection
from urllib.parse import unquote, urlsplit

import streamlit as st

from translate_app.web import markup
from translate_app.web.context import Context


def unknown_name(url: str | None, known: Collection[str]) -> str:
    """The last part of an address, where no page is called so; else empty.

    Streamlit knows a page by that part alone.
    """
    name = unquote(urlsplit(url or "").path).rstrip("/").rpartition("/")[2].strip()
    return "" if name in known else name


def page(context: Context) -> None:
    """Say that there is nothing here, and where to go on."""
    _ = context.t.gettext
    st.html(markup.tag("h1", _("There is no page at this address."), class_="title"))
    st.page_link(context.pages["board"], label=_("Go to the board"))
