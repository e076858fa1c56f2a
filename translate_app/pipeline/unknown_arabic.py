"""Unknown names in Arabic text, which has no capitals: what certain words introduce.

A title introduces a person, مدينة a place, حزب an organisation; أبو, بن and عبد ال are parts
of persons' names wherever they stand, and so are two given names in a row. What follows is
the name until a verb, a particle, or another word that is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from translate_app.domain.candidate import UnknownName
from translate_app.domain.glossary import EntryType
from translate_app.domain.segment import Span
from translate_app.pipeline.folding import fold
from translate_app.pipeline.transliterate_names import latin_names


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).text.split())


_PERSON_TITLES: Final = _words(
    """السيد السيدة السادة الآنسة الدكتور الدكتورة الأستاذ الأستاذة المهندس المهندسة المحامي
    المحامية الرئيس الرئيسة الوزير الوزيرة السفير السفيرة القاضي القاضية النائب النائبة الشيخ
    الأمير الأميرة الملك الملكة العميد اللواء العقيد المقدم الرائد النقيب الفريق الجنرال المشير
    الملازم المبعوث المبعوثة الناشط الناشطة الصحفي الصحفية الشهيد الشهيدة المدعو المدعوة الحاج
    الباحث الباحثة المتحدث المتحدثة الناطق الكاتب الكاتبة الدكتورين الإعلامي الإعلامية"""
)
_ROLE: Final = _words(
    """رئيس رئيسة وزير وزيرة سفير سفيرة مبعوث مبعوثة قائد مدير مديرة منسق منسقة عضو أمين أمينة
    نائب نائبة ممثل ممثلة محافظ مستشار مستشارة زعيم مفوض مفوضة حاكم متحدث ناطق"""
)
_PLACES: Final = _words("مدينة بلدة قرية محافظة مخيم ناحية ضاحية بلدتي مدينتي قريتي حي معبر مطار")
_PLACE_PARTS: Final = _words(
    """سان سانت لوس كيب نيو ريو بورت
    تل دير باب رأس عين كفر خان بيت جبل أبو أبي أم معرة وادي بني برج قلعة جسر سهل جب بئر تلة"""
)
_BODIES: Final = _words("منظمة حزب جبهة هيئة وكالة جمعية ميليشيا")
_NOT_AFTER_BODY: Final = _words("المجتمع الدولية المحلية الحكومية الدولة الأمن القوى المعارضة")
_SONS: Final = _words("بن ابن بنت آل")
_FATHERS: Final = _words("أبو أبي أبا أم")
# Words that end a name, or are none: particles, pronouns, adverbs, numbers.
_PARTICLES: Final = _words(
    """في من إلى على عن مع أن إن قد الذي التي الذين اللذين اللتين ما لا لم لن هو هي هم هذا هذه
    ذلك تلك حيث حين حيث بين بعد قبل خلال عند عندما أثناء حول ضد نحو منذ حتى كما لكن بل ثم أو أم
    إذا لو كان كانت يكون تكون كل بعض جميع أي غير عدم دون تحت فوق أمام وراء خلف لدى إثر جراء بسبب
    اليوم أمس غدا الآن صباح مساء يوم شهر عام سنة وهو وهي له لها لهم لنا به بها فيه فيها عليه
    عليها منه منها إليه إليها أنه أنها أنهم الأول الثاني الثالث الأولى الثانية الماضي الماضية
    الجاري الجارية المقبل المقبلة القادم أحد إحدى عدة عدد أكثر أقل مثل سوى إلا ليس ليست لأن
    رسمي رسمية أيضا أيضاً فقط هناك هنا اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف
    أنا آن آنا بأنه بأنها بأن بأي بشكل باسم أسفل أعلى قسم فيما مما عما
    نفسه نفسها معه معها عنه عنها ذات ذاته وذلك كذلك"""
)
_VERBS: Final = _words(
    """قال قالت يقول تقول أكد أكدت يؤكد أعلن أعلنت يعلن صرح صرحت أشار أشارت يشير أضاف أضافت يضيف
    أوضح أوضحت بحث بحثت التقى التقت استقبل استقبلت اجتمع اجتمعت ناقش ناقشت شدد شددت دعا دعت طالب
    طالبت حذر حذرت أدان أدانت رحب رحبت زار زارت وصل وصلت شارك شاركت لفت لفتت نوه نوهت تابع تابعت
    اعتبر اعتبرت كشف كشفت ذكر ذكرت بين بينت عبر عبرت أعرب أعربت أبدى أبدت قدم قدمت عقد عقدت جدد
    جددت تعرض تعرضت شهد شهدت شن شنت قصف قصفت استهدف استهدفت قتل قتلت أصيب أصيبت جرى جرت تم تمت
    ألقى ألقت حضر حضرت أجرى أجرت وقع وقعت حول أثنى وجه وجهت طلب طلبت رأى رأت تحدث تحدثت هنأ سلم
    تسلم تسلمت عين عينت افتتح افتتحت غادر غادرت عاد عادت ولد توفي توفيت نعى أقر أفاد أفادت أبلغ
    نفى نفت يعتبر تعتبر يبلغ تبلغ يعد تعد تقع يقع"""
)
_ADJECTIVES: Final = _words(
    """كبير كبيرة صغير صغيرة جديد جديدة قديم قديمة أخرى آخر مجاورة قريبة بعيدة آمنة سورية عربية
    سوري عربي محتلة محررة محاصرة حدودية ساحلية صناعية رئيسية رئيسي كاملة واحدة واحد مدمرة خاصة
    عامة دولية محلية حكومية إنسانية سياسية عسكرية مدنية جنوبية شمالية شرقية غربية جنوبي شمالي
    شرقي غربي الكبرى الصغرى الجديدة القديمة الحدودية الرئيسية المدينة المنورة المتحدة للاجئين
    للنازحين عشوائي إيواء اللاجئين النازحين السوريين سكنية تاريخية إقليمية مثل واقعة سكانية
    المحررة المحاصرة المحتلة المجاورة المذكورة المذكور نفسها ذاتها كلها"""
)
_RELATION: Final = re.compile(
    r"ال\w{2,}(?:ي|يه)\Z|(?:الخاص|العام|السابق|الاسبق|الحالي|المقيم|المساعد|الاعلي)ه?\Z"
)
_COMMON_NAMES: Final = _words(
    "حق الله سلام نور أمل هدى وفاء جهاد وليد صلاح كمال جمال كريم جميل سعيد"
)

_INTRODUCERS: Final = _PERSON_TITLES | _ROLE | _PLACES | _BODIES
_ENDS: Final = _INTRODUCERS | _PARTICLES | _VERBS
_NO_START: Final = _PARTICLES | _VERBS
_LINKS: Final = _SONS | _FATHERS | {"عبد"}

_WORD: Final = re.compile("[\u0621-\u063a\u0640-\u0652\u0670\u0671]+")
# Prepositions and conjunctions before the article, prefixes of verbs: no name begins so.
_ATTACHED: Final = re.compile(r"(?:و?[بكف]?ال(?<!\Aال)|و?لل|[يت]ست|[يت]ت)\w")
_CLITICS: Final = ("وبال", "ولل", "وال", "بال", "فال", "لل", "كال")
_MOST_WORDS: Final = 4
LONGEST: Final = 80
"""Characters of a name at most."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an Arabic text."""

    key: str
    """The word, folded."""
    start: int
    end: int
    joined: bool
    """Whether nothing but a space stands between it and the word before."""
    hidden: bool
    """Whether it belongs to a name of the termbase."""

    @property
    def definite(self) -> bool:
        return self.key.startswith("ال") and len(self.key) > 3


