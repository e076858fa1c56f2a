"""Segment or translate a text without storing anything."""

from dataclasses import dataclass

from translate_app.domain.glossary import MatchContext
from translate_app.domain.language import Language, LanguagePair
from translate_app.domain.segment import Draft, Span
from translate_app.errors import LanguagePairError
from translate_app.pipeline.pretranslate import pretranslate
from translate_app.pipeline.segment import segment
from translate_app.ports import ClientSource, EngineCatalogue, SourceReader, UnitOfWorkFactory
from translate_app.services.matchers import Matchers


@dataclass(frozen=True, slots=True)
class TextSegment:
    """A segment of a text that is not stored."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class TranslatedSegment:
    """A segment with its draft."""

    source: str
    draft: Draft


def segment_text(text: str, language: Language) -> tuple[TextSegment, ...]:
    """The segments of `text`, with their places in it."""
    return tuple(TextSegment(text[span.start : span.end], span) for span in segment(text, language))


@dataclass(frozen=True)
class SegmentSource:
    """The segments of a source, nothing stored."""

    reader: SourceReader

    def __call__(self, source: str, language: Language) -> tuple[TextSegment, ...]:
        """The segments of a file, or of standard input where `source` is `-`.

        Raises:
            InputError: the source cannot be used.
        """
        return segment_text(self.reader.plain_text(source), language)


@dataclass(frozen=True)
class TranslateText:
    """One text through memory, glossary and engine."""

    unit_of_work: UnitOfWorkFactory
    engines: EngineCatalogue
    matchers: Matchers
    clients: ClientSource

    def __call__(
        self,
        text: str,
        source: Language,
        target: Language,
        engine_name: str | None = None,
        client: str = "",
    ) -> tuple[TranslatedSegment, ...]:
        """The segments of `text` with their drafts, as `client` wants them.

        Raises:
            LanguagePairError: both languages are the same.
            NoEngineError, UnknownEngineError, EngineFailedError, UnknownClientError.
        """
        if source is target:
            raise LanguagePairError(source=source.value, target=target.value)
        pair = LanguagePair(source, target)
        wishes = self.clients(client)
        engine = self.engines.engine(pair, engine_name or wishes.engines.get(pair))
        sources = [piece.text for piece in segment_text(text, source)]
        if not sources:
            return ()

        def remembered(segment_source: str) -> Draft | None:
            with self.unit_of_work() as unit_of_work:
                return unit_of_work.segments.approved_target(segment_source, pair)

        drafts = pretranslate(
            sources,
            matcher=self.matchers(source).within(MatchContext(scope=client, text=text)),
            engine=engine,
            memory=remembered,
            pair=pair,
            style=wishes.style,
        )
        return tuple(TranslatedSegment(s, d) for s, d in zip(sources, drafts, strict=True))
