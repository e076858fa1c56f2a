"""The review page as Streamlit alone would make it: a text area and a button for each segment.

For comparison with the segment editor; `keypress` runs it over the same home.
"""

import streamlit as st

from translate_app.bootstrap import Application, build
from translate_app.domain.segment import Segment, SegmentState


@st.cache_resource
def application() -> Application:
    """The services, one set for all sessions."""
    return build()


def approve(segment: Segment) -> None:
    """Save what was typed and approve it."""
    review = application().review
    target = st.session_state[f"t{segment.number}"]
    saved = review.edit(segment.release_id, segment.number, target, "Lina", segment.version)
    review.approve(segment.release_id, [saved.number], "Lina", {saved.number: saved.version})


def main() -> None:
    """Draw the page."""
    reviewed = application().queries.release(st.query_params["release"])
    for each in reviewed.segments:
        segment = each.segment
        st.write(segment.source)
        st.text_area(f"Translation of {segment.number}", segment.target, key=f"t{segment.number}")
        for finding in each.findings:
            st.caption(finding.check)
        done = segment.state is SegmentState.APPROVED
        with st.container(key=f"state-{segment.number}-{segment.state.label}"):
            st.button(
                "Approve",
                key=f"a{segment.number}",
                on_click=approve,
                args=(segment,),
                disabled=done,
            )


if __name__ == "__main__":
    main()
