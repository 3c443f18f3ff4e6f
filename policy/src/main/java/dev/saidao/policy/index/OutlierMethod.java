package dev.saidao.policy.index;

/** What is done with an indicator whose outliers would rule its scores. All of them keep the order of the values. */
public enum OutlierMethod {
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
