package dev.saidao.samples.programs.page;

import java.util.ArrayList;
import java.util.List;

/** About how wide a text is in a picture; East Asian characters are as wide as high. */
final class Widths {

    private static final double EM = 12;
    private static final double LATIN = 0.54;

    private Widths() {}

    static double of(String text) {
        return text.codePoints().mapToDouble(Widths::of).sum();
    }

    /** The text, or what of it there is room for with an ellipsis behind it. */
    static String shortened(String text, double room) {
        if (of(text) <= room) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double width = EM;
        for (int c : text.codePoints().toArray()) {
            width += of(c);
            if (width > room) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().strip() + "…";
    }

    /** The text in at most so many lines; what there is no room for is left out with an ellipsis. */
    static List<String> lines(String text, double room, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String rest = text;
        for (String word : text.split("(?<=[ /:、,:])|(?<=[\\u2E80-\\uFFEF])")) {
            if (line.length() > 0 && of(line.toString() + word.strip()) > room && lines.size() < most - 1) {
                lines.add(line.toString().strip());
                rest = rest.substring(line.length());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(shortened(rest.strip(), room));
        return lines;
    }

    private static double of(int codePoint) {
        return codePoint >= 0x1100 ? EM : EM * LATIN;
    }
}
