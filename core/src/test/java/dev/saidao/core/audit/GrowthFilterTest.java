package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.relation.Change;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain claims are decided by doubles: of 1,000 that grow to 2,000 in 5 years, 14.87% a year; the rates are closed forms. */
class GrowthFilterTest {

    private static final Unit USD = Unit.parse("USD");

    private static ReadNumber number(String text, Unit unit) {
        return ReadNumber.of(FigureFormat.english().parse(text, unit), ReadingConvention.strict());
    }

    private static GrowthClaim claim(String base, String end, String rate) {
        return claim(base, number(end, USD), rate, 5);
    }

    private static GrowthClaim claim(String base, ReadNumber end, String rate, int steps) {
        return new GrowthClaim(
                number(base, USD), end, number(rate, Unit.GROWTH_RATE), 2020, 2020 + steps, Optional.empty());
    }

    /** So many dollars, printed to forty digits. */
    private static ReadNumber dollars(BigDecimal exact) {
        String digits = exact.round(new MathContext(40)).toPlainString();
        return ReadNumber.of(
                PrintedNumber.of(digits, UnitMultiplier.ONE, USD, Qualifier.NONE), ReadingConvention.strict());
    }

    /** One of the changes of a claim, by its code. */
    static GrowthTry change(GrowthClaim claim, String code) {
        Change change = Changes.of(claim.asCase()).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        return GrowthTry.of(change, claim.steps());
    }

    private static int asItStands(String base, String end, String rate) {
        return GrowthFilter.level(claim(base, end, rate), GrowthTry.asItStands(5));
    }

    /** 14.85% to 14.95% are 14.9%; by rounding 14.68% to 15.06% of 1,000 and 2,000 that are 995 to 1,005 and so on. */
    @Test
    void level_asItStands() {
        assertThat(asItStands("USD 1000", "USD 2000", "14.9%")).isEqualTo(GrowthFilter.AGREES);
        // 1.995 / 1.005 and 2.005 / 0.995 are 14.70% and 15.04% a year
        assertThat(asItStands("USD 1.00", "USD 2.00", "15.0%")).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
        assertThat(asItStands("USD 1.00", "USD 2.00", "14.7%")).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
        assertThat(asItStands("USD 1.00", "USD 2.00", "15.2%")).isEqualTo(GrowthFilter.NO);
        assertThat(asItStands("USD 1.00", "USD 2.00", "14.6%")).isEqualTo(GrowthFilter.NO);
        assertThat(asItStands("USD 2000", "USD 1000", "-12.9%")).isEqualTo(GrowthFilter.AGREES);
        assertThat(asItStands("USD 2000", "USD 1000", "12.9%")).isEqualTo(GrowthFilter.NO);
    }

    @Test
    void level_byWords() {
        assertThat(asItStands("USD 1000", "USD 2000", "over 12%")).isEqualTo(GrowthFilter.AS_BOUND);
        assertThat(asItStands("USD 1000", "USD 2000", "over 16%")).isEqualTo(GrowthFilter.NO);
        assertThat(asItStands("USD 1000", "over USD 1500", "14.9%")).isEqualTo(GrowthFilter.AS_BOUND);
        assertThat(asItStands("USD 1000", "over USD 2500", "14.9%")).isEqualTo(GrowthFilter.NO);
        assertThat(asItStands("at most USD 1500", "USD 2000", "14.9%")).isEqualTo(GrowthFilter.AS_BOUND);
        assertThat(asItStands("at most USD 900", "USD 2000", "14.9%")).isEqualTo(GrowthFilter.NO);
        // more than 15.0% is possible by rounding alone
        assertThat(asItStands("USD 1.00", "USD 2.00", "over 15.0%")).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
        // 14.8698% prints as 14.87%, and may be more than that
        assertThat(asItStands("USD 1000", "USD 2000", "over 14.87%")).isEqualTo(GrowthFilter.AGREES);
    }

    // ---- beside the edges ----

    private static BigDecimal power(BigDecimal rate, int steps) {
        return BigDecimal.ONE.add(rate).pow(steps);
    }

    private static BigDecimal times(BigDecimal size, double factor) {
        return size.multiply(new BigDecimal(factor));
    }

