package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AgeCohortModelTest {

    /** The equation of Hyndman and Nguyen (2026) on numbers of our own, exact by hand: 1020 and 178.2. */
    @Test
    void year_deathsThenRetirements() {
        double[] mortality = new double[21];
        double[] retirement = new double[21];
        double[] entryShare = new double[21];
        double[] stock = new double[21];
        double[] migration = new double[21];
        mortality[0] = 0.002;
        mortality[20] = 0.01;
        retirement[20] = 0.1;
        entryShare[0] = 0.05;
        entryShare[5] = 0.95;
        stock[0] = 1000;
        stock[20] = 200;
        migration[0] = -3;
        AgeCohortModel.Year year =
                AgeCohortModel.of(40, mortality, retirement, entryShare).year(stock, 500, migration);

        assertThat(year.closing()[1]).isCloseTo(1020, within(1e-9));
        assertThat(year.agedOut()).isCloseTo(178.2, within(1e-9));
        assertThat(year.deaths()[20]).isCloseTo(2, within(1e-12));
        assertThat(year.retirements()[20]).isCloseTo(19.8, within(1e-12));
        double flows = sum(year.entries()) + sum(year.migration()) - sum(year.deaths()) - sum(year.retirements());
        assertThat(sum(year.closing()) + year.agedOut()).isCloseTo(sum(year.opening()) + flows, within(1e-9));
    }

    private static double sum(double[] numbers) {
        return Arrays.stream(numbers).sum();
    }

    private static AgeCohortModel ages25to64() {
        double[] mortality = new double[40];
        double[] retirement = new double[40];
        double[] entryShare = new double[40];
        for (int x = 0; x < 40; x++) {
            mortality[x] = 0.001 + x * 0.0002;
            retirement[x] = x < 30 ? 0.01 : 0.1;
        }
        entryShare[0] = 0.6;
        entryShare[5] = 0.4;
        return AgeCohortModel.of(25, mortality, retirement, entryShare);
    }

    /** By hand: 25, 35, 45 and 55 with 400, 300, 200 and 100 have a mean of 35; 700 of 1000 are under 40. */
    @Test
    void meanAge_andShareUnder40() {
        double[] stock = new double[40];
        stock[0] = 400;
        stock[10] = 300;
        stock[20] = 200;
        stock[30] = 100;

        assertThat(ages25to64().meanAge(stock)).isEqualTo(35);
        assertThat(ages25to64().shareUnder(stock, 40)).isEqualTo(0.7);
        assertThat(ages25to64().shareUnder(stock, 25)).isZero();
        assertThat(ages25to64().shareUnder(stock, 99)).isEqualTo(1);
    }

    @Test
    void intakeShareToKeepMeanAge_ofTheHandCase() {
        assertThat(AgeCohortModel.intakeShareToKeepMeanAge(39, 25)).isCloseTo(0.06666666666666667, within(1e-16));
        assertThatThrownBy(() -> AgeCohortModel.intakeShareToKeepMeanAge(20, 25))
                .hasMessage("Entry age must be 0 or more and not above the mean age: 25.0, 20.0");
    }

    /** The cells, year by year, are what single projections say. */
    @Test
    void projectCells_isTheProjectionOfEachCell() {
        AgeCohortModel model = ages25to64();
        double[] stocks = new double[3 * 40];
        for (int i = 0; i < stocks.length; i++) {
            stocks[i] = i % 17;
        }
        double[] before = stocks.clone();
        model.projectCells(stocks, new double[] {10, 0, 5}, 7);

        for (int cell = 0; cell < 3; cell++) {
            double entries = new double[] {10, 0, 5}[cell];
            double[] entriesByYear = new double[7];
            Arrays.fill(entriesByYear, entries);
            double[][] path = model.project(Arrays.copyOfRange(before, cell * 40, cell * 40 + 40), entriesByYear);
            assertThat(Arrays.copyOfRange(stocks, cell * 40, cell * 40 + 40)).containsExactly(path[7]);
            double[] stepped = model.year(path[6], entries, new double[40]).closing();
            for (int x = 0; x < 40; x++) {
                assertThat(stepped[x]).isCloseTo(path[7][x], within(1e-12));
            }
        }
    }

    /** 1.2 z² + 0.4 z³ = 1 has the root 1 / 1.234510093799796, by bisection in Python. */
    @Test
    void longRunGrowthFactor_isTheRootOfEulerAndLotka() {
        AgeCohortModel model = AgeCohortModel.of(0, new double[] {0.2, 0.5, 0}, new double[3], new double[] {1, 0, 0});

        assertThat(model.longRunGrowthFactor(new double[] {0, 1.5, 1})).isCloseTo(1.234510093799796, within(1e-12));
        assertThat(model.longRunGrowthFactor(new double[3])).isZero();
        // each one brings in one in the only year: no growth
        assertThat(AgeCohortModel.of(0, new double[] {0}, new double[] {0}, new double[] {1})
                        .longRunGrowthFactor(new double[] {1}))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void badRates_areRefused() {
        assertThatThrownBy(() -> AgeCohortModel.of(20, new double[] {1.2}, new double[1], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Mortality at age 20 must be 0 to 1: 1.2");
        assertThatThrownBy(() -> AgeCohortModel.of(20, new double[1], new double[1], new double[] {0.5}))
                .hasMessage("Entry shares must make 1, or all be 0: 0.5");
        assertThatThrownBy(() -> ages25to64().meanAge(new double[40])).hasMessage("Stock must have somebody in it");
        assertThatThrownBy(() -> ages25to64().meanAge(new double[4]))
                .hasMessage("Stock must have as many numbers as ages: 4 for 40");
        assertThatThrownBy(() -> ages25to64().project(new double[40], new double[] {-1}))
                .hasMessage("Entries must be 0 or more: -1.0");
    }

    @Test
    void numbersThatDoNotFit_areRefused() {
        double[] two = new double[2];
        double[] three = new double[3];
        double[] more = {0, 1.5};
        AgeCohortModel model = AgeCohortModel.of(0, two, two, two);
        assertRefused(() -> AgeCohortModel.of(20, more, two, two), "Mortality at age 21 must be 0 to 1: 1.5");
        assertRefused(() -> AgeCohortModel.of(20, two, more, two), "Retirement at age 21 must be 0 to 1: 1.5");
        assertRefused(() -> AgeCohortModel.of(20, two, two, more), "Entry share at age 21 must be 0 to 1: 1.5");
        String ages = "Ages must be 1 to 200 from 0 or more on, each with its three rates: ";
        assertRefused(() -> AgeCohortModel.of(-1, two, two, two), ages + "2, 2, 2 from -1");
        assertRefused(() -> AgeCohortModel.of(0, two, three, two), ages + "2, 3, 2 from 0");
        assertRefused(() -> AgeCohortModel.of(0, two, two, three), ages + "2, 2, 3 from 0");
        assertRefused(
                () -> AgeCohortModel.of(0, new double[201], new double[201], new double[201]),
                ages + "201, 201, 201 from 0");
        assertRefused(() -> AgeCohortModel.of(0, new double[0], new double[0], new double[0]), ages + "0, 0, 0 from 0");
        assertThat(AgeCohortModel.of(0, new double[200], new double[200], new double[200])
                        .ages())
                .isEqualTo(200);

        String stock = "Stock must have as many numbers as ages: 3 for 2";
        assertRefused(() -> model.year(three, 0, two), stock);
        assertRefused(() -> model.project(three, two), stock);
        assertRefused(() -> model.longRunGrowthFactor(three), stock);
        assertRefused(() -> model.meanAge(new double[] {2, -1}), "Stock must be 0 or more: -1.0");
        assertRefused(
                () -> model.meanAge(new double[] {2, Double.POSITIVE_INFINITY}), "Stock must be 0 or more: Infinity");
        String entries = "Entries must be 0 or more, and migration as many numbers as ages: ";
        assertRefused(() -> model.year(two, -1, two), entries + "-1.0, 2 for 2");
        assertRefused(() -> model.year(two, 0, three), entries + "0.0, 3 for 2");
        String cells = "Stocks must be cells × ages, and years 0 or more: ";
        assertRefused(() -> model.projectCells(three, new double[1], 1), cells + "3 for 1 × 2, 1");
        assertRefused(() -> model.projectCells(two, new double[1], -1), cells + "2 for 1 × 2, -1");
    }

    @Test
    void projectCells_noYears_leavesThemAsTheyAre() {
        double[] stocks = {3, 4};
        AgeCohortModel.of(0, new double[2], new double[2], new double[2]).projectCells(stocks, new double[1], 0);
        assertThat(stocks).containsExactly(3, 4);
    }

    /** By hand: 1 / (39 + 1 - 0), and all of the stock where those who come are as old as the others. */
    @Test
    void intakeShareToKeepMeanAge_atTheEnds() {
        assertThat(AgeCohortModel.intakeShareToKeepMeanAge(39, 0)).isEqualTo(0.025);
        assertThat(AgeCohortModel.intakeShareToKeepMeanAge(25, 25)).isEqualTo(1);
        assertRefused(
                () -> AgeCohortModel.intakeShareToKeepMeanAge(20, -1),
                "Entry age must be 0 or more and not above the mean age: -1.0, 20.0");
    }

    /** Each one brings in a fourth in the only year. */
    @Test
    void longRunGrowthFactor_ofADecline() {
        assertThat(AgeCohortModel.of(0, new double[1], new double[1], new double[1])
                        .longRunGrowthFactor(new double[] {0.25}))
                .isCloseTo(0.25, within(1e-12));
    }
}
