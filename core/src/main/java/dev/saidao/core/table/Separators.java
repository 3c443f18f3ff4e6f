package dev.saidao.core.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.Iterator;

/** The signs that stand between fields, and the first rows of a text under each. */
final class Separators {

    static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private Separators() {}

    /** The first rows of a text, up to where they turn out not to be separated so. */
    static RowBlock firstRows(String text, char separator, int most) {
        RowBlock block = new RowBlock(1 << 12, 1 << 8);
        try {
            Iterator<RowBlock> records = reader(separator, block, new java.io.StringReader(text));
            while (block.size() < most && records.hasNext()) {
                records.next();
            }
        } catch (CsvParseException e) {
            // those before are good
        }
        return block;
    }

    private static Iterator<RowBlock> reader(char separator, RowBlock block, Reader text) {
        return csv(separator).build(new RowBlock.Filler(block), text).iterator();
    }

    static CsvReader.CsvReaderBuilder csv(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true);
    }
}
