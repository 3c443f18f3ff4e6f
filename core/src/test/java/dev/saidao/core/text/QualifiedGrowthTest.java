package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any word of growth or share with any qualifier behind it: what the number is of stays, and the qualifier is not lost. */
class QualifiedGrowthTest {

    private static final Set<Word.Kind> SAID_BEFORE = Set.of(
            Word.Kind.RISE, Word.Kind.FALL, Word.Kind.RATE_BEFORE, Word.Kind.STEP_BEFORE, Word.Kind.SHARE_BEFORE);

    private static final Set<Word.Kind> SAID_BEHIND =
            Set.of(Word.Kind.RATE_BEHIND, Word.Kind.STEP_BEHIND, Word.Kind.SHARE_BEHIND, Word.Kind.PASSED_OVER_BEHIND);

    private static List<Word> words(String language) {
        return VocabularyReader.words(language);
    }

    private static Optional<FigureReading> read(String text) {
        try {
            return Optional.of(FigureFormat.english().read(text));
        } catch (FigureParseException e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en", "ja"})
    void qualifierBehindAWordOfGrowth_changesTheBoundOnly(String language) {
        String gap = language.equals("en") ? " " : "";
        List<String> wrong = new ArrayList<>();
        List<Word> qualifiers = words(language).stream()
                .filter(word ->
                        word.kind() == Word.Kind.BEFORE && !word.meaning().equals("REACHED"))
                .toList();
        for (Word word : words(language)) {
            Optional<FigureReading> plain =
                    SAID_BEFORE.contains(word.kind()) ? read(word.text() + gap + "12.3%") : Optional.empty();
            if (plain.isEmpty()) {
                continue;
            }
            for (Word qualifier : qualifiers) {
                String text = word.text() + gap + qualifier.text() + gap + "12.3%";
                Optional<FigureReading> qualified = read(text);
                Optional<FigureReading> alone = read(qualifier.text() + gap + "12.3%");
                if (qualified.isEmpty() || alone.isEmpty() || isLevel(word.text(), qualifier.text())) {
                    continue;
                }
                FigureReading found = qualified.get();
                boolean same = found.sense() == plain.get().sense()
                        && found.printed().unit().equals(plain.get().printed().unit())
                        && found.printed()
                                        .amount()
                                        .compareTo(plain.get().printed().amount())
                                == 0;
                boolean fall = found.printed().amount().signum() < 0;
                boolean bound = found.printed().qualifier()
                        == turned(alone.get().printed().qualifier(), fall);
                if (!same || !bound) {
                    wrong.add(text + " -> " + found.sense() + " " + found.printed());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh, '', 12.3亿元",
        "en, ' ', $12.3 million",
        "de, ' ', '12,3 Mio. Euro'",
        "ja, '', 12.3億円",
        "ko, '', 12.3억원"
    })
    void wordThatIsPassedOver_changesNothing(String language, String gap, String amount) {
        List<String> wrong = new ArrayList<>();
        List<Word> qualifiers = words(language).stream()
                .filter(word -> word.kind() == Word.Kind.BEFORE)
                .toList();
        for (Word word : words(language)) {
            for (Word qualifier : word.kind() == Word.Kind.PASSED_OVER_BEFORE ? qualifiers : List.<Word>of()) {
                Optional<PrintedNumber> alone = printed(qualifier.text() + gap + amount);
                for (String text : List.of(
                        word.text() + gap + qualifier.text() + gap + amount,
                        qualifier.text() + gap + word.text() + gap + amount)) {
                    Optional<PrintedNumber> both = printed(text);
                    // just under is a word of its own
                    boolean same = both.isEmpty()
                            || both.equals(alone)
                            || qualifiers.stream()
                                    .anyMatch(other -> text.startsWith(other.text())
                                            && other.text().length()
                                                    > word.text().length());
                    if (!same) {
                        wrong.add(text + " -> " + both.orElseThrow());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zh, ''", "en, ' '", "ja, ''", "ko, ' '", "de, ' '"})
    void wordsBehind_changeNothingOfEachOther(String language, String gap) {
        List<String> wrong = new ArrayList<>();
        List<Word> qualifiers = words(language).stream()
                .filter(word -> word.kind() == Word.Kind.BEHIND)
                .toList();
        for (Word word : words(language)) {
            Optional<FigureReading> plain =
                    SAID_BEHIND.contains(word.kind()) ? read("12.3%" + gap + word.text()) : Optional.empty();
            for (Word qualifier : plain.isPresent() ? qualifiers : List.<Word>of()) {
                Optional<FigureReading> alone = read("12.3%" + gap + qualifier.text());
                for (String text : List.of(
                        "12.3%" + gap + word.text() + gap + qualifier.text(),
                        "12.3%" + gap + qualifier.text() + gap + word.text())) {
                    Optional<FigureReading> both = read(text);
                    if (both.isEmpty() || alone.isEmpty()) {
                        continue;
                    }
                    PrintedNumber number = both.get().printed();
                    boolean fall = number.amount().signum() < 0;
                    boolean same = both.get().sense() == plain.orElseThrow().sense()
                            && number.amount()
                                            .compareTo(plain.orElseThrow()
                                                    .printed()
                                                    .amount())
                                    == 0
                            && number.qualifier()
                                    == turned(alone.get().printed().qualifier(), fall);
                    if (!same) {
                        wrong.add(text + " -> " + both.get().sense() + number);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What is read, without words that change no bound. */
    private static Optional<PrintedNumber> printed(String text) {
        return read(text)
                .map(FigureReading::printed)
                .map(number -> Set.of(Qualifier.REACHED, Qualifier.AS_HIGH_AS).contains(number.qualifier())
                        ? number.with(Qualifier.NONE)
                        : number);
    }

    /** 跌破5%, fell below 5%, rose to exceed 5%: where it went. And 增 with 长达 is 增长 with 达. */
    private static boolean isLevel(String word, String qualifier) {
        return qualifier.equals("跌破")
                || word.equals("多")
                || word.equals("高")
                || (qualifier.equals("长达") && word.endsWith("增"))
                || Set.of("above", "below", "under", "past", "to exceed", "to surpass")
                        .contains(qualifier)
                || (qualifier.equals("破") && "跌涨漲升降".indexOf(word.charAt(word.length() - 1)) >= 0);
    }

    /** What is more than a decline lies below its number. */
    private static Qualifier turned(Qualifier qualifier, boolean fall) {
        return switch (qualifier) {
            case MORE_THAN -> fall ? Qualifier.LESS_THAN : qualifier;
            case LESS_THAN -> fall ? Qualifier.MORE_THAN : qualifier;
            case AT_LEAST -> fall ? Qualifier.AT_MOST : qualifier;
            case AT_MOST -> fall ? Qualifier.AT_LEAST : qualifier;
            case NEARLY -> fall ? Qualifier.ABOUT : qualifier;
            default -> qualifier;
        };
    }
}