    /**
     * Ends beside the least and the highest that a base of 1,000, as printed or rounded, grows to by the least and the highest rate. By half of
     * {@code (8n + 64) × 2^-53}, and that divided by the sum where it is below a half, nothing is certain; by four times as much all is.
     */
    @ParameterizedTest
    @CsvSource({
        "14.9%, 1",
        "14.9%, 5",
        "0.15%, 100",
        "0.15%, 1000",
        "-12.9%, 7",
        "-60.0%, 3",
        "-99.0%, 2",
        "-99.0%, 9",
        "250.0%, 20"
    })
    void level_besideAnEdge(String rate, int steps) {
        Bounds rates = number(rate, Unit.GROWTH_RATE).digits();
        BigDecimal least = power(rates.lower().orElseThrow(), steps);
        BigDecimal most = power(rates.upper().orElseThrow(), steps);
        double sum = 1 + rates.lower().orElseThrow().doubleValue();
        double margin = (8.0 * steps + 64) * 0x1p-53 / (sum < 0.5 ? sum : 1);
        record Edge(BigDecimal end, int below, int above) {}
        List<Edge> edges = List.of(
                new Edge(new BigDecimal("999.5").multiply(least), GrowthFilter.NO, GrowthFilter.WITHIN_ROUNDING),
                new Edge(new BigDecimal("1000").multiply(least), GrowthFilter.WITHIN_ROUNDING, GrowthFilter.AGREES),
                new Edge(new BigDecimal("1000").multiply(most), GrowthFilter.AGREES, GrowthFilter.WITHIN_ROUNDING),
                new Edge(new BigDecimal("1000.5").multiply(most), GrowthFilter.WITHIN_ROUNDING, GrowthFilter.NO));

        for (Edge edge : edges) {
            assertThat(level(rate, times(edge.end(), 1 - 4 * margin), steps)).isEqualTo(edge.below());
            assertThat(level(rate, times(edge.end(), 1 - margin / 2), steps)).isEqualTo(GrowthFilter.UNSURE);
            assertThat(level(rate, times(edge.end(), 1 + margin / 2), steps)).isEqualTo(GrowthFilter.UNSURE);
            assertThat(level(rate, times(edge.end(), 1 + 4 * margin), steps)).isEqualTo(edge.above());
        }
    }

    private static int level(String rate, BigDecimal end, int steps) {
        return GrowthFilter.level(claim("USD 1000", dollars(end), rate, steps), GrowthTry.asItStands(steps));
    }

    /** The same where digits and words differ, so that the printed numbers are looked at on their own: 1.105 is the highest of about 10%. */
    @Test
    void level_besideAnEdge_ofWords() {
        assertThat(level("about 10%", new BigDecimal("1104.9"), 1)).isEqualTo(GrowthFilter.AGREES);
        assertThat(level("about 10%", new BigDecimal("1105"), 1)).isEqualTo(GrowthFilter.UNSURE);
        assertThat(level("about 10%", new BigDecimal("1105.1"), 1)).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
    }

    /** A rate of -100% to -99.5% leaves up to 0.5% a year: 5 of 1,000 in one year, 0.025 in two; next to nothing is not certain. */
    @Test
    void level_nearlyAllIsLost() {
        assertThat(level("-100%", new BigDecimal("3"), 1)).isEqualTo(GrowthFilter.AGREES);
        assertThat(level("-100%", new BigDecimal("6"), 1)).isEqualTo(GrowthFilter.NO);
        assertThat(level("-100%", new BigDecimal("0.02"), 2)).isEqualTo(GrowthFilter.AGREES);
        assertThat(level("-100%", new BigDecimal("0.030"), 2)).isEqualTo(GrowthFilter.NO);
        assertThat(level("-100%", new BigDecimal("0.0005"), 1)).isEqualTo(GrowthFilter.UNSURE);
    }

    /** 10^295 is beyond what is computed with, and 10^-295 too; 10^400 is infinite, and more than any size. */
    @Test
    void level_powersOfManyDigits() {
        assertThat(level("900%", new BigDecimal("2000"), 250)).isEqualTo(GrowthFilter.NO);
        assertThat(level("900%", new BigDecimal("2000"), 295)).isEqualTo(GrowthFilter.UNSURE);
        assertThat(level("900%", new BigDecimal("2000"), 400)).isEqualTo(GrowthFilter.NO);
        assertThat(level("-90.0%", new BigDecimal("2000"), 250)).isEqualTo(GrowthFilter.NO);
        assertThat(level("-90.0%", new BigDecimal("2000"), 295)).isEqualTo(GrowthFilter.UNSURE);
    }

