package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.audit.ClaimReader;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.figure.ReadingConvention;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final List<String> COLUMNS =
            List.of("id", "unit", "start_value", "start_year", "end_value", "end_year", "rate");

    @Test
    void of_readsAsARowOfAFile() {
        Row row = Row.of(COLUMNS, List.of(" a ", "CNY bn", "10", "2021", "21.97", "2024", "30%"));

        assertThat(row.text("id")).isEqualTo("a");
        assertThat(row.number("end_value").orElseThrow()).isEqualByComparingTo("21.97");
        assertThat(row.line()).isEqualTo(1);
        assertThat(row.file()).isEqualTo("row");
        // 10 × 1.3³ = 21.97
        assertThat(GrowthClaimAuditor.withDefaults()
                        .verdict(ClaimReader.of(COLUMNS, ReadingConvention.withDefaults())
                                .parse(row)
                                .claim()
                                .orElseThrow()))
                .isEqualTo(Verdict.AGREES);
    }

    @Test
    void of_cells_haveNoOrder() {
        Row row = Row.of(Map.of("unit", "Peru", "x", "1,234"));

        assertThat(row.text("unit")).isEqualTo("Peru");
        assertThat(row.number("x").orElseThrow()).isEqualByComparingTo("1234");
        assertThat(row.text("y")).isEmpty();
    }

    @Test
    void of_fewerFields_isNotWhole() {
        Row row = Row.of(List.of("id", "value"), List.of("a"));

        assertThat(row.text("value")).isEmpty();
        assertThatThrownBy(row::requireWhole).isInstanceOf(RowException.class);
    }

    @Test
    void isAndPlainYear_lookAtTheFieldWithoutBlanks() {
        Row row = Row.of(List.of("unit", "year", "later", "none"), List.of("  亿元 ", "\u00A02024 ", "2024-25"));

        assertThat(row.is(0, "亿元")).isTrue();
        assertThat(row.is(0, "亿")).isFalse();
        assertThat(row.is(0, "亿元人")).isFalse();
        assertThat(row.is(3, "")).isTrue();
        assertThat(row.is(-1, "")).isTrue();
        assertThat(row.is(-1, "亿元")).isFalse();
        assertThat(row.plainYear(1)).isEqualTo(2024);
        assertThat(row.plainYear(0)).isZero();
        assertThat(row.plainYear(2)).isZero();
        assertThat(row.plainYear(3)).isZero();
        assertThat(row.plainYear(-1)).isZero();
        assertThat(Row.of(List.of("year"), List.of("２０２４")).plainYear(0)).isZero();
    }

    @Test
    void of_refusals() {
        assertThatThrownBy(() -> Row.of(List.of("id", "id"), List.of("a", "b")))
                .hasMessage("Column must be named once: id");
        assertThatThrownBy(() -> Row.of(List.of("id"), Collections.nCopies(16_385, "")))
                .hasMessage("Fields must be 16384 at most: 16385");
    }
}
