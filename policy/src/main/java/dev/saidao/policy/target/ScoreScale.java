package dev.saidao.policy.target;

import dev.saidao.core.bounds.Bounds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/** The scores of Statistics Canada: linear between knots, constant beyond them. */
enum ScoreScale {
    WITH_TARGET("-0.60", "0", "0.60", "0.95", "1.30"),
    WITHOUT_TARGET("-0.02", "0", "0.005", "0.015", "0.02");

    private static final List<BigDecimal> SCORES =
            Stream.of("-5", "-2.5", "0", "2.5", "5").map(BigDecimal::new).toList();

    private final List<BigDecimal> knots;

    ScoreScale(String... knots) {
        this.knots = Stream.of(knots).map(BigDecimal::new).toList();
    }

    /** The scores of what lies in bounds. */
    Bounds of(Bounds measure) {
        if (measure.isEmpty()) {
            return measure;
        }
        return Bounds.closed(
                measure.lower().map(this::of).orElse(SCORES.get(0)),
                measure.upper().map(this::of).orElse(SCORES.get(SCORES.size() - 1)));
    }

    private BigDecimal of(BigDecimal measure) {
        if (measure.compareTo(knots.get(0)) <= 0) {
            return SCORES.get(0);
        }
        for (int i = 1; i < knots.size(); i++) {
            if (measure.compareTo(knots.get(i)) <= 0) {
                BigDecimal passed = measure.subtract(knots.get(i - 1));
                BigDecimal span = knots.get(i).subtract(knots.get(i - 1));
                BigDecimal rise = SCORES.get(i).subtract(SCORES.get(i - 1));
                return SCORES.get(i - 1).add(passed.multiply(rise).divide(span, MathContext.DECIMAL128));
            }
        }
        return SCORES.get(SCORES.size() - 1);
    }
}
