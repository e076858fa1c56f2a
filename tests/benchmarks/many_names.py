"""A made-up termbase of any size and texts that speak of it, the same on every machine."""

import random
from collections.abc import Iterator, Sequence

from translate_app.domain.glossary import EntryType, GlossaryEntry
from translate_app.domain.language import Language
from translate_app.pipeline.placement import join_clitic

_GIVEN = """Nadia نادية|Karim كريم|Salma سلمى|Ahmad أحمد|Rana رنا|Bilal بلال|Walid وليد|Layla ليلى
Fares فارس|Huda هدى|Ibrahim إبراهيم|Maha مها|Yusuf يوسف|Samira سميرة|Tarek طارق|Amal أمل|Hani هاني
Dalia داليا|Khaled خالد|Zeina زينة|Marwan مروان|Lubna لبنى|Nabil نبيل|Iman إيمان|Rami رامي|Sana سناء
Omar عمر|Wafa وفاء|Basem باسم|Kawthar كوثر|Fadi فادي|Ghada غادة|Jamal جمال|Lina لينا|Munir منير
Nour نور|Qasem قاسم|Rida رضا|Saad سعد|Thaer ثائر"""
_SOUNDS = """ba با|ri ري|mo مو|sha شا|di دي|lu لو|kha خا|ni ني|ru رو|fa فا|ghi غي|su سو|ta تا|zi زي
hu هو|ma ما|ki كي|du دو|la لا|si سي|ju جو|na نا|bi بي|tu تو|sa سا|mi مي|ra را|jo جو"""
_ENDINGS = "n ن|d د|r ر|m م|b ب|sh ش|q ق|l ل|f ف|s س"
_BODIES = """Ministry of وزارة|Council for مجلس|Committee on لجنة|Office of مكتب|Union of اتحاد
Association of جمعية|Network for شبكة|Authority for هيئة|Centre for مركز|Fund for صندوق"""
_FIELDS = """Water المياه|Public Health الصحة العامة|Local Schools المدارس المحلية|Roads الطرق
Fisheries مصايد الأسماك|Housing الإسكان|Relief الإغاثة|Free Press الصحافة الحرة|Farming الزراعة
Human Rights حقوق الإنسان|Civil Registry السجل المدني|Food Security الأمن الغذائي|Ports الموانئ"""
_GROUNDS = "Tel تل|Wadi وادي|Camp مخيم|Bridge جسر|Port ميناء|Mount جبل|Bab باب|Ain عين|Deir دير"

_ENGLISH = (
    "{} said on Tuesday that more than 1,200 families had returned to their homes since the "
    "spring, and thanked {} for the convoys that reached the valley.",
    "In a meeting with {}, members of {} called on all sides to open the roads before winter and "
    "to let doctors, teachers and engineers back to work without delay.",
    "“The people of this region have waited long enough,” {}’s office said; it added that {} "
    "would publish the full list of damaged wells by 14 March.",
    "According to the report, the clinics run by {} treated 340 patients last week, most of them "
    "children, while {}-led teams repaired two pumping stations.",
    "No agreement on the passage of fuel was reached, although both delegations described the "
    "talks at the harbour as useful and promised to meet again within ten days.",
)
_ARABIC = (
    "قال {} يوم الثلاثاء إن أكثر من 1200 أسرة عادت إلى بيوتها منذ الربيع، وشكر {:و} على القوافل "
    "التي وصلت إلى الوادي بعد أيام من الانتظار.",
    "وفي لقاء مع {} دعا أعضاء {} جميع الأطراف إلى فتح الطرق قبل الشتاء والسماح للأطباء والمعلمين "
    "والمهندسين بالعودة إلى العمل دون تأخير.",
    "«لقد انتظر أهالي هذه المنطقة طويلاً»، هكذا جاء في بيان {:ل} أضاف أن {} ستنشر القائمة الكاملة "
    "بالآبار المتضررة قبل 14 آذار.",
    "وبحسب التقرير عالجت العيادات التابعة {:ل} 340 مريضاً في الأسبوع الماضي معظمهم من الأطفال، "
    "بينما أصلحت فرق من {} محطتين لضخ المياه.",
    "ولم يتم التوصل إلى اتفاق بشأن مرور الوقود، مع أن الوفدين وصفا المحادثات في الميناء بأنها "
    "مفيدة ووعدا باللقاء مرة أخرى خلال عشرة أيام.",
)

