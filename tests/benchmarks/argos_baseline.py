"""Argos Translate's own `translate`, segment by segment, for `speed` to compare with.

Reads JSON lists of texts from standard input, one a line, and answers each with the seconds
it took. The environment says where its packages lie and how many threads it has.
"""

import json
import sys
import time

from argostranslate import sbd, translate

# Its splitter wants to download a model; the texts are single sentences, and cutting nothing
# is faster than cutting.
sbd.MiniSBDSentencizer.split_sentences = lambda self, text: [text]


def main() -> None:
    """Answer until standard input ends."""
    translation = translate.get_translation_from_codes("en", "ar")
    translation.translate("Hello there.")
    print("ready", flush=True)
    for line in sys.stdin:
        texts = json.loads(line)
        began = time.perf_counter()
        for text in texts:
            translation.translate(text)
        print(time.perf_counter() - began, flush=True)


if __name__ == "__main__":
    main()
