package dev.saidao.core.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Where operands come from, and what becomes of it in the text of a derivation. */
class OperandTest {

    private static final Convention COUNTED = Convention.of("test.counted", Label.of("counted by hand", "人工计数"));

    private static Figure.Builder figure(Source source) {
        return Figure.builder()
                .id("A-1")
                .subject(Subject.of("robots", Label.same("robots")))
                .indicator(Indicator.of("revenue", Label.same("revenue")))
                .period(ReferencePeriod.year(2024))
                .status(Status.OBSERVED)
                .source(source)
                .locator("table 1")
                .printed(FigureFormat.english().parse("CNY 10 bn"));
    }

    private static final Source YEARBOOK =
            Source.of("s", Label.of("A yearbook", "年鉴"), Label.of("An office", "某局"), LocalDate.of(2025, 1, 31));

    @Test
    void of_quantity_isExact() {
        Operand operand = Operand.of(Money.of(5, "CNY"));
        assertThat(operand.value()).isEqualTo(BoundedQuantity.exactly(Money.of(5, "CNY")));
        assertThat(operand.figure()).isEmpty();
        assertThat(operand.derivation()).isEmpty();
        assertThat(operand.conventions()).isEmpty();
        assertThat(Operand.of(operand.value(), List.of(COUNTED)).conventions()).containsExactly(COUNTED);
    }

    /** 2025 to 2030 has five steps if the first year is the base. */
    @Test
    void steps_areCountedFromTheFirstYear() {
        Operand steps = Operand.steps(2025, 2030);
        assertThat(steps.value()).isEqualTo(BoundedQuantity.exactly(Years.of(5)));
        assertThat(steps.conventions()).extracting(Convention::id).containsExactly("period.from-first-year");
        assertThat(Operand.steps(7, COUNTED).value()).isEqualTo(BoundedQuantity.exactly(Years.of(7)));
        assertThat(Operand.steps(7, COUNTED).conventions()).containsExactly(COUNTED);
    }

    /** Half of the last printed digit: 238.75 to 238.85 billion; "over" has no upper end and no point. */
    @Test
    void parse_readsWhatIsPrinted() {
        assertThat(Operand.parse("USD 6.4 bn").value())
                .isEqualTo(BoundedQuantity.of(
                        Unit.parse("USD"),
                        Bounds.closed(new BigDecimal("6350000000"), new BigDecimal("6450000000")),
                        new BigDecimal("6400000000")));
        assertThat(Operand.parse("USD 6.4 bn").conventions())
                .extracting(Convention::id)
                .containsExactly("digits.rounded");
        assertThat(Operand.parse("over USD 6.4 bn", ReadingConvention.strict())
                        .value()
                        .point())
                .isEmpty();
        assertThatThrownBy(() -> Operand.parse("many")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void read_figure_keepsIt() {
        Operand operand = Operand.read(figure(YEARBOOK).build(), ReadingConvention.strict());
        assertThat(operand.figure()).contains(figure(YEARBOOK).build());
        assertThat(operand.value().point()).contains(new BigDecimal("10000000000"));
        assertThat(operand.conventions()).extracting(Convention::id).containsExactly("digits.rounded");
    }

    private static Derivation derivation(Figure.Builder figure) {
        return GrowthCalculator.withDefaults()
                .multiple(
                        Operand.of(Money.of(new BigDecimal("5000000000"), Currency.getInstance("CNY"))),
                        Operand.read(figure.build(), ReadingConvention.strict()))
                .derivation();
    }

    /** What was printed is quoted where it was kept; a source that a table names by one word alone has no day. */
    @Test
    void toText_saysWhatIsKnownOfTheSource() {
        assertThat(derivation(figure(YEARBOOK).asPublished("CNY 10bn")).toText(Locale.ENGLISH))
                .contains("(A-1, printed CNY 10bn, table 1)\n")
                .contains("  source: An office, 2025-01-31, A yearbook\n");
        assertThat(derivation(figure(YEARBOOK)).toText(Locale.CHINESE))
                .contains(" (A-1, table 1)\n")
                .contains("  来源: 某局, 2025-01-31, 年鉴\n");
        Label bare = Label.same("Eurostat");
        assertThat(derivation(figure(Source.of("e", bare, bare, LocalDate.EPOCH)))
                        .toText(Locale.ENGLISH))
                .contains("  source: Eurostat\n");
        // a day or another publisher makes it a source in full
        assertThat(derivation(figure(Source.of("e", bare, bare, LocalDate.of(2020, 5, 1))))
                        .toText(Locale.ENGLISH))
                .contains("  source: Eurostat, 2020-05-01, Eurostat\n");
        assertThat(derivation(figure(Source.of("e", bare, Label.same("EU"), LocalDate.EPOCH)))
                        .toText(Locale.ENGLISH))
                .contains("  source: EU, 1970-01-01, Eurostat\n");
    }

    @Test
    void sourcesOfAnExplanation_areNamedOnce() {
        Derivation one = derivation(figure(YEARBOOK));
        assertThat(Explanation.of(one, one).sources()).containsExactly(YEARBOOK);
        assertThat(one.sources()).containsExactly(YEARBOOK);
    }
}
