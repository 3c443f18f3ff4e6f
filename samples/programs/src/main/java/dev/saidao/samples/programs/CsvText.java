package dev.saidao.samples.programs;

/** Rows of CSV as text (RFC 4180), for many rows a second; fields that need it are quoted. */
final class CsvText {

    private final StringBuilder text = new StringBuilder(1 << 18);
    private boolean inRow;

    /** A field that is known to need no quotes, such as a number. */
    CsvText plain(String field) {
        if (inRow) {
            text.append(',');
        }
        inRow = true;
        text.append(field);
        return this;
    }

    CsvText field(String field) {
        if (!needsQuotes(field)) {
            return plain(field);
        }
        plain("");
        text.append('"');
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '"') {
                text.append('"');
            }
            text.append(c);
        }
        text.append('"');
        return this;
    }

    CsvText endRow() {
        text.append('\n');
        inRow = false;
        return this;
    }

    private static boolean needsQuotes(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
