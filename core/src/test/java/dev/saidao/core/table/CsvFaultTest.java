package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import org.junit.jupiter.api.Test;

/** The messages of FastCSV 4.3.1 as it writes them where Java runs in Arabic. */
class CsvFaultTest {

    @Test
    void of_digitsOfAnotherScript_lineAndLimitAreRead() {
        CsvParseException fault = new CsvParseException(
                "Exception when reading record that started in line ٢",
                new IllegalStateException("The maximum buffer size of ١٦٧٧٧٢١٦ is insufficient"));

        TableException told = CsvFault.of("in.csv", 10, fault);

        assertThat(told)
                .hasMessage("in.csv:12: File must be CSV: field must have at most 16777216 characters; "
                        + "often a quotation mark opens and does not close");
        assertThat(told.rule().zh()).isEqualTo("in.csv:12: 文件须为 CSV:字段须不超过16777216个字符;常因引号未闭合");
    }

    @Test
    void of_characterIsADigitOfAnotherScript_isShownAsItIs() {
        CsvParseException fault = new CsvParseException(
                "Exception when reading record that started in line ١٢",
                new IllegalStateException("Unexpected character after closing quote: '٥'"));

        assertThat(CsvFault.of("in.csv", 0, fault))
                .hasMessageStartingWith("in.csv:12: ")
                .hasMessageEndingWith(": ٥");
    }

    @Test
    void of_unknownFault_isToldAsItIs() {
        assertThat(CsvFault.of("in.csv", 0, new CsvParseException("Something else")))
                .hasMessage("in.csv: File must be CSV: Something else");
    }
}
