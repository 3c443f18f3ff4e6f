package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

/** A word that nobody knows beside a head changes no magnitude in silence: it is a name, or the head is refused. */
class UnknownWordProperties {

    private static final UnitFormat FORMAT = UnitFormat.withDefaults();
    private static final Set<Word.Kind> KINDS = EnumSet.allOf(Word.Kind.class);

    /** Words of letters drawn at random, of four scripts, in which no word of a vocabulary and no code stands anywhere. */
    @Provide
    Arbitrary<String> words() {
        StringArbitrary latin =
                Arbitraries.strings().withCharRange('a', 'z').withChars("äéøß").ofMinLength(2);
        StringArbitrary cyrillic = Arbitraries.strings().withCharRange('а', 'я').ofMinLength(2);
        StringArbitrary han =
                Arbitraries.strings().withCharRange('\u4e00', '\u9fa5').ofMinLength(1);
        StringArbitrary hangul = Arbitraries.strings().withCharRange('가', '힣').ofMinLength(1);
        return Arbitraries.oneOf(
                        latin.ofMaxLength(12),
                        latin.ofMaxLength(12)
                                .map(word ->
                                        word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1)),
                        cyrillic.ofMaxLength(10),
                        han.ofMaxLength(5),
                        hangul.ofMaxLength(5))
                .filter(UnknownWordProperties::isUnknown);
    }

    /** A known word stands in a vocabulary, or is 每, which says that what follows is what the numbers are per. */
    private static boolean isUnknown(String word) {
        if (word.indexOf('每') >= 0) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            if (Vocabulary.lexicon().at(word, at, KINDS) != null) {
                return false;
            }
        }
        return true;
    }

    @Provide
    Arbitrary<String> heads() {
        Arbitrary<String> multipliers = Arbitraries.of(
                "",
                "thousand ",
                "million ",
                "10,000 ",
                "1 000 ",
                "'000 ",
                "lakh ",
                "Mio. ",
                "Mrd. ",
                "milliers de ",
                "тыс. ",
                "万",
                "百万",
                "億",
                "천",
                "mn ");
        Arbitrary<String> units = Arbitraries.of(
                "USD",
                "EUR",
                "persons",
                "人",
                "吨",
                "kWh",
                "t",
                "ha",
                "households",
                "hl",
                "million",
                "%",
                "円",
                "원",
                "units",
                "per 1,000 births");
        return Combinators.combine(multipliers, units)
                .as((multiplier, unit) -> multiplier + unit)
                .filter(head -> read(head).isPresent());
    }

    @Provide
    Arbitrary<String> frames() {
        return Arbitraries.of(
                "W (H)",
                "W, H",
                "W: H",
                "W - H",
                "W in H",
                "W/H",
                "W H",
                "H W",
                "H, W",
                "H (W)",
                "H/W",
                "W [H]",
                "H per W",
                "W per H",
                "W（H）",
                "WH",
                "HW",
                "H of W",
                "H W (H)",
                "W (H, W)",
                "W (W) (H)",
                "W (million)",
                "W, thousands",
                "million W",
                "W million H",
                "W per 1,000 W",
                "W per 1,000 persons");
    }

    @Property(tries = 4_000)
    void unknownWord_neverChangesTheMagnitude(
            @ForAll("words") String word, @ForAll("heads") String head, @ForAll("frames") String frame) {
        String beside = filled(frame, word, head);

        read(beside).ifPresent(other -> {
            assertThat(frame).as("a multiplier of an unknown word: %s", beside).contains("H");
            assertThat(other.factor())
                    .as(beside)
                    .isEqualByComparingTo(read(head).orElseThrow().factor());
        });
    }

    @Example
    void everyOfChinese_isPerWhatFollows() {
        assertThat(read("每 thousand persons").orElseThrow())
                .isEqualTo(read("per 1,000 persons").orElseThrow());
    }

    private static String filled(String frame, String word, String head) {
        StringBuilder filled = new StringBuilder();
        frame.chars().forEach(c -> filled.append(c == 'W' ? word : c == 'H' ? head : String.valueOf((char) c)));
        return filled.toString();
    }

    /** A head as it is read; empty if it is refused. */
    static Optional<UnitHead> read(String head) {
        try {
            return Optional.of(FORMAT.parse(head));
        } catch (FigureParseException e) {
            return Optional.empty();
        }
    }
}