Pair = tuple[str, str]


def _pairs(words: str) -> list[Pair]:
    """English and Arabic of each item; the Arabic begins with the first Arabic letter."""
    found = []
    for item in words.replace("\n", "|").split("|"):
        at = next(place for place, letter in enumerate(item) if letter > "\u0600")
        found.append((item[:at].strip(), item[at:]))
    return found


_PAIRS = {
    "given": _pairs(_GIVEN),
    "sounds": _pairs(_SOUNDS),
    "endings": _pairs(_ENDINGS),
    "bodies": _pairs(_BODIES),
    "fields": _pairs(_FIELDS),
    "grounds": _pairs(_GROUNDS),
}


def _surname(chance: random.Random) -> Pair:
    sounds = [chance.choice(_PAIRS["sounds"]) for _ in range(chance.choice((2, 2, 3)))]
    parts = [*sounds, chance.choice(_PAIRS["endings"])]
    english, arabic = ("".join(side) for side in zip(*parts, strict=True))
    if chance.random() < 0.3:
        return f"al-{english.capitalize()}", f"ال{arabic}"
    return english.capitalize(), arabic


def _names(chance: random.Random) -> Iterator[tuple[EntryType, Pair, tuple[Pair, ...]]]:
    """Names without end: half of them people, a third bodies, the rest places."""
    while True:
        family, draw = _surname(chance), chance.random()
        if draw < 0.5:
            given, father = chance.sample(_PAIRS["given"], 2)
            whole = (f"{given[0]} {father[0]} {family[0]}", f"{given[1]} {father[1]} {family[1]}")
            initial = (f"{given[0]} {father[0][0]}. {family[0]}", f"{given[1]} بن {family[1]}")
            yield EntryType.PERSON, whole, (initial,)
        elif draw < 0.83:
            body, work = chance.choice(_PAIRS["bodies"]), chance.choice(_PAIRS["fields"])
            whole = (f"{body[0]} {work[0]} in {family[0]}", f"{body[1]} {work[1]} في {family[1]}")
            short = (f"{family[0]} {body[0].split()[0]}", f"{body[1]} {work[1]} {family[1]}")
            yield EntryType.ORGANISATION, whole, (short,)
        else:
            ground = chance.choice(_PAIRS["grounds"])
            yield EntryType.PLACE, (f"{ground[0]} {family[0]}", f"{ground[1]} {family[1]}"), ()


def entries(count: int, seed: int = 4) -> list[GlossaryEntry]:
    """`count` entries, no two of one English or Arabic name."""
    chance = random.Random(seed)  # noqa: S311  no secret is made of it
    made: list[GlossaryEntry] = []
    seen: set[str] = set()
    for kind, (en, ar), variants in _names(chance):
        if en in seen or ar in seen:
            continue
        seen |= {en, ar}
        others = tuple(zip(*variants, strict=True)) or ((), ())
        key = f"{kind.value}/{len(made)}"
        made.append(GlossaryEntry(key, en, ar, kind, en_variants=others[0], ar_variants=others[1]))
        if len(made) == count:
            break
    return made


def segments(
    names: Sequence[GlossaryEntry], count: int, language: Language, seed: int = 5
) -> list[str]:
    """`count` different segments of about 25 words in which names of the termbase stand."""
    chance = random.Random(seed)  # noqa: S311  no secret is made of it
    frames = _ARABIC if language is Language.ARABIC else _ENGLISH
    chosen = chance.choices(names, k=2 * count)
    return [
        chance.choice(frames).format(_Name(one.name(language)), _Name(other.name(language)))
        for one, other in zip(chosen[::2], chosen[1::2], strict=True)
    ]


class _Name(str):
    """A name that is put behind the clitic of its place: `{:ل}`."""

    __slots__ = ()

    def __format__(self, clitic: str) -> str:
        return join_clitic(clitic, str(self))