def arabic_names(text: str, known: Sequence[Span]) -> Iterator[UnknownName]:
    """The unknown names of `text` in order; `known` are the places of the termbase's names."""
    tokens = arabic_tokens(text, known)
    place = 0
    while place < len(tokens):
        found = _name_at(tokens, place)
        if found is None:
            place += 1
            continue
        first, last, kind = found
        span = Span(tokens[first].start, tokens[last - 1].end)
        if span.end - span.start <= LONGEST:
            yield UnknownName(text[span.start : span.end], span, kind)
        place = last


def arabic_tokens(text: str, known: Sequence[Span]) -> list[Token]:
    """The Arabic words of `text`; `known` are the places of the termbase's names."""
    tokens: list[Token] = []
    edge = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        hidden = any(start < span.end and span.start < end for span in known)
        joined = bool(tokens) and text[edge:start] == " "
        tokens.append(Token(fold(match[0]).text, start, end, joined, hidden))
        edge = end
    return tokens


_Found = tuple[int, int, EntryType]


def may_be_named(token: Token) -> bool:
    """Whether a name may begin or end with the word: it is no particle, verb or title."""
    return not token.hidden and token.key not in _ENDS


def _name_at(tokens: Sequence[Token], place: int) -> _Found | None:
    """The name that is introduced by the word at `place` or begins with it."""
    word = _introducer(tokens[place].key)
    if word in _PERSON_TITLES:
        return _person_after(tokens, place + 1, sure=True)
    if word in _ROLE:
        return _person_after_role(tokens, place + 1)
    if word in _PLACES:
        return _place_after(tokens, place + 1)
    if word in _BODIES and word == tokens[place].key:
        return _body(tokens, place)
    return _person_by_parts(tokens, place)


def _introducer(key: str) -> str:
    """`key` without the clitics that may stand before a title or مدينة."""
    if key in _INTRODUCERS:
        return key
    for clitic in _CLITICS:
        if key.startswith(clitic) and "ال" + key[len(clitic) :] in _PERSON_TITLES:
            return "ال" + key[len(clitic) :]
    return key[1:] if key[:1] in ("و", "ب", "ل", "ف") else key


