"""Rejecting, overriding, planning and reporting from the command line."""

import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.cli.conftest import Command


def test_an_error_needs_a_reason(command: Command, release: str) -> None:
    shown = command("show", release, "--json").json
    number = next(
        each["number"] for unit in shown["units"] for each in unit["segments"] if each["terms"]
    )
    command("edit", release, number, "--target", "نص بلا أسماء.", "--as", "Lina")
    refused = command("approve", release, number, "--as", "Omar")
    assert refused.code == 1
    assert "give a reason" in refused.err
    assert command("approve", release, number, "--as", "Omar", "--override", "quoted").code == 0
    segments = [s for u in command("show", release, "--json").json["units"] for s in u["segments"]]
    approved = next(each for each in segments if each["number"] == number)
    assert (approved["state"], approved["reason"]) == ("approved", "quoted")


def test_rejecting_sends_back(command: Command, release: str) -> None:
    assert command("reject", release, 1, "--as", "Omar", "--reason", " ").code == 1
    rejected = command("reject", release, 1, "--as", "Omar", "--reason", "أعد الصياغة")
    assert rejected.code == 0
    assert "rejected" in rejected.err
    listed = command("releases", "--json").json["releases"]
    (counts,) = (each["counts"] for each in listed if each["id"] == release)
    assert counts["rejected"] == 1


def test_a_plan_is_made_step_by_step(command: Command, release: str) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    first = command(
        "assign", release, "--translator", "Lina", "--due", "2025-03-14", "--as", "Sara", "--json"
    ).json
    assert (first["translator"], first["reviewer"], first["priority"]) == ("Lina", None, "normal")
    assert datetime.fromisoformat(first["due_at"]) == datetime(2025, 3, 14).astimezone()
    second = command(
        "assign",
        release,
        *("--embargo", tomorrow.isoformat(), "--priority", "urgent", "--due", "none"),
        *("--archive", "--as", "Sara", "--json"),
    ).json
    assert (second["translator"], second["due_at"], second["archived"]) == ("Lina", None, True)
    assert datetime.fromisoformat(second["embargo_until"]) == tomorrow
    assert command("assign", release, "--embargo", "2020-01-01", "--as", "Sara").code == 1
    assert command("assign", release, "--due", "soon", "--as", "Sara").code == 2


def test_an_embargo_holds_publishing(command: Command, release: str) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    assert command("assign", release, "--embargo", tomorrow, "--as", "Sara").code == 0
    command("approve", release, "--all", "--as", "Omar", "--override", "a test")
    refused = command("publish", release, "--as", "Omar")
    assert refused.code == 1
    assert "embargo" in refused.err
    command("assign", release, "--embargo", "none", "--as", "Sara")
    assert command("publish", release, "--as", "Omar").lines == ["1"]


def test_reports(command: Command, release: str, tmp_path: Path) -> None:
    command("approve", release, "--all", "--as", "Omar", "--override", "a test")
    (day,) = command("report", "days", "--json").json["days"]
    assert (day["person"], day["segments"]) == ("Omar", 0)
    assert day["approved"] > 1
    kept = command("report", "kept", "--release", release, "--json").json["kept"]
    assert all(row["kept"] == 100 for row in kept)
    file = tmp_path / "times.csv"
    assert command("report", "times", "-o", file).code == 0
    rows = list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"))))
    assert {row["person"] for row in rows} == {"Omar"}
    assert command("report", "days", "--since", "2999-01-01", "--json").json == {"days": []}
    assert command("report", "days", "--release", release).code == 2
    assert command("report", "times", "--release", "nothing").code == 1


def test_a_first_approval_is_not_called_the_last(
    command: Command, home: Path, release: str
) -> None:
    (home / "clients.toml").write_text("[default.review]\nsecond_approval = true\n")
    command("edit", release, 1, "--target", "نص", "--as", "Lina")
    why = ("--override", "a test")
    first = command("approve", release, 1, "--as", "Omar", *why)
    assert (first.code, "another person" in first.err) == (0, True)
    assert "approved." not in first.err
    assert "1 segment approved." in command("approve", release, 1, "--as", "Sara", *why).err
    assert "0 segments approved." in command("approve", release, 1, "--as", "Sara", *why).err
