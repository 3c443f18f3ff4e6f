package dev.saidao.policy.talent;

import dev.saidao.policy.internal.LinearProgramme;
import dev.saidao.policy.talent.ManpowerPlan.Grade;
import dev.saidao.policy.talent.ManpowerPlan.Move;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the best way to fill the requirements of a {@link ManpowerPlan}: with the fewest who are let go, or at the least cost.
 *
 * <pre>{@code
 * stock[g, y] = (1 - loss[g]) × stock[g, y - 1] + (1 - newcomerLoss[g]) × recruits[g, y]
 *             + Σ (1 - loss[move]) × moved[h → g, y] - Σ moved[g → h, y] - redundant[g, y]
 * stock[g, y] = requirement[g, y] + overmanned[g, y] + shortTime[g, y] / 2
 * }</pre>
 *
 * <p>A linear programme in expected numbers, in doubles, solved by the simplex method.
 *
 * <p>Source: H. P. Williams, Model Building in Mathematical Programming, 5th edition (2013), problem "Manpower planning".
 *
 * @since 0.1
 */
public final class ManpowerPlanner {

    private static final ManpowerPlanner DEFAULTS = new ManpowerPlanner();
    private static final double HALF = 0.5;

    private ManpowerPlanner() {}

    /** {@return a planner} */
    public static ManpowerPlanner withDefaults() {
        return DEFAULTS;
    }

    /**
     * A year of a grade; numbers are expected ones.
     *
     * @param year the year
     * @param grade the id of the grade
     * @param stock how many there are
     * @param recruits how many are recruited, before some of them leave
     * @param redundant how many are let go
     * @param overmanned how many there are above the requirement
     * @param onShortTime how many are on short time
     * @since 0.1
     */
    public record Row(
            int year,
            String grade,
            double stock,
            double recruits,
            double redundant,
            double overmanned,
            double onShortTime) {}

    /**
     * How many move in a year.
     *
     * @param year the year
     * @param from the id of the grade they leave
     * @param to the id of the grade they come to
     * @param moved how many move, before some of them are lost
     * @since 0.1
     */
    public record MoveRow(int year, String from, String to, double moved) {}

    /**
     * The best way.
     *
     * @param redundant how many are let go in all years and grades
     * @param cost what it costs in all
     * @param rows the years and grades
     * @param moves the years and moves
     * @since 0.1
     */
    public record Result(double redundant, double cost, List<Row> rows, List<MoveRow> moves) {

        /**
         * Copies the lists.
         *
         * @param redundant how many are let go
         * @param cost what it costs
         * @param rows the years and grades
         * @param moves the years and moves
         */
        public Result {
            rows = List.copyOf(rows);
            moves = List.copyOf(moves);
        }
    }

    /**
     * Finds the way on which the fewest are let go.
     *
     * @param plan the plan
     * @return the way; absent if none fills the requirements within the limits
     */
    public Optional<Result> leastRedundancy(ManpowerPlan plan) {
        return new Programme(plan).best(false);
    }

    /**
     * Finds the cheapest way.
     *
     * @param plan the plan
     * @return the way; absent if none fills the requirements within the limits
     */
    public Optional<Result> leastCost(ManpowerPlan plan) {
        return new Programme(plan).best(true);
    }

    /** One programme. */
    private static final class Programme {

        // what is unknown of a grade in a year, by its place
        private static final int STOCK = 0;
        private static final int RECRUITS = 1;
        private static final int REDUNDANT = 2;
        private static final int OVERMANNED = 3;
        private static final int ON_SHORT_TIME = 4;
        private static final int OF_GRADE = 5;

        private final ManpowerPlan plan;
        private final int ofYear;
        private final int count;

        Programme(ManpowerPlan plan) {
            this.plan = plan;
            this.ofYear = OF_GRADE * plan.grades().size() + plan.moves().size();
            this.count = ofYear * (plan.lastYear() - plan.firstYear() + 1);
        }

        private int of(int unknown, int year, int grade) {
            return ofYear * (year - plan.firstYear()) + OF_GRADE * grade + unknown;
        }

        private int moved(int year, int move) {
            return ofYear * (year - plan.firstYear()) + OF_GRADE * plan.grades().size() + move;
        }

        Optional<Result> best(boolean byCost) {
            double[] costs = costs();
            double[] redundant = redundant();
            LinearProgramme programme = new LinearProgramme(byCost ? costs : redundant);
            for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                for (int grade = 0; grade < plan.grades().size(); grade++) {
                    balance(programme, year, grade);
                    fill(programme, year, grade);
                }
                limit(programme, year);
            }
            return programme.minimum().map(found -> result(found, product(redundant, found), product(costs, found)));
        }

