"""The LibreTranslate adapter against a server that misbehaves on demand."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from translate_app.adapters.engines.jsonserver import JsonServer, is_near
from translate_app.adapters.engines.libretranslate import LibreTranslateEngine, ServerSettings
from translate_app.domain.engine import EngineKind, Hypothesis
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import EngineFailedError

PAIR = LanguagePair(Language.ENGLISH, Language.ARABIC)
LANGUAGES = [{"code": "en", "targets": ["ar"]}, {"code": "ar", "targets": ["en"]}]


class Answer:
    """What the server says next."""

    def __init__(self, body: object = None, status: int = 200, **headers: str) -> None:
        self.content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def upper(request: dict[str, Any]) -> Answer:
    """A translation of sorts."""
    return Answer({"translatedText": [text.upper() for text in request["q"]]})


class Office(ThreadingHTTPServer):
    """Answers `/translate` with what it was given, then with capitals."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.languages = Answer(LANGUAGES)
        self.answers: list[Answer | Callable[[dict[str, Any]], Answer]] = []
        self.asked: list[dict[str, Any]] = []
        self.pauses: list[float] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some of these tests are about."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def engine(self, key: str | None = None, seconds: float = 5, **rest: Any) -> Any:
        settings = ServerSettings(
            "office", self.address, api_key_env="OFFICE_KEY" if key is not None else "", **rest
        )
        server = JsonServer(
            self.address, seconds=seconds, sleep=self.pauses.append, chance=lambda: 1.0
        )
        return LibreTranslateEngine(settings, PAIR, lambda: key, server)


class Handler(BaseHTTPRequestHandler):
    server: Office
    protocol_version = "HTTP/1.0"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.say(self.server.languages)

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(request)
        answer = self.server.answers.pop(0) if self.server.answers else upper
        self.say(answer if isinstance(answer, Answer) else answer(request))

    def say(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.content)


@pytest.fixture
def office() -> Iterator[Office]:
    with Office() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_what_is_sent_and_what_is_made_of_it(office: Office) -> None:
    engine = office.engine("secret", version="7")
    assert (engine.info.kind, engine.info.label) == (EngineKind.SERVER, "office en-ar 7")
    found = engine.translate(["b", "", "a", "b"])
    assert [list(one) for one in found] == [
        [Hypothesis("B", None)],
        [Hypothesis("", 0.0)],
        [Hypothesis("A", None)],
        [Hypothesis("B", None)],
    ]
    assert office.asked == [
        {"q": ["b", "a"], "source": "en", "target": "ar", "format": "text", "api_key": "secret"}
    ]


def test_version_is_the_host_where_none_is_given(office: Office) -> None:
    assert office.engine().info.version == office.address.removeprefix("http://")


def test_marks_are_counted_on_only_where_the_settings_say_so(office: Office) -> None:
    assert office.engine().marks == ()
    assert office.engine(marks=True).marks[0] == "\uff5f0\uff60"


def test_alternatives_are_hypotheses_each_once(office: Office) -> None:
    office.answers = [
        Answer({"translatedText": ["x", "y"], "alternatives": [["x", "z", "w", "v"], []]})
    ]
    found = office.engine().translate(["one", "two"], hypotheses=3)
    assert [[one.text for one in each] for each in found] == [["x", "z", "w"], ["y"]]
    assert office.asked[0]["alternatives"] == 2


def test_batches_by_count_and_by_characters(office: Office) -> None:
    texts = ["aaaa", "bbbb", "c", "d", "e", "f" * 20, "g"]
    found = office.engine(batch=3, characters=9).translate(texts)
    assert [request["q"] for request in office.asked] == [
        ["aaaa", "bbbb", "c"],
        ["d", "e"],
        ["f" * 20],
        ["g"],
    ]
    assert [one[0].text for one in found] == [text.upper() for text in texts]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_passing_failures_are_tried_again_with_growing_pauses(office: Office, status: int) -> None:
    office.answers = [Answer(b"<html>busy</html>", status)] * 3
    assert office.engine().translate(["a"])[0][0].text == "A"
    assert office.pauses == [1.0, 2.0, 4.0]


def test_retry_after_is_honoured(office: Office) -> None:
    in_time = formatdate(time.time() + 20, usegmt=True)
    office.answers = [
        Answer({"error": "Slow down"}, 429, Retry_After="7"),
        Answer({"error": "Slow down"}, 503, Retry_After=in_time),
        Answer({"error": "Slow down"}, 503, Retry_After="soon"),
    ]
    assert office.engine().translate(["a"])[0][0].text == "A"
    assert office.pauses[0] == 7.0
    assert 15 <= office.pauses[1] <= 20
    assert office.pauses[2] == 4.0


def test_a_server_that_wants_an_hour_is_given_up(office: Office) -> None:
    office.answers = [Answer({"error": "Come back later."}, 429, Retry_After="3600")]
    with pytest.raises(EngineFailedError, match="429, Come back later"):
        office.engine().translate(["a"])
    assert office.pauses == []