    /** Of a size of at most nothing no growth is certain, nor that there is none. */
    @Test
    void level_noSizes_isUnsure() {
        assertThat(asItStands("at most USD 0", "USD 2000", "14.9%")).isEqualTo(GrowthFilter.UNSURE);
        assertThat(asItStands("USD 1000", "at most USD 0", "14.9%")).isEqualTo(GrowthFilter.UNSURE);
    }

    /**
     * What rounding leaves of sizes with words, by custom: about 1.00 is 0.995 to 1.005, and by the word 0.99 to 1.01. 14.95% are 2.00703 in five years, 2.025 /
     * 1.005 is more and 2.025 / 1.01 less; 14.885% are 2.00133, 2.015 / 1.005 is more and 2.01 / 1.005 less.
     */
    @Test
    void level_roundingOfWords() {
        assertThat(customary("about USD 1.00", "USD 2.03", "14.9%")).isEqualTo(GrowthFilter.AS_BOUND);
        assertThat(customary("about USD 1.00", "USD 2.02", "14.9%")).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
        assertThat(customary("USD 1.00", "about USD 2.02", "14.88%")).isEqualTo(GrowthFilter.AS_BOUND);
        assertThat(customary("USD 1.00", "about USD 2.01", "14.88%")).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
        // 19% are 2.386 in five years, 19.5% are 2.437
        assertThat(customary("USD 1.000", "USD 2.410", "about 20%")).isEqualTo(GrowthFilter.AS_BOUND);
        assertThat(customary("USD 1.000", "USD 2.436", "about 20%")).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
    }

    /** Each rate is what the sizes imply after the change; 50.0% is that of none. */
    @ParameterizedTest
    @CsvSource({
        "n+1, 12.2%", // 2^(1/6) is 1.1225
        "n-1, 18.9%", // 2^(1/4) is 1.1892
        "total-growth, 100.0%",
        "simple-average, 20.0%",
        "grew-by, 24.6%", // 3^(1/5) is 1.2457
        "grew-to, 114.9%", // 2^(1/5) is 1.1487
        "end*10, 82.1%", // 20^(1/5) is 1.8206
        "end/10, -27.5%", // 0.2^(1/5) is 0.7248
        "base*10, -27.5%",
        "base/10, 82.1%",
        "base/100, 188.5%", // 200^(1/5) is 2.8854
        "rate*10, 1.5%",
        "rate/10, 148.7%"
    })
    void level_afterAChange(String code, String rate) {
        GrowthClaim claim = claim("USD 1000", "USD 2000", rate);
        GrowthClaim vain = claim("USD 1000", "USD 2000", "50.0%");

        assertThat(GrowthFilter.level(claim, change(claim, code))).isEqualTo(GrowthFilter.AGREES);
        assertThat(GrowthFilter.Screen.of(claim).excludes(change(claim, code))).isFalse();
        assertThat(GrowthFilter.level(vain, change(vain, code))).isEqualTo(GrowthFilter.NO);
        assertThat(GrowthFilter.Screen.of(vain).excludes(change(vain, code))).isTrue();
    }

    /**
     * 10% to 200% are 1.57 to 245.03 in five years: 24.55 and 1.00, of which one is ten times as much or as little, are 245.5, and by rounding 244.2;
     * as are 244.5 and the base itself.
     */
    @ParameterizedTest
    @CsvSource({"end*10, USD 24.55", "base/10, USD 24.55", "grew-by, USD 244.5"})
    void level_afterAChange_byThePrintedNumbersAsChanged(String code, String end) {
        GrowthClaim claim = claim("USD 1.00", end, "10% to 200%");

        assertThat(GrowthFilter.level(claim, change(claim, code))).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
    }

    /** Ten times -15% is more than all; an eighth of -100% is printed as -13% at least. */
    @Test
    void level_afterAChange_moreThanAllIsLost() {
        GrowthClaim claim = claim("USD 1000", "USD 2000", "-15.0%");
        GrowthClaim edge = claim("USD 1000", number("USD 2000", USD), "-13%", 8);

        assertThat(GrowthFilter.level(claim, change(claim, "rate*10"))).isEqualTo(GrowthFilter.NO);
        assertThat(GrowthFilter.level(edge, change(edge, "simple-average"))).isEqualTo(GrowthFilter.UNSURE);
    }

