package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A row of a file with named columns. Its fields are taken out of the file when they are asked for. */
public final class Row {

    private final Columns columns;
    private final RowBlock block;
    private final int index;

    Row(Columns columns, RowBlock block, int index) {
        this.columns = columns;
        this.block = block;
        this.index = index;
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
     * Returns the text of a column, unless it is a sign that there is no value.
     *
     * @param column the head of the column
     * @return the text; absent if it is empty, or one of the {@linkplain MissingSigns signs of a missing value}
     */
    public Optional<String> given(String column) {
        return Optional.of(text(column)).filter(text -> !MissingSigns.contains(text));
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

    static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
