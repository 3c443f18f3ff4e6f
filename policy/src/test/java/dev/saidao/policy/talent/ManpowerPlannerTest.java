package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.json.SaidaoJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManpowerPlannerTest {

    private final ManpowerPlanner planner = ManpowerPlanner.withDefaults();

    private static ManpowerPlan.Grade.Builder grade(String id, String opening, String... requirements) {
        ManpowerPlan.Grade.Builder grade = ManpowerPlan.Grade.builder().id(id).openingStock(new BigDecimal(opening));
        for (int i = 0; i < requirements.length; i++) {
            grade.putRequirements(i + 1, new BigDecimal(requirements[i]));
        }
        return grade;
    }

    private static ManpowerPlan.Grade williams(
            ManpowerPlan.Grade.Builder grade,
            String loss,
            String newcomerLoss,
            String recruits,
            String redundancy,
            String overmanning,
            String shortTime) {
        return grade.lossRate(new BigDecimal(loss))
                .newcomerLossRate(new BigDecimal(newcomerLoss))
                .mostRecruits(new BigDecimal(recruits))
                .redundancyCost(new BigDecimal(redundancy))
                .overmanningCost(new BigDecimal(overmanning))
                .mostOnShortTime(new BigDecimal("50"))
                .shortTimeCost(new BigDecimal(shortTime))
                .build();
    }

    private static ManpowerPlan.Move.Builder move(String from, String to, String loss) {
        return ManpowerPlan.Move.builder().fromGrade(from).toGrade(to).lossRate(new BigDecimal(loss));
    }

    static ManpowerPlan williams() {
        return ManpowerPlan.builder()
                .firstYear(1)
                .lastYear(3)
                .addGrades(
                        williams(
                                grade("unskilled", "2000", "1000", "500", "0"),
                                "0.1",
                                "0.25",
                                "500",
                                "200",
                                "1500",
                                "500"),
                        williams(
                                grade("semi", "1500", "1400", "2000", "2500"),
                                "0.05",
                                "0.2",
                                "800",
                                "500",
                                "2000",
                                "400"),
                        williams(
                                grade("skilled", "1000", "1000", "1500", "2000"),
                                "0.05",
                                "0.1",
                                "500",
                                "500",
                                "3000",
                                "400"))
                .addMoves(
                        move("unskilled", "semi", "0.05")
                                .most(new BigDecimal("200"))
                                .cost(new BigDecimal("400"))
                                .build(),
                        move("semi", "skilled", "0.05")
                                .mostShare(new BigDecimal("0.25"))
                                .cost(new BigDecimal("500"))
                                .build(),
                        move("skilled", "semi", "0.5").build(),
                        move("skilled", "unskilled", "0.5").build(),
                        move("semi", "unskilled", "0.5").build())
                .mostOvermanned(new BigDecimal("150"))
                .build();
    }

    /**
     * Williams, Model Building in Mathematical Programming, "Manpower planning": data and optima (842 redundancies, 498,677) of the
     * book; the digits by scipy 1.17.1 (HiGHS) from the same equations.
     */
    @Test
    void williams_leastRedundancyAndLeastCost() {
        ManpowerPlanner.Result fewest = planner.leastRedundancy(williams()).orElseThrow();
        assertThat(fewest.redundant()).isCloseTo(841.796875, within(1e-5));

        ManpowerPlanner.Result cheapest = planner.leastCost(williams()).orElseThrow();
        assertThat(cheapest.cost()).isCloseTo(498_677.2853185595, within(1e-2));
        assertThat(cheapest.redundant()).isGreaterThan(fewest.redundant());
        assertThat(cheapest.rows()).hasSize(9);
        assertThat(cheapest.moves()).hasSize(15);
    }

    /** Every row of the result balances, and fills what is required. */
    @Test
    void rows_balance() {
        ManpowerPlan plan = williams();
        ManpowerPlanner.Result result = planner.leastCost(plan).orElseThrow();

        for (ManpowerPlanner.Row row : result.rows()) {
            ManpowerPlan.Grade grade = plan.grades().stream()
                    .filter(one -> one.id().equals(row.grade()))
                    .findFirst()
                    .orElseThrow();
            double before = result.rows().stream()
                    .filter(one -> one.year() == row.year() - 1 && one.grade().equals(row.grade()))
                    .mapToDouble(ManpowerPlanner.Row::stock)
                    .findFirst()
                    .orElse(grade.openingStock().doubleValue());
            double expected = before * (1 - grade.lossRate().doubleValue())
                    + row.recruits() * (1 - grade.newcomerLossRate().doubleValue())
                    - row.redundant();
            for (ManpowerPlanner.MoveRow move : result.moves()) {
                if (move.year() == row.year() && move.from().equals(row.grade())) {
                    expected -= move.moved();
                }
                if (move.year() == row.year() && move.to().equals(row.grade())) {
                    boolean isUp = !move.from().equals("skilled") && !move.to().equals("unskilled");
                    expected += move.moved() * (isUp ? 0.95 : 0.5);
                }
            }
            assertThat(row.stock()).isCloseTo(expected, within(1e-6));
            assertThat(row.stock())
                    .isCloseTo(
                            grade.requirements()
                                            .getOrDefault(row.year(), BigDecimal.ZERO)
                                            .doubleValue()
                                    + row.overmanned()
                                    + row.onShortTime() / 2,
                            within(1e-6));
        }
    }

    /** 100 people, 10% leave: with 80 needed 10 are let go, at 3 each; or kept, at 2 each, as far as 5 may be too many. */
    @Test
    void overmanning_asFarAsItIsCheaper() {
        ManpowerPlan plan = ManpowerPlan.builder()
                .firstYear(1)
                .lastYear(1)
                .addGrades(grade("all", "100", "80")
                        .lossRate(new BigDecimal("0.1"))
                        .redundancyCost(new BigDecimal("3"))
                        .overmanningCost(new BigDecimal("2"))
                        .build())
                .mostOvermanned(new BigDecimal("5"))
                .build();

        assertThat(planner.leastCost(plan).orElseThrow().cost()).isCloseTo(5 * 2 + 5 * 3, within(1e-9));
        assertThat(planner.leastRedundancy(plan).orElseThrow().redundant()).isCloseTo(5, within(1e-9));
    }

    @Test
    void requirementOutOfReach_isAbsent_andWhatDoesNotFitIsRefused() {
        ManpowerPlan short1 = ManpowerPlan.builder()
                .firstYear(1)
                .lastYear(1)
                .addGrades(grade("all", "100", "120").build())
                .build();
        assertThat(planner.leastCost(short1)).isEmpty();
        assertThatThrownBy(() -> ManpowerPlan.builder()
                        .firstYear(1)
                        .lastYear(2)
                        .addGrades(grade("all", "100", "120").build())
                        .build())
                .hasMessage("Requirement of grade all must be there for each year: 2");
    }

    /** Numbers, strings and percentages of a file written by hand are the same. */
    @Test
    void json_takesNumbersStringsAndPercentages() {
        ManpowerPlan plan = SaidaoJson.read("""
                {"firstYear": 1, "lastYear": 1, "grades": [{"id": "all", "openingStock": 100, "requirements": {"1": "80"},
                 "lossRate": "10%", "newcomerLossRate": 0.25, "mostRecruits": "12.5"}], "moves": []}
                """, ManpowerPlan.class);

        assertThat(plan.grades().get(0).lossRate()).isEqualByComparingTo("0.1");
        assertThat(plan.grades().get(0).newcomerLossRate()).isEqualByComparingTo("0.25");
        assertThat(plan.grades().get(0).mostRecruits()).isEqualByComparingTo("12.5");
        assertThat(SaidaoJson.read(SaidaoJson.write(plan), ManpowerPlan.class)).isEqualTo(plan);
        assertThat(SaidaoJson.read(SaidaoJson.write(williams()), ManpowerPlan.class))
                .isEqualTo(williams());
    }

    @Test
    void gradeThatDoesNotFit_isRefused() {
        BigDecimal less = new BigDecimal("-1");
        assertRefused(grade("", "1")::build, "Grade id must be 1 to 100 letters, digits, '.', '_' and '-': ''");
        assertRefused(grade("a", "-1")::build, "Opening stock of grade a must be 0 or more: -1");
        assertRefused(grade("a", "1", "-1")::build, "Requirement of 1 of grade a must be 0 or more: -1");
        assertRefused(grade("a", "1").mostRecruits(less)::build, "Most recruits of grade a must be 0 or more: -1");
        assertRefused(
                grade("a", "1").mostOnShortTime(less)::build, "Most on short time of grade a must be 0 or more: -1");
        assertRefused(grade("a", "1").recruitingCost(less)::build, "Recruiting cost of grade a must be 0 or more: -1");
        assertRefused(grade("a", "1").redundancyCost(less)::build, "Redundancy cost of grade a must be 0 or more: -1");
        assertRefused(
                grade("a", "1").overmanningCost(less)::build, "Overmanning cost of grade a must be 0 or more: -1");
        assertRefused(grade("a", "1").shortTimeCost(less)::build, "Short-time cost of grade a must be 0 or more: -1");
        assertRefused(
                grade("a", "1").lossRate(less).newcomerLossRate(BigDecimal.ZERO)::build,
                "Loss rate of grade a must be 0 to 1: -1");
        assertRefused(
                grade("a", "1").newcomerLossRate(less)::build, "Loss rate of newcomers to grade a must be 0 to 1: -1");
    }

    @Test
    void moveThatDoesNotFit_isRefused() {
        BigDecimal less = new BigDecimal("-1");
        String costAndLimits = "Cost and limits of the move from a to b must be 0 or more: ";
        assertRefused(move("a", "a", "0")::build, "Move must lead to another grade: a");
        assertRefused(move("a", "b", "1.1")::build, "Loss rate of the move from a to b must be 0 to 1: 1.1");
        assertRefused(move("a", "b", "0").cost(less)::build, costAndLimits + "-1, Optional.empty, Optional.empty");
        assertRefused(move("a", "b", "0").most(less)::build, costAndLimits + "0, Optional[-1], Optional.empty");
        assertRefused(move("a", "b", "0").mostShare(less)::build, costAndLimits + "0, Optional.empty, Optional[-1]");
        ManpowerPlan.Move none = ManpowerPlan.Move.builder()
                .fromGrade("a")
                .toGrade("b")
                .most(BigDecimal.ZERO)
                .mostShare(BigDecimal.ZERO)
                .build();
        assertThat(none.lossRate()).isZero();
    }

    @Test
    void planThatDoesNotFit_isRefused() {
        ManpowerPlan.Grade a = grade("a", "1", "1").build();
        assertRefused(oneYear().addGrades(a).format("x")::build, "Format must be saidao-manpower-plan/1: x");
        assertRefused(oneYear()::build, "Plan must have 1 to 30 grades: 0");
        assertRefused(oneYear().addGrades(a, a)::build, "Grade id must be given once: a");
        assertRefused(
                oneYear().addGrades(grade("a", "1", "1", "1").build())::build,
                "Requirements of grade a must be of the years of the plan: [1, 2]");
        assertRefused(
                oneYear().addGrades(a).addMoves(move("a", "b", "0").build())::build,
                "Grade must be part of the plan: b");
        ManpowerPlan.Move up = move("a", "b", "0").build();
        assertRefused(
                oneYear().addGrades(a, grade("b", "1", "1").build()).addMoves(up, up)::build,
                "Move must be given once: a to b");
        List<ManpowerPlan.Grade> grades = IntStream.rangeClosed(1, 31)
                .mapToObj(i -> grade("g" + i, "1", "1").build())
                .toList();
        assertThat(oneYear().grades(grades.subList(0, 30)).build().grades()).hasSize(30);
        assertRefused(oneYear().grades(grades)::build, "Plan must have 1 to 30 grades: 31");
    }

    private static ManpowerPlan.Builder oneYear() {
        return ManpowerPlan.builder().firstYear(1).lastYear(1);
    }
}