    /** 14.8% and 14.87% are the same if the rest was cut off; 2^(1/5) is not 1.1587. */
    @ParameterizedTest
    @ValueSource(strings = {"truncated", "truncated-all"})
    void level_digitsCutOff(String code) {
        GrowthClaim claim = claim("USD 1000", "USD 2000", "14.8%");
        GrowthClaim more = claim("USD 1000", "USD 2000", "14.9%");
        GrowthClaim less = claim("USD 1000", "USD 2000", "14.7%");

        assertThat(GrowthFilter.level(claim, change(claim, code))).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
        assertThat(GrowthFilter.Screen.of(claim).excludes(change(claim, code))).isFalse();
        assertThat(GrowthFilter.level(more, change(more, code)))
                .isNotIn(GrowthFilter.WITHIN_ROUNDING, GrowthFilter.UNSURE);
        assertThat(GrowthFilter.level(less, change(less, code))).isEqualTo(GrowthFilter.NO);
    }

    /** A currency is a range: 7.475 to 6.9 yuan a dollar in 2025 make 2,000 of them 268 to 290, which is -23.2% to -21.9% a year. */
    @Test
    void level_currency() {
        GrowthClaim claim = claim("USD 1000", "USD 2000", "-22.5%");
        GrowthClaim vain = claim("USD 1000", "USD 2000", "-24.0%");
        GrowthClaim low = claim("USD 1000", "USD 2000", "-23.2%");

        assertThat(GrowthFilter.level(claim, change(claim, "end-in-CNY"))).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
        assertThat(GrowthFilter.Screen.of(claim).excludes(change(claim, "end-in-CNY")))
                .isFalse();
        assertThat(GrowthFilter.level(vain, change(vain, "end-in-CNY"))).isEqualTo(GrowthFilter.NO);
        // of a range the lower end is no printed number
        assertThat(GrowthFilter.level(low, change(low, "end-in-CNY"))).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
    }

    /** 1 to 2 in 5 years are 0% to 43%, and so 11.25% and 18.75% as well; 1,000 to 2,000 are 14.87%. */
    @Test
    void isWeak_plainClaims() {
        assertThat(weak("USD 1", "USD 2", "15%")).isEqualTo(GrowthFilter.YES);
        assertThat(weak("USD 1000", "USD 2000", "15%")).isEqualTo(GrowthFilter.CANNOT);
        assertThat(weak("USD 1", "USD 1", "0%")).isEqualTo(GrowthFilter.CANNOT);
        // 2.5 / 1 at least, which is 20.1%, and 3.5 / 1, which is 28.5%: 24% less a quarter is too little, 26% more too
        // much
        assertThat(weak("USD 1.00", "USD 3", "22%")).isEqualTo(GrowthFilter.CANNOT);
        assertThat(weak("USD 1.00", "USD 3", "27%")).isEqualTo(GrowthFilter.CANNOT);
    }

    private static int weak(String base, String end, String rate) {
        return GrowthFilter.isWeak(claim(base, end, rate), GrowthTry.asItStands(5));
    }

    @ParameterizedTest
    @CsvSource({"AGREES", "AGREES_WITHIN_ROUNDING", "AGREES_AS_BOUND"})
    void level_ofAVerdict_standsForIt(Verdict verdict) {
        assertThat(GrowthFilter.verdict(GrowthFilter.level(verdict))).isEqualTo(verdict);
    }

    /** The claims of ordinary pages are screened, those beyond only looked at one by one. */
    @Test
    void screen_ofUnusualClaims_excludesNothing() {
        GrowthClaim claim = claim("at most USD 1000", "USD 2000", "50.0%");

        assertThat(GrowthFilter.Screen.of(claim)).isEqualTo(GrowthFilter.Screen.NOTHING);
        assertThat(GrowthFilter.Screen.NOTHING.excludes(change(claim, "end/10")))
                .isFalse();
        assertThat(GrowthFilter.Screen.NOTHING.excludes(change(claim, "n+1"))).isFalse();
    }

    private static int customary(String base, String end, String rate) {
        ReadingConvention reading = ReadingConvention.customary();
        GrowthClaim claim = new GrowthClaim(
                ReadNumber.of(FigureFormat.english().parse(base), reading),
                ReadNumber.of(FigureFormat.english().parse(end), reading),
                ReadNumber.of(FigureFormat.english().parse(rate, Unit.GROWTH_RATE), reading),
                2020,
                2025,
                Optional.empty());
        return GrowthFilter.level(claim, GrowthTry.asItStands(5));
    }

