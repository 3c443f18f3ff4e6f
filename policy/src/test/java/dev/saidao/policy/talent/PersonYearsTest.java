package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonYearsTest {

    private static List<BigDecimal> shares(String... shares) {
        return Stream.of(shares).map(BigDecimal::new).toList();
    }

    /** The example of the Government of Guangdong: 3.2 person-years. */
    @Test
    void guangdong() {
        assertThat(PersonYears.of(BigDecimal.valueOf(2), shares("0.2", "0.3", "0.7")))
                .isEqualByComparingTo("3.2");
    }

    /** At least 90% of the time is full-time. */
    @Test
    void nearlyAllTheTime_isFullTime() {
        assertThat(PersonYears.of(BigDecimal.ZERO, shares("0.9", "0.89"))).isEqualByComparingTo("1.89");
    }

    @Test
    void moreThanAllTheTime_isRefused() {
        assertThatThrownBy(() -> PersonYears.of(BigDecimal.ZERO, shares("1.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Share of working time must be 0 to 1: 1.1");
    }

    @Test
    void fewerThanNobody_isRefused() {
        assertRefused(
                () -> PersonYears.of(BigDecimal.valueOf(-1), List.of()), "Full-time people must be 0 or more: -1");
    }
}
