package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.GrowthEquation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What an audit says of a growth claim, in words: the same from doubles as from decimals.
 *
 * <p>Rates are told in per cent with four significant digits, or with all before the point. Where the next ones are as good as a
 * half they are rounded up, so that the last digits of a double make no difference.
 */
final class ClaimWords {

    static final Label WEAK =
            Label.of("weak: a rate a quarter higher or lower would agree as well", "说明力弱:增长率增减四分之一也仍然一致");

    private static final Label AGREES = Label.of("the printed sizes imply the printed rate", "由印出的规模可得印出的增长率");
    private static final Label WITHIN_ROUNDING =
            Label.of("the rate follows if digits are off by half a unit of the last place", "末位数字有半个单位之差时可得该增长率");
    private static final Label AS_BOUND = Label.of("only because of the words beside the numbers", "仅因数字旁的限定词而一致");

    private static final int DIGITS = 4;
    private static final double NEARLY_HALF = 1e-5;
    private static final MathContext AS_DOUBLE = new MathContext(13);
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private ClaimWords() {}

    /** Whether a case is a claim: three printed numbers, and yearly steps that are known. */
    static boolean isClaim(Case one) {
        return one.relation().equation().equals(GrowthEquation.COMPOUND)
                && one.relation().member(GrowthEquation.YEARS).constant().isPresent()
                && one.evidence(GrowthEquation.BASE).number().isPresent()
                && one.evidence(GrowthEquation.END).number().isPresent()
                && one.evidence(GrowthEquation.RATE).number().isPresent();
    }

    /** A case that {@link #isClaim is a claim}, as one; its years count from 0 if they are not known. */
    static GrowthClaim claim(Case one) {
        int steps = one.relation()
                .member(GrowthEquation.YEARS)
                .constant()
                .orElseThrow()
                .value()
                .intValueExact();
        int first = one.relation().period().flatMap(ReferencePeriod::firstYear).orElse(0);
        Optional<GrowthClaim.StartGrowth> before = growth(one, GrowthEquation.GROWTH_BEFORE, first);
        return new GrowthClaim(
                number(one, GrowthEquation.BASE),
                number(one, GrowthEquation.END),
                number(one, GrowthEquation.RATE),
                first,
                first + steps,
                one.relation().ratePeriod(),
                before.or(() -> growth(one, GrowthEquation.GROWTH_AFTER, first + 1)));
    }

    private static ReadNumber number(Case one, String role) {
        return one.evidence(role).number().orElseThrow();
    }

    private static Optional<GrowthClaim.StartGrowth> growth(Case one, String role, int year) {
        return Optional.ofNullable(one.members().get(role))
                .flatMap(Evidence::number)
                .map(rate -> new GrowthClaim.StartGrowth(rate, year));
    }

    /** The reason of a verdict, by exact bounds of the rate as fractions and a gap in percentage points. */
    static Label reason(
            Verdict verdict, Bounds implied, Bounds published, Optional<BigDecimal> gap, Optional<Label> convention) {
        if (!isApart(verdict)) {
            return agreement(verdict);
        }
        Rates rates = new Rates(
                low(implied),
                high(implied),
                low(published),
                high(published),
                gap.map(BigDecimal::doubleValue).orElse(0.0));
        return Label.of(rates.text(convention, false), rates.text(convention, true));
    }

    /** The reason of an outcome in one language. */
    static String reason(ClaimOutcome outcome, boolean chinese) {
        if (!isApart(outcome.verdict())) {
            Label label = agreement(outcome.verdict());
            return chinese ? label.zh() : label.en();
        }
        return new Rates(
                        outcome.impliedLow(),
                        outcome.impliedHigh(),
                        outcome.claim().rate().boundsLow,
                        outcome.claim().rate().boundsHigh,
                        outcome.gapInPercentagePoints())
                .text(outcome.convention().map(Change::text), chinese);
    }

    private static boolean isApart(Verdict verdict) {
        return verdict == Verdict.CONTRADICTS || verdict == Verdict.AGREES_UNDER_OTHER_CONVENTION;
    }

    private static Label agreement(Verdict verdict) {
        return switch (verdict) {
            case AGREES -> AGREES;
            case AGREES_WITHIN_ROUNDING -> WITHIN_ROUNDING;
            default -> AS_BOUND;
        };
    }

    /** Rates that are apart, as fractions whose ends may be infinite, and the gap in percentage points. */
    private record Rates(double impliedLow, double impliedHigh, double publishedLow, double publishedHigh, double gap) {

        String text(Optional<Label> convention, boolean chinese) {
            StringBuilder to = new StringBuilder(128);
            to.append(chinese ? "规模推得 " : "the sizes imply ");
            range(100 * impliedLow, 100 * impliedHigh, to, chinese);
            to.append(chinese ? ";印出 " : " a year; printed ");
            range(100 * publishedLow, 100 * publishedHigh, to, chinese);
            if (gap > 0) {
                to.append(chinese ? ";相差 " : "; apart by ");
                brief(gap, to);
                to.append(chinese ? " 个百分点" : " percentage points");
            }
            convention.ifPresent(text -> to.append(chinese ? ";" : "; ").append(chinese ? text.zh() : text.en()));
            return to.toString();
        }
    }

    /** A range in per cent; an end that is infinite is none. */
    private static void range(double low, double high, StringBuilder to, boolean chinese) {
        if (Double.isInfinite(low) && Double.isInfinite(high)) {
            to.append(chinese ? "任意值" : "anything");
            return;
        }
        if (Double.isInfinite(high)) {
            brief(low, to.append(chinese ? "至少 " : "at least "));
        } else if (Double.isInfinite(low)) {
            brief(high, to.append(chinese ? "至多 " : "at most "));
        } else {
            brief(low, to);
            brief(high, to.append(chinese ? " 至 " : " to "));
        }
        to.append('%');
    }

    private static double low(Bounds bounds) {
        return bounds.lower().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    private static double high(Bounds bounds) {
        return bounds.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }

    /** A finite number with four significant digits, or with all before the point if these are more, plainly. */
    private static void brief(double value, StringBuilder to) {
        double size = Math.abs(value);
        if (size < 1e-4 || size >= 1e9) {
            BigDecimal exact = new BigDecimal(value).round(AS_DOUBLE);
            BigDecimal rounded = exact.round(new MathContext(Math.max(DIGITS, exact.precision() - exact.scale())));
            to.append(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
            return;
        }
        int whole = 0;
        while (size >= POWERS[whole]) {
            whole++;
        }
        int zeros = 0;
        while (size * POWERS[zeros + 1] < 1) {
            zeros++;
        }
        int places = Math.max(0, DIGITS - whole + zeros);
        int unit = (int) POWERS[places];
        int scaled = (int) (size * unit + 0.5 + NEARLY_HALF);
        int wholes = scaled / unit;
        to.append(value < 0 ? "-" : "").append(wholes);
        int rest = scaled - wholes * unit;
        if (rest > 0) {
            to.append('.');
            for (int place = unit / 10; rest > 0; place /= 10) {
                int digit = rest / place;
                to.append((char) ('0' + digit));
                rest -= digit * place;
            }
        }
    }
}
