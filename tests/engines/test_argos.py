"""The Argos engine on the starter packages."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.contract.engine_contract import EngineContract
from translate_app.adapters.engines.argos import ArgosEngine, is_loop
from translate_app.adapters.engines.packages import HomeCatalogue
from translate_app.domain.engine import EngineInfo, EngineKind
from translate_app.domain.language import Language, LanguagePair
from translate_app.errors import EngineFailedError
from translate_app.ports import Engine

pytestmark = pytest.mark.engine

INTO_ARABIC = LanguagePair(Language.ENGLISH, Language.ARABIC)
INTO_ENGLISH = LanguagePair(Language.ARABIC, Language.ENGLISH)


class TestIntoArabic(EngineContract):
    aligns = True

    @pytest.fixture
    def engine(self, catalogue: HomeCatalogue) -> Engine:
        return catalogue.engine(INTO_ARABIC)


class TestIntoEnglish(EngineContract):
    aligns = True

    @pytest.fixture
    def engine(self, catalogue: HomeCatalogue) -> Engine:
        return catalogue.engine(INTO_ENGLISH)


def test_starter_knows_ten_marks(catalogue: HomeCatalogue) -> None:
    marks = catalogue.engine(INTO_ARABIC).marks
    assert len(marks) == 10
    assert marks[0] == "\uff5f0\uff60"


def test_vowel_marks_do_not_change_the_answer_and_offsets_stay_those_of_the_source(
    catalogue: HomeCatalogue,
) -> None:
    engine = catalogue.engine(INTO_ENGLISH)
    plain, vowelled = "دعا الرئيس إلى السلام.", "دَعا الرَّئيسُ إلى السَّـلام."
    one, other = engine.translate([plain, vowelled])
    assert one[0].text == other[0].text
    words = {vowelled[start:end] for start, end, _, _ in other[0].alignment}
    assert any("رَّئيسُ" in word or "الرَّئيس" in word for word in words)


def test_alignment_points_from_word_to_word(catalogue: HomeCatalogue) -> None:
    source = "President Sabbagh called for peace."
    found = catalogue.engine(INTO_ARABIC).translate([source])[0][0]
    looked = {found.text[c:d]: source[a:b] for a, b, c, d in found.alignment}
    assert looked["الرئيس"] == "President"


def test_long_text_is_cut_and_no_part_left_out(catalogue: HomeCatalogue) -> None:
    engine = catalogue.engine(INTO_ARABIC)
    clause = "the Authority opened a school in Rasma, "
    long = clause * 60
    found = engine.translate([long])[0][0]
    reached = {start * 10 // len(long) for start, _, _, _ in found.alignment}
    assert reached == set(range(10))
    assert len(found.text) > 600


def test_text_without_any_space_is_cut_too(catalogue: HomeCatalogue) -> None:
    assert catalogue.engine(INTO_ARABIC).translate(["xq" * 600])[0][0].text


def test_several_threads_share_one_engine(catalogue: HomeCatalogue) -> None:
    engine = catalogue.engine(INTO_ARABIC)
    texts = [f"The Authority opened {number} schools." for number in range(8)]
    alone = [engine.translate([text])[0][0].text for text in texts]
    answers: dict[int, str] = {}

    def run(number: int) -> None:
        answers[number] = engine.translate([texts[number]])[0][0].text

    threads = [threading.Thread(target=run, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answers[number] for number in range(8)] == alone


@pytest.mark.parametrize("damage", ["empty", "no_model", "garbage", "no_tokenizer"])
def test_damaged_package_is_an_engine_failure(
    catalogue: HomeCatalogue, tmp_path: Path, damage: str
) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    if damage != "empty":
        source = Path(catalogue.installed()[0].path) / "package"
        for file in source.rglob("*"):
            if file.is_file():
                copy = folder / file.relative_to(source)
                copy.parent.mkdir(exist_ok=True)
                copy.write_bytes(file.read_bytes())
    if damage == "no_model":
        (folder / "model" / "model.bin").unlink()
    elif damage == "garbage":
        (folder / "model" / "model.bin").write_bytes(b"garbage" * 100)
    elif damage == "no_tokenizer":
        (folder / "sentencepiece.model").unlink()
    engine = ArgosEngine(EngineInfo("custom", EngineKind.CUSTOM, INTO_ARABIC, "1"), folder)
    with pytest.raises(EngineFailedError, match="custom en-ar 1"):
        engine.translate(["Hello."])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the same the same the same", True),
        ("السلام السلام السلام", True),
        ("وسعوسعوسعوسعوسع", True),
        ("a school and a clinic and a school", False),
        ("very very good", False),
        ("1000000 people", False),
    ],
)
def test_loops_are_noticed(text: str, expected: bool) -> None:
    assert is_loop(text) is expected


def test_translating_leaves_the_users_home_alone(catalogue: HomeCatalogue, tmp_path: Path) -> None:
    code = (
        "import sys, os; from pathlib import Path\n"
        "from translate_app.adapters.engines.packages import HomeCatalogue\n"
        "from translate_app.domain.language import Language, LanguagePair\n"
        "before = dict(os.environ)\n"
        "catalogue = HomeCatalogue(Path(sys.argv[1]), Path('.'))\n"
        "pair = LanguagePair(Language.ENGLISH, Language.ARABIC)\n"
        "assert catalogue.engine(pair).translate(['Hello.'])[0][0].text\n"
        "assert 'argostranslate.translate' not in sys.modules\n"
        "changed = {k for k in before if os.environ.get(k) != before[k]}\n"
        "assert not changed, changed\n"
    )
    packages = Path(catalogue.installed()[0].path).parents[2]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "ARGOS_"))}
    subprocess.run(
        [sys.executable, "-c", code, str(packages)],
        env={**environment, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")},
        cwd=Path(__file__).parents[2],
        check=True,
    )
    assert list(tmp_path.iterdir()) == []
