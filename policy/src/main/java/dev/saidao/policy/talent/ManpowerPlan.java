package dev.saidao.policy.talent;

import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import dev.saidao.policy.internal.Shares;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A task of manpower planning: what grades have and need, who leaves, who can be recruited, retrained, let go, and what all of it
 * costs. {@link ManpowerPlanner} finds the best way.
 *
 * <p>In a year, of those who were there a share leaves ({@link Grade#lossRate}), of those recruited another ({@link
 * Grade#newcomerLossRate}); some move to another grade, in which a share of them is lost ({@link Move#lossRate}); some are let go. Those
 * left fill the requirement of the year, or are more than that; one on short time counts half.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableManpowerPlan.class)
@JsonDeserialize(as = ImmutableManpowerPlan.class)
public abstract class ManpowerPlan {

    /** The version of the JSON form. */
    public static final String FORMAT = "saidao-manpower-plan/1";

    private static final int MAX_GRADES = 30;
    private static final int MAX_YEARS = 50;

    ManpowerPlan() {}

    /** {@return the version of the JSON form, {@value #FORMAT}} */
    @Value.Default
    public String format() {
        return FORMAT;
    }

    /** {@return the first year} */
    public abstract int firstYear();

    /** {@return the last year} */
    public abstract int lastYear();

    /** {@return the grades, 1 to 30} */
    public abstract List<Grade> grades();

    /** {@return the ways from one grade to another} */
    public abstract List<Move> moves();

    /** {@return how many there may be above the requirement in a year, all grades together; absent if there is no limit} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    public abstract Optional<BigDecimal> mostOvermanned();

    /** {@return a builder; first and last year and grades must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds plans.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableManpowerPlan.Builder {
        Builder() {}
    }

    /**
     * What a grade has and needs, and what changes cost. All costs are for one person and 0 by default.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableGrade.class)
    @JsonDeserialize(as = ImmutableGrade.class)
    public abstract static class Grade {

        Grade() {}

        /** {@return the code} */
        public abstract String id();

        /** {@return how many there are at the start} */
        @JsonDeserialize(using = DecimalJson.class)
        public abstract BigDecimal openingStock();

        /** {@return how many are needed in each year} */
        @JsonDeserialize(contentUsing = DecimalJson.class)
        @Value.NaturalOrder
        public abstract NavigableMap<Integer, BigDecimal> requirements();

        /** {@return the share of those who were there that leaves in a year, 0 to 1; 0 by default} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal lossRate() {
            return BigDecimal.ZERO;
        }

        /** {@return the share of those recruited in a year that leaves in it; the {@link #lossRate} by default} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal newcomerLossRate() {
            return lossRate();
        }

        /** {@return how many can be recruited in a year; 0 by default} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal mostRecruits() {
            return BigDecimal.ZERO;
        }

        /** {@return the cost of one recruited} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal recruitingCost() {
            return BigDecimal.ZERO;
        }

        /** {@return the cost of one who is let go} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal redundancyCost() {
            return BigDecimal.ZERO;
        }

        /** {@return the cost of one more than needed, a year} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal overmanningCost() {
            return BigDecimal.ZERO;
        }

        /** {@return how many can be on short time in a year; 0 by default} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal mostOnShortTime() {
            return BigDecimal.ZERO;
        }

        /** {@return the cost of one on short time, a year} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal shortTimeCost() {
            return BigDecimal.ZERO;
        }

        /** {@return a builder; id, opening stock and requirements must be set} */
        public static Builder builder() {
            return new Builder();
        }

        /**
         * Builds grades.
         *
         * @since 0.1
         */
        public static final class Builder extends ImmutableGrade.Builder {
            Builder() {}
        }

        @Value.Check
        final void check() {
            Codes.require(id(), "Grade");
            Map.of(
                            "Opening stock", openingStock(),
                            "Most recruits", mostRecruits(),
                            "Most on short time", mostOnShortTime(),
                            "Recruiting cost", recruitingCost(),
                            "Redundancy cost", redundancyCost(),
                            "Overmanning cost", overmanningCost(),
                            "Short-time cost", shortTimeCost())
                    .forEach((what, number) -> requireNotNegative(number, what));
            requirements().forEach((year, number) -> requireNotNegative(number, "Requirement of " + year));
            Shares.require(lossRate(), "Loss rate of grade " + id());
            Shares.require(newcomerLossRate(), "Loss rate of newcomers to grade " + id());
        }

        private void requireNotNegative(BigDecimal number, String what) {
            Require.that(number.signum() >= 0, "%s of grade %s must be 0 or more: %s", what, id(), number);
        }
    }

    /**
     * A way from one grade to another: training upwards, a lower post.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableMove.class)
    @JsonDeserialize(as = ImmutableMove.class)
    public abstract static class Move {

        Move() {}

        /** {@return the grade that people leave} */
        public abstract String fromGrade();

        /** {@return the grade that they come to} */
        public abstract String toGrade();

        /** {@return the share of them that is lost on the way, 0 to 1; 0 by default} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal lossRate() {
            return BigDecimal.ZERO;
        }

        /** {@return the cost of one who moves; 0 by default} */
        @JsonDeserialize(using = DecimalJson.class)
        @Value.Default
        public BigDecimal cost() {
            return BigDecimal.ZERO;
        }

        /** {@return how many can move in a year; absent if there is no such limit} */
        @JsonDeserialize(contentUsing = DecimalJson.class)
        public abstract Optional<BigDecimal> most();

        /** {@return how many can move in a year, as a share of those in the grade they come to; absent if there is no such limit} */
        @JsonDeserialize(contentUsing = DecimalJson.class)
        public abstract Optional<BigDecimal> mostShare();

        /** {@return a builder; the two grades must be set} */
        public static Builder builder() {
            return new Builder();
        }

        /**
         * Builds moves.
         *
         * @since 0.1
         */
        public static final class Builder extends ImmutableMove.Builder {
            Builder() {}
        }

        @Value.Check
        final void check() {
            Require.that(!fromGrade().equals(toGrade()), "Move must lead to another grade: %s", fromGrade());
            Shares.require(lossRate(), "Loss rate of the move from " + fromGrade() + " to " + toGrade());
            Require.that(
                    cost().signum() >= 0
                            && most().filter(most -> most.signum() < 0).isEmpty()
                            && mostShare().filter(most -> most.signum() < 0).isEmpty(),
                    "Cost and limits of the move from %s to %s must be 0 or more: %s, %s, %s",
                    fromGrade(),
                    toGrade(),
                    cost(),
                    most(),
                    mostShare());
        }
    }

    @Value.Check
    final void check() {
        Require.that(format().equals(FORMAT), "Format must be %s: %s", FORMAT, format());
        long years = PlanYears.count(firstYear(), lastYear(), MAX_YEARS);
        Require.that(
                !grades().isEmpty() && grades().size() <= MAX_GRADES,
                "Plan must have 1 to %s grades: %s",
                MAX_GRADES,
                grades().size());
        Set<String> ids = new HashSet<>();
        for (Grade grade : grades()) {
            Require.that(ids.add(grade.id()), "Grade id must be given once: %s", grade.id());
            for (int year = firstYear(); year <= lastYear(); year++) {
                Require.that(
                        grade.requirements().containsKey(year),
                        "Requirement of grade %s must be there for each year: %s",
                        grade.id(),
                        year);
            }
            Require.that(
                    grade.requirements().size() == years,
                    "Requirements of grade %s must be of the years of the plan: %s",
                    grade.id(),
                    grade.requirements().keySet());
        }
        Set<List<String>> ways = new HashSet<>();
        for (Move move : moves()) {
            for (String id : List.of(move.fromGrade(), move.toGrade())) {
                Require.that(ids.contains(id), "Grade must be part of the plan: %s", id);
            }
            Require.that(
                    ways.add(List.of(move.fromGrade(), move.toGrade())),
                    "Move must be given once: %s to %s",
                    move.fromGrade(),
                    move.toGrade());
        }
    }
}