    // ---- the screen ----

    /**
     * What is seen at once to be of no use: the quotient of an end to 1,000, with the change, is beyond the powers of 14.85% to 15%, as 14.9% may be
     * rounded or cut off, and of 999.5 to 1,001. A billionth beyond it is excluded, a ten-trillionth it is not.
     */
    @ParameterizedTest
    @CsvSource({
        "end*10, 10",
        "end/10, 0.1",
        "base*10, 0.1",
        "base/100, 100",
        "truncated, 1",
        "truncated-all, 1",
        "n+1, 1",
        "n-1, 1",
        "total-growth, 1",
        "simple-average, 1",
        "grew-by, 1",
        "rate/10, 1"
    })
    void screen_excludesWhatIsBeyondThePowers(String code, double factor) {
        double low = code.equals("rate/10") ? 1 + 0.1 * 5 * 0.1485 : quotient(code, 0.1485);
        double high = code.equals("rate/10") ? 1 + 0.1 * (Math.pow(1.15, 5) - 1) : quotient(code, 0.15);

        assertThat(isExcluded(code, 999.5 * low / factor * (1 - 1e-9))).isTrue();
        assertThat(isExcluded(code, 999.5 * low / factor * (1 - 1e-13))).isFalse();
        assertThat(isExcluded(code, 1001 * high / factor * (1 + 1e-13))).isFalse();
        assertThat(isExcluded(code, 1001 * high / factor * (1 + 1e-9))).isTrue();
    }

    /** What the quotient of the sizes is by a rate, taken otherwise. */
    private static double quotient(String code, double rate) {
        return switch (code) {
            case "n+1" -> Math.pow(1 + rate, 6);
            case "n-1" -> Math.pow(1 + rate, 4);
            case "total-growth" -> 1 + rate;
            case "simple-average" -> 1 + 5 * rate;
            case "grew-by" -> Math.pow(1 + rate, 5) - 1;
            default -> Math.pow(1 + rate, 5);
        };
    }

    private static boolean isExcluded(String code, double end) {
        GrowthClaim claim = claim("USD 1000", dollars(new BigDecimal(end)), "14.9%", 5);
        return GrowthFilter.Screen.of(claim).excludes(change(claim, code));
    }

    /** Ten times the rate is at least ten times the growth, and may be any amount more; growing to a rate below 1 is no more than the rate. */
    @Test
    void screen_excludesOnOneSide() {
        double least = 1 + 10 * (Math.pow(1.1485, 5) - 1);

        assertThat(isExcluded("rate*10", 999.5 * least * (1 - 1e-9))).isTrue();
        assertThat(isExcluded("rate*10", 999.5 * least * (1 + 1e-9))).isFalse();
        assertThat(isExcluded("rate*10", 1e9)).isFalse();
        assertThat(isExcluded("grew-to", 1001 * 0.15 * (1 + 1e-9))).isTrue();
        assertThat(isExcluded("grew-to", 1001 * 0.15 * (1 + 1e-13))).isFalse();
        assertThat(isExcluded("grew-to", 1e-3)).isFalse();
    }

    /** 1.5^5 is 7.594; -1.05% make 0.9486 in five years and -15% 0.4437; zeros that are padding take decimals. */
    @Test
    void screen_excludesNothingThatHelps() {
        GrowthClaim growing = claim("USD 1000", "USD 7594", "150.0%");
        GrowthClaim falling = claim("USD 1000", "USD 948.6", "-10.5%");
        GrowthClaim plunging = claim("USD 1000", "USD 443.7", "-1.5%");
        GrowthClaim vain = claim("USD 1000", "USD 2000", "50.0%");

        assertHelps(growing, "grew-to");
        assertHelps(falling, "rate/10");
        assertHelps(plunging, "rate*10");
        assertThat(GrowthFilter.Screen.of(vain).excludes(GrowthTry.of(Changes.PADDED, 5)))
                .isFalse();
    }

    private static void assertHelps(GrowthClaim claim, String code) {
        assertThat(GrowthFilter.level(claim, change(claim, code))).isEqualTo(GrowthFilter.AGREES);
        assertThat(GrowthFilter.Screen.of(claim).excludes(change(claim, code))).isFalse();
    }
}
