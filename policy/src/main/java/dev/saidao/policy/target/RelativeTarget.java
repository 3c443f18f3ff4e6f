package dev.saidao.policy.target;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Evaluator;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target that is stated by where it starts: halve it (减半), double it (翻一番), 40% less, 1.5 times.
 *
 * <p>Example: halving 30 is 15; 翻两番 of 30 is 120.
 *
 * @param factor the target as a multiple of the baseline, positive: 0.5 to halve it
 * @since 0.1
 */
public record RelativeTarget(BigDecimal factor) {

    private static final Map<String, BigDecimal> WORDS = Map.ofEntries(
            Map.entry("halve", new BigDecimal("0.5")),
            Map.entry("half", new BigDecimal("0.5")),
            Map.entry("double", BigDecimal.valueOf(2)),
            Map.entry("triple", BigDecimal.valueOf(3)),
            Map.entry("quadruple", BigDecimal.valueOf(4)),
            Map.entry("减半", new BigDecimal("0.5")),
            Map.entry("翻番", BigDecimal.valueOf(2)),
            Map.entry("翻一番", BigDecimal.valueOf(2)),
            Map.entry("翻两番", BigDecimal.valueOf(4)),
            Map.entry("翻三番", BigDecimal.valueOf(8)));
    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,20})?)";
    private static final Pattern CHANGE = Pattern.compile("([-+\u2212])\\s*" + NUMBER + "\\s*%");
    private static final Pattern MULTIPLE = Pattern.compile("[x×]\\s*" + NUMBER + "|" + NUMBER + "\\s*[x×]");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Checks the factor.
     *
     * @param factor the target as a multiple of the baseline
     * @throws IllegalArgumentException if it is not positive
     */
    public RelativeTarget {
        Require.that(factor.signum() > 0, "Factor must be positive: %s", factor);
        factor = Decimals.canonical(factor, "Factor");
    }

    /**
     * Reads a relative target.
     *
     * @param text {@code halve}, {@code double}, {@code triple}, {@code quadruple}, 减半, 翻番, 翻一番, 翻两番, 翻三番; a change with
     *     its sign, such as {@code -40%}; a multiple, such as {@code ×1.5}
     * @return the target
     * @throws IllegalArgumentException if it is anything else
     */
    public static RelativeTarget parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        BigDecimal known = WORDS.get(word);
        if (known != null) {
            return new RelativeTarget(known);
        }
        Matcher change = CHANGE.matcher(word);
        if (change.matches()) {
            BigDecimal percent = new BigDecimal(change.group(2));
            return new RelativeTarget(
                    change.group(1).equals("+")
                            ? HUNDRED.add(percent).movePointLeft(2)
                            : HUNDRED.subtract(percent).movePointLeft(2));
        }
        Matcher multiple = MULTIPLE.matcher(word);
        if (multiple.matches()) {
            return new RelativeTarget(
                    new BigDecimal(multiple.group(1) != null ? multiple.group(1) : multiple.group(2)));
        }
        throw new IllegalArgumentException(
                "Relative target must be halve, double, triple, a change such as -40% or a multiple such as ×1.5: "
                        + text);
    }

    /**
     * Computes the value to be reached: {@code target = factor × base}.
     *
     * @param base the value it starts from
     * @return the value, with its derivation
     */
    public Derived<BoundedQuantity> from(Operand base) {
        return Evaluator.withDefaults()
                .evaluate(
                        ProgressFormula.RELATIVE_TARGET.formula(),
                        base.value().unit(),
                        Map.of("base", base),
                        (arithmetic, x) -> arithmetic.times(x.bounds("base"), Bounds.exactly(factor)));
    }
}
