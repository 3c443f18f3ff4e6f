package dev.saidao.core.reading;

import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.internal.Codes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes a dossier of a reading: subjects and indicators are numbered as they come. */
final class DossierOfReading {

    private static final int LONGEST_NAME = 80;

    private final PageReading reading;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private static final ReadingVocabulary WORDS = ReadingVocabulary.withDefaults();
    private static final Label UNNAMED = Label.of("unnamed", "未注明");
    private static final String FIGURE = "数字";

    private final Map<String, Indicator> indicators = new LinkedHashMap<>();

    DossierOfReading(PageReading reading) {
        this.reading = reading;
    }

    Dossier dossier(String id, Label title) {
        Source source = Source.of(id, title, title, reading.published());
        Dossier.Builder dossier = Dossier.builder().id(id).title(title).addSources(source);
        for (Mention mention : reading.mentions()) {
            dossier.addFigures(figure(mention, source));
        }
        subjects.values().forEach(dossier::addSubjects);
        indicators.values().forEach(dossier::addIndicators);
        reading.relations().forEach(relation -> relation.relation().ifPresent(dossier::addRelations));
        return dossier.build();
    }

    private Figure figure(Mention mention, Source source) {
        Figure.Builder figure = Figure.builder()
                .id(mention.id())
                .subject(subject(mention))
                .indicator(indicator(mention))
                .asPublished(mention.text())
                .period(mention.period())
                .status(mention.status())
                .source(source)
                .locator("characters " + mention.start() + " to " + mention.end());
        mention.printed().ifPresent(figure::printed);
        return figure.build();
    }

    private Subject subject(Mention mention) {
        String words = mention.subject().strip();
        Label name = words.isEmpty() ? UNNAMED : Label.same(words.substring(0, Math.min(words.length(), LONGEST_NAME)));
        return subjects.computeIfAbsent(name.en(), key -> Subject.of("subject-" + (subjects.size() + 1), name));
    }

    private Indicator indicator(Mention mention) {
        String code = Codes.isCode(mention.indicator()) ? mention.indicator() : "figure";
        return indicators.computeIfAbsent(code, key -> Indicator.of(key, name(key)));
    }

    private static Label name(String indicator) {
        String english = WORDS.indicatorName(indicator, Locale.ENGLISH).orElse(indicator);
        return Label.of(english, WORDS.indicatorName(indicator, Locale.CHINESE).orElse(FIGURE));
    }
}