def _open(tokens: Sequence[Token], place: int) -> bool:
    """Whether a name can begin at `place`, or go on there."""
    if place >= len(tokens) or tokens[place].hidden:
        return False
    token = tokens[place]
    if not token.joined or len(token.key) < 2:
        return False
    if _ATTACHED.match(token.key) and not _is_given(token.key):
        return False
    return token.key not in _ENDS and not (token.key[:1] == "و" and token.key[1:] in _NO_START)


def _person_after(tokens: Sequence[Token], place: int, *, sure: bool) -> _Found | None:
    """A person's name after a title; adjectives of the title (الأمريكي) are passed over."""
    while place < len(tokens) and tokens[place].joined and _passed_over(tokens[place].key):
        place += 1
    if not _open(tokens, place) or tokens[place].key in _ADJECTIVES:
        return None
    last = _person_end(tokens, place)
    given = _is_given(tokens[place].key)
    if tokens[place].definite or (last - place == 1 and not given):
        return None
    if tokens[place].key.startswith("ل") and not given:  # الرئيس لشركة
        return None
    return (place, last, EntryType.PERSON) if sure or given else None


def _passed_over(key: str) -> bool:
    return key in _PERSON_TITLES or _RELATION.match(key) is not None


def _person_after_role(tokens: Sequence[Token], place: int) -> _Found | None:
    """After وزير الخارجية التركي and the like: only what begins with a known given name."""
    for further in range(place, min(place + 5, len(tokens))):
        if not tokens[further].joined or tokens[further].hidden:
            return None
        if _is_given(tokens[further].key) and further > place:
            last = _person_end(tokens, further)
            return (further, last, EntryType.PERSON) if last - further > 1 else None
        if not tokens[further].definite and further > place:
            return None
    return None


def _person_by_parts(tokens: Sequence[Token], place: int) -> _Found | None:
    """A name that shows itself: two given names, عبد ال, أبو, a son of somebody."""
    token = tokens[place]
    if token.hidden or token.key in _NO_START:
        return None
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or not _open(tokens, place + 1):
        return None
    servant = token.key == "عبد" and (following.definite or following.key == "الله")
    father = token.key in ("ابو", "ابا") and len(following.key) > 2
    son = _is_given(token.key) and following.key in _SONS
    both = _is_given(token.key) and _is_given(following.key)
    plain = {token.key, following.key} <= _COMMON_NAMES
    if servant or son or (both and not plain):
        last = _person_end(tokens, place)
        return (place, last, EntryType.PERSON) if last - place > 1 else None
    return (place, place + 2, EntryType.PERSON) if father else None


def _person_end(tokens: Sequence[Token], place: int) -> int:
    """Where the name that begins at `place` ends: two parts, more only after بن or عبد."""
    last, parts = place, 0
    while parts < 2 and last - place < _MOST_WORDS and (last == place or _open(tokens, last)):
        key = tokens[last].key
        if last > place and (key in _ADJECTIVES or (key[:1] == "و" and len(key) > 4)):
            break
        last += 1
        if key not in _LINKS:
            parts += 1
            more = _open(tokens, last) and tokens[last].key in _SONS
            parts -= more and parts > 1
    while last - place > 1 and tokens[last - 1].key in _LINKS:
        last -= 1
    return last


def _is_given(key: str) -> bool:
    """Whether it is a given name that the table of transliteration knows."""
    return key in latin_names() or key == "عبد" or (key.startswith("عبدال") and len(key) > 6)


def _place_after(tokens: Sequence[Token], place: int) -> _Found | None:
    if not _open(tokens, place):
        return None
    key = tokens[place].key
    if key in _ADJECTIVES or (len(key) < 3 and key not in _PLACE_PARTS):
        return None
    if _RELATION.match(key) and key.endswith(("يه", "ي")) and not _known_place_shape(key):
        return None
    if key in _PLACE_PARTS and _open(tokens, place + 1):
        return place, place + 2, EntryType.PLACE
    if key.endswith("يه") and not key.startswith("ال"):  # مدينة أوروبية
        return None
    return place, place + 1, EntryType.PLACE


def _known_place_shape(key: str) -> bool:
    """Whether it may be a name though it looks like an adjective (القامشلي, الوادي)."""
    return key.endswith("ي") and not key.endswith(("وي", "ني", "ري", "بي", "كي", "سي"))


def _body(tokens: Sequence[Token], place: int) -> _Found | None:
    """An organisation: حزب and the like with up to three words that have the article."""
    last = place + 1
    while last - place < _MOST_WORDS and _open(tokens, last) and tokens[last].definite:
        last += 1
    named = [token.key for token in tokens[place + 1 : last]]
    if not named or named[0] in _NOT_AFTER_BODY or tokens[place].hidden:
        return None
    return place, last, EntryType.ORGANISATION
