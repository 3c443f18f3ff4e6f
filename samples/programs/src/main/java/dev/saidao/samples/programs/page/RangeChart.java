package dev.saidao.samples.programs.page;

import java.util.ArrayList;
import java.util.List;

/** Intervals below each other on one axis, so that it is seen where they meet; ends that are open run off with an arrow. */
public final class RangeChart {

    private static final double WIDTH = Svg.WIDTH;
    private static final double RIGHT = 16;
    private static final double TOP = 8;
    private static final double STEP = 22;

    private final String title;
    private final Measure measure;
    private final List<Row> rows = new ArrayList<>();
    private double least = Double.NaN;
    private double greatest = Double.NaN;

    /** A chart with a name. */
    public RangeChart(String title, Measure measure) {
        this.title = title;
        this.measure = measure;
    }

    /**
     * An interval.
     *
     * @param words its name
     * @param style its colour
     * @param low the least; infinite if there is none
     * @param high the greatest; infinite if there is none
     * @param point a point in it; not a number if there is none
     */
    public record Row(String words, String style, double low, double high, double point) {}

    /** Adds an interval. */
    public RangeChart row(String words, String style, double low, double high, double point) {
        rows.add(new Row(words, style, low, high, point));
        return this;
    }

    /** Shows what lies between two numbers, and more only if an interval goes beyond. */
    public RangeChart from(double low, double high) {
        least = low;
        greatest = high;
        return this;
    }

    /** Whether there is anything finite to show. */
    public boolean isDrawable() {
        return rows.stream().anyMatch(row -> Double.isFinite(row.low()) || Double.isFinite(row.high()));
    }

    /** The picture; the description tells in a sentence what is to be seen. */
    public String svg(String description) {
        double low = Double.isNaN(least) ? Double.POSITIVE_INFINITY : least;
        double high = Double.isNaN(greatest) ? Double.NEGATIVE_INFINITY : greatest;
        for (Row row : rows) {
            for (double end : new double[] {row.low(), row.high(), row.point()}) {
                if (Double.isFinite(end)) {
                    low = Math.min(low, end);
                    high = Math.max(high, end);
                }
            }
        }
        boolean isWithin = low == least && high == greatest;
        Axis axis = isWithin ? Axis.within(low, high, 4, measure) : Axis.of(low, high, 4, measure);
        RowWords words = RowWords.of(rows.stream().map(Row::words).toList());
        double left = words.left();
        double step = words.step(STEP);
        double floor = TOP + rows.size() * step + 4;
        Svg svg = new Svg(WIDTH, floor + (measure.name().isEmpty() ? 20 : 36), title, description);
        double[] ticks = axis.ticks();
        for (int i = 0; i < ticks.length; i++) {
            double at = axis.place(ticks[i], left, WIDTH - RIGHT);
            svg.line(at, TOP, at, floor, "rule");
            svg.tick(at, floor + 14, axis.label(i));
        }
        svg.line(left, floor, WIDTH - RIGHT, floor, "axis");
        svg.text((left + WIDTH - RIGHT) / 2, floor + 30, "middle", "faint", measure.name());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            draw(row, words.write(row.words(), TOP + i * step, STEP, svg), axis, left, svg);
        }
        return svg.end();
    }

    private static void draw(Row row, double y, Axis axis, double left, Svg svg) {
        double from = Double.isFinite(row.low()) ? axis.place(row.low(), left, WIDTH - RIGHT) : left;
        double to = Double.isFinite(row.high()) ? axis.place(row.high(), left, WIDTH - RIGHT) : WIDTH - RIGHT;
        if (!Double.isNaN(row.low())) {
            // what is too narrow to be seen is drawn as a mark
            double width = Math.max(3, to - from);
            svg.rect((from + to - width) / 2, y - 4.5, width, 9, row.style());
            if (!Double.isFinite(row.high())) {
                arrow(to, y, 9, row.style(), svg);
            }
            if (!Double.isFinite(row.low())) {
                arrow(from, y, -8, row.style(), svg);
            }
        }
        if (Double.isFinite(row.point())) {
            double at = axis.place(row.point(), left, WIDTH - RIGHT);
            svg.line(at, y - 8, at, y + 8, "whisker");
        }
    }

    private static void arrow(double x, double y, double reach, String style, Svg svg) {
        svg.path(List.of(new double[] {x, y - 8}, new double[] {x + reach, y}, new double[] {x, y + 8}), true, style);
    }
}
