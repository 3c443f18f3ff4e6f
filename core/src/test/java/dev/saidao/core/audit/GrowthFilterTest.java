package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.text.FigureFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain claims are decided by doubles: of 1,000 that grow to 2,000 in 5 years, 14.87% a year; the rates are closed forms. */
class GrowthFilterTest {

    private static ReadNumber number(String text, Unit unit) {
        return ReadNumber.of(FigureFormat.english().parse(text, unit), ReadingConvention.strict());
    }

    private static GrowthClaim claim(String base, String end, String rate) {
        return new GrowthClaim(
                number(base, Unit.parse("USD")),
                number(end, Unit.parse("USD")),
                number(rate, Unit.GROWTH_RATE),
                2020,
                2025,
                Optional.empty());
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

        assertThat(GrowthFilter.level(claim, change(claim, "end-in-CNY"))).isEqualTo(GrowthFilter.WITHIN_ROUNDING);
        assertThat(GrowthFilter.Screen.of(claim).excludes(change(claim, "end-in-CNY")))
                .isFalse();
        assertThat(GrowthFilter.level(vain, change(vain, "end-in-CNY"))).isEqualTo(GrowthFilter.NO);
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
}
