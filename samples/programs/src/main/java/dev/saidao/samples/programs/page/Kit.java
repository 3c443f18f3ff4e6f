package dev.saidao.samples.programs.page;

import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.DisplayFormat;
import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the components of a page in one language. */
public final class Kit {

    private static final Pattern INTERVAL = Pattern.compile("[\\[(]([^\\s\\[(]+), ([^\\s\\])]+)[\\])]");

    private static final String A_YEAR = "年均";

    private final Locale locale;
    private final DisplayFormat numbers;

    private Kit(Locale locale) {
        this.locale = locale;
        this.numbers = DisplayFormat.of(locale);
    }

    /** The kit for a language: Chinese, or English for every other one. */
    public static Kit of(Locale locale) {
        return new Kit(locale);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** How numbers are shown to its readers. */
    public DisplayFormat numbers() {
        return numbers;
    }

    /** The text of the language. */
    public String text(String en, String zh) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    /** A label in the language. */
    public String in(Label label) {
        return label.in(locale);
    }

    /** Texts one after another, as the language lists them. */
    public String list(List<String> texts) {
        return String.join(text(", ", "、"), texts);
    }

    /** What is known of a quantity, in words: about how much, and between what ends it lies. */
    public String known(BoundedQuantity quantity) {
        String range = range(quantity.bounds(), quantity.unit());
        String shown = numbers.format(quantity);
        if (quantity.point().isEmpty()) {
            return range;
        }
        String point = about(numbers.format(quantity.pointQuantity().orElseThrow()));
        return INTERVAL.matcher(shown).find() ? point + text(" (", "(") + range + text(")", ")") : point;
    }

    /** A number that was rounded, with a word for that. */
    public String about(String shown) {
        if (!shown.startsWith("≈ ")) {
            return shown;
        }
        String rest = shown.substring(2);
        return rest.startsWith(A_YEAR) ? A_YEAR + "约" + rest.substring(A_YEAR.length()) : text("about ", "约") + rest;
    }

    /** Between what ends a number lies, in words. */
    public String range(Bounds bounds, Unit unit) {
        String shown = numbers.format(bounds, unit);
        Matcher interval = INTERVAL.matcher(shown);
        if (!interval.find()) {
            return shown;
        }
        String low = interval.group(1);
        String high = interval.group(2);
        String words;
        if (low.equals(high)) {
            words = low;
        } else if (high.equals("∞")) {
            // 13.79 times or more, any number of persons
            String behind = shown.substring(interval.end());
            boolean isOpen = low.equals("-∞");
            return isOpen
                    ? text("any number", "任意数")
                            + (behind.isEmpty() ? "" : text(" of", "量的") + text(behind, behind.strip()))
                    : shown.substring(0, interval.start()) + low + behind + text(" or more", "以上");
        } else if (low.equals("-∞") || (low.equals("0") && !bounds.isLowerClosed())) {
            words = text("up to ", "不超过") + high;
        } else {
            words = low + text(" to ", "—") + high;
        }
        return shown.substring(0, interval.start()) + words + shown.substring(interval.end());
    }

    /** An id that is unique although both languages stand in the file. */
    public String id(String id) {
        return locale.getLanguage() + "-" + id;
    }

    /** An empty body. */
    public Body body(String title, String lead) {
        return new Body(this, title, lead);
    }

    // ---- components ----

    /** A paragraph. */
    public Content paragraph(String text) {
        return Templates.of("paragraph", new Paragraph(text, ""));
    }

    /** A heading within a section. */
    public Content heading(String text) {
        return Templates.of("heading", new Paragraph(text, ""));
    }

    /** A paragraph in small print. */
    public Content note(String text) {
        return Templates.of("paragraph", new Paragraph(text, "note"));
    }

    /** A pill with a word in it, such as a verdict. */
    public Content badge(String text, String style) {
        return Templates.of("badge", new Paragraph(text, style));
    }

    /** The pill of a verdict. */
    public Content badge(Verdict verdict) {
        return badge(in(verdict.text()), verdict.code());
    }

    /** Pills with the signs of progress before them. */
    public Content marks(List<Mark> marks) {
        return Templates.of("marks", new Marks(marks));
    }

    /** Numbers that stand out, with what they count. */
    public Content tiles(List<Tile> tiles) {
        return Templates.of("tiles", new Tiles(tiles));
    }

    /** What is known, each with its name before it. */
    public Content values(List<Value> values) {
        return Templates.of("values", new Values(values));
    }

    /** A box with a heading and, if it has one, a pill. */
    public Content card(String style, String title, List<Content> parts) {
        return Templates.of("card", new Card(style, title, List.copyOf(parts)));
    }

    /** Boxes side by side, as many as there is room for. */
    public Content grid(List<Content> cards) {
        return Templates.of("grid", new Grid("grid", List.copyOf(cards)));
    }

    /** Small boxes side by side. */
    public Content smallGrid(List<Content> cards) {
        return Templates.of("grid", new Grid("grid small", List.copyOf(cards)));
    }

    /** What is folded away until its summary is clicked. */
    public Content drawer(String summary, List<Content> parts) {
        return Templates.of("drawer", new Drawer("", "", summary, List.copyOf(parts), false));
    }

    /** What can be folded away, and is unless it is to be open; a link that leads to it opens it. */
    public Content drawer(String id, String style, String summary, List<Content> parts, boolean isOpen) {
        return Templates.of("drawer", new Drawer(id(id), style, summary, List.copyOf(parts), isOpen));
    }

    /** A link to a place of the page. */
    public Content link(String id, String text) {
        return Templates.of("link", new Link(id(id), text));
    }

    /** A text in which places lead to what is said of them, and beside it that. */
    public Content reading(List<List<Piece>> paragraphs, List<Content> beside, String besideName) {
        return Templates.of("reading", new Reading(paragraphs, List.copyOf(beside), besideName));
    }

    /** How a number follows, folded away. */
    public Content derivation(Derivation derivation) {
        return derivation(text("How this follows", "推导过程"), derivation);
    }

    /** How a number follows, folded away behind words of one's own. */
    public Content derivation(String summary, Derivation derivation) {
        return drawer(summary, List.of(steps(derivation.toText(locale))));
    }

    /** Lines as they were written. */
    public Content steps(String text) {
        return Templates.of("steps", new Paragraph(text, ""));
    }

    /** A table; if it has more than three rows, it can be sorted by a click on a heading. */
    public Content table(Table table) {
        return Templates.of("table", table);
    }

    /** Squares in colours from -1 to 1 with their numbers in them. */
    public Content heatMap(HeatMap map) {
        return Templates.of("heat", map);
    }

    /** A picture with its name, what its colours mean, and its numbers as a table. */
    public Content chart(Chart chart) {
        return Templates.of("chart", new NamedChart(chart, text("Data as a table", "数据表")));
    }

    /** A sentence in which something is put right. */
    public Content correction(Correction correction) {
        return Templates.of("correction", correction);
    }

    /** A place that the script of the page fills, with what is said where scripts do not run. */
    public Content place(String name, String otherwise) {
        return Templates.of("place", new Paragraph(otherwise, name));
    }

    // ---- what the templates are given ----

    /** A text and its style. */
    public record Paragraph(String text, String style) {}

    /** A text with a sign of progress, in the colour of a style. */
    public record Mark(String text, String style, Sign sign) {}

    /** Texts with signs of progress. */
    public record Marks(List<Mark> marks) {}

    /** A number that stands out. */
    public record Tile(String number, String text, String style) {}

    /** Numbers that stand out. */
    public record Tiles(List<Tile> tiles) {}

    /** What is known, and how it follows if that is to be shown. */
    public record Value(String what, String value, List<Content> more) {

        /** Without more. */
        public static Value of(String what, String value) {
            return new Value(what, value, List.of());
        }
    }

    /** What is known. */
    public record Values(List<Value> values) {}

    /** A box. */
    public record Card(String style, String title, List<Content> parts) {}

    /** Boxes. */
    public record Grid(String style, List<Content> cards) {}

    /** What is folded away. */
    public record Drawer(String id, String style, String summary, List<Content> parts, boolean isOpen) {}

    /** A link. */
    public record Link(String target, String text) {}

    /**
     * A piece of a text.
     *
     * @param text its characters
     * @param style how it is underlined; empty if it leads nowhere
     * @param id by which it is found
     * @param target where it leads
     * @param title what is said of it in a word
     */
    public record Piece(String text, String style, String id, String target, String title) {

        /** Text that leads nowhere. */
        public static Piece of(String text) {
            return new Piece(text, "", "", "", "");
        }
    }

    /** A text, and what stands beside it. */
    public record Reading(List<List<Piece>> paragraphs, List<Content> beside, String besideName) {}

    /**
     * Numbers from -1 to 1 as squares.
     *
     * @param title its name
     * @param names the names of rows and columns
     * @param values the numbers; not a number where there is none
     */
    public record HeatMap(String title, List<String> names, List<List<Double>> values) {

        /** The number as it is shown. */
        public String shown(int row, int column) {
            double value = values.get(row).get(column);
            return Double.isFinite(value)
                    ? String.format(Locale.ROOT, "%.2f", Math.rint(value * 100) / 100 + 0.0)
                    : "–";
        }

        /** The class of the colour: n4 to n1, z, p1 to p4. */
        public String style(int row, int column) {
            double value = values.get(row).get(column);
            int step = Double.isFinite(value) ? (int) Math.round(Math.min(1, Math.abs(value)) * 4) : 0;
            return step == 0 ? "z" : (value < 0 ? "n" : "p") + step;
        }
    }

    /** A picture with the word for its data. */
    public record NamedChart(Chart chart, String dataWord) {}

    /** A sentence in which one part is struck out and another put there. */
    public record Correction(String before, String wrong, String right, String after) {}
}
