package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.util.List;
import java.util.Locale;

/**
 * What a file was taken for.
 *
 * @param encoding the encoding, or {@code xlsx}
 * @param separator the sign between fields; the name of the sheet for {@code xlsx}
 * @param headLines the lines of the head
 * @param layout how values are laid out
 * @param timeColumn where the time is said
 * @param decimalSign the decimal sign
 * @param footLine the first line below the table; 0 if the table goes to the end
 * @since 0.1
 */
public record TableDialect(
        String encoding,
        String separator,
        List<Long> headLines,
        Layout layout,
        String timeColumn,
        char decimalSign,
        long footLine) {

    /**
     * How values are laid out.
     *
     * @since 0.1
     */
    public enum Layout {
        /** A column for each time. */
        WIDE("a column for each time", "每个时间一列"),
        /** A row for each value, or for each time. */
        LONG("the time in a column", "时间在一列中"),
        /** A row for each year, with columns for its months or quarters. */
        YEAR_BY_PART("a row for each year, a column for each part of it", "每年一行、每月或每季一列"),
        /** One time for all values, which the lines above the table say. */
        TIME_ABOVE("the time above the table", "时间在表格上方");

        private final Label label;

        Layout(String en, String zh) {
            this.label = Label.of(en, zh);
        }

        /** {@return what it is} */
        public Label label() {
            return label;
        }
    }

    /**
     * Creates one.
     *
     * @param encoding the encoding
     * @param separator the sign between fields
     * @param headLines the lines of the head
     * @param layout the layout
     * @param timeColumn where the time is said
     * @param decimalSign the decimal sign
     * @param footLine the first line below the table
     */
    public TableDialect {
        headLines = List.copyOf(headLines);
    }

    /**
     * Returns the dialect in one line.
     *
     * @param locale the reader's language
     * @return such as {@code UTF-8, separated by ";", head in line 3, a column for each time, decimal sign ","}
     */
    public String in(Locale locale) {
        boolean zh = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        String lines = headLines.isEmpty()
                ? "-"
                : headLines.size() == 1
                        ? String.valueOf(headLines.get(0))
                        : headLines.get(0) + "–" + headLines.get(headLines.size() - 1);
        String sign = separator.equals("\t") ? (zh ? "制表符" : "tab") : '"' + separator + '"';
        boolean sheet = encoding.equals("xlsx");
        return encoding
                + (zh ? (sheet ? ",工作表 " : ",分隔符 ") : (sheet ? ", sheet " : ", separator "))
                + sign
                + (zh ? ",标题行 " : ", head in line ")
                + lines
                + (zh ? "," : ", ")
                + layout.label().in(locale)
                + (timeColumn.isEmpty() ? "" : " (" + timeColumn + ")")
                + (zh ? ",小数点 \"" : ", decimal sign \"")
                + decimalSign
                + '"'
                + (footLine == 0 ? "" : (zh ? ",表下注释自第 " + footLine + " 行起" : ", notes from line " + footLine + " on"));
    }
}
