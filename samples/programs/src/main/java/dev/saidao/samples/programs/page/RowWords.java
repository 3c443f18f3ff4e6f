package dev.saidao.samples.programs.page;

import java.util.List;

/** Where the words of the rows of a chart stand: before the rows if they are short, else above them, so that none is cut. */
final class RowWords {

    private static final double MOST_BEFORE = 104;
    private static final double GAP = 8;
    private static final double LINE = 16;

    private final double width;
    private final boolean isAbove;

    private RowWords(double width, boolean isAbove) {
        this.width = width;
        this.isAbove = isAbove;
    }

    static RowWords of(List<String> words) {
        double longest = words.stream().mapToDouble(Widths::of).max().orElse(0);
        boolean isAbove = longest > MOST_BEFORE;
        return new RowWords(isAbove ? 0 : longest, isAbove);
    }

    /** Where the rows begin. */
    double left() {
        return isAbove ? GAP : width + GAP + 4;
    }

    /** How high a row is whose bar needs a height. */
    double step(double bar) {
        return isAbove ? bar + LINE : bar;
    }

    /** Writes the words of a row that begins at a height, and tells where the middle of its bar is. */
    double write(String words, double top, double bar, Svg svg) {
        if (isAbove) {
            // beside the axis, and over the lines of the grid
            double at = GAP + 5;
            svg.text(at, top + LINE - 4, "start", "above", Widths.shortened(words, Svg.WIDTH - at));
            return top + LINE + bar / 2 - 2;
        }
        svg.text(0, top + bar / 2 + 4, "start", "", words);
        return top + bar / 2;
    }
}
