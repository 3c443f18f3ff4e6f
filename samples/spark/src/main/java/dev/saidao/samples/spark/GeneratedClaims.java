package dev.saidao.samples.spark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Claims made up from their number, the same on every machine: most right, some slipped, one in a thousand unreadable. */
final class GeneratedClaims {

    static final List<String> COLUMNS =
            List.of("id", "unit", "start_value", "start_year", "end_value", "end_year", "rate");

    private static final List<String> UNITS = List.of("CNY bn", "USD mn", "亿元", "vehicles");

    private GeneratedClaims() {}

    /** The id sorts as the number does. */
    static List<String> row(long number) {
        // mixed, so that neighbours have nothing in common
        SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        double base = Math.round(StrictMath.exp(1 + 8 * random.nextDouble()) * 10) / 10.0;
        int years = 1 + random.nextInt(10);
        int first = 2015 + random.nextInt(12);
        double rate = Math.round(10 * (2 + 40 * random.nextDouble())) / 10.0;
        double end = base * StrictMath.pow(1 + rate / 100, years);
        int slip = random.nextInt(1_000);
        if (slip < 100) {
            end *= 10;
        } else if (slip < 200) {
            years++;
        } else if (slip < 300) {
            rate += 1.5;
        }
        return List.of(
                String.format(Locale.ROOT, "c%011d", number),
                UNITS.get(random.nextInt(UNITS.size())),
                slip == 999 ? "not known" : plain(base, 6),
                Integer.toString(first),
                plain(end, slip % 2 == 0 ? 4 : 6),
                Integer.toString(first + years),
                plain(rate, 3) + "%");
    }

    private static String plain(double value, int digits) {
        return BigDecimal.valueOf(value).round(new MathContext(digits)).toPlainString();
    }
}
