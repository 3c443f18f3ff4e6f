package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.audit.ErrorDistribution.Range;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Relation;
import dev.saidao.core.relation.RepairKind;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of wrong numbers that a change would excuse, of relations other than claims; ranges are worked out beside each. */
class CaseSharesTest {

    private static final Relation SUM = FigureRelation.sum("s", "t", List.of("a", "b"));

    private static Case of(Relation relation, String... numbers) {
        Map<String, Evidence> members = new LinkedHashMap<>();
        List<String> roles = relation.roles();
        for (int i = 0; i < numbers.length; i++) {
            members.put(
                    roles.get(i),
                    Evidence.of(ReadNumber.of(
                            roles.get(i).equals("rate")
                                    ? FigureFormat.english().parse(numbers[i], Unit.GROWTH_RATE)
                                    : FigureFormat.english().parse(numbers[i]),
                            ReadingConvention.strict())));
        }
        return new Case(relation, members, false);
    }

    private static Change scaling(String role, String factor) {
        return new Change.Scaling(
                RepairKind.FACTOR, "scaled", Label.same("scaled"), role, Bounds.exactly(new BigDecimal(factor)));
    }

    private static double share(Case before, Change change, Verdict verdict) {
        return CaseShares.of(before, before.after(change), verdict).orElseThrow();
    }

    private static Range logs(double center, double low, double high) {
        return new Range(Math.log(low), Math.log(high)).minus(Math.log(center));
    }

    /** 60 and 30 are 90, and totals of 89.85 to 90.15 agree; with ten times 30 they are 360, which is printed as 359.95 to 360.05. */
    @Test
    void of_aPartChanged() {
        Case sum = of(SUM, "USD 100.0", "USD 60.0", "USD 30.0");
        Range agreeing = logs(90, 89.85, 90.15);

        assertThat(share(sum, scaling(SUM.roles().get(2), "10"), Verdict.AGREES))
                .isCloseTo(ErrorDistribution.excused(agreeing, logs(90, 359.95, 360.05)), within(1e-12));
        // 59.95 + 299.5 - 0.05 to 60.05 + 300.5 + 0.05
        assertThat(share(sum, scaling(SUM.roles().get(2), "10"), Verdict.AGREES_WITHIN_ROUNDING))
                .isCloseTo(ErrorDistribution.excused(agreeing, logs(90, 359.4, 360.6)), within(1e-12));
    }

    /** With a tenth of the total, totals of 900 agree: as prints of one decimal, which the change makes 0.01 wide. */
    @Test
    void of_theJudgedChanged() {
        Case sum = of(SUM, "USD 100.0", "USD 60.0", "USD 30.0");
        Range agreeing = logs(90, 89.85, 90.15);

        assertThat(share(sum, scaling("total", "0.1"), Verdict.AGREES))
                .isCloseTo(ErrorDistribution.excused(agreeing, logs(90, 899.95, 900.05)), within(1e-12));
        // (89.9 - 0.005) / 0.1 to (90.1 + 0.005) / 0.1
        assertThat(share(sum, scaling("total", "0.1"), Verdict.AGREES_WITHIN_ROUNDING))
                .isCloseTo(ErrorDistribution.excused(agreeing, logs(90, 898.95, 901.05)), within(1e-12));
    }

    /** Of rates it is what they multiply a size by: 1.1, with rates of 9.84% to 10.16% that agree, and 0.11 with ten times the base. */
    @Test
    void of_aRate() {
        Case step = of(FigureRelation.step("s", "a", "b", "r"), "USD 100.0", "USD 110.0", "50.0%");
        Range agreeing = logs(1.1, 109.95 / 100.05 - 0.0005, 110.05 / 99.95 + 0.0005);

        assertThat(share(step, scaling("previous", "10"), Verdict.AGREES))
                .isCloseTo(ErrorDistribution.excused(agreeing, logs(1.1, 0.1095, 0.1105)), within(1e-12));
    }

    /** Numbers that are not positive have no such measure. */
    @ParameterizedTest
    @CsvSource({
        "USD 100, USD 150, USD -20",
        "USD 200, USD 150, USD 20",
        "USD 150, USD 150, USD 20",
        "USD 100, USD 150, USD 0"
    })
    void of_numbersThatAreNotPositive_isNone(String from, String to, String difference) {
        Case one = of(FigureRelation.difference("d", "a", "b", "x"), from, to, difference);

        assertThat(CaseShares.of(one, one, Verdict.AGREES)).isEqualTo(OptionalDouble.empty());
    }

    /** A rate of -100% leaves nothing to be a multiple of. */
    @Test
    void of_aRateThatLeavesNothing_isNone() {
        Case step = of(FigureRelation.step("s", "a", "b", "r"), "USD 100.0", "USD 110.0", "-100.0%");

        assertThat(CaseShares.of(step, step, Verdict.AGREES)).isEqualTo(OptionalDouble.empty());
    }

    // ---- where a part was not printed ----

    private static Case counted(Relation relation, String... numbers) {
        Map<String, Evidence> members = new LinkedHashMap<>();
        Unit persons = Unit.parse("persons");
        for (int i = 0; i < numbers.length; i++) {
            members.put(
                    relation.roles().get(i),
                    numbers[i].isEmpty()
                            ? Evidence.none(persons, Bounds.notNegative())
                            : Evidence.of(ReadNumber.of(
                                    FigureFormat.english().parse(numbers[i] + " persons"),
                                    ReadingConvention.strict())));
        }
        return new Case(relation, members, false);
    }

    /** 60 and some more are 60 at least, from which errors are counted; a tenth of it, and some more, are 6 at least, and half of all are no errors. */
    @Test
    void of_whatIsKnownFromBelow() {
        Case sum = counted(SUM, "10", "60", "");
        double share = 2 * ErrorDistribution.shareBetween(-Math.log(10), 0);

        assertThat(share(sum, scaling(SUM.roles().get(1), "0.1"), Verdict.AGREES_WITHIN_ROUNDING))
                .isCloseTo(share, within(1e-12));
    }

    /** What 20 are more than some number is 20 at most; of 200 it is 200 at most. */
    @Test
    void of_whatIsKnownFromAbove() {
        Case difference = counted(FigureRelation.difference("d", "a", "b", "x"), "", "20", "50");
        double share = 2 * ErrorDistribution.shareBetween(0, Math.log(10));

        assertThat(share(difference, scaling("to", "10"), Verdict.AGREES_WITHIN_ROUNDING))
                .isCloseTo(share, within(1e-12));
    }

    @Test
    void of_whatIsNotKnown_isNone() {
        Case difference = counted(FigureRelation.difference("d", "a", "b", "x"), "", "", "50");

        assertThat(CaseShares.of(difference, difference, Verdict.AGREES_WITHIN_ROUNDING))
                .isEqualTo(OptionalDouble.empty());
    }
}
