package dev.saidao.policy.index;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was found and done about the outliers of one indicator.
 *
 * @param code the code of the indicator
 * @param skewnessBefore G1 of the untreated values
 * @param kurtosisBefore G2 of the untreated values
 * @param method the method whose result was kept; empty if there were no outliers
 * @param winsorised the units whose values were moved, in the order of the table
 * @param exponent the exponent of {@link OutlierTreatment.Method#BOX_COX}; empty for other methods
 * @param skewness G1 of the values as they are kept
 * @param kurtosis G2 of the values as they are kept
 * @param isPassed whether the values as they are kept have no outliers
 * @since 0.1
 */
public record OutlierReport(
        String code,
        double skewnessBefore,
        double kurtosisBefore,
        Optional<OutlierTreatment.Method> method,
        List<String> winsorised,
        OptionalDouble exponent,
        double skewness,
        double kurtosis,
        boolean isPassed) {

    /**
     * Copies the list.
     *
     * @param code the code of the indicator
     * @param skewnessBefore G1 of the untreated values
     * @param kurtosisBefore G2 of the untreated values
     * @param method the method whose result was kept; empty if there were no outliers
     * @param winsorised the units whose values were moved, in the order of the table
     * @param exponent the exponent of {@link OutlierTreatment.Method#BOX_COX}; empty for other methods
     * @param skewness G1 of the values as they are kept
     * @param kurtosis G2 of the values as they are kept
     * @param isPassed whether the values as they are kept have no outliers
     */
    public OutlierReport {
        winsorised = List.copyOf(winsorised);
    }
}
