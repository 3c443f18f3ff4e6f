package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class CsvTextProperties {

    /** The examples of OWASP's page on CSV injection, and figures as they are printed. */
    @Example
    void cells_thatASpreadsheetWouldRun_areText() {
        for (String cell : List.of(
                "=cmd|' /C calc'!A0",
                "=1+2",
                "@SUM(1+9)*cmd|' /C calc'!A0",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "\t=1+2",
                "-HYPERLINK(1)")) {
            assertThat(new CsvText().field(cell).endRow().toString()).isEqualTo("'" + cell + "\n");
        }
        for (String cell : List.of("-0.3%", "+5.2 points", "-", "=", "-12", "近3万人", "", "a=b", "'quoted'")) {
            assertThat(new CsvText().field(cell).endRow().toString()).isEqualTo(cell + "\n");
        }
    }

    /** What is written is read back as it was, by a library; but for the apostrophe before what a spreadsheet would run. */
    @Property
    void field_readBack_isTheSame(@ForAll @Size(min = 2, max = 5) List<@NotEmpty String> fields) {
        CsvText text = new CsvText();
        List<String> clean = fields.stream().map(CsvTextProperties::wellFormed).toList();
        clean.forEach(text::field);

        List<CsvRecord> read = CsvReader.builder().ofCsvRecord(text.endRow().toString()).stream()
                .toList();

        assertThat(read).hasSize(1);
        assertThat(read.get(0).getFields()).hasSameSizeAs(clean);
        for (int i = 0; i < clean.size(); i++) {
            assertThat(read.get(0).getField(i)).isIn(clean.get(i), "'" + clean.get(i));
        }
    }

    /** UTF-8 has no lone surrogates, so no file brings them in. */
    private static String wellFormed(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(result::appendCodePoint);
        return result.isEmpty() ? "-" : result.toString();
    }

    @Property
    void number_isThatOfDecimals(@ForAll @DoubleRange(min = -1e12, max = 1e12) double value) {
        agrees(value);
    }

    @Property
    void number_small_isThatOfDecimals(@ForAll @DoubleRange(min = -2, max = 2) double value) {
        agrees(value);
    }

    /** Within one unit of the last of 13 digits of the number rounded by decimals, and plain. */
    private static void agrees(double value) {
        String text = new CsvText().number(value).toString();

        assertThat(text).matches("-?[0-9]+(\\.[0-9]*[1-9])?");
        BigDecimal exact = new BigDecimal(value).round(new MathContext(13, RoundingMode.HALF_UP));
        assertThat(new BigDecimal(text).subtract(exact).abs()).isLessThanOrEqualTo(exact.ulp());
    }

    @Example
    void number_examples() {
        CsvText text = new CsvText();
        for (double value : new double[] {0, -0.0, 1, -10, 0.5, 0.00012, 100.25, 1e-5, 1e9, 999_999_999.5, 33.1}) {
            text.number(value);
        }
        text.number(Double.NaN).number(Double.POSITIVE_INFINITY).endRow();

        assertThat(text.toString()).isEqualTo("0,0,1,-10,0.5,0.00012,100.25,0.00001,1000000000,999999999.5,33.1,,\n");
        assertThat(new CsvText()
                        .plain("")
                        .among(0, 0.012)
                        .among(1, 0.000034)
                        .number(1)
                        .toString())
                .isEqualTo("0.012;0.000034,1");
        assertThat(new CsvText().brief(9.9996).toString()).isEqualTo("10");
        assertThat(new CsvText().brief(12_345.6).toString()).isEqualTo("12346");
    }
}
