"""One visitor of a Streamlit server without a browser: what a browser sends, and no drawing."""

import json
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

TIMEOUT = 60.0
"""Seconds to wait for a message."""


@dataclass(frozen=True, slots=True)
class Widget:
    """A widget that the page has drawn."""

    id: str
    fragment: str


@dataclass
class Session:
    """A session of its own, with its WebSocket."""

    address: str
    page: str
    query: str
    person: str
    widgets: dict[str, Widget] = field(default_factory=dict)
    """By the key that the script gave them; the wire of the editor as `wire`."""
    news: dict[str, Any] = field(default_factory=dict)
    """What the editor was sent last."""
    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Rows of the editor by number."""
    _script: str = ""
    _socket: ClientConnection | None = None
    _cached: dict[str, ForwardMsg] = field(default_factory=dict)

    def __enter__(self) -> Self:
        """Open the page and wait until it is drawn."""
        cookie = f"translate_app_user={self.person}; translate_app_language=en"
        self._socket = connect(
            f"ws{self.address.removeprefix('http')}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers={"Cookie": cookie, "Origin": self.address},
            max_size=None,
            ping_interval=None,
        )
        self._rerun(BackMsg())
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave."""
        if self._socket:
            self._socket.close()

    def press(self, key: str) -> None:
        """Press the button with that key, and wait until the page is drawn."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.trigger_value = self.widgets[key].id, True
        self._rerun(message)

    def send(self, event: dict[str, Any]) -> None:
        """Send an event of the editor, and wait for its answer."""
        wire = self.widgets["wire"]
        message = BackMsg()
        message.rerun_script.fragment_id = wire.fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id = f"$$STREAMLIT_INTERNAL_KEY_{wire.id}__events"
        plain = {"version": 0, "target": "", "versions": [], "words": "", "place": 0}
        value = plain | {"has": self.news.get("revision", 0)} | event
        state.json_trigger_value = json.dumps([{"event": "event", "value": value}])
        self._rerun(message)
        while self.news.get("ack", {}).get("id") != event["id"]:
            self._until_finished()

    def _rerun(self, message: BackMsg) -> None:
        assert self._socket
        message.rerun_script.query_string = self.query
        if self._script:
            message.rerun_script.page_script_hash = self._script
        else:
            message.rerun_script.page_name = self.page
        self._socket.send(message.SerializeToString())
        self._until_finished()

    def _until_finished(self) -> None:
        assert self._socket
        while True:
            data = self._socket.recv(timeout=TIMEOUT)
            assert isinstance(data, bytes)
            message = ForwardMsg.FromString(data)
            if message.WhichOneof("type") == "ref_hash":
                message = self._cached[message.ref_hash]
            elif message.metadata.cacheable:
                self._cached[message.hash] = message
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self._script = message.navigation.page_script_hash
            elif kind == "delta":
                self._see(message)
            elif kind == "script_finished":
                return

    def _see(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        fragment = message.delta.fragment_id
        kind = element.WhichOneof("type")
        if kind == "bidi_component":
            component = element.bidi_component
            if component.component_name.endswith("editor_wire"):
                self.widgets["wire"] = Widget(component.id, fragment)
                self.news = json.loads(component.json)
                self.rows |= {row["number"]: row for row in self.news["rows"]}
            elif component.component_name.endswith("segment_editor"):
                segments = json.loads(component.json)["segments"]
                self.rows = {row["number"]: row for row in segments}
        elif kind == "button":
            self.widgets[element.button.id.rpartition("-")[2]] = Widget(element.button.id, fragment)
