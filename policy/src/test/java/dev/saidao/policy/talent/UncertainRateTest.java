package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static dev.saidao.policy.talent.StockFlowModelTest.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertainRateTest {

    /** Means by their formulas: the middle; a third of the sum; 3/64. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.05 | 0.05 | 0.05",
                "5% | 0.05 | 0.05",
                "[4%, 6%] | [0.04, 0.06] | 0.05",
                "triangular(3%, 4%, 8%) | triangular(0.03, 0.04, 0.08) | 0.05",
                "beta(3, 61) | beta(3, 61) | 0.046875",
            })
    void parse_isTheInverseOfToString(String text, String written, String expected) {
        UncertainRate rate = UncertainRate.parse(text);

        assertThat(rate).hasToString(written).isEqualTo(UncertainRate.parse(written));
        assertThat(rate.expected()).isEqualByComparingTo(expected);
    }

    /** SciPy 1.17.1: {@code beta.ppf([0.05, 0.5, 0.95], 3, 61)}, {@code triang.ppf([0.1, 0.5], 1/3, loc=0.04, scale=0.03)}. */
    @Test
    void quantile_asSciPyHasIt() {
        UncertainRate beta = UncertainRate.parse("beta(3, 61)");
        UncertainRate triangular = UncertainRate.parse("triangular(4%, 5%, 7%)");

        assertThat(beta.quantile(0.05).doubleValue()).isCloseTo(0.01310334324358, within(1e-9));
        assertThat(beta.quantile(0.5).doubleValue()).isCloseTo(0.04221911342037, within(1e-9));
        assertThat(beta.quantile(0.95).doubleValue()).isCloseTo(0.09658001129259, within(1e-9));
        assertThat(triangular.quantile(0.1).doubleValue()).isCloseTo(0.04547722557505, within(1e-9));
        assertThat(triangular.quantile(0.5).doubleValue()).isCloseTo(0.05267949192431, within(1e-9));
        assertThat(UncertainRate.parse("[4%, 6%]").quantile(0.25)).isEqualByComparingTo("0.045");
    }

    @Test
    void whatIsKnown_isNotUncertain() {
        assertThat(UncertainRate.of(number("0.1")).isUncertain()).isFalse();
        assertThat(UncertainRate.between(number("0.1"), number("0.1")).isUncertain())
                .isFalse();
        assertThat(UncertainRate.between(number("0.1"), number("0.2")).isUncertain())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[6%, 4%] | Rates of a range must be in order: [0.06, 0.04]",
                "1.5 | Rate must be 0 to 1, such as 0.03 or 3%: 1.5",
                "4%-6% | Rate must be such as 5%, [4%, 6%], triangular(4%, 5%, 7%) or beta(3, 61): 4%-6%",
                "[1%, 2%, 3%] | Rate of this form must have 2 numbers: [0.01, 0.02, 0.03]",
                "beta(0, 5) | Parameter of a beta distribution must be above 0 and at most 1e9: 0",
                "normal(1, 2) | Rate must be such as 5%, [4%, 6%], triangular(4%, 5%, 7%) or beta(3, 61): normal(1, 2)",
                "(4%, 6%) | Rate must be such as 5%, [4%, 6%], triangular(4%, 5%, 7%) or beta(3, 61): (4%, 6%)",
            })
    void parse_whatIsNone_isRefused(String text, String message) {
        assertThatThrownBy(() -> UncertainRate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void ends_areAdmitted() {
        UncertainRate range = UncertainRate.parse("[4%, 6%]");

        assertThat(UncertainRate.parse("beta(1, 1000000000)").isUncertain()).isTrue();
        assertThat(range.quantile(0)).isEqualByComparingTo("0.04");
        assertThat(range.quantile(1)).isEqualByComparingTo("0.06");
        assertThat(UncertainRate.of(number("0.3")).quantile(0.9)).isEqualByComparingTo("0.3");
        assertRefused(() -> range.quantile(-0.1), "Share must be 0 to 1: -0.1");
        assertRefused(() -> range.quantile(1.1), "Share must be 0 to 1: 1.1");
        assertRefused(
                () -> UncertainRate.parse("beta(1, 1000000001)"),
                "Parameter of a beta distribution must be above 0 and at most 1e9: 1000000001");
    }

    /** A range may come to its upper end; a beta distribution could come to 1, but 3 and 61 do not in any draw. */
    @Test
    void ratesTogether_areAtMost1_whateverIsDrawn() {
        LossReason half = LossReason.of("a", number("0.5"));
        LossReason range = LossReason.builder()
                .reason("b")
                .rate(UncertainRate.parse("[0.4, 0.6]"))
                .build();
        LossReason beta = LossReason.builder()
                .reason("b")
                .rate(UncertainRate.parse("beta(3, 61)"))
                .build();

        assertThat(tier("t", "1", "0").addLosses(half, beta).build().losses()).hasSize(2);
        assertRefused(
                tier("t", "1", "0").addLosses(half, range)::build,
                "Loss rates of tier t must be at most 1 together: 1.1");
    }
}
