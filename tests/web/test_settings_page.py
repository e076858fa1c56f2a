"""The settings: engines, clients, one's own preferences."""

from dataclasses import replace

import pytest

from tests.web.page import open_page, shown
from translate_app.bootstrap import Application
from translate_app.domain.engine import EngineInfo, EngineKind, InstalledPackage
from translate_app.domain.language import Language, LanguagePair
from translate_app.services.engines import ListedEngine
from translate_app.web import labels
from translate_app.web.preferences import Preferences


def test_engines_are_listed_by_pair_with_the_way_to_better_ones(services: Application) -> None:
    text = shown(open_page("settings"))
    assert text.count("Starter engine") == 2
    assert text.index("English → Arabic") < text.index("Arabic → English")
    assert text.count("drafts where nobody asks for another") == 2
    assert "<code>translate-app models install</code>" in text
    assert "<code>translate-app models install firefox</code>" in text


def test_every_kind_of_engine_has_its_place_and_broken_ones_their_reason(
    services: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = LanguagePair(Language.ENGLISH, Language.ARABIC)
    problem = "The folder <model> is missing"
    listed = [
        ListedEngine(
            InstalledPackage(
                EngineInfo(kind.value, kind, pair, "1.0"),
                "http://127.0.0.1:5000",
                "" if kind is EngineKind.SERVER else f"checksum-of-{kind.value}",
                problem if kind is EngineKind.CUSTOM else "",
            ),
            is_preferred=kind is EngineKind.OFFICIAL,
        )
        for kind in EngineKind
    ]
    monkeypatch.setitem(services.__dict__, "list_engines", lambda: listed)
    text = shown(open_page("settings"))
    for kind in EngineKind:
        assert labels.ENGINE_KINDS[kind] in text
    assert "The folder &lt;model&gt; is missing" in text
    assert text.count("cannot be used") == 1
    assert text.count("drafts where nobody asks for another") == 1
    assert "http://127.0.0.1:5000" in text
    assert "checksum-of-official" in text
    assert "models install firefox" not in text


def test_a_settings_file_that_makes_no_sense_hides_no_package(services: Application) -> None:
    (services.settings.home / "engines.toml").write_text("[engines.office]\n", encoding="utf-8")
    text = shown(open_page("settings"))
    assert "engines.toml" in text
    assert text.count("Starter engine") == 2


def test_clients_are_shown_with_what_they_want(services: Application) -> None:
    (services.settings.home / "clients.toml").write_text(
        """
[clients.harbour]
digits = "arab"
months = "egyptian"
"en-ar" = "starter"
[clients.harbour.review]
second_approval = true
approver_may_be_last_editor = false
""",
        encoding="utf-8",
    )
    text = shown(open_page("settings"))
    assert "28 كانون الثاني 2019" in text
    assert "٢٨ يناير ٢٠١٩" in text
    assert "en-ar: starter" in text
    assert "Two people approve each segment. Nobody approves a text of their own." in text
    assert str(services.settings.home / "clients.toml") in text


def test_a_broken_clients_file_is_said_and_the_engines_stay_within_reach(
    services: Application,
) -> None:
    (services.settings.home / "clients.toml").write_text("[clients", encoding="utf-8")
    text = shown(open_page("settings"))
    assert "clients.toml" in text
    assert text.count("Starter engine") == 2


@pytest.mark.parametrize(
    ("key", "value", "changed"),
    [
        ("settings_language", "ar", {"language": "ar"}),
        ("settings_theme", "dark", {"theme": "dark"}),
        ("settings_name", "Salma Kanaan", {"user": "Salma Kanaan"}),
    ],
)
def test_one_sets_ones_own_preferences(
    services: Application, key: str, value: str, changed: dict[str, str]
) -> None:
    page = open_page("settings")
    before = Preferences("en", "light", "Lina", introduced=True)
    page.session_state["preferences"] = before
    page.run()
    widget = page.text_input(key=key) if key == "settings_name" else page.pills(key=key)
    widget.set_value(value).run()
    assert page.session_state["preferences"] == replace(before, **changed)
