package dev.saidao.samples.programs.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which figures a relation holds together: figures on the left, relations on the right, a line for each membership. */
public final class FigureGraph {

    private static final double WIDTH = Svg.WIDTH;
    private static final double BOX = 152;
    private static final double HEIGHT = 56;
    private static final double STEP = 66;

    private final String title;
    private final Map<String, Node> figures = new LinkedHashMap<>();
    private final Map<String, Node> relations = new LinkedHashMap<>();

    /** A picture with a name. */
    public FigureGraph(String title) {
        this.title = title;
    }

    private record Node(String first, String second, String style, List<String> members) {}

    /** Adds a figure with its words and what is printed; one that cannot stand with the others is marked. */
    public FigureGraph figure(String id, String name, String printed, boolean isMarked) {
        figures.put(id, new Node(name, printed, isMarked ? "box bad" : "box", List.of()));
        return this;
    }

    /** Adds a relation that holds figures together. */
    public FigureGraph relation(String id, String name, String verdict, boolean isMarked, List<String> members) {
        relations.put(id, new Node(name, verdict, isMarked ? "edge bad" : "edge", List.copyOf(members)));
        return this;
    }

    /** The picture. */
    public String svg(String description) {
        int rows = Math.max(figures.size(), relations.size());
        Svg svg = new Svg(WIDTH, rows * STEP, title, description);
        List<String> ids = List.copyOf(figures.keySet());
        int i = 0;
        for (Node relation : relations.values()) {
            double y = place(i, relations.size(), rows);
            for (String member : relation.members()) {
                int at = ids.indexOf(member);
                if (at >= 0) {
                    svg.line(BOX, place(at, ids.size(), rows), WIDTH - BOX, y, relation.style());
                }
            }
            i++;
        }
        i = 0;
        for (Node figure : figures.values()) {
            box(0, place(i++, figures.size(), rows), figure, figure.style(), svg);
        }
        i = 0;
        for (Node relation : relations.values()) {
            String style = relation.style().endsWith("bad") ? "box bad" : "box";
            box(WIDTH - BOX, place(i++, relations.size(), rows), relation, style, svg);
        }
        return svg.end();
    }

    private static double place(int index, int count, int rows) {
        return (index + 0.5) * STEP * rows / count;
    }

    private static void box(double x, double y, Node node, String style, Svg svg) {
        svg.rect(x, y - HEIGHT / 2, BOX, HEIGHT, style);
        List<String> lines = Widths.lines(node.first(), BOX - 14, 2);
        double at = y - (lines.size() == 2 ? 12 : 4);
        for (String line : lines) {
            svg.text(x + 8, at, "start", "", line);
            at += 15;
        }
        svg.text(x + 8, at + 2, "start", "strong", Widths.shortened(node.second(), BOX - 18));
    }
}
