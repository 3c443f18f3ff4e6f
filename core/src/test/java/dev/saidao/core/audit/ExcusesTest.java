package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RepairKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of changes: the limits are those that the documentation of {@link Repair#share} names. */
class ExcusesTest {

    private static final Label LABEL = Label.same("a change");
    private static final Member YEARS = Member.constant(GrowthEquation.YEARS, Years.of(3));
    private static final Change LATER_BASE =
            new Change.OtherBaseYear("later-base", LABEL, Optional.empty(), false, YEARS);
    private static final Change GROWN =
            new Change.OtherBaseYear("base-grown-after", LABEL, Optional.of("growth"), false, YEARS);
    private static final Change CURRENCY = scaling(RepairKind.CURRENCY, "end-in-CNY");

    private static Change steps(String code) {
        return new Change.OtherConstant(RepairKind.STEPS, code, LABEL, YEARS);
    }

    private static Change scaling(RepairKind kind, String code) {
        return new Change.Scaling(kind, code, LABEL, "end", Bounds.exactly(BigDecimal.TEN));
    }

    private static Change cutOff(boolean all) {
        return new Change.CutOff("cut-off", LABEL, all);
    }

    private static boolean isOfClaim(Change change, double share, Optional<BigDecimal> rest) {
        return Excuses.ofClaim(change, Verdict.AGREES, share, rest).isPresent();
    }

    /** 0.02 is the most, of a share with two digits: 0.0204 is 0.02 and 0.0206 is 0.021. */
    @Test
    void ofClaim_shareOfTwoHundredthsAtMost_isTold() {
        Change change = steps("n+1");

        assertThat(Excuses.ofClaim(change, Verdict.AGREES, 0.0204, Optional.empty()))
                .contains(new RankedChange(change, Verdict.AGREES, new BigDecimal("0.02"), Optional.empty()));
        assertThat(isOfClaim(change, 0.0206, Optional.empty())).isFalse();
        assertThat(isOfClaim(change, 0.5, Optional.empty())).isFalse();
    }

    /** A currency up to 0.005, whatever rest; what leaves a rest up to 0.001; what the source itself says always. */
    @Test
    void ofClaim_limitsOfOtherChanges() {
        Optional<BigDecimal> rest = Optional.of(new BigDecimal("0.08"));

        assertThat(isOfClaim(CURRENCY, 0.00504, Optional.empty())).isTrue();
        assertThat(isOfClaim(CURRENCY, 0.00506, Optional.empty())).isFalse();
        assertThat(isOfClaim(scaling(RepairKind.FACTOR, "end*10"), 0.00104, rest))
                .isTrue();
        assertThat(isOfClaim(scaling(RepairKind.FACTOR, "end*10"), 0.00106, rest))
                .isFalse();
        assertThat(isOfClaim(LATER_BASE, 0.9, Optional.empty())).isTrue();
        assertThat(isOfClaim(GROWN, 0.9, Optional.empty())).isFalse();
        assertThat(isOfClaim(GROWN, 0.02, Optional.empty())).isTrue();
    }

    @Test
    void ofRelation_shareOfTwoHundredthsAtMost_isTold() {
        assertThat(Excuses.ofRelation(steps("n+1"), Verdict.AGREES, 0.0204)).isPresent();
        assertThat(Excuses.ofRelation(steps("n+1"), Verdict.AGREES, 0.0206)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, true",
        "0.0199, true",
        "0.02, true",
        "0.0204, true",
        "0.0206, false",
        "0.0213, false",
        "1, false"
    })
    void isTold_asOfClaimTellsIt(double share, boolean told) {
        assertThat(Excuses.isTold(steps("n+1"), share)).isEqualTo(told);
        assertThat(isOfClaim(steps("n+1"), share, Optional.empty())).isEqualTo(told);
    }

    /** 0.001 of a convention; more of those that are common, and of those that the source says. */
    @ParameterizedTest
    @CsvSource({
        "n+1, 0.00104, 0.00106",
        "n-1, 0.00254, 0.00256",
        "truncated, 0.00504, 0.00506",
        "truncated-all, 0.00104, 0.00106",
        "padded-zeros, 0.0204, 0.0206",
        "stated-span, 0.0204, 0.0206",
        "stated-span (n-1), 0.0204, 0.0206"
    })
    void isExcuse_upToTheLimitOfItsCode(String code, double most, double more) {
        Change change = steps(code);

        assertThat(Excuses.isExcuse(change, most)).isTrue();
        assertThat(Excuses.isExcuse(change, more)).isFalse();
        assertThat(Excuses.isExcuse(change, 2 * more)).isFalse();
        assertThat(Excuses.isExcuse(RepairKind.STEPS, code, Optional.of(Excuses.rounded(most))))
                .isTrue();
        assertThat(Excuses.isExcuse(RepairKind.STEPS, code, Optional.of(Excuses.rounded(more))))
                .isFalse();
    }

    /** A cadence, which has no share, is excused by its convention alone; a mistake is no convention, however small its share. */
    @Test
    void isExcuse_conventionsOnly() {
        assertThat(Excuses.isExcuse(RepairKind.ROUNDS, "6-rounds", Optional.empty()))
                .isTrue();
        assertThat(Excuses.isExcuse(RepairKind.FACTOR, "end*10", Optional.empty()))
                .isFalse();
        assertThat(Excuses.isExcuse(RepairKind.FACTOR, "end*10", Optional.of(BigDecimal.ZERO)))
                .isFalse();
    }

    @Test
    void excuse_theFirstConvention() {
        RankedChange mistake = ranked(scaling(RepairKind.FACTOR, "end*10"), "0.0001");
        RankedChange vain = ranked(steps("n+1"), "0.002");
        RankedChange excuse = ranked(steps("n-1"), "0.002");

        assertThat(Excuses.excuse(List.of(mistake, vain, excuse))).contains(excuse);
        assertThat(Excuses.excuse(List.of(mistake, vain))).isEmpty();
    }

    private static RankedChange ranked(Change change, String share) {
        return new RankedChange(change, Verdict.AGREES, new BigDecimal(share), Optional.empty());
    }

    /** Smaller shares first; what the source says stands for a hundredth of its share; of those alike the likelier kind. */
    @Test
    void ranking_likeliestFirst() {
        RankedChange said = ranked(LATER_BASE, "0.3");
        RankedChange steps = ranked(steps("n+1"), "0.004");
        RankedChange factor = ranked(scaling(RepairKind.FACTOR, "end*10"), "0.004");
        RankedChange span = ranked(steps("stated-span (n+1)"), "0.02");
        RankedChange currency = ranked(CURRENCY, "0.001");

        assertThat(Stream.of(factor, steps, said, currency, span).sorted(Excuses.RANKING))
                .containsExactly(span, currency, said, steps, factor);
    }

    /** All digits cut off are more than enough where those of the judged figure do. */
    @Test
    void isMoreThanEnough_allCutOffWhereOneIsEnough() {
        assertThat(Excuses.isMoreThanEnough(cutOff(true), "truncated"::equals)).isTrue();
        assertThat(Excuses.isMoreThanEnough(cutOff(true), code -> false)).isFalse();
        assertThat(Excuses.isMoreThanEnough(cutOff(false), code -> true)).isFalse();
        assertThat(Excuses.isMoreThanEnough(steps("n+1"), code -> true)).isFalse();
    }

    /** Two digits, halves up, no zeros at the end and no exponent. */
    @ParameterizedTest
    @CsvSource({
        "0.0123456, 0.012",
        "0.125, 0.13",
        "0.0995, 0.1",
        "0.00999, 0.01",
        "0.1, 0.1",
        "0.000000000123, 0.00000000012",
        "0.00000000000012, 0.00000000000012",
        "0, 0",
        "1, 1",
        "12.5, 13",
        "149, 150",
        "1200, 1200"
    })
    void rounded_twoDigits(double number, String digits) {
        assertThat(Excuses.rounded(number)).isEqualTo(new BigDecimal(digits));
    }
}
