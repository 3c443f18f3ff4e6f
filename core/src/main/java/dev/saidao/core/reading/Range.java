package dev.saidao.core.reading;

/** Where a printed number may lie, roughly: enough to see which numbers fit each other, and no verdict. */
record Range(double low, double high) {

    /** How far beyond what is printed a number with a one-sided word is looked for, as a part of it. */
    private static final double OPEN = 0.05;

    private static final double ABOUT = 0.02;

    static Range of(Found figure) {
        double value = figure.value.doubleValue();
        double half = 0.5 * Math.pow(10, figure.place);
        double size = Math.abs(value);
        double low = size - half;
        double high = size + half;
        switch (figure.qualifier) {
            case "over", "at-least", "more-than-printed" -> high = size * (1 + OPEN);
            case "under", "at-most", "nearly", "up-to" -> low = size * (1 - OPEN);
            case "about" -> {
                low = Math.min(low, size * (1 - ABOUT));
                high = Math.max(high, size * (1 + ABOUT));
            }
            default -> {}
        }
        return value < 0 ? new Range(-high, -low) : new Range(low, high);
    }

    Range plus(Range other) {
        return new Range(low + other.low, high + other.high);
    }

    Range minus(Range other) {
        return new Range(low - other.high, high - other.low);
    }

    /** The quotient of two positive numbers. */
    Range by(Range other) {
        return new Range(low / other.high, high / other.low);
    }

    Range times(double factor) {
        return new Range(low * factor, high * factor);
    }

    Range shifted(double by) {
        return new Range(low + by, high + by);
    }

    /** The years-th root, for a factor of growth over some years. */
    Range root(int years) {
        return new Range(Math.pow(Math.max(low, 0), 1.0 / years), Math.pow(Math.max(high, 0), 1.0 / years));
    }

    boolean meets(Range other) {
        return low <= other.high && other.low <= high;
    }

    /** How wide it is, as a part of the number itself. */
    double width() {
        double middle = Math.abs(low + high) / 2;
        return middle == 0 ? Double.MAX_VALUE : (high - low) / middle;
    }
}
