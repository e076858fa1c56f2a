"""Words that English press prose capitalises for another reason than being a name, and words
that say what kind of name they belong to. All in small letters."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OPENERS: Final = _words(
    """a about above according accordingly across additionally after afterwards again against all
    along already also although always amid among an and another any anyone are around as aside
    at based because before behind below besides between beyond both but by can could currently
    despite did do does down due during each earlier either especially even every everyone
    everything few finally first following for former forty four fourth from full further
    furthermore given had has have having he hence her here his how however i if in including
    indeed instead into is it its just last late later least let like likewise many may
    meanwhile more moreover most much must my near nearly neither never nevertheless new next no
    none nor not nothing now of off on once one only or other others otherwise our out over part
    people per perhaps please read regarding second see several she should similarly since six
    so some someone soon speaking still such ten than thanks that the their them then there
    therefore these they third this those though three through throughout thus to today together
    tomorrow too toward towards two under unless unlike until up upon us very was we were what
    when where whereas whether which while who whoever whole whom whose why will with within
    without would yes yesterday yet you your source photo photos image images caption note
    notes update updated contact contacts ends statement"""
)
TIMES: Final = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sept sep
    oct nov dec ramadan eid christmas easter am pm gmt utc bc ad"""
)
TITLES: Final = _words(
    """president vice deputy prime minister foreign secretary secretary-general general chairman
    chairwoman chairperson chair head director director-general manager mr mrs ms miss dr doctor
    prof professor sir lord lady king queen prince princess sheikh shaikh imam mufti bishop
    archbishop patriarch pope father sister ambassador envoy consul commissioner governor mayor
    judge justice colonel captain major lieutenant brigadier marshal admiral commander officer
    sergeant lt col gen maj brig capt sgt spokesman spokesperson spokeswoman representative
    coordinator member members senator congressman congresswoman mp delegate special acting
    honorary excellency majesty highness engineer eng activist journalist martyr comrade
    ceo personal chief editor founder ayatollah assistant undersecretary
    under-secretary under-secretary-general high"""
)
DEMONYMS: Final = _words(
    """afghan afghans american americans soviet african albanian algerian arab arabic arabs
    armenian armenians asian
    assyrian australian austrian bahraini belgian brazilian british bulgarian canadian chinese
    christian christians circassian coptic croatian cypriot czech danish dutch egyptian egyptians
    emirati english european europeans finnish french georgian german germans greek hungarian
    indian iranian iranians iraqi iraqis irish islamic israeli israelis italian japanese jew
    jewish jews jordanian jordanians korean kurd kurdish kurds kuwaiti lebanese libyan
    mediterranean moroccan muslim muslims norwegian omani ottoman pakistani palestinian
    palestinians persian polish portuguese qatari romanian russian russians saudi saudis serbian
    shia shiite somali spanish sudanese sunni sunnis swedish swiss syrian syrians tunisian turk
    turkish turkmen turks ukrainian ukrainians western yazidi yemeni yemenis northern southern
    eastern western-backed"""
)
NO_ACRONYM: Final = _words(
    """ok idp idps ngo ngos ceo tv pdf faq id hiv aids covid covid-19 dna phd ma ba ii iii iv vi
    vii viii ix xi xii html http url jr sr"""
)
ORGANISATION: Final = _words(
    """academy administration agency alliance army assembly association authority bank board
    brigade brigades bureau centre center chamber coalition college commission committee company
    confederation congress corporation corps council court defence defense department directorate
    division embassy federation force forces foundation front fund government group guard
    initiative institute league mission ministry movement network observatory office organisation
    organization parliament party police programme program project senate service services
    society taskforce team tribunal union unit university hospital school """
)
DOCUMENT: Final = _words(
    """accord act agreement charter communique communiqué constitution convention covenant
    declaration memorandum pact plan protocol report resolution roadmap statement treaty law
    article chapter section"""
)
EVENT: Final = _words("summit conference forum congress festival war revolution talks process")
PLACE: Final = _words(
    """airport avenue border bridge camp city countryside crossing desert district gate
    governorate gulf hill island lake mosque mount mountain neighborhood neighbourhood plain
    province quarter region river road sea square street strip suburb town valley village"""
)
PLACE_BEFORE: Final = _words("in near from at outside around towards toward across")
GENERIC: Final = ORGANISATION | DOCUMENT | EVENT | PLACE
LINKS: Final = _words("al el bin ibn ben bint abu de di da del della der den van von la le du y")

RANKS: Final = _words(
    """president minister secretary chairman chairwoman ceo director ambassador envoy governor
    mayor judge colonel captain general spokesman spokesperson spokeswoman coordinator"""
)
ABBREVIATED: Final = _words("dr mr mrs ms prof gen col lt maj brig capt sgt eng st sen rep")
