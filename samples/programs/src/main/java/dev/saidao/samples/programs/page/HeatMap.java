package dev.saidao.samples.programs.page;

import java.util.List;
import java.util.Locale;

/** A square of numbers from −1 to 1, such as correlations, as colours. */
public final class HeatMap {

    private static final double WIDTH = 440;
    private static final double LEFT = 150;

    private HeatMap() {}

    /** The picture; cells that are not numbers stay empty. */
    public static String svg(String title, String description, List<String> names, double[][] values) {
        int n = names.size();
        double size = Math.min(36, (WIDTH - LEFT) / n);
        Svg svg = new Svg(WIDTH, n * size + 20, title, description);
        for (int i = 0; i < n; i++) {
            svg.text(0, (i + 0.5) * size + 4, "start", "", Widths.shortened((i + 1) + " " + names.get(i), LEFT - 6));
            svg.text(LEFT + (i + 0.5) * size, n * size + 14, "middle", "faint", String.valueOf(i + 1));
            for (int j = 0; j < n; j++) {
                double value = values[i][j];
                if (Double.isFinite(value)) {
                    String style = "cell " + (value < 0 ? "k2" : "k1");
                    svg.shade(LEFT + j * size, i * size, size, size, style, 0.06 + 0.6 * Math.min(1, Math.abs(value)));
                    if (size >= 26) {
                        svg.text(LEFT + (j + 0.5) * size, (i + 0.5) * size + 4, "middle", "", shown(value));
                    }
                }
            }
        }
        return svg.end();
    }

    private static String shown(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.equals("-0.0") ? "0.0" : text.replace('-', '\u2212');
    }
}
