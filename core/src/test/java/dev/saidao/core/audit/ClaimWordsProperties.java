package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is said of rates that are apart: the numbers as an exact decimal has them, rounded half up to four digits or to a whole number of more. */
class ClaimWordsProperties {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext EIGHT_DIGITS = new MathContext(8);
    private static final Label CONVENTION = Label.of("by another counting", "另一种计数");

    @Property(tries = 3000)
    void reason_saysBothRangesAndTheGap(
            @ForAll("rates") BigDecimal implied,
            @ForAll("rates") BigDecimal impliedWidth,
            @ForAll("rates") BigDecimal published,
            @ForAll("rates") BigDecimal publishedWidth,
            @ForAll("rates") BigDecimal gap) {
        BigDecimal impliedHigh = implied.add(impliedWidth.abs(), EIGHT_DIGITS);
        BigDecimal publishedHigh = published.add(publishedWidth.abs(), EIGHT_DIGITS);
        BigDecimal points = gap.abs();

        Label reason = ClaimWords.reason(
                Verdict.CONTRADICTS,
                Bounds.closed(implied, impliedHigh),
                Bounds.closed(published, publishedHigh),
                Optional.of(points),
                Optional.empty());

        String low = percent(implied);
        String high = percent(impliedHigh);
        String printedLow = percent(published);
        String printedHigh = percent(publishedHigh);
        boolean isApart = points.signum() > 0;
        assertThat(reason.en())
                .isEqualTo("the sizes imply " + low + " to " + high + "% a year; printed " + printedLow + " to "
                        + printedHigh + "%" + (isApart ? "; apart by " + brief(points) + " percentage points" : ""));
        assertThat(reason.zh())
                .isEqualTo("规模推得 " + low + " 至 " + high + "%;印出 " + printedLow + " 至 " + printedHigh + "%"
                        + (isApart ? ";相差 " + brief(points) + " 个百分点" : ""));
    }

    @Property(tries = 200)
    void reason_ofRangesWithoutAnEnd(@ForAll("rates") BigDecimal rate) {
        Label reason = ClaimWords.reason(
                Verdict.AGREES_UNDER_OTHER_CONVENTION,
                Bounds.atLeast(rate),
                Bounds.atMost(rate),
                Optional.empty(),
                Optional.of(CONVENTION));

        assertThat(reason.en())
                .isEqualTo("the sizes imply at least " + percent(rate) + "% a year; printed at most " + percent(rate)
                        + "%; by another counting");
        assertThat(reason.zh()).isEqualTo("规模推得 至少 " + percent(rate) + "%;印出 至多 " + percent(rate) + "%;另一种计数");
    }

    @Example
    void reason_ofAllNumbers() {
        Label reason =
                ClaimWords.reason(Verdict.CONTRADICTS, Bounds.all(), Bounds.all(), Optional.empty(), Optional.empty());

        assertThat(reason.en()).startsWith("the sizes imply anything").endsWith("printed anything");
        assertThat(reason.zh()).isEqualTo("规模推得 任意值;印出 任意值");
    }

    @Example
    void reason_ofAgreement_namesNoNumber() {
        assertThat(agreement(Verdict.AGREES)).isEqualTo("the printed sizes imply the printed rate");
        assertThat(agreement(Verdict.AGREES_WITHIN_ROUNDING))
                .isEqualTo("the rate follows if digits are off by half a unit of the last place");
        assertThat(agreement(Verdict.AGREES_AS_BOUND)).isEqualTo("only because of the words beside the numbers");
    }

    private static String agreement(Verdict verdict) {
        Bounds rate = Bounds.exactly(BigDecimal.ONE);
        return ClaimWords.reason(verdict, rate, rate, Optional.empty(), Optional.of(CONVENTION))
                .en();
    }

    private static String percent(BigDecimal rate) {
        return brief(rate.multiply(HUNDRED));
    }

    private static String brief(BigDecimal number) {
        int whole = number.precision() - number.scale();
        BigDecimal rounded = number.round(new MathContext(Math.max(4, whole), RoundingMode.HALF_UP));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** From a millionth of a per cent to billions; eight digits leave no rest that a double takes for a half. */
    @Provide
    Arbitrary<BigDecimal> rates() {
        return Combinators.combine(
                        Arbitraries.longs().between(-99_999_999L, 99_999_999L),
                        Arbitraries.integers().between(-9, 8))
                .as((digits, exponent) -> BigDecimal.valueOf(digits).scaleByPowerOfTen(exponent - 8))
                .edgeCases(edge -> edge.add(
                        BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("0.099995"), new BigDecimal("0.000001")));
    }
}
