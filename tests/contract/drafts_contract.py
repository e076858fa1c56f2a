"""What every store promises about the drafts kept for the next job."""

from dataclasses import replace
from typing import Any

import pytest

from tests.contract.examples import TERM
from tests.contract.storing import EN_AR
from translate_app.domain.client import Digits, HouseStyle, Months
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.recipe import Recipe
from translate_app.domain.segment import Draft, Origin
from translate_app.ports import UnitOfWorkFactory

RECIPE = Recipe(EN_AR, "starter en-ar 0.1", 7, HouseStyle(), "1")
DRAFT = Draft("سلام.", Origin.MACHINE, "starter en-ar 0.1", -0.4375, (), 62)
DRAFT_OF_NAMES = Draft("رسما", Origin.GLOSSARY, None, None, (TERM,))


class DraftPromises:
    """Machine drafts are found again for the same text made after the same recipe."""

    def test_a_draft_is_found_as_it_was_kept(self, factory: UnitOfWorkFactory) -> None:
        with factory() as unit_of_work:
            unit_of_work.drafts.keep({"Peace.": DRAFT, "\ud800": DRAFT_OF_NAMES}, RECIPE)
            unit_of_work.commit()
        with factory() as unit_of_work:
            found = unit_of_work.drafts.find(["Peace.", "War.", "\ud800"], RECIPE)
        assert found == {"Peace.": DRAFT, "\ud800": DRAFT_OF_NAMES}

    @pytest.mark.parametrize(
        "difference",
        [
            {"pair": LanguagePair(Language.ARABIC, Language.ENGLISH)},
            {"engine": "starter en-ar 0.2"},
            {"glossary": 8},
            {"style": HouseStyle(digits=Digits.ARABIC)},
            {"style": HouseStyle(months=Months.BOTH)},
            {"program": "2"},
        ],
    )
    def test_another_recipe_finds_nothing(
        self, factory: UnitOfWorkFactory, difference: dict[str, Any]
    ) -> None:
        with factory() as unit_of_work:
            unit_of_work.drafts.keep({"Peace.": DRAFT}, RECIPE)
            unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.drafts.find(["Peace."], replace(RECIPE, **difference)) == {}

    def test_the_first_draft_stays(self, factory: UnitOfWorkFactory) -> None:
        for target in ("one", "two"):
            with factory() as unit_of_work:
                unit_of_work.drafts.keep({"Peace.": replace(DRAFT, target=target)}, RECIPE)
                unit_of_work.commit()
        with factory() as unit_of_work:
            assert unit_of_work.drafts.find(["Peace."], RECIPE)["Peace."].target == "one"

    def test_many_are_found_at_once(self, factory: UnitOfWorkFactory) -> None:
        many = {f"Text {number}.": DRAFT for number in range(2000)}
        with factory() as unit_of_work:
            unit_of_work.drafts.keep(many, RECIPE)
            assert unit_of_work.drafts.find([*many, "Another."], RECIPE) == many
            assert unit_of_work.drafts.find([], RECIPE) == {}
