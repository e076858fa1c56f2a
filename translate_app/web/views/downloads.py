"""Download buttons: a file is made only when somebody asks for it."""

from functools import partial
from typing import Final

import streamlit as st

from translate_app.web.context import Context

FORMATS: Final = {"html": "HTML", "po": "PO", "json": "JSON", "txt": "TXT"}


def download_buttons(
    context: Context, release_id: str, number: int | None = None, *, draft: bool = False
) -> None:
    """A button for each format of publication `number`, or of the draft."""
    export = context.application.export
    edition = export.edition(release_id, number, draft)
    with st.container(horizontal=True, gap="small"):
        for name, label in FORMATS.items():
            exporter = export.exporters[name]
            st.download_button(
                label,
                data=partial(_content, context, release_id, name, number, draft),
                file_name=export.file_name(edition, exporter.extension),
                mime=exporter.media_type,
                key=f"download-{release_id}-{name}-{'draft' if draft else number}",
                on_click="ignore",
            )


def _content(
    context: Context, release_id: str, name: str, number: int | None, draft: bool
) -> bytes:
    return context.application.export(release_id, name, number, draft).content
