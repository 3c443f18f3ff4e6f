package dev.saidao.core.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;

/**
 * Rows of a CSV file, one behind the other in one array, so that reading a file makes no string before somebody asks for it.
 * Once filled it is read only.
 */
final class RowBlock {

    /** As many as a sheet has. */
    static final int MOST_FIELDS = 16_384;
    /** Fields that are not longer are copied in one step, whatever their length. */
    private static final int SHORT = 8;

    private char[] chars;
    private int length;
    /** Where each field ends; it begins where the one before it ends. */
    private int[] fieldEnds;

    private int fieldCount;
    /** For each row the number of fields before it, and those before the next one behind the last. */
    private int[] firstFields = new int[64];

    private long[] lines = new long[64];
    private int size;

    RowBlock(int charCapacity, int fieldCapacity) {
        this.chars = new char[charCapacity];
        this.fieldEnds = new int[fieldCapacity];
    }

    /** The number of rows. */
    int size() {
        return size;
    }

    /** The line of the file in which a row begins, from 1. */
    long line(int row) {
        return lines[row];
    }

    int fieldCount(int row) {
        return firstFields[row + 1] - firstFields[row];
    }

    /** A field as it stands in the file. */
    String whole(int row, int place) {
        int field = firstFields[row] + place;
        return text(start(field), fieldEnds[field]);
    }

    /** A field without blanks around it. */
    String stripped(int row, int place) {
        return text(strippedStart(row, place), strippedEnd(row, place));
    }

    /** The place of a field among all fields of the block. */
    int field(int row, int place) {
        return firstFields[row] + place;
    }

    /** Where a field without blanks around it begins in {@link #chars}. */
    int strippedStart(int row, int place) {
        return strippedStart(firstFields[row] + place);
    }

    int strippedStart(int field) {
        int start = start(field);
        int end = fieldEnds[field];
        while (start < end && isBlank(chars[start])) {
            start++;
        }
        // of blanks alone nothing is left, and that stands where they begin
        return start == end ? start(field) : start;
    }

    /** Where a field without blanks around it ends in {@link #chars}. */
    int strippedEnd(int row, int place) {
        return strippedEnd(firstFields[row] + place);
    }

    int strippedEnd(int field) {
        int start = start(field);
        int end = fieldEnds[field];
        while (start < end && isBlank(chars[end - 1])) {
            end--;
        }
        return end;
    }

    /** Whether the first field of a row begins with a character. */
    boolean begins(int row, char first) {
        int start = fieldCount(row) == 0 ? 0 : strippedStart(row, 0);
        return fieldCount(row) > 0 && start < end(field(row, 0)) && chars[start] == first;
    }

