"""The letters tell the language, and say nothing where they are not clear."""

import pytest

from translate_app.domain.language import Language
from translate_app.pipeline.detect import detect_language

FRENCH = (
    "La ville a reçu hier un convoi de douze camions envoyé par une organisation locale. "
    "Les familles attendaient depuis neuf jours sur une place devant la mairie. Le maire a "
    "remercié les chauffeurs et demande une aide nouvelle pour la semaine prochaine dans "
    "les villages voisins."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The convoy reached Rasma.", Language.ENGLISH),
        ("وصلت القافلة إلى رسما.", Language.ARABIC),
        ("قال كریم حداد إن الطریق مفتوح", Language.ARABIC),  # Persian ya
        ("وصلت القافلة إلى رسما صباح السبت (Harbour Relief)", Language.ARABIC),
        ("123 — 456", None),
        ("Ras", None),
        ("The convoy reached Rasma. وصلت القافلة إلى رسما.", None),
        ("Конвой прибыл в город", None),
        ("کاروان کمک\u200cها پس از چند روز به شهر رسید و مردم گرد آمدند", None),
        (FRENCH, None),
    ],
)
def test_language(text: str, language: Language | None) -> None:
    assert detect_language(text) is language
