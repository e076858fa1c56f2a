"""Clients of clients.toml."""

from pathlib import Path

import pytest

from translate_app.adapters.clients import ClientFile
from translate_app.domain.client import Client, Digits, HouseStyle, Months, ReviewRules
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import SettingsFileError, UnknownClientError

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "clients.toml"


def test_without_a_file_there_is_the_unnamed_client(file: Path) -> None:
    assert ClientFile(file)() == Client()
    assert ClientFile(file).names() == ()


def test_a_client_has_from_the_default_what_it_does_not_say(file: Path) -> None:
    file.write_text(
        """
        [default]
        months = "egyptian"
        en-ar = "firefox"
        ar-en = "official"

        [clients.harbour]
        digits = "arab"
        en-ar = "ours"

        [clients."بلدية رسما"]
        months = "both"
        """,
        encoding="utf-8",
    )
    clients = ClientFile(file)
    default = {INTO_ARABIC: "firefox", INTO_ENGLISH: "official"}
    assert clients() == Client("", HouseStyle(Digits.LATIN, Months.EGYPTIAN), default)
    assert clients("harbour") == Client(
        "harbour", HouseStyle(Digits.ARABIC, Months.EGYPTIAN), default | {INTO_ARABIC: "ours"}
    )
    assert clients("بلدية رسما").style.months is Months.BOTH
    assert clients.names() == ("harbour", "بلدية رسما")


def test_review_rules_come_from_the_default_one_by_one(file: Path) -> None:
    file.write_text(
        """
        [default.review]
        approver_may_be_last_editor = false

        [clients.harbour.review]
        second_approval = true

        [clients.rasma.review]
        approver_may_be_last_editor = true
        """,
        encoding="utf-8",
    )
    clients = ClientFile(file)
    assert clients().review == ReviewRules(False, approver_may_be_last_editor=False)
    assert clients("harbour").review == ReviewRules(True, approver_may_be_last_editor=False)
    assert clients("rasma").review == ReviewRules()


def test_changes_count_at_once(file: Path) -> None:
    clients = ClientFile(file)
    assert clients().style.digits is Digits.LATIN
    file.write_text('[default]\ndigits = "arab"')
    assert clients().style.digits is Digits.ARABIC


def test_unknown_client_says_who_is_known(file: Path) -> None:
    file.write_text("[clients.harbour]")
    with pytest.raises(UnknownClientError, match="harbour"):
        ClientFile(file)("rasma")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('[default]\ndigits = "roman"', "default.digits"),
        ("[default]\ndigits = 3", "default.digits"),
        ('[default]\nmonths = ""', "default.months"),
        ('[clients.harbour]\nmonths = "french"', "clients.harbour.months"),
        ("[clients.harbour]\nen-ar = ['a']", "clients.harbour.en-ar"),
        ("[clients.harbour]\nen-fr = 'x'", "clients.harbour.en-fr"),
        ("[clients]\nharbour = 'x'", "clients.harbour"),
        ("clients = 'x'", "clients"),
        ("[client.harbour]", "client"),
        ('[clients.""]', "clients.''"),
        ('[clients."a\\u202eb"]', "clients.'a\\u202eb'"),
        ("[clients.harbour]\nreview = true", "clients.harbour.review"),
        ("[clients.harbour.review]\nsecond_approval = 1", "clients.harbour.review.second_approval"),
        ("[default.review]\nthird_approval = true", "default.review.third_approval"),
        ("[default", "TOML"),
    ],
)
def test_mistakes_are_told_with_file_and_key(file: Path, content: str, key: str) -> None:
    file.write_text(content, encoding="utf-8")
    for ask in (ClientFile(file), ClientFile(file).names):
        with pytest.raises(SettingsFileError) as caught:
            ask()
        assert caught.value.parameters["key"] == key
        assert "clients.toml" in str(caught.value)
