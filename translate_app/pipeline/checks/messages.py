"""What every check says: English, with {named} places, and gettext message ids."""

from typing import Final

from translate_app.errors import N_

CHECK_MESSAGES: Final[dict[str, str]] = {
    "empty_target": N_("There is no translation yet."),
    "term_missing": N_("The source names {name}, but {target} is not in the translation."),
    "term_as_adjective": N_(
        "The source names {name} ({target}), the translation only says “{form}”: check that it "
        "is meant."
    ),
    "term_scattered": N_(
        "The source names {name}: the words of {target} stand there, but not as the termbase "
        "has them."
    ),
    "term_forbidden": N_("Do not write “{form}” for {name}: write {wanted}."),
    "term_forbidden_reason": N_(
        "Do not write “{form}” for {name}: write {wanted}. The reason: {reason}."
    ),
    "do_not_translate": N_("Leave {name} in the translation as the source writes it."),
    "term_ambiguous": N_("Choose who or what {name} is: {entry}, or {others}."),
    "term_spelling": N_("The termbase spells {written} as {wanted}."),
    "term_inserted": N_("The engine lost {name}: check where {target} stands."),
    "term_lost_once": N_(
        "The source has {name} {source} times, the draft {target} times: check which is meant."
    ),
    "term_unexpected": N_(
        "The source does not speak of {source}, but {name} stands in the translation."
    ),
    "numbers_differ": N_("Number differs: {source} in the source, {target} in the translation."),
    "number_missing": N_("The number {number} is in the source, but not in the translation."),
    "number_added": N_("The number {number} is in the translation, but not in the source."),
    "dates_differ": N_("Date differs: {source} in the source, {target} in the translation."),
    "percent_missing": N_("The source has {percent}: the translation does not say percent."),
    "address_missing": N_("The address {address} is not in the translation."),
    "address_differs": N_("The source has the address {address}, the translation {target}."),
    "symbol_differs": N_("The source has the symbol {symbol}, the translation {target}."),
    "symbol_missing": N_("The symbol {symbol} is not in the translation."),
    "handle_missing": N_("The source has {handle}, but not the translation."),
    "same_as_source": N_("The translation is the same as the source."),
    "wrong_script": N_("These words are not translated: {words}."),
    "untranslated": N_("Check whether this is to be translated: {words}."),
    "looped": N_("The same words come again and again: {words}."),
    "repeated_word": N_("The word “{word}” stands there twice."),
    "length_ratio": N_(
        "Check that nothing is left out or added: the translation has {percent} percent of "
        "the length of the source."
    ),
    "sentence_lost": N_(
        "Check that no part is left out: sentence ends in the source: {source}, in the "
        "translation: {target}."
    ),
    "line_breaks": N_("Line breaks in the source: {source}, in the translation: {target}."),
    "translated_otherwise": N_("Segment {number} has the same source, translated: {other}."),
    "differs_from_memory": N_("The same source was approved before, translated: {other}."),
    "same_translation": N_("Another source has this very translation: {other}."),
    "invisible_characters": N_("There is an invisible character ({character}): delete it."),
    "lookalikes": N_("The word {word} has letters of another script in it: {letters}."),
    "persian_letters": N_("The word {word} has letters of a Persian keyboard: write {wanted}."),
    "misplaced_ta_marbuta": N_("In {word} there is a ة inside the word: a ت stands there."),
    "tatweel": N_("A word is drawn out with tatweel: delete it."),
    "tripled_letter": N_("A letter stands three times in a row: {word}."),
    "double_space": N_("There is more than one space in a row."),
    "edge_space": N_("There is a space at the beginning or end that the source does not have."),
    "space_before_punctuation": N_("There is a space before “{mark}”: delete it."),
    "foreign_punctuation": N_("The mark “{mark}” belongs to the other script: write “{wanted}”."),
    "brackets_unbalanced": N_("The bracket “{bracket}” has no partner."),
    "quotes_unbalanced": N_("The quotation mark “{mark}” has no partner."),
    "quotes_mixed": N_("Different kinds of quotation marks are mixed: {marks}."),
    "end_punctuation": N_("The source ends with “{source}”, the translation with “{target}”."),
}
