package dev.saidao.samples.programs.page;

import java.util.ArrayList;
import java.util.List;

/** Bars from zero below each other, each of one part or several. */
public final class BarChart {

    private static final double WIDTH = Svg.WIDTH;
    private static final double TOP = 4;
    private static final double STEP = 22;

    private final String title;
    private final Measure measure;
    private final List<Row> rows = new ArrayList<>();

    /** A chart with a name. */
    public BarChart(String title, Measure measure) {
        this.title = title;
        this.measure = measure;
    }

    /**
     * A part of a bar.
     *
     * @param style its colour
     * @param length how long it is; not below zero
     */
    public record Part(String style, double length) {}

    private record Row(String words, List<Part> parts, String shown) {}

    /** Adds a bar with what is written behind it. */
    public BarChart row(String words, String style, double length, String shown) {
        return row(words, List.of(new Part(style, length)), shown);
    }

    /** Adds a bar of several parts. */
    public BarChart row(String words, List<Part> parts, String shown) {
        rows.add(new Row(words, List.copyOf(parts), shown));
        return this;
    }

    /** The picture; the description tells in a sentence what is to be seen. */
    public String svg(String description) {
        double low = 0;
        double high = 0;
        for (Row row : rows) {
            low = Math.min(low, sum(row, -1));
            high = Math.max(high, sum(row, 1));
        }
        Axis axis = Axis.of(low, high, 4, measure);
        RowWords words = RowWords.of(rows.stream().map(Row::words).toList());
        double left = words.left();
        double right = WIDTH
                - 10
                - rows.stream().map(Row::shown).mapToDouble(Widths::of).max().orElse(0);
        double step = words.step(STEP);
        double floor = TOP + rows.size() * step + 2;
        Svg svg = new Svg(WIDTH, floor + (measure.name().isEmpty() ? 20 : 36), title, description);
        double[] ticks = axis.ticks();
        for (int i = 0; i < ticks.length; i++) {
            double at = axis.place(ticks[i], left, right);
            svg.line(at, TOP, at, floor, ticks[i] == 0 ? "axis" : "rule");
            svg.tick(at, floor + 14, axis.label(i));
        }
        svg.text((left + right) / 2, floor + 30, "middle", "faint", measure.name());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            draw(row, words.write(row.words(), TOP + i * step, STEP, svg), axis, left, right, svg);
        }
        return svg.end();
    }

    private static void draw(Row row, double y, Axis axis, double left, double right, Svg svg) {
        double above = 0;
        double below = 0;
        for (Part part : row.parts()) {
            double from = part.length() < 0 ? below : above;
            double to = from + part.length();
            double at = axis.place(Math.min(from, to), left, right);
            double end = axis.place(Math.max(from, to), left, right);
            if (part.length() != 0) {
                svg.rect(at, y - 7, Math.max(1, end - at), 14, part.style());
            }
            if (part.length() < 0) {
                below = to;
            } else {
                above = to;
            }
        }
        svg.text(axis.place(above, left, right) + 5, y + 4, "start", "", row.shown());
    }

    private static double sum(Row row, int sign) {
        return row.parts().stream()
                .mapToDouble(Part::length)
                .filter(length -> length * sign > 0)
                .sum();
    }
}