    /** Whether a field without blanks around it is a text. */
    boolean is(int row, int place, String text) {
        int field = firstFields[row] + place;
        int start = strippedStart(field);
        int count = text.length();
        if (strippedEnd(field) - start != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (chars[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The year that a field of four digits without blanks around it is; 0 for any other. */
    int plainYear(int row, int place) {
        int field = firstFields[row] + place;
        int start = strippedStart(field);
        int end = strippedEnd(field);
        if (end - start != 4) {
            return 0;
        }
        int year = 0;
        for (int i = start; i < end; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            year = 10 * year + digit;
        }
        return year;
    }

    /** The number of characters of a field, with the blanks around it. */
    int length(int row, int place) {
        int field = firstFields[row] + place;
        return fieldEnds[field] - start(field);
    }

    /** Whether a field can be a time such as 2024, 2024-Q3: the quick way to know that most fields are none. */
    boolean maybeTime(int row, int place) {
        int start = strippedStart(row, place);
        int length = strippedEnd(row, place) - start;
        if (length < 4 || chars[start] < '1' || chars[start] > '2') {
            return false;
        }
        return length == 4 || !PlainNumbers.isPlain(chars, start, start + length);
    }

    /** Whether a field has the same characters in two rows, without the blanks around them. */
    boolean isSame(int row, int other, int place) {
        if (place >= fieldCount(row) || place >= fieldCount(other)) {
            return place >= fieldCount(row) && place >= fieldCount(other);
        }
        int field = firstFields[row] + place;
        int as = firstFields[other] + place;
        return isWhollySame(field, as)
                || Arrays.equals(
                        chars, strippedStart(field), strippedEnd(field), chars, strippedStart(as), strippedEnd(as));
    }

    /** Whether two fields are the same with the blanks around them: to see that takes less than to look for blanks first. */
    private boolean isWhollySame(int field, int as) {
        int start = start(field);
        int startAs = start(as);
        int length = fieldEnds[field] - start;
        if (length != fieldEnds[as] - startAs) {
            return false;
        }
        int i = 0;
        while (i < length && chars[start + i] == chars[startAs + i]) {
            i++;
        }
        return i == length;
    }

    /** A hash of a field without blanks around it, and of what was hashed before it; an empty field changes nothing. */
    long hash(int row, int place, long before) {
        int start = strippedStart(row, place);
        int end = strippedEnd(row, place);
        long hash = before;
        int i = start;
        // four characters at a time, as each step waits for the one before it
        for (; i + 3 < end; i += 4) {
            long four = chars[i] | (long) chars[i + 1] << 16 | (long) chars[i + 2] << 32 | (long) chars[i + 3] << 48;
            hash = hash * 0x9E3779B97F4A7C15L + four;
            hash ^= hash >>> 29;
        }
        for (; i < end; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + chars[i];
        }
        return end > start ? (hash + 0x7FFF_FFFFL) * 0xC2B2AE3D27D4EB4FL : hash;
    }

    /** Whether there is nothing but blanks in a field. */
    boolean isBlank(int row, int place) {
        int field = firstFields[row] + place;
        for (int i = start(field); i < fieldEnds[field]; i++) {
            if (!isBlank(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        // all blanks are in these two ranges, and to look there is quicker than to ask
        return (c <= ' ' || c == '\u00A0' || (c >= '\u1680' && c <= '\u3000'))
                && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** The same rows, with empty fields behind those that have fewer than a number of fields. */
    RowBlock padded(int width) {
        RowBlock padded = new RowBlock(Math.max(1, length), Math.max(1, Math.max(fieldCount, size * width)));
        for (int row = 0; row < size; row++) {
            padded.begin(lines[row]);
            for (int place = 0; place < Math.max(width, fieldCount(row)); place++) {
                int field = firstFields[row] + place;
                boolean there = place < fieldCount(row);
                padded.add(chars, there ? start(field) : 0, there ? fieldEnds[field] - start(field) : 0);
            }
            padded.end();
        }
        return padded;
    }

    /** The number of fields in all rows. */
    int fields() {
        return fieldCount;
    }

    int end(int field) {
        return fieldEnds[field];
    }

    int start(int field) {
        return field == 0 ? 0 : fieldEnds[field - 1];
    }

    private String text(int start, int end) {
        return start >= end ? "" : new String(chars, start, end - start);
    }

    /** The characters of all fields, one behind the other; not to be changed. */
    char[] chars() {
        return chars;
    }

    void begin(long line) {
        if (size + 2 > firstFields.length) {
            firstFields = Arrays.copyOf(firstFields, 2 * firstFields.length);
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        lines[size] = line;
    }

    void add(String field) {
        add(field.toCharArray(), 0, field.length());
    }

    void add(char[] from, int offset, int count) {
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + count));
        }
        if (count <= SHORT && offset + SHORT <= from.length && length + SHORT <= chars.length) {
            // what is copied too much is overwritten by the next field
            for (int i = 0; i < SHORT; i++) {
                chars[length + i] = from[offset + i];
            }
        } else {
            System.arraycopy(from, offset, chars, length, count);
        }
        length += count;
        if (fieldCount - firstFields[size] >= MOST_FIELDS) {
            throw new CsvParseException("a line has more than " + MOST_FIELDS + " fields");
        }
        if (fieldCount == fieldEnds.length) {
            fieldEnds = Arrays.copyOf(fieldEnds, 2 * fieldEnds.length);
        }
        fieldEnds[fieldCount++] = length;
    }

    void end() {
        firstFields[++size] = fieldCount;
    }

    /** Fills blocks with what a reader finds; each record that it builds is the block that holds it. */
    static final class Filler extends AbstractBaseCsvCallbackHandler<RowBlock> {

        private RowBlock block;

        Filler() {
            this(new RowBlock(1 << 10, 1 << 6));
        }

        Filler(RowBlock block) {
            this.block = block;
        }

        /** A new block, which is filled from now on, of the size that the last one came to. */
        RowBlock next() {
            block = new RowBlock(
                    Math.max(1 << 10, block.length + block.length / 8),
                    Math.max(1 << 6, block.fieldCount + block.fieldCount / 8));
            return block;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            block.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int count, boolean quoted) {
            block.add(buf, offset, count);
        }

        @Override
        protected RowBlock buildRecord() {
            // the reader asks for an empty line too before it leaves it out
            if (getRecordType() != RecordType.EMPTY) {
                block.end();
            }
            return block;
        }
    }
}