def test_failures_that_stay_are_reported_after_four_attempts(office: Office) -> None:
    office.answers = [Answer({"error": "out of memory"}, 500)] * 9
    with pytest.raises(EngineFailedError, match=r"office en-ar .* HTTP 500, out of memory"):
        office.engine().translate(["a"])
    assert len(office.asked) == 4


def test_refusals_are_not_tried_again_and_never_show_the_key(office: Office) -> None:
    office.answers = [Answer({"error": "Invalid API key: s3cr3t\x00\n"}, 403)]
    with pytest.raises(EngineFailedError, match="HTTP 403, Invalid API key: …") as caught:
        office.engine("s3cr3t").translate(["a"])
    assert len(office.asked) == 1
    assert "s3cr3t" not in str(caught.value)


def test_key_that_is_not_set(office: Office) -> None:
    engine = LibreTranslateEngine(
        ServerSettings("office", office.address, api_key_env="OFFICE_KEY"), PAIR, lambda: None
    )
    with pytest.raises(EngineFailedError, match="OFFICE_KEY"):
        engine.translate(["a"])
    assert office.asked == []


@pytest.mark.parametrize(
    "answer",
    [
        b"<html>Welcome</html>",
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        [],
        {},
        {"translatedText": "A"},
        {"translatedText": []},
        {"translatedText": ["A", "B"]},
        {"translatedText": [None]},
        {"translatedText": [["A"]]},
        {"translatedText": ["A"], "alternatives": [[], []]},
        {"translatedText": ["A"], "alternatives": ["x"]},
        {"translatedText": ["A"], "alternatives": None},
        {"translatedText": ["A"], "alternatives": [[1]]},
    ],
)
def test_answers_that_are_none(office: Office, answer: object) -> None:
    office.answers = [Answer(answer)]
    with pytest.raises(EngineFailedError, match=r"JSON|form|number of texts"):
        office.engine().translate(["a"], hypotheses=2)
    assert len(office.asked) == 1


def test_lone_surrogates_neither_go_out_nor_come_in(office: Office) -> None:
    office.answers = [Answer({"translatedText": ["x\ud800y"]})]
    assert office.engine().translate(["a\udfffb"])[0][0].text == "x\ufffdy"
    assert office.asked[0]["q"] == ["a\ufffdb"]


def test_an_endless_answer_is_cut_off(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate_app.adapters.engines.jsonserver.MAX_ANSWER", 100_000)
    office.answers = [Answer(b" " * 200_000)]
    with pytest.raises(EngineFailedError, match="far too large"):
        office.engine().translate(["a"])


def test_a_connection_that_breaks_off_is_tried_again(office: Office) -> None:
    office.answers = [Answer(b'{"tra', Content_Length="500"), Answer(b"", 500)]
    assert office.engine().translate(["a"])[0][0].text == "A"
    assert len(office.asked) == 3


def test_a_silent_server_is_not_waited_for(office: Office) -> None:
    def late(request: dict[str, Any]) -> Answer:
        time.sleep(0.5)
        return upper(request)

    office.answers = [late] * 4
    with pytest.raises(EngineFailedError, match="timed out"):
        office.engine(seconds=0.1).translate(["a"])
    assert len(office.pauses) == 3


def test_texts_and_key_do_not_follow_a_redirect(office: Office) -> None:
    office.answers = [Answer(b"", 307, Location="http://example.invalid/")]
    with pytest.raises(EngineFailedError, match="redirects"):
        office.engine("secret").translate(["a"])
    assert len(office.asked) == 1


@pytest.mark.parametrize(
    ("languages", "reason"),
    [
        ([{"code": "en", "targets": ["fr"]}, {"code": "fr", "targets": ["en"]}], "language pair"),
        ([{"code": "en"}, {"code": "fr"}], "language pair"),
        ({"code": "en"}, "list of languages"),
        ([{"code": 1}, "en"], "list of languages"),
        ([{"code": "en", "targets": [1, None]}], "language pair"),
        ([{"code": "en", "targets": 5}], "language pair"),
        (b"<html>", "JSON"),
    ],
)
def test_pair_is_checked_before_a_text_goes_out(
    office: Office, languages: object, reason: str
) -> None:
    office.languages = Answer(languages)
    with pytest.raises(EngineFailedError, match=reason):
        office.engine().translate(["a"])
    assert office.asked == []


def test_older_servers_list_no_targets(office: Office) -> None:
    office.languages = Answer([{"code": "en"}, {"code": "ar", "name": "Arabic"}])
    assert office.engine().translate(["a"])[0][0].text == "A"


def test_nobody_there(office: Office) -> None:
    engine = office.engine()
    office.server_close()
    with pytest.raises(EngineFailedError, match="refused"):
        engine.check()
    assert len(office.pauses) == 3


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("http://localhost:5000", True),
        ("http://127.0.0.1", True),
        ("http://[::1]:5000", True),
        ("http://10.2.3.4", True),
        ("http://192.168.1.9:5000/lt", True),
        ("http://203.0.114.9", False),
        ("http://localhost.example.org", False),
        ("http://127.0.0.1.example.org", False),
        ("", False),
    ],
)
def test_near_addresses(address: str, near: bool) -> None:
    assert is_near(address) is near
