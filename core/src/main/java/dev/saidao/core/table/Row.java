package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Require;
import dev.saidao.core.text.MissingSigns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A row of a file with named columns. Its fields are taken out of the file when they are asked for.
 *
 * @since 0.1
 */
public final class Row {

    private final Columns columns;
    private final RowBlock block;
    private final int index;

    Row(Columns columns, RowBlock block, int index) {
        this.columns = columns;
        this.block = block;
        this.index = index;
    }

    /**
     * Returns a row that stands in no file, such as one that a program was sent.
     *
     * @param columns the heads of the columns
     * @param fields the fields, as they would be printed
     * @return the row, of line 1 of the file {@code row}
     * @throws IllegalArgumentException if a column is named twice; if there are more than 16,384 fields
     */
    public static Row of(List<String> columns, List<String> fields) {
        Map<String, Integer> places = new HashMap<>();
        for (String column : columns) {
            Require.that(places.put(column, places.size()) == null, "Column must be named once: %s", column);
        }
        Require.that(
                fields.size() <= RowBlock.MOST_FIELDS,
                "Fields must be %s at most: %s",
                RowBlock.MOST_FIELDS,
                fields.size());
        RowBlock block = new RowBlock(
                Math.max(1, fields.stream().mapToInt(String::length).sum()), Math.max(1, fields.size()));
        block.begin(1);
        for (String field : fields) {
            block.add(field);
        }
        block.end();
        return new Row(new Columns("row", List.copyOf(columns), places, 0, ','), block, 0);
    }

    /**
     * Returns a row that stands in no file.
     *
     * @param cells the fields by the heads of their columns
     * @return the row, of line 1 of the file {@code row}
     * @throws IllegalArgumentException if there are more than 16,384 fields
     */
    public static Row of(Map<String, String> cells) {
        return of(List.copyOf(cells.keySet()), List.copyOf(cells.values()));
    }

    /** {@return the file, as it was named} */
    public String file() {
        return columns.file();
    }

    /** {@return the line in which the row begins, from 1} */
    public long line() {
        return block.line(index) + columns.linesBefore();
    }

    /**
     * Returns the text of a column.
     *
     * @param column the head of the column
     * @return the text, without blanks around it; empty if there is no such column, or nothing in it
     */
    public String text(String column) {
        return text(columns.place(column));
    }

    /**
     * Returns the text of a column by its place.
     *
     * @param place the place, from 0; -1 for a column that is not there
     * @return the text, without blanks around it; empty if there is none
     */
    public String text(int place) {
        return place < 0 || place >= block.fieldCount(index) ? "" : block.stripped(index, place);
    }

    /**
     * Returns whether the text of a column is a certain one, which is quicker than to take it out of the file.
     *
     * @param place the place of the column, from 0; -1 for one that is not there
     * @param text the text
     * @return whether {@link #text(int)} is equal to it
     */
    public boolean is(int place, String text) {
        boolean there = place >= 0 && place < block.fieldCount(index);
        return there ? block.is(index, place, text) : text.isEmpty();
    }

    /**
     * Returns the year of a column that holds nothing but its four digits.
     *
     * @param place the place of the column, from 0; -1 for one that is not there
     * @return the year, 1 to 9999; 0 if the text is anything else
     */
    public int plainYear(int place) {
        return place < 0 || place >= block.fieldCount(index) ? 0 : block.plainYear(index, place);
    }

    /**
     * Returns the text of a column, unless it is a sign that there is no value.
     *
     * @param column the head of the column
     * @return the text; absent if it is empty, or one of the {@linkplain MissingSigns signs of a missing value}
     */
    public Optional<String> given(String column) {
        return Optional.of(text(column)).filter(text -> !MissingSigns.contains(text));
    }

    /**
     * Returns what the columns {@code name_en} and {@code name_zh} call what the row is about.
     *
     * @param id its id
     * @return the name in each language: as in the other where one is not said, the id where neither is
     */
    public Label name(String id) {
        Optional<String> en = given("name_en");
        Optional<String> zh = given("name_zh");
        return Label.of(en.or(() -> zh).orElse(id), zh.or(() -> en).orElse(id));
    }

