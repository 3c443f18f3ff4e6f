package dev.saidao.samples.programs.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines, bands and points over time or another number. */
public final class LineChart {

    private static final double WIDTH = Svg.WIDTH;
    private static final double LEAST_LEFT = 46;
    private static final double RIGHT = 8;
    private static final double TOP = 26;
    private static final double BOTTOM = 22;

    private final String title;
    private final Measure across;
    private final Measure up;
    private final List<Shape> shapes = new ArrayList<>();
    private double left = LEAST_LEFT;
    private double height = 230;
    private double[] marks = {};
    private boolean isFromZero = true;

    private LineChart(String title, Measure across, Measure up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** A chart over years. */
    public static LineChart overYears(String title, Measure up) {
        return new LineChart(title, Measure.years(), up);
    }

    /** A chart over another number than years. */
    public static LineChart over(String title, Measure across, Measure up) {
        return new LineChart(title, across, up);
    }

    private enum Kind {
        BAND,
        LINE,
        DASHES,
        DOTS,
        RINGS,
        BARS,
        MARK
    }

    private static final class Shape {

        private final Kind kind;
        private final String style;
        private final String words;
        private final double[] across;
        private final double[] low;
        private final double[] high;

        Shape(Kind kind, String style, String words, double[] across, double[] low, double[] high) {
            this.kind = kind;
            this.style = style;
            this.words = words;
            this.across = across;
            this.low = low;
            this.high = high;
        }
    }

    /** Does not begin at zero, as for changes that would not be seen otherwise. */
    public LineChart close() {
        isFromZero = false;
        return this;
    }

    /** Sets another height. */
    public LineChart tall(double points) {
        height = points;
        return this;
    }

    /** Writes these numbers below the chart, instead of those at which something is drawn. */
    public LineChart marks(double... places) {
        marks = places.clone();
        return this;
    }

    /** What lies between two lines. */
    public LineChart band(String style, double[] xs, double[] low, double[] high) {
        return add(new Shape(Kind.BAND, style, "", xs, low, high));
    }

    /** A line. */
    public LineChart line(String style, double[] xs, double[] ys) {
        return add(new Shape(Kind.LINE, style, "", xs, ys, ys));
    }

    /** A line of dashes. */
    public LineChart dashes(String style, double[] xs, double[] ys) {
        return add(new Shape(Kind.DASHES, style, "", xs, ys, ys));
    }

    /** Full points. */
    public LineChart dots(String style, double[] xs, double[] ys) {
        return add(new Shape(Kind.DOTS, style, "", xs, ys, ys));
    }

    /** Empty points. */
    public LineChart rings(String style, double[] xs, double[] ys) {
        return add(new Shape(Kind.RINGS, style, "", xs, ys, ys));
    }

    /** Upright lines from zero. */
    public LineChart bars(String style, double[] xs, double[] ys) {
        return add(new Shape(Kind.BARS, style, "", xs, new double[ys.length], ys));
    }

    /** A word beside a point. */
    public LineChart mark(String words, double x, double y) {
        return add(new Shape(Kind.MARK, "", words, new double[] {x}, new double[] {y}, new double[] {y}));
    }

    private LineChart add(Shape shape) {
        shapes.add(shape);
        return this;
    }

    /** The picture; the description tells in a sentence what is to be seen. */
    public String svg(String description) {
        Axis y = axis();
        Svg svg = new Svg(WIDTH, height, title, description);
        double floor = height - (across.name().isEmpty() ? BOTTOM : BOTTOM + 16);
        double[] ticks = y.ticks();
        left = LEAST_LEFT;
        for (int i = 0; i < ticks.length; i++) {
            left = Math.max(left, Widths.of(y.label(i)) + 10);
        }
        svg.text(0, 12, "start", "faint", up.name());
        for (int i = 0; i < ticks.length; i++) {
            double at = y.place(ticks[i], floor, TOP);
            svg.line(left, at, WIDTH - RIGHT, at, ticks[i] == 0 ? "axis" : "rule");
            svg.text(left - 7, at + 4, "end", "faint", y.label(i));
        }
        years(svg, floor);
        svg.text((left + WIDTH - RIGHT) / 2, floor + 32, "middle", "faint", across.name());
        for (Shape shape : shapes) {
            draw(shape, y, floor, svg);
        }
        return svg.end();
    }

    private Axis axis() {
        double low = isFromZero ? 0 : Double.POSITIVE_INFINITY;
        double high = isFromZero ? 0 : Double.NEGATIVE_INFINITY;
        for (Shape shape : shapes) {
            for (double[] values : List.of(shape.low, shape.high)) {
                for (double value : values) {
                    if (Double.isFinite(value)) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
            }
        }
        return low > high ? Axis.of(0, 1, 4, up) : Axis.of(low, high, 4, up);
    }

    /** Marks so many of the places across as there is room for: the first and the last always. */
    private void years(Svg svg, double floor) {
        double[] places = marks.length > 0
                ? marks
                : shapes.stream()
                        .filter(shape -> shape.kind != Kind.MARK)
                        .flatMapToDouble(shape -> Arrays.stream(shape.across))
                        .distinct()
                        .sorted()
                        .toArray();
        int every = Math.max(1, (places.length + 5) / 6);
        for (int i = 0; i < places.length; i++) {
            boolean last = i == places.length - 1;
            if (last || (i % every == 0 && places.length - 1 - i >= every)) {
                svg.text(
                        x(places[i]),
                        floor + 16,
                        "middle",
                        "faint",
                        across.shown(new BigDecimal(places[i]).round(new MathContext(4))));
            }
        }
    }

    private void draw(Shape shape, Axis y, double floor, Svg svg) {
        int n = shape.across.length;
        switch (shape.kind) {
            case BAND -> {
                List<double[]> ring = new ArrayList<>(points(shape, shape.high, y, floor));
                List<double[]> back = points(shape, shape.low, y, floor);
                for (int i = back.size() - 1; i >= 0; i--) {
                    ring.add(back.get(i));
                }
                svg.path(ring, true, "band " + shape.style);
            }
            case LINE -> svg.path(points(shape, shape.high, y, floor), false, "line " + shape.style);
            case DASHES -> svg.path(points(shape, shape.high, y, floor), false, "line dash " + shape.style);
            case DOTS, RINGS -> {
                String style = shape.kind == Kind.RINGS ? "hollow " + shape.style : shape.style;
                for (double[] point : points(shape, shape.high, y, floor)) {
                    svg.circle(point[0], point[1], 3.5, style);
                }
            }
            case BARS -> {
                double zero = y.place(0, floor, TOP);
                double width = Math.min(16, 0.6 * (WIDTH - left - RIGHT) / Math.max(1, n));
                for (double[] point : points(shape, shape.high, y, floor)) {
                    svg.rect(
                            point[0] - width / 2,
                            Math.min(zero, point[1]),
                            width,
                            Math.max(0.5, Math.abs(zero - point[1])),
                            shape.style);
                }
            }
            case MARK -> {
                double at = x(shape.across[0]);
                boolean right = at > WIDTH * 0.6;
                svg.text(
                        right ? at - 8 : at + 8,
                        Math.max(TOP - 8, y.place(shape.high[0], floor, TOP) - 8),
                        right ? "end" : "start",
                        "strong",
                        shape.words);
            }
        }
    }

    private List<double[]> points(Shape shape, double[] values, Axis y, double floor) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                points.add(new double[] {x(shape.across[i]), y.place(values[i], floor, TOP)});
            }
        }
        return points;
    }

    private double x(double value) {
        double[] all = shapes.stream()
                .flatMapToDouble(shape -> Arrays.stream(shape.across))
                .toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        double from = left + 12;
        double to = WIDTH - RIGHT - 12;
        return high > low ? from + (value - low) / (high - low) * (to - from) : (from + to) / 2;
    }
}