        private double[] costs() {
            double[] costs = new double[count];
            for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                for (int i = 0; i < plan.grades().size(); i++) {
                    Grade grade = plan.grades().get(i);
                    costs[of(RECRUITS, year, i)] = grade.recruitingCost().doubleValue();
                    costs[of(REDUNDANT, year, i)] = grade.redundancyCost().doubleValue();
                    costs[of(OVERMANNED, year, i)] = grade.overmanningCost().doubleValue();
                    costs[of(ON_SHORT_TIME, year, i)] = grade.shortTimeCost().doubleValue();
                }
                for (int i = 0; i < plan.moves().size(); i++) {
                    costs[moved(year, i)] = plan.moves().get(i).cost().doubleValue();
                }
            }
            return costs;
        }

        private double[] redundant() {
            double[] redundant = new double[count];
            for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                for (int i = 0; i < plan.grades().size(); i++) {
                    redundant[of(REDUNDANT, year, i)] = 1;
                }
            }
            return redundant;
        }

        private void balance(LinearProgramme programme, int year, int index) {
            Grade grade = plan.grades().get(index);
            double[] row = new double[count];
            row[of(STOCK, year, index)] = 1;
            row[of(RECRUITS, year, index)] = -rest(grade.newcomerLossRate());
            row[of(REDUNDANT, year, index)] = 1;
            for (int i = 0; i < plan.moves().size(); i++) {
                Move move = plan.moves().get(i);
                if (move.fromGrade().equals(grade.id())) {
                    row[moved(year, i)] = 1;
                } else if (move.toGrade().equals(grade.id())) {
                    row[moved(year, i)] = -rest(move.lossRate());
                }
            }
            double stays = rest(grade.lossRate());
            boolean isFirst = year == plan.firstYear();
            if (!isFirst) {
                row[of(STOCK, year - 1, index)] = -stays;
            }
            programme.exactly(row, isFirst ? stays * grade.openingStock().doubleValue() : 0);
        }

        private void fill(LinearProgramme programme, int year, int index) {
            Grade grade = plan.grades().get(index);
            double[] row = new double[count];
            row[of(STOCK, year, index)] = 1;
            row[of(OVERMANNED, year, index)] = -1;
            row[of(ON_SHORT_TIME, year, index)] = -HALF;
            programme.exactly(
                    row,
                    grade.requirements().getOrDefault(year, BigDecimal.ZERO).doubleValue());
            programme.atMost(
                    only(of(RECRUITS, year, index)), grade.mostRecruits().doubleValue());
            programme.atMost(
                    only(of(ON_SHORT_TIME, year, index)),
                    grade.mostOnShortTime().doubleValue());
        }

        private void limit(LinearProgramme programme, int year) {
            plan.mostOvermanned().ifPresent(most -> {
                double[] row = new double[count];
                for (int i = 0; i < plan.grades().size(); i++) {
                    row[of(OVERMANNED, year, i)] = 1;
                }
                programme.atMost(row, most.doubleValue());
            });
            for (int i = 0; i < plan.moves().size(); i++) {
                Move move = plan.moves().get(i);
                int moved = moved(year, i);
                move.most().ifPresent(most -> programme.atMost(only(moved), most.doubleValue()));
                move.mostShare().ifPresent(share -> {
                    double[] row = only(moved);
                    row[of(STOCK, year, index(move.toGrade()))] = -share.doubleValue();
                    programme.atMost(row, 0);
                });
            }
        }

        private int index(String id) {
            return plan.grades().stream().map(Grade::id).toList().indexOf(id);
        }

        private double[] only(int unknown) {
            double[] row = new double[count];
            row[unknown] = 1;
            return row;
        }

        private Result result(double[] found, double redundant, double cost) {
            List<Row> rows = new ArrayList<>();
            List<MoveRow> moves = new ArrayList<>();
            for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
                for (int i = 0; i < plan.grades().size(); i++) {
                    rows.add(new Row(
                            year,
                            plan.grades().get(i).id(),
                            found[of(STOCK, year, i)],
                            found[of(RECRUITS, year, i)],
                            found[of(REDUNDANT, year, i)],
                            found[of(OVERMANNED, year, i)],
                            found[of(ON_SHORT_TIME, year, i)]));
                }
                for (int i = 0; i < plan.moves().size(); i++) {
                    Move move = plan.moves().get(i);
                    moves.add(new MoveRow(year, move.fromGrade(), move.toGrade(), found[moved(year, i)]));
                }
            }
            return new Result(redundant, cost, rows, moves);
        }

        private static double rest(BigDecimal share) {
            return BigDecimal.ONE.subtract(share).doubleValue();
        }

        private static double product(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
