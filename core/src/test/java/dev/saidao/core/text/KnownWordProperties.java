package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Known words in any order and behind any sign: no multiplier of them is lost and no money, or head and figure are refused. */
class KnownWordProperties {

    private static final String LOST_MONEY = "[A-Z]{3}|[$€£₹]|US\\$|NT\\$|元|美元|円|원";

    /**
     * A word and what it says.
     *
     * @param before the sign before it
     * @param text the word
     * @param power the power of ten that it is
     */
    record Piece(String before, String text, int power) {}

    @Provide
    Arbitrary<List<Piece>> heads() {
        Arbitrary<String> signs = Arbitraries.of(
                " ", " ", "", ", ", ",", ": ", "：", " (", "（", ")", "）", "[", "/", " / ", " in ", " - ", "·", "、", "|",
                ";", " of ");
        return Combinators.combine(signs, Arbitraries.oneOf(multipliers(), multipliers(), money(), money(), others()))
                .as((sign, piece) -> new Piece(sign, piece.text(), piece.power()))
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    private static Arbitrary<Piece> multipliers() {
        return Arbitraries.oneOf(
                powers(3, "thousand", "thousands", "'000", "000s", "1,000", "1 000", "千", "тыс.", "Tsd.", "milliers"),
                powers(4, "万", "萬", "10,000", "만"),
                powers(5, "lakh", "100,000"),
                powers(
                        6,
                        "million",
                        "mn",
                        "mln",
                        "Mio.",
                        "百万",
                        "млн",
                        "백만",
                        "10^6",
                        "millions",
                        "MUSD",
                        "MJPY",
                        "mkr",
                        "Meuro"),
                powers(7, "crore", "千万"),
                powers(8, "亿", "億", "억"),
                powers(9, "billion", "bn", "Mrd.", "milliards", "十亿", "bnUSD", "mdkr", "USDbn"),
                powers(12, "trillion", "tn", "万亿"));
    }

    private static Arbitrary<Piece> money() {
        return powers(
                0, "USD", "US$", "$", "美元", "dollars", "EUR", "€", "euros", "CNY", "元", "人民币", "JPY", "円", "yen", "KRW",
                "원", "INR", "₹", "rupees", "SEK", "kr", "GBP", "£", "NT$", "¥", "francs", "руб.");
    }

    private static Arbitrary<Piece> others() {
        return powers(
                0,
                "persons",
                "人",
                "台",
                "households",
                "명",
                "vehicles",
                "家",
                "jobs", // counted
                "tonnes",
                "吨",
                "kWh",
                "ha",
                "公里",
                "MW",
                "hours",
                "トン", // measured
                "Revenue",
                "产值",
                "Exports",
                "Number of",
                "Umsatz",
                "人口",
                "销量",
                "Output",
                "Value",
                "Unit", // named
                "per 10,000 employees",
                "/万人",
                "/人",
                "per tonne",
                "每人",
                "倍",
                "2015",
                "2015 prices",
                "current",
                "in",
                "of");
    }

    private static Arbitrary<Piece> powers(int power, String... words) {
        return Arbitraries.of(words).map(word -> new Piece("", word, power));
    }

    @Property(tries = 20_000)
    void knownWords_keepTheirMagnitude(@ForAll("heads") List<Piece> pieces) {
        String head = head(pieces);

        UnknownWordProperties.read(head).ifPresent(read -> {
            Set<Integer> powers =
                    pieces.stream().map(Piece::power).filter(power -> power > 0).collect(Collectors.toSet());
            // the population is counted in what stands behind its slash
            int behindSlash = head.matches(".*人口\\s*/万人\\s*") ? 4 : 0;
            int all = behindSlash + pieces.stream().mapToInt(Piece::power).sum();
            BigDecimal factor = read.factor();
            // USD mn (USD mn) says it twice
            boolean twice = powers.size() == 1
                    && factor.compareTo(tenTo(powers.iterator().next())) == 0;
            // a multiplier behind per is of the base
            boolean density = read.unit().kind() == Unit.Kind.DENSITY;
            assertThat(density || twice || factor.compareTo(tenTo(all)) == 0)
                    .as("%s is %s times %s", head, factor.toPlainString(), read.unit())
                    .isTrue();
            boolean paid = pieces.stream().anyMatch(piece -> piece.text().matches(LOST_MONEY));
            assertThat(!paid || read.unit().kind() == Unit.Kind.MONEY)
                    .as("%s is %s", head, read.unit())
                    .isTrue();
        });
    }

    @Provide
    Arbitrary<List<Piece>> besideNumbers() {
        Arbitrary<Piece> scales = Arbitraries.oneOf(
                powers(3, "thousand", "千", "Tsd."),
                powers(4, "万", "萬", "만"),
                powers(6, "million", "mn", "百万"),
                powers(8, "亿", "億"),
                powers(9, "billion", "bn", "十亿"));
        return Combinators.combine(Arbitraries.of("", " "), Arbitraries.oneOf(scales, money(), others()))
                .as((blank, piece) -> new Piece(blank, piece.text(), piece.power()))
                .list()
                .ofMaxSize(4);
    }

    @Property(tries = 10_000)
    void knownWordsBesideANumber_keepItsMagnitude(
            @ForAll("besideNumbers") List<Piece> before, @ForAll("besideNumbers") List<Piece> behind) {
        List<Piece> all = Stream.of(before, List.of(new Piece(" ", "8", 0)), behind)
                .flatMap(List::stream)
                .toList();
        if (all.stream().anyMatch(piece -> piece.text().matches("2015.*|per 10,000.*|/万人|每人|/人"))) {
            return; // other numbers, and bases of densities
        }
        String text = head(all).strip();
        Optional<PrintedNumber> read;
        try {
            read = Optional.of(FigureFormat.english().parse(text));
        } catch (FigureParseException e) {
            read = Optional.empty();
        }

        read.ifPresent(printed -> {
            int power = all.stream().mapToInt(Piece::power).sum();
            assertThat(printed.amount())
                    .as(text)
                    .isEqualByComparingTo(tenTo(power).multiply(BigDecimal.valueOf(8)));
            boolean paid = all.stream().anyMatch(piece -> piece.text().matches(LOST_MONEY));
            assertThat(!paid || printed.unit().kind() == Unit.Kind.MONEY)
                    .as("%s is %s", text, printed.unit())
                    .isTrue();
        });
    }

    private static BigDecimal tenTo(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    /** Words that would grow together to another word have a blank between them. */
    private static String head(List<Piece> pieces) {
        StringBuilder head = new StringBuilder();
        for (Piece piece : pieces) {
            boolean grows = piece.before().isEmpty()
                    && head.length() > 0
                    && Character.isLetterOrDigit(head.charAt(head.length() - 1))
                    && !Character.isIdeographic(head.charAt(head.length() - 1))
                    && Character.isLetterOrDigit(piece.text().charAt(0));
            head.append(grows ? " " : piece.before()).append(piece.text());
        }
        return head.toString();
    }

    /** A word that is passed over, or that says growth or share, has no qualifier in it that would be lost: 年均增速约. */
    @Test
    void words_hideNoQualifier() {
        Set<Word.Kind> before = Set.of(
                Word.Kind.PASSED_OVER_BEFORE,
                Word.Kind.RISE,
                Word.Kind.FALL,
                Word.Kind.RATE_BEFORE,
                Word.Kind.STEP_BEFORE,
                Word.Kind.SHARE_BEFORE);
        List<Word> words = Stream.of("zh", "en", "de", "romance", "ru", "ja", "ko", "europe", "asia")
                .flatMap(language -> VocabularyReader.words(language).stream())
                .toList();
        // reached and as high as change no bound; to edge up to 5% is to go there
        List<Word> qualifiers = words.stream()
                .filter(word -> word.kind() == Word.Kind.BEFORE
                        && !Set.of("REACHED", "AS_HIGH_AS").contains(word.meaning()))
                .toList();

        assertThat(words.stream()
                        .filter(word ->
                                before.contains(word.kind()) && !word.text().equals("edged up to"))
                        .filter(word -> qualifiers.stream().anyMatch(other -> endsWith(word.text(), other.text()))))
                .isEmpty();
    }

    private static boolean endsWith(String word, String end) {
        int at = word.length() - end.length();
        return at > 0 && word.endsWith(end) && (end.charAt(0) > '\u2e80' || word.charAt(at - 1) == ' ');
    }
}
