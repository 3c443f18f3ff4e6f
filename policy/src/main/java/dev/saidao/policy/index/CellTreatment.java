package dev.saidao.policy.index;

import dev.saidao.core.internal.Codes;

/** A step between the value of a cell as given and its score. */
public enum CellTreatment {
    /** Divided by the denominator of the indicator. */
    DENOMINATED,
    /** Missing, and something stands in for it. */
    FILLED,
    /** Moved inwards as an outlier. */
    WINSORISED,
    /** Replaced by its logarithm or its Box-Cox transform, like all values of the indicator. */
    TRANSFORMED,
    /** Made comparable with other indicators. */
    NORMALISED,
    /** Formed of the scores below. */
    AGGREGATED;

    /** {@return the code in files: the name in lower case with hyphens} */
    public String code() {
        return Codes.ofName(name());
    }
}