    /**
     * Returns the number of a column, as it is printed: {@code 2,388}, {@code 12,5}, {@code −5}, {@code 1e+05}, {@code 33.1%}
     * (0.331). The decimal sign is settled by all numbers of the row; a number that nothing settles is refused, but for
     * {@code 1,234} and {@code 1.234} between commas, where the comma groups and the point is decimal.
     *
     * @param column the head of the column
     * @return the number; absent if there is no such column, or a sign that there is no value
     * @throws RowException if it is no number
     */
    public Optional<BigDecimal> number(String column) {
        return number(columns.place(column));
    }

    /**
     * Returns the number of a column by its place, as {@link #number(String)} reads it.
     *
     * @param place the place, from 0; -1 for a column that is not there
     * @return the number; absent if there is none
     * @throws RowException if it is no number
     */
    public Optional<BigDecimal> number(int place) {
        return cell(place).map(CellNumbers.Cell::number);
    }

    /** The number in a place, as {@link #number(int)} reads it. */
    Optional<CellNumbers.Cell> cell(int place) {
        String text = text(place);
        if (MissingSigns.contains(text)) {
            return Optional.empty();
        }
        CellNumbers settled = numbers();
        CellNumbers.Cell cell = settled.read(text);
        if (cell == null || cell.value() == null || !cell.flag().isEmpty()) {
            boolean unsettled = settled.isUnsettled(text);
            String shown = brief(text);
            throw new RowException(
                    column(place),
                    unsettled
                            ? Label.of(
                                    "Number can be read in two ways, as no other number of the row settles the decimal sign: "
                                            + shown,
                                    "该数字有两种读法,本行没有能确定小数点的数字:" + shown)
                            : Label.of(
                                    "Number must be digits, such as 12.5 or 2,388, or a sign that there is none, such as NA: "
                                            + shown,
                                    "须为数字,如 12.5 或 2,388,或表示缺失的符号,如 NA:" + shown));
        }
        return Optional.of(cell);
    }

    /** The place of a column, -1 if there is none. */
    int place(String column) {
        return columns.place(column);
    }

    /** The head of the column in a place, empty if it has none. */
    String column(int place) {
        return place >= 0 && place < columns.names().size() ? columns.names().get(place) : "";
    }

    private CellNumbers numbers() {
        CellNumbers settled = new CellNumbers();
        for (int place = 0; place < block.fieldCount(index); place++) {
            String text = text(place);
            // whole numbers may be years or ids, and settle nothing
            if (text.length() <= 60 && (text.indexOf(',') >= 0 || text.indexOf('.') >= 0)) {
                settled.see(text);
            }
        }
        settled.settle(String.valueOf(columns.separator()));
        return settled;
    }

    /** {@return all fields as they stand in the file, in the order of the columns} */
    public List<String> fields() {
        int count = block.fieldCount(index);
        List<String> fields = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            fields.add(block.whole(index, place));
        }
        return fields;
    }

    /**
     * Refuses the row if it has more or fewer fields than there are columns.
     *
     * @throws RowException if it does
     */
    public void requireWhole() {
        int count = block.fieldCount(index);
        int expected = columns.names().size();
        if (count != expected) {
            throw new RowException(
                    "",
                    Label.of("Row must have " + expected + " fields: " + count, "每行须有 " + expected + " 个字段:" + count));
        }
    }

    /**
     * Returns why this row could not be read.
     *
     * @param why says which column is at fault and what it must be
     * @return the failure, with the place of this row
     */
    public Failure failure(RowException why) {
        int place = columns.place(why.column());
        return new Failure(
                file(),
                line(),
                why.column(),
                place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1),
                shortened(place < 0 ? "" : text(place)),
                why.rule());
    }

    /**
     * Returns something that is to be said of this row, which was read all the same.
     *
     * @param note what is to be said
     * @return the note, with the place of this row
     */
    public Failure note(Label note) {
        return new Failure(file(), line(), "", OptionalInt.empty(), "", note);
    }

    /** A cell for a message. */
    static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
