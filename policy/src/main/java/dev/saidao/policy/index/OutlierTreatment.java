package dev.saidao.policy.index;

import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Which indicators have outliers, and what is done with them. An indicator has outliers if its skewness is beyond a limit, on
 * either side, and its kurtosis above another.
 *
 * <p>With n values, mean m and central moments {@code m_k = Σ (x - m)^k / n}:
 *
 * <pre>{@code G1 = √(n (n - 1)) / (n - 2) · m_3 / m_2^1.5
 * G2 = (n - 1) / ((n - 2)(n - 3)) · ((n + 1)(m_4 / m_2² - 3) + 6)}</pre>
 *
 * <p>An indicator with fewer than four values, or with equal ones, is not tested and not treated.
 *
 * <p>Sources: Groeneveld and Meeden (1984), "Measuring skewness and kurtosis", for the limits 2 and 3.5 as used by the JRC;
 * Joanes and Gill (1998), "Comparing measures of sample skewness and kurtosis", for G1 and G2.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableOutlierTreatment.class)
@JsonDeserialize(as = ImmutableOutlierTreatment.class)
public abstract class OutlierTreatment {

    OutlierTreatment() {}

    /**
     * {@return the methods; each is tried on the untreated values until one leaves no outliers, and the last is kept in any
     * case; none by default}
     */
    public abstract List<Method> methods();

    /** {@return the limit of the skewness, 0 or more; 2 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal skewness() {
        return BigDecimal.valueOf(2);
    }

    /** {@return the limit of the kurtosis; 3.5 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal kurtosis() {
        return new BigDecimal("3.5");
    }

    /** {@return how many units may be moved by {@link Method#WINSORISE}, 0 or more; 5 by default} */
    @Value.Default
    public int maximumWinsorised() {
        return 5;
    }

    /** {@return the exponent of {@link Method#BOX_COX}, -5 to 5; found from the values if absent} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    public abstract Optional<BigDecimal> exponent();

    /** {@return the treatment that does nothing} */
    public static OutlierTreatment none() {
        return builder().build();
    }

    /**
     * Returns a treatment with the limits of the JRC.
     *
     * @param methods the methods, in the order in which they are tried
     * @return the treatment
     */
    public static OutlierTreatment of(Method... methods) {
        return builder().addMethods(methods).build();
    }

    /** {@return a builder, all of whose attributes have defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds treatments.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableOutlierTreatment.Builder {
        Builder() {}
    }

    @Value.Check
    final void check() {
        Require.that(
                Set.copyOf(methods()).size() == methods().size(),
                "Method of outlier treatment must be there once: %s",
                methods());
        Require.that(
                skewness().signum() >= 0,
                "Limit of skewness must be 0 or more: %s",
                Decimals.shown(skewness().toString()));
        Require.that(
                maximumWinsorised() >= 0,
                "Number of units that may be moved must be 0 or more: %s",
                maximumWinsorised());
        exponent().ifPresent(exponent -> {
            Require.that(
                    exponent.abs().compareTo(BigDecimal.valueOf(5)) <= 0,
                    "Exponent of Box-Cox must be -5 to 5: %s",
                    Decimals.shown(exponent.toString()));
        });
    }

    /**
     * What is done with an indicator whose outliers would rule its scores. All of them keep the order of the values.
     *
     * @since 0.1
     */
    public enum Method {
        /**
         * The outermost values, on the side to which the distribution is skewed, are set to the next value inwards, one value after
         * another, until the test is passed or as many units as allowed were moved.
         */
        WINSORISE,
        /**
         * {@code ln(x - low + (high - low) / 100)}, with the lowest and the highest value; the mirror image
         * {@code -ln(high - x + (high - low) / 100)} where the skewness is negative.
         */
        LOGARITHM,
        /**
         * {@code (y^λ - 1) / λ}, or {@code ln y} for a λ of 0. {@code y = x} where all values are positive, otherwise
         * {@code y = x - low + (high - low) / 100}. λ is the given one, or the one of the largest likelihood from -2 to 2.
         *
         * <p>Source: Box and Cox (1964), "An analysis of transformations".
         */
        BOX_COX
    }
}
