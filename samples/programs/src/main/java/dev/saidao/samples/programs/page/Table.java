package dev.saidao.samples.programs.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table: the first cell of each row names it. */
public final class Table {

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    private Table(String caption) {
        this.caption = caption;
    }

    /** A table with a caption, which may be empty. */
    public static Table of(String caption) {
        return new Table(caption);
    }

    /**
     * A column.
     *
     * @param title its heading
     * @param isNumber whether there are numbers in it
     */
    public record Column(String title, boolean isNumber) {}

    /**
     * A cell.
     *
     * @param text what it says
     * @param sort the number by which it is sorted; empty if by its text
     * @param link where it leads; empty if nowhere
     * @param id by which it is found; empty if it is not
     */
    public record Cell(String text, String sort, String link, String id) {

        /** A cell of text. */
        public static Cell of(String text) {
            return new Cell(text, "", "", "");
        }

        /** A number as it is shown, and as it is sorted. */
        public static Cell of(String text, double value) {
            return new Cell(text, Double.isFinite(value) ? Double.toString(value) : "NaN", "", "");
        }

        /** The cell that leads to a place of the page. */
        public Cell linked(String target) {
            return new Cell(text, sort, target, id);
        }

        /** The cell that can be led to. */
        public Cell named(String name) {
            return new Cell(text, sort, link, name);
        }
    }

    /** Adds columns of text. */
    public Table columns(String... titles) {
        Arrays.stream(titles).forEach(title -> columns.add(new Column(title, false)));
        return this;
    }

    /** Adds columns of numbers. */
    public Table numbers(String... titles) {
        Arrays.stream(titles).forEach(title -> columns.add(new Column(title, true)));
        return this;
    }

    /** Adds a row of text. */
    public Table row(String... texts) {
        rows.add(Arrays.stream(texts).map(Cell::of).toList());
        return this;
    }

    /** Adds a row. */
    public Table row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    public String caption() {
        return caption;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<List<Cell>> rows() {
        return rows;
    }

    /** What those are told who do not see it. */
    public String name() {
        return caption.isEmpty()
                ? columns.stream()
                        .map(Column::title)
                        .filter(title -> !title.isEmpty())
                        .collect(Collectors.joining(", "))
                : caption;
    }

    /** Whether a click on a heading sorts it. */
    public boolean isSortable() {
        return rows.size() > 3;
    }
}
