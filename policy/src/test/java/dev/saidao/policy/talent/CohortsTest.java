package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CohortsTest {

    private static Cohorts cohorts(String of1960, String of1990) {
        Cohorts cohorts = new Cohorts();
        cohorts.add(1960, number(of1960));
        cohorts.add(1990, number(of1990));
        return cohorts;
    }

    /** By hand: half of each; 1/3 and 5/3 of two, where the greater remainder gets the one that is left. */
    @Test
    void spreadWhole_byTheGreatestRemainder() {
        assertThat(cohorts("10", "10").spreadWhole(number("10")).byBirth())
                .isEqualTo(Map.of(1960, number("5"), 1990, number("5")));
        assertThat(cohorts("1", "5").spreadWhole(number("2")).byBirth()).isEqualTo(Map.of(1990, number("2")));
        assertThat(cohorts("5", "1").spreadWhole(number("2")).byBirth()).isEqualTo(Map.of(1960, number("2")));
    }
}
