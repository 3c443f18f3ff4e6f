package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of the reader of tables. */
class TableReaderProperties {

    /** How a table is written. */
    enum Dialect {
        COMMAS(",", '.', "", "UTF-8", ""),
        GROUPED(",", '.', ",", "UTF-16", "Table 1\n\n"),
        SEMICOLONS(";", ',', ".", "windows-1252", "Übersicht\n"),
        FRENCH(";", ',', "\u00A0", "UTF-8", "Série;;;;\n"),
        TABS("\t", '.', " ", "GB18030", "表一\n单位:个\n"),
        SWISS("|", '.', "'", "UTF-8", "");

        private final String separator;
        private final char decimal;
        private final String group;
        private final String encoding;
        private final String preamble;

        Dialect(String separator, char decimal, String group, String encoding, String preamble) {
            this.separator = separator;
            this.decimal = decimal;
            this.group = group;
            this.encoding = encoding;
            this.preamble = preamble;
        }

        String write(BigDecimal number) {
            DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
            symbols.setDecimalSeparator(decimal);
            symbols.setGroupingSeparator(group.isEmpty() ? ' ' : group.charAt(0));
            DecimalFormat format = new DecimalFormat(group.isEmpty() ? "0.00" : "#,##0.00", symbols);
            return '"' + format.format(number) + '"';
        }
    }

    @Property(tries = 200)
    void read_anyDialectAndLayout_givesTheSameCells(
            @ForAll Dialect dialect,
            @ForAll boolean wide,
            @ForAll boolean newestFirst,
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = -99_999_999, max = 99_999_999) Integer> hundredths)
            throws IOException {
        Assume.that(hundredths.stream().anyMatch(value -> value % 100 != 0));
        List<BigDecimal> values = new ArrayList<>();
        List<Integer> years = new ArrayList<>();
        for (int i = 0; i < hundredths.size(); i++) {
            values.add(BigDecimal.valueOf(hundredths.get(i), 2));
            years.add(newestFirst ? 2024 - 2 * i : 1990 + 3 * i);
        }
        StringBuilder text = new StringBuilder(dialect.preamble);
        String sign = dialect.separator;
        if (wide) {
            text.append("\"item\"").append(sign).append("code");
            years.forEach(year -> text.append(sign).append(year));
            text.append("\nx").append(sign).append("7");
            values.forEach(value -> text.append(sign).append(dialect.write(value)));
            text.append('\n');
        } else {
            text.append("item")
                    .append(sign)
                    .append("year")
                    .append(sign)
                    .append("value")
                    .append('\n');
            for (int i = 0; i < values.size(); i++) {
                text.append("x")
                        .append(sign)
                        .append(years.get(i))
                        .append(sign)
                        .append(dialect.write(values.get(i)))
                        .append('\n');
            }
        }
        StatisticalTable table = read(text.toString().getBytes(Charset.forName(dialect.encoding)));

        assertThat(table.failures()).isEmpty();
        assertThat(table.observations())
                .extracting(o -> o.value().orElseThrow())
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(values);
        assertThat(table.observations())
                .extracting(TableObservation::time)
                .isEqualTo(years.stream().map(String::valueOf).toList());
    }

    /** Whatever the bytes are, the reader ends with a table or says that there is none. */
    @Property(tries = 300)
    void read_anyBytes_neverFailsOtherwise(@ForAll @Size(max = 400) byte[] bytes, @ForAll boolean headed)
            throws IOException {
        byte[] head = "id,2019,2020\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] all = new byte[bytes.length + (headed ? head.length : 0)];
        System.arraycopy(bytes, 0, all, all.length - bytes.length, bytes.length);
        if (headed) {
            System.arraycopy(head, 0, all, 0, head.length);
        }
        try {
            assertThat(read(all).observations()).isNotNull();
        } catch (TableException e) {
            assertThat(e.rule().en()).isNotBlank();
        }
    }

    private static StatisticalTable read(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        try {
            return TableReader.withDefaults().read(Files.write(file, bytes));
        } finally {
            Files.delete(file);
        }
    }
}
