package dev.saidao.policy.talent;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A share of the people of a year, 0 to 1, that is known, or known only so far. Where one number is needed it is the expected one.
 *
 * <p>Example: {@code 0.05} and {@code 5%} are known; {@code [4%, 6%]} is anything between; {@code triangular(4%, 5%, 7%)} is most
 * likely 5%; {@code beta(3, 61)} is what 2 who left and 60 who stayed say of a rate of which nothing was known before.
 *
 * @param form what is known
 * @param parameters the rate; the least and the greatest; the least, the most likely and the greatest; or the two parameters of a
 *     beta distribution, above 0: one more than those who left, and one more than those who stayed
 * @since 0.1
 */
@JsonDeserialize(using = UncertainRateJson.class)
public record UncertainRate(Form form, List<BigDecimal> parameters) {

    private static final Pattern NUMBER = Pattern.compile("[-+.0-9eE]+\\s*%?");
    private static final double RARE = 1e-6;
    private static final MathContext DRAWN = new MathContext(12);
    private static final BigDecimal MOST_PARAMETER = BigDecimal.valueOf(1_000_000_000L);

    /**
     * What is known of a rate.
     *
     * @since 0.1
     */
    public enum Form {
        /** The rate. */
        EXACT(1),
        /** Its ends, all between them being as likely. */
        BETWEEN(2),
        /** Its ends and the most likely one, by a triangular distribution. */
        TRIANGULAR(3),
        /** A beta distribution. */
        BETA(2);

        private final int parameters;

        Form(int parameters) {
            this.parameters = parameters;
        }
    }

    /**
     * Checks the numbers.
     *
     * @param form what is known
     * @param parameters the numbers that say it
     * @throws IllegalArgumentException if there are too few or too many; if a rate is not 0 to 1, or they are not in order; if a
     *     parameter of a beta distribution is not above 0 and at most 1e9
     */
    public UncertainRate {
        parameters =
                parameters.stream().map(one -> Decimals.canonical(one, "Rate")).toList();
        Require.that(
                parameters.size() == form.parameters,
                "Rate of this form must have %s numbers: %s",
                form.parameters,
                parameters);
        for (int i = 0; i < parameters.size(); i++) {
            BigDecimal one = parameters.get(i);
            if (form == Form.BETA) {
                Require.that(
                        one.signum() > 0 && one.compareTo(MOST_PARAMETER) <= 0,
                        "Parameter of a beta distribution must be above 0 and at most 1e9: %s",
                        one.toPlainString());
            } else {
                Require.that(
                        one.signum() >= 0 && one.compareTo(BigDecimal.ONE) <= 0,
                        "Rate must be 0 to 1, such as 0.03 or 3%%: %s",
                        Decimals.shown(one.toPlainString()));
                Require.that(
                        i == 0 || parameters.get(i - 1).compareTo(one) <= 0,
                        "Rates of a range must be in order: %s",
                        parameters);
            }
        }
    }

    /**
     * Returns a rate that is known.
     *
     * @param rate the rate, 0 to 1
     * @return the rate
     * @throws IllegalArgumentException if it is out of range
     */
    public static UncertainRate of(BigDecimal rate) {
        return new UncertainRate(Form.EXACT, List.of(rate));
    }

    /**
     * Returns a rate that is anything between two ends.
     *
     * @param low the least, 0 or more
     * @param high the greatest, up to 1
     * @return the rate
     * @throws IllegalArgumentException if an end is out of range, or they are not in order
     */
    public static UncertainRate between(BigDecimal low, BigDecimal high) {
        return new UncertainRate(Form.BETWEEN, List.of(low, high));
    }

    /**
     * Reads a rate.
     *
     * @param text such as {@code 0.05}, {@code 5%}, {@code [4%, 6%]}, {@code triangular(0.04, 0.05, 0.07)}, {@code beta(3, 61)}
     * @return the rate
     * @throws IllegalArgumentException if it is none of these
     */
    public static UncertainRate parse(String text) {
        String of = text.strip();
        if (of.startsWith("[") && of.endsWith("]")) {
            return new UncertainRate(Form.BETWEEN, numbers(of.substring(1, of.length() - 1)));
        }
        for (Form form : List.of(Form.TRIANGULAR, Form.BETA)) {
            String head = word(form) + "(";
            if (of.startsWith(head) && of.endsWith(")")) {
                return new UncertainRate(form, numbers(of.substring(head.length(), of.length() - 1)));
            }
        }
        Require.that(
                NUMBER.matcher(of).matches(),
                "Rate must be such as 5%%, [4%%, 6%%], triangular(4%%, 5%%, 7%%) or beta(3, 61): %s",
                text);
        return of(DecimalJson.of(of));
    }

    private static List<BigDecimal> numbers(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(one -> DecimalJson.of(one.strip()))
                .toList();
    }

    private static String word(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether more than one rate is possible} */
    public boolean isUncertain() {
        return form == Form.BETA || low().compareTo(high()) < 0;
    }

    /** {@return the least rate that is possible} */
    public BigDecimal low() {
        return form == Form.BETA ? BigDecimal.ZERO : parameters.get(0);
    }

    /** {@return the greatest rate that is possible} */
    public BigDecimal high() {
        return form == Form.BETA ? BigDecimal.ONE : parameters.get(parameters.size() - 1);
    }

    /** The greatest rate that is ever drawn. */
    BigDecimal greatestDrawn() {
        return form == Form.BETA ? quantile(1 - RARE) : high();
    }

    /** {@return the mean, with 34 digits where it does not end} */
    public BigDecimal expected() {
        if (!isUncertain()) {
            return IntakeCalculator.plain(low());
        }
        BigDecimal sum = parameters.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = form == Form.BETA
                ? parameters.get(0).divide(sum, MathContext.DECIMAL128)
                : sum.divide(BigDecimal.valueOf(form.parameters), MathContext.DECIMAL128);
        return IntakeCalculator.plain(mean);
    }

    /**
     * Returns the rate below which a share of what is possible lies.
     *
     * @param share the share, 0 to 1
     * @return the quantile, with 12 digits
     * @throws IllegalArgumentException if the share is out of range
     */
    public BigDecimal quantile(double share) {
        Require.that(share >= 0 && share <= 1, "Share must be 0 to 1: %s", share);
        if (!isUncertain()) {
            return low();
        }
        double rate = distribution().inverseCumulativeProbability(share);
        return new BigDecimal(rate).round(DRAWN).max(low()).min(high());
    }

    private ContinuousDistribution distribution() {
        double[] of = parameters.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        return switch (form) {
            case TRIANGULAR -> TriangularDistribution.of(of[0], of[1], of[2]);
            case BETA -> BetaDistribution.of(of[0], of[1]);
            default -> UniformContinuousDistribution.of(of[0], of[1]);
        };
    }

    /** {@return the rate as it is read} */
    @JsonValue
    @Override
    public String toString() {
        if (form == Form.EXACT) {
            return parameters.get(0).toPlainString();
        }
        String list = parameters.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
        return form == Form.BETWEEN ? "[" + list + "]" : word(form) + "(" + list + ")";
    }
}
