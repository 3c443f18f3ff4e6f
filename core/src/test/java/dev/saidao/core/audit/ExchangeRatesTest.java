package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.Bounds;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rates are those of the Federal Reserve (G.5A), each 4% less and 4% more. */
class ExchangeRatesTest {

    private static Bounds worth(String other, String currency, int year) {
        return ExchangeRates.pairs(currency, year).stream()
                .filter(pair -> pair.other().equals(other))
                .findFirst()
                .orElseThrow()
                .range();
    }

    private static Bounds times(String low, String by, String high, String times) {
        return Bounds.closed(
                new BigDecimal(low).multiply(new BigDecimal(by)), new BigDecimal(high).multiply(new BigDecimal(times)));
    }

    /** CNY 8.1936 a dollar in 2005, 6.9042 in 2020, 7.1875 in 2025. */
    @Test
    void pairs_ofAYear_areItsAverage() {
        assertThat(worth("USD", "CNY", 2005)).isEqualTo(times("8.1936", "0.96", "8.1936", "1.04"));
        assertThat(worth("USD", "CNY", 2020)).isEqualTo(times("6.9042", "0.96", "6.9042", "1.04"));
        assertThat(worth("USD", "CNY", 2025)).isEqualTo(times("7.1875", "0.96", "7.1875", "1.04"));
    }

    /** Of 2021 to 2025 the yuan stood highest in 2021, at 6.4508, and lowest in 2024, at 7.1957; the yen at 109.8429 and 151.4551. */
    @Test
    void pairs_ofALaterYear_areLikeTheLastFive() {
        assertThat(worth("USD", "CNY", 2026)).isEqualTo(times("6.4508", "0.96", "7.1957", "1.04"));
        assertThat(worth("USD", "JPY", 2026)).isEqualTo(times("109.8429", "0.96", "151.4551", "1.04"));
    }

    /** The extremes of all years: the yuan of 2014, in 2005; the yen of 2012 and 2024. */
    @Test
    void pairs_ofNoYear_areAllThatWasSeen() {
        assertThat(worth("USD", "CNY", 0)).isEqualTo(times("6.1478", "0.96", "8.1936", "1.04"));
        assertThat(worth("USD", "JPY", 0)).isEqualTo(times("79.6967", "0.96", "151.4551", "1.04"));
    }

    /** A pound was 1 / 0.82 to 1 / 0.49 dollars in whatever year: no average of years is known of it. */
    @Test
    void pairs_ofPounds_areTheSameInAllYears() {
        // 7.1875 × 0.96 / 0.82 = 8.4146 and 7.1875 × 1.04 / 0.49 = 15.2551
        Bounds pound = worth("GBP", "CNY", 2025);
        assertThat(pound.lower().orElseThrow().doubleValue()).isCloseTo(6.9 / 0.82, within(1e-12));
        assertThat(pound.upper().orElseThrow().doubleValue()).isCloseTo(7.475 / 0.49, within(1e-12));
        // 151.4551 × 0.96 / 0.82 in 2024
        assertThat(worth("GBP", "JPY", 2024).lower().orElseThrow().doubleValue())
                .isCloseTo(151.4551 * 0.96 / 0.82, within(1e-12));
    }

    /** One yuan in dollars is one over the dollar in yuan: 1 / (7.1875 × 1.04) to 1 / (7.1875 × 0.96). */
    @Test
    void pairs_theOtherWayRound_areReciprocal() {
        Bounds yuan = worth("CNY", "USD", 2025);

        assertThat(yuan.lower().orElseThrow().doubleValue()).isCloseTo(1 / 7.475, within(1e-12));
        assertThat(yuan.upper().orElseThrow().doubleValue()).isCloseTo(1 / 6.9, within(1e-12));
    }

    /** Euro and pound were worth 1 to 2 dollars, and 7.8 Hong Kong dollars about as much as a dollar's worth of yuan. */
    @Test
    void pairs_withRatesBetweenAHalfAndTwo_areLeftOut() {
        assertThat(ExchangeRates.pairs("USD", 2025))
                .extracting(ExchangeRates.Pair::other)
                .containsExactly("CNY", "HKD", "JPY", "INR", "KRW");
        assertThat(ExchangeRates.pairs("CNY", 2025))
                .extracting(ExchangeRates.Pair::other)
                .containsExactly("USD", "EUR", "GBP", "JPY", "INR", "KRW");
    }

    @Test
    void into_currencyThatIsNotKnown_isNone() {
        assertThat(ExchangeRates.into("XAU", Optional.of(2020))).isEmpty();
    }

    @Test
    void into_year_isThatOfTheTable() {
        assertThat(ExchangeRates.into("CNY", Optional.of(2020))).isEqualTo(ExchangeRates.pairs("CNY", 2020));
        assertThat(ExchangeRates.into("CNY", Optional.of(2100))).isEqualTo(ExchangeRates.pairs("CNY", 2026));
        assertThat(ExchangeRates.into("CNY", Optional.of(1999))).isEqualTo(ExchangeRates.pairs("CNY", 0));
        assertThat(ExchangeRates.into("CNY", Optional.empty())).isEqualTo(ExchangeRates.pairs("CNY", 0));
    }

    @Test
    void known_yearsOfTheTableAndOneAfter() {
        assertThat(ExchangeRates.known(2004)).isZero();
        assertThat(ExchangeRates.known(2005)).isEqualTo(2005);
        assertThat(ExchangeRates.known(2025)).isEqualTo(2025);
        assertThat(ExchangeRates.known(2026)).isEqualTo(2026);
        assertThat(ExchangeRates.known(2040)).isEqualTo(2026);
    }
}
