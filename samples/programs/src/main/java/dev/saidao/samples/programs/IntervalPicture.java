package dev.saidao.samples.programs;

import java.util.Locale;

/** A little picture of two intervals on one scale, one above the other, so that it is seen whether they meet. */
final class IntervalPicture {

    private static final double WIDTH = 220;
    private static final double EDGE = 8;

    private IntervalPicture() {}

    /** An SVG element; ends that are infinite run off the picture. Empty if there is nothing finite to show. */
    static String svg(double impliedLow, double impliedHigh, double publishedLow, double publishedHigh, boolean agree) {
        double[] ends = {impliedLow, impliedHigh, publishedLow, publishedHigh};
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double end : ends) {
            if (Double.isFinite(end)) {
                low = Math.min(low, end);
                high = Math.max(high, end);
            }
        }
        if (low > high || Double.isNaN(impliedLow) || Double.isNaN(publishedLow)) {
            return "";
        }
        double span = high > low ? high - low : Math.max(1e-9, Math.abs(high));
        String implied = bar(impliedLow, impliedHigh, low, span, 6, "#1f5fa8");
        String published = bar(publishedLow, publishedHigh, low, span, 18, agree ? "#4a7d4f" : "#b3261e");
        return "<svg viewBox=\"0 0 " + number(WIDTH) + " 30\" width=\"" + number(WIDTH)
                + "\" height=\"30\" role=\"img\">" + implied + published + "</svg>";
    }

    private static String bar(double low, double high, double origin, double span, double y, String colour) {
        double from = Double.isFinite(low) ? place(low, origin, span) : 0;
        double to = Double.isFinite(high) ? place(high, origin, span) : WIDTH;
        // what is too narrow to be seen is drawn as a mark
        double width = Math.max(2.5, to - from);
        return "<line x1=\"0\" x2=\"" + number(WIDTH) + "\" y1=\"" + number(y + 3) + "\" y2=\"" + number(y + 3)
                + "\" stroke=\"#dfe5ea\"/><rect x=\"" + number(from) + "\" y=\"" + number(y) + "\" width=\""
                + number(width) + "\" height=\"6\" rx=\"1.5\" fill=\"" + colour + "\"/>";
    }

    private static double place(double value, double origin, double span) {
        return EDGE + (value - origin) / span * (WIDTH - 2 * EDGE);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
