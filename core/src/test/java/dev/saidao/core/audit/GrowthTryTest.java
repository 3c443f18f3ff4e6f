package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.audit.GrowthClaim.StartGrowth;
import dev.saidao.core.audit.GrowthTry.Digits;
import dev.saidao.core.audit.GrowthTry.Factor;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.text.FigureFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ways to take a claim: each as its change says, and those that are prepared the same as those worked out anew. */
class GrowthTryTest {

    private static GrowthClaim claim(
            String base,
            String rate,
            int first,
            int steps,
            Optional<ReferencePeriod> ratePeriod,
            Optional<StartGrowth> growth,
            ReadingConvention reading) {
        return new GrowthClaim(
                ReadNumber.of(FigureFormat.english().parse(base), reading),
                ReadNumber.of(FigureFormat.english().parse(base), reading),
                ReadNumber.of(FigureFormat.english().parse(rate, Unit.GROWTH_RATE), reading),
                first,
                first + steps,
                ratePeriod,
                growth);
    }

    private static GrowthClaim claim(String base, String rate, int first, int steps) {
        return claim(base, rate, first, steps, Optional.empty(), Optional.empty(), ReadingConvention.strict());
    }

    private static GrowthTry change(String code) {
        GrowthClaim claim = claim("USD 1000", "10.0%", 2020, 5);
        return Changes.of(claim.asCase()).stream()
                .filter(one -> one.code().equals(code))
                .map(one -> GrowthTry.of(one, 5))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asItStands_changesNothing() {
        for (int steps : new int[] {1, 5, 100, 101}) {
            GrowthTry unchanged = GrowthTry.asItStands(steps);
            assertThat(unchanged.steps()).isEqualTo(steps);
            assertThat(unchanged.equation()).isEqualTo(GrowthEquation.COMPOUND);
            assertThat(unchanged.base()).isEqualTo(Factor.ONE);
            assertThat(unchanged.hasPoints()).isTrue();
            assertThat(unchanged.needsDecimals()).isFalse();
            assertThatThrownBy(unchanged::tried)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Claim must be changed");
        }
    }

    /** Ten times the end is ten times the quotient, ten times the base a tenth of it; the rate leaves it as it is. */
    @Test
    void of_powersOfTen() {
        GrowthTry end = change("end*10");
        assertThat(end.end()).isEqualTo(new Factor(10, 10));
        assertThat(end.base()).isEqualTo(Factor.ONE);
        assertThat(end.rate()).isEqualTo(Factor.ONE);
        assertThat(end.isOfSize()).isTrue();
        assertThat(end.isPowerOfTen()).isTrue();
        assertThat(end.least()).isEqualTo(10);
        assertThat(end.most()).isEqualTo(10);
        assertThat(end.moved()).isCloseTo(Math.log(10), within(1e-15));
        assertThat(end.hasPoints()).isTrue();

        GrowthTry base = change("base*10");
        assertThat(base.base()).isEqualTo(new Factor(10, 10));
        assertThat(base.least()).isEqualTo(0.1);
        assertThat(base.most()).isEqualTo(0.1);
        assertThat(base.moved()).isCloseTo(-Math.log(10), within(1e-15));

        GrowthTry rate = change("rate/10");
        assertThat(rate.rate()).isEqualTo(new Factor(0.1, 0.1));
        assertThat(rate.isOfSize()).isFalse();
        assertThat(rate.isPowerOfTen()).isFalse();
        assertThat(rate.least()).isEqualTo(1);
    }

    /** The yuan of 2020 at 6.9042 a dollar (Federal Reserve, G.5A), 4% less to 4% more: no points are left. */
    @Test
    void of_currency() {
        GrowthTry base = change("base-in-CNY");

        assertThat(base.base().low()).isCloseTo(1 / (6.9042 * 1.04), within(1e-15));
        assertThat(base.base().high()).isCloseTo(1 / (6.9042 * 0.96), within(1e-15));
        assertThat(base.least()).isCloseTo(6.9042 * 0.96, within(1e-12));
        assertThat(base.most()).isCloseTo(6.9042 * 1.04, within(1e-12));
        assertThat(base.hasPoints()).isFalse();
        assertThat(base.isOfSize()).isTrue();
        assertThat(base.isPowerOfTen()).isFalse();
        assertThat(change("end-in-CNY").hasPoints()).isFalse();
    }

    @Test
    void of_stepsDigitsAndEquations() {
        assertThat(change("n-1").steps()).isEqualTo(4);
        assertThat(change("total-growth").steps()).isEqualTo(1);
        assertThat(change("truncated").digits()).isEqualTo(Digits.RATE_CUT_OFF);
        assertThat(change("truncated-all").digits()).isEqualTo(Digits.ALL_CUT_OFF);
        assertThat(change("simple-average").equation()).isEqualTo(GrowthEquation.LINEAR);
        assertThat(change("simple-average").needsDecimals()).isFalse();
        GrowthTry padded = GrowthTry.of(Changes.PADDED, 5);
        assertThat(padded.digits()).isEqualTo(Digits.PADDED);
        assertThat(padded.needsDecimals()).isTrue();
    }

    // ---- prepared ----

    private static void assertPrepared(GrowthClaim claim) {
        for (int time = 0; time < 2; time++) {
            assertThat(GrowthTry.conventions(claim).stream().map(GrowthTry::tried))
                    .containsExactlyElementsOf(changes(claim, true));
            assertThat(GrowthTry.mistakes(claim).stream().map(GrowthTry::tried))
                    .containsExactlyElementsOf(changes(claim, false));
        }
    }

    private static List<Change> changes(GrowthClaim claim, boolean conventions) {
        return Changes.of(claim.asCase()).stream()
                .filter(change -> change.kind().isConvention() == conventions)
                .toList();
    }

    /** Claims one after the other that differ in one thing: steps, years, currency, own years of the rate, words, padding. */
    @Test
    void prepared_areThoseOfTheClaim() {
        for (int steps : new int[] {1, 2, 5, 6, 100, 101, 102}) {
            assertPrepared(claim("USD 1000", "10.0%", 2020, steps));
        }
        for (int first : new int[] {1990, 2004, 2005, 2010, 2019, 2024, 2025, 2026, 2030}) {
            assertPrepared(claim("USD 1000", "10.0%", first, 5));
        }
        for (String size : new String[] {"CNY 1000", "EUR 1000", "GBP 1000", "1000 MW", "1000 persons", "40.0%"}) {
            assertPrepared(claim(size, "10.0%", 2020, 5));
        }
        for (int first = 2018; first <= 2023; first++) {
            for (int last = 2024; last <= 2027; last++) {
                assertPrepared(claim(
                        "USD 1000",
                        "10.0%",
                        2020,
                        5,
                        Optional.of(ReferencePeriod.span(first, last)),
                        Optional.empty(),
                        ReadingConvention.strict()));
            }
        }
        for (int last = 2021; last <= 2023; last++) {
            assertPrepared(claim(
                    "USD 1000",
                    "10.0%",
                    2020,
                    1,
                    Optional.of(ReferencePeriod.span(2020, last)),
                    Optional.empty(),
                    ReadingConvention.strict()));
        }
        assertPrepared(claim("USD 1000", "over 10.0%", 2020, 5));
        assertPrepared(claim("USD 1000", "10% to 12%", 2020, 5));
    }

    @Test
    void prepared_areThoseOfTheClaim_withPaddingAndGrowth() {
        ReadingConvention customary = ReadingConvention.customary();
        ReadNumber growth =
                ReadNumber.of(FigureFormat.english().parse("12%", Unit.GROWTH_RATE), ReadingConvention.strict());

        assertPrepared(claim("USD 12.4", "10.5%", 2020, 5, Optional.empty(), Optional.empty(), customary));
        assertPrepared(claim("USD 10.00", "10.5%", 2020, 5, Optional.empty(), Optional.empty(), customary));
        assertPrepared(claim("USD 12.4", "10.00%", 2020, 5, Optional.empty(), Optional.empty(), customary));
        for (List<String> sizes : List.of(List.of("USD 10.00", "USD 12.4"), List.of("USD 12.4", "USD 10.00"))) {
            assertPrepared(new GrowthClaim(
                    ReadNumber.of(FigureFormat.english().parse(sizes.get(0)), customary),
                    ReadNumber.of(FigureFormat.english().parse(sizes.get(1)), customary),
                    ReadNumber.of(FigureFormat.english().parse("10.5%", Unit.GROWTH_RATE), customary),
                    2020,
                    2025,
                    Optional.empty()));
        }
        for (int year : new int[] {2020, 2021}) {
            assertPrepared(claim(
                    "USD 1000",
                    "10.0%",
                    2020,
                    5,
                    Optional.empty(),
                    Optional.of(new StartGrowth(growth, year)),
                    ReadingConvention.strict()));
        }
        assertPrepared(claim("USD 1000", "10.0%", 2020, 5));
    }
}
