package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What is known of a member, and what becomes of it; ends are worked out beside each. */
class EvidenceTest {

    private static final Evidence HUNDRED = read("USD 100");
    private static final Evidence FIFTH = Evidence.of(
            ReadNumber.of(FigureFormat.english().parse("20%", Unit.GROWTH_RATE), ReadingConvention.strict()));

    private static Evidence read(String text) {
        return Evidence.of(ReadNumber.of(FigureFormat.english().parse(text), ReadingConvention.strict()));
    }

    private static void assertEnds(Bounds bounds, double low, double high) {
        assertThat(bounds.lower().orElseThrow().doubleValue()).isCloseTo(low, within(1e-12));
        assertThat(bounds.upper().orElseThrow().doubleValue()).isCloseTo(high, within(1e-12));
    }

    /** 99.5 to 100.5 grown by 19.5% to 20.5%; cut off, 100 to 101 by 20% to 21%. */
    @Test
    void grown_multipliesByWhatItGrew() {
        Evidence grown = HUNDRED.grown(FIFTH, false);

        assertThat(grown.point().orElseThrow()).isEqualByComparingTo("120");
        assertEnds(grown.bounds(), 99.5 * 1.195, 100.5 * 1.205);
        assertEnds(grown.digits(), 99.5 * 1.195, 100.5 * 1.205);
        assertEnds(grown.rounding(), 99.5 * 1.195, 100.5 * 1.205);
        assertEnds(grown.truncated(), 100 * 1.2, 101 * 1.21);
        assertThat(grown.number()).isEmpty();
        assertThat(grown.unit()).isEqualTo(Unit.parse("USD"));
    }

    /** 100 after growth by 20% were 83.3, or 99.5 / 1.205 to 100.5 / 1.195, before. */
    @Test
    void grown_before_divides() {
        Evidence before = HUNDRED.grown(FIFTH, true);

        assertThat(before.point().orElseThrow().doubleValue()).isCloseTo(100 / 1.2, within(1e-12));
        assertEnds(before.bounds(), 99.5 / 1.205, 100.5 / 1.195);
        assertEnds(before.truncated(), 100 / 1.21, 101 / 1.2);
    }

    /** What is not known as a number is none after it grew. */
    @Test
    void grown_withoutPoint_hasNone() {
        Evidence none = Evidence.none(Unit.parse("USD"), Bounds.parse("[1, 2]"));

        assertThat(none.grown(FIFTH, false).point()).isEmpty();
        assertEnds(none.grown(FIFTH, false).bounds(), 1.195, 2.41);
        assertThat(HUNDRED.grown(Evidence.none(Unit.GROWTH_RATE, Bounds.parse("[0, 1]")), false)
                        .point())
                .isEmpty();
    }

    @Test
    void times_multipliesAllThatIsKnown() {
        Evidence thousand = HUNDRED.times(Bounds.parse("[10, 10]"));

        assertThat(thousand.point().orElseThrow()).isEqualByComparingTo("1000");
        assertEnds(thousand.bounds(), 995, 1005);
        assertEnds(thousand.digits(), 995, 1005);
        assertEnds(thousand.rounding(), 995, 1005);
        assertEnds(thousand.truncated(), 1000, 1010);
        assertEnds(HUNDRED.times(Bounds.parse("[7, 8]")).bounds(), 7 * 99.5, 8 * 100.5);
        assertThat(HUNDRED.times(Bounds.parse("[7, 8]")).point()).isEmpty();
    }

    @Test
    void cutOff_isFromThePrintUp() {
        Evidence cutOff = read("USD 12.4").cutOff();

        assertThat(cutOff.bounds()).isEqualTo(Bounds.parse("[12.4, 12.5)"));
        assertThat(cutOff.rounding()).isEqualTo(cutOff.bounds());
        assertThat(cutOff.digits()).isEqualTo(read("USD 12.4").digits());
        assertThat(cutOff.point().orElseThrow()).isEqualByComparingTo("12.4");
        assertThat(cutOff.isByRounding()).isTrue();
    }

    @Test
    void isByRounding_unlessAWordLeavesRoom() {
        assertThat(read("USD 12.4").isByRounding()).isTrue();
        assertThat(read("over USD 12.4").isByRounding()).isFalse();
        assertThat(read("over USD 12.4").times(Bounds.parse("[10, 10]")).isByRounding())
                .isFalse();
    }

    /** In doubles the same numbers: of a print its digits, of a constant itself, of what is only narrowed no point. */
    @Test
    void rough_isTheSameInDoubles() {
        assertThat(HUNDRED.roughPoint().low()).isEqualTo(100);
        assertThat(HUNDRED.roughDigits().low()).isEqualTo(99.5);
        assertThat(HUNDRED.roughDigits().high()).isEqualTo(100.5);
        assertThat(HUNDRED.rough().low()).isEqualTo(99.5);
        Evidence constant = Evidence.of(Unit.MULTIPLE.quantity(new BigDecimal("7.25")));
        assertThat(constant.roughPoint().low()).isEqualTo(7.25);
        assertThat(constant.roughPoint().high()).isEqualTo(7.25);
        assertThat(constant.roughDigits().low()).isEqualTo(7.25);
        Evidence narrowed = Evidence.none(Unit.parse("USD"), Bounds.parse("[1, 2]"));
        assertThat(narrowed.roughPoint().isUnknown()).isTrue();
        assertThat(narrowed.roughDigits().high()).isEqualTo(2);
    }

    @Test
    void pointOrPossible_isTheNumberAsPrinted() {
        assertThat(HUNDRED.pointOrPossible().bounds()).isEqualTo(Bounds.exactly(new BigDecimal("100")));
        assertThat(Evidence.none(Unit.parse("USD"), Bounds.parse("[1, 2]"))
                        .pointOrPossible()
                        .bounds())
                .isEqualTo(Bounds.parse("[1, 2]"));
        BoundedQuantity read = HUNDRED.times(Bounds.parse("[2, 2]")).read();
        assertThat(read.point().orElseThrow()).isEqualByComparingTo("200");
        assertEnds(read.bounds(), 199, 201);
    }
}
