package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.RowFile;
import dev.saidao.core.table.Rows;
import dev.saidao.core.text.FigureFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {

    private static final String HEAD = "id,unit,start_value,start_year,end_value,end_year,rate";
    private static final String QUALIFIED = HEAD + ",start_qualifier,end_qualifier,rate_qualifier";
    private static final String RATED = HEAD + ",rate_from,rate_to";

    @TempDir
    private Path folder;

    @Test
    void parse_plainRow() throws IOException {
        ClaimRow row = row(HEAD, "c1,USD bn,1.50,2022,6.43,2032,15.7%");

        assertThat(row.id()).isEqualTo("c1");
        assertThat(base(row)).isEqualTo(printed("1.50", UnitMultiplier.BILLION, Unit.parse("USD")));
        assertThat(end(row)).isEqualTo(printed("6.43", UnitMultiplier.BILLION, Unit.parse("USD")));
        assertThat(rate(row)).isEqualTo(printed("15.7", UnitMultiplier.PERCENT, Unit.GROWTH_RATE));
        assertThat(row.firstYear()).isEqualTo(2022);
        assertThat(row.lastYear()).isEqualTo(2032);
        assertThat(row.missing()).isEmpty();
        assertThat(row.notes()).isEmpty();
        assertThat(row.claim()).isPresent();
    }

    /** A growth at the start is of the year of the start if its year is left out; one of another year says nothing. */
    @Test
    void parse_startGrowth() throws IOException {
        String head = HEAD + ",start_growth,start_growth_year";
        String claim = "c,USD bn,112.0,2024,171.4,2030,8.0%,";

        assertThat(row(head, claim + "12.0%,").startGrowth().orElseThrow().year())
                .isEqualTo(2024);
        ClaimRow after = row(head, claim + "12.0%,2025");
        assertThat(after.startGrowth().orElseThrow().year()).isEqualTo(2025);
        assertThat(after.startGrowth().orElseThrow().rate().printed())
                .isEqualTo(printed("12.0", UnitMultiplier.PERCENT, Unit.GROWTH_RATE));
        assertThat(after.claim().orElseThrow().startGrowth()).isEqualTo(after.startGrowth());
        assertThat(row(head, claim + ",").startGrowth()).isEmpty();
        ClaimRow other = row(head, claim + "12.0%,2020");
        assertThat(other.startGrowth()).isEmpty();
        assertThat(other.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.en())
                        .isEqualTo("start_growth is passed over, since it is not of 2024 or 2025: 2020"));
        assertThat(failure(head, claim + "twelve,").column()).isEqualTo("start_growth");
    }

    /** Plain rates are read by a short way; it must lead where the reader of figures leads. */
    @ParameterizedTest
    @ValueSource(strings = {"9.7%", "-7.35%", "0%", "00.50%", "0456%", "100%", "12345678901234567%"})
    void parse_plainRate_isWhatFiguresAre(String text) throws IOException {
        PrintedNumber expected = FigureFormat.english().parse(text, Unit.GROWTH_RATE);

        assertThat(rate(row(HEAD, "c,USD bn,1,2022,2,2032," + text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "-%", "--5%", "5.%%", "1e%", "growth"})
    void parse_rateThatIsNone_isRefused(String text) throws IOException {
        assertThat(failure(HEAD, "c,USD bn,1,2022,2,2032," + text).column()).isEqualTo("rate");
    }

    @Test
    void parse_rowsOfOtherUnits_eachInItsOwn() throws IOException {
        Rows<ClaimRow> rows = rows(
                HEAD,
                "a,USD bn,1,2022,2,2032,7%",
                "b,亿元,1,2022,2,2032,7%",
                "c,GW,1,2022,2,2032,7%",
                "d,USD bn,1,2022,2,2032,7%");

        assertThat(rows.values())
                .extracting(row -> base(row).unit().toString() + " "
                        + base(row).multiplier().factor().toPlainString())
                .containsExactly(
                        "USD 1000000000",
                        "CNY 100000000",
                        base(rows.values().get(2)).unit() + " 1",
                        "USD 1000000000");
    }

    @Test
    void parse_twoUnits_thoseOfStartAndEnd() throws IOException {
        ClaimRow row = row(HEAD, "c,USD mn; USD bn,28.93,2023,44.48,2030,6.2%");

        assertThat(base(row).multiplier()).isEqualTo(UnitMultiplier.MILLION);
        assertThat(end(row).multiplier()).isEqualTo(UnitMultiplier.BILLION);
    }

    @Test
    void parse_numberWithItsOwnUnit_keepsIt() throws IOException {
        ClaimRow row = row(HEAD, "c,USD bn,€5 bn,2023,3200万,2030,6.2%");

        assertThat(base(row)).isEqualTo(printed("5", UnitMultiplier.BILLION, Unit.parse("EUR")));
        assertThat(end(row).value().value()).isEqualByComparingTo("32000000");
    }

    @Test
    void parse_noUnitColumn_numbersSayIt() throws IOException {
        ClaimRow row = row("id,start_value,start_year,end_value,end_year,rate", "c,\"2,388亿元\",2023,超过3000亿元,2026,8%");

        assertThat(base(row).value().value()).isEqualByComparingTo("238800000000");
        assertThat(end(row).qualifier()).isEqualTo(Qualifier.MORE_THAN);
    }

    @ParameterizedTest
    @CsvSource({"NA", "..", "—", "''"})
    void parse_signOfNoValue_isMissing(String sign) throws IOException {
        ClaimRow row = row(HEAD, "c,USD bn," + sign + ",2022,2," + sign + ",7%");

        assertThat(row.missing()).containsExactly("start_value", "end_year");
        assertThat(row.claim()).isEmpty();
    }

    @Test
    void parse_decimalComma_isSettledByTheRow() throws IOException {
        ClaimRow row = row(HEAD, "c,USD mn,\"1.234,5\",2022,\"2.345\",2032,\"6,6%\"");

        assertThat(base(row).value().value()).isEqualByComparingTo("1234500000");
        assertThat(end(row).value().value()).isEqualByComparingTo("2345000000");
        assertThat(rate(row).value().value()).isEqualByComparingTo("0.066");
    }

    @Test
    void parse_decimalCommaOfOneRow_saysNothingOfTheNext() throws IOException {
        Rows<ClaimRow> rows =
                rows(HEAD, "a,USD mn,\"1.234,5\",2022,\"2.345,0\",2032,\"6,6%\"", "b,USD mn,2.345,2022,3.5,2032,6.6%");

        assertThat(base(rows.values().get(1)).value().value()).isEqualByComparingTo("2345000");
    }

    @Test
    void parse_qualifiers_fromTheirColumns() throws IOException {
        ClaimRow row = row(QUALIFIED, "c,USD bn,1,2022,2,2032,7%,over,about,以上");

        assertThat(base(row).qualifier()).isEqualTo(Qualifier.MORE_THAN);
        assertThat(end(row).qualifier()).isEqualTo(Qualifier.ABOUT);
        assertThat(rate(row).qualifier()).isEqualTo(Qualifier.AT_LEAST);
    }

    @Test
    void parse_unknownQualifier_isNotedAndPassedOver() throws IOException {
        ClaimRow row = row(QUALIFIED, "c,USD bn,1,2022,2,2032,7%,blue,,");

        assertThat(base(row).qualifier()).isEqualTo(Qualifier.NONE);
        assertThat(row.notes()).hasSize(1);
        assertThat(row.notes().get(0).en()).contains("start_qualifier").contains("blue");
    }

    @Test
    void parse_opaqueUnit_isNotedOnce() throws IOException {
        ClaimRow row = row(HEAD, "c,glorps,1,2022,2,2032,7%");

        assertThat(base(row).unit().isOpaque()).isTrue();
        assertThat(row.notes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"FY22,FY24,2", "2022年6月,2024年6月,2", "2022-06-30,2024-06-30,2", "2021H1,2023H1,2"})
    void parse_times_wholeYearsApart(String start, String end, int years) throws IOException {
        ClaimRow row = row(HEAD, "c,USD bn,1," + start + ",2," + end + ",7%");

        assertThat(row.apart()).isEmpty();
        assertThat(row.lastYear() - row.firstYear()).isEqualTo(years);
    }

    @Test
    void parse_halfYearAgainstYear_isNoWholeNumberOfYears() throws IOException {
        ClaimRow row = row(HEAD, "c,USD bn,1,2024H1,2,2025,7%");

        assertThat(row.apart()).isPresent();
        assertThat(row.claim()).isEmpty();
    }

    @Test
    void parse_yearsOfTheRate() throws IOException {
        assertThat(row(RATED, "c,USD bn,1,2022,2,2032,7%,2023,2032").ratePeriod())
                .contains(ReferencePeriod.span(2023, 2032));
        assertThat(row(RATED, "c,USD bn,1,2022,2,2032,7%,2023-2032,").ratePeriod())
                .hasToString("Optional[2023/2032]");
        assertThat(row(RATED, "c,USD bn,1,2022,2,2032,7%,,").ratePeriod()).isEmpty();
        assertThat(failure(RATED, "c,USD bn,1,2022,2,2032,7%,2032,2023").column())
                .isEqualTo("rate_to");
    }

    @Test
    void parse_spanForAYear_isRefused() throws IOException {
        Failure failure = failure(HEAD, "c,USD bn,1,2022-2024,2,2032,7%");

        assertThat(failure.column()).isEqualTo("start_year");
        assertThat(failure.text()).isEqualTo("2022-2024");
        assertThat(failure.rule().zh()).contains("年份须为一个");
    }

    /** A plan is five years, and growth in it is counted from the year before: none of the six is the one meant. */
    @Test
    void parse_planForAYear_isRefusedWithItsYears_itsEndIsRead() throws IOException {
        Failure failure = failure(HEAD, "c,USD bn,1,十四五,2,2032,7%");

        assertThat(failure.column()).isEqualTo("start_year");
        assertThat(failure.rule().en()).isEqualTo("Year must be one, not 2021 to 2025: 十四五");
        assertThat(failure.rule().zh()).isEqualTo("年份须为一个,而非2021至2025年:十四五");
        assertThat(row(HEAD, "c,USD bn,1,十四五末,2,2030,14.9%").firstYear()).isEqualTo(2025);
    }

    @Test
    void parse_multiple_isARateOfItsOwnUnit() throws IOException {
        ClaimRow row = row(HEAD, "c,USD bn,1,2022,3,2032,3倍");

        assertThat(row.isMultiple()).isTrue();
    }

    @Test
    void parse_badRows_loseNoOther() throws IOException {
        Rows<ClaimRow> rows = rows(
                HEAD,
                "a,USD bn,1,2022,2,2032,7%",
                "b,USD bn,one and a bit,2022,2,2032,7%",
                "c,USD bn,1,2022,2",
                "d,USD bn,1,2022,2,2032,8%");

        assertThat(rows.values()).extracting(ClaimRow::id).containsExactly("a", "d");
        assertThat(rows.failures()).extracting(Failure::line).containsExactly(3L, 4L);
        assertThat(rows.failures()).extracting(Failure::column).containsExactly("start_value", "");
    }

    /** One number of a row with a decimal comma settles what a point means in the others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1,5\" | 2.345     | 6%        | 1.5  | 2345 | 0.06",
                "1.234   | \"2,5\"   | 6%        | 1234 | 2.5  | 0.06",
                "1.234   | 2.345     | \"6,6%\"  | 1234 | 2345 | 0.066",
                "1.234   | 2.345     | 6.6%      | 1.234 | 2.345 | 0.066",
            })
    void parse_decimalSign_isThatOfTheWholeRow(
            String start, String end, String rate, String expectedStart, String expectedEnd, String expectedRate)
            throws IOException {
        ClaimRow row = row(HEAD, "c,USD," + start + ",2022," + end + ",2032," + rate);

        assertThat(base(row).value().value()).isEqualByComparingTo(expectedStart);
        assertThat(end(row).value().value()).isEqualByComparingTo(expectedEnd);
        assertThat(rate(row).value().value()).isEqualByComparingTo(expectedRate);
    }

    /** A rate may be in points or a multiple, which says so; an amount of money is no rate. */
    @Test
    void parse_rateInAnotherUnit() throws IOException {
        assertThat(rate(row(HEAD, "c,USD bn,1,2022,2,2032,2.5个百分点")).unit()).isEqualTo(Unit.PERCENTAGE_POINTS);
        assertThat(rate(row(HEAD, "c,USD bn,1,2022,2,2032,翻一番")).unit()).isEqualTo(Unit.MULTIPLE);
        Failure failure = failure(HEAD, "c,USD bn,1,2022,2,2032,USD 5");
        assertThat(failure.column()).isEqualTo("rate");
        assertThat(failure.text()).isEqualTo("USD 5");
    }

    /** What was read of a cell before is kept, each with the word of its column and the meaning of its point. */
    @Test
    void parse_cellsThatRecur_eachWithItsWord() throws IOException {
        Rows<ClaimRow> rows = rows(
                QUALIFIED,
                "a,USD bn,€5 bn,2022,2,2032,7%,over,,over",
                "b,USD bn,€5 bn,2022,2,2032,7%,,,",
                "c,USD bn,€5 bn,2022,2,2032,7%,about,,about",
                "d,USD bn,€5 bn,2022,2,2032,7%,over,,over");

        assertThat(rows.values())
                .extracting(row -> base(row).qualifier())
                .containsExactly(Qualifier.MORE_THAN, Qualifier.NONE, Qualifier.ABOUT, Qualifier.MORE_THAN);
        assertThat(rows.values())
                .extracting(row -> rate(row).qualifier())
                .containsExactly(Qualifier.MORE_THAN, Qualifier.NONE, Qualifier.ABOUT, Qualifier.MORE_THAN);
    }

    @Test
    void parse_wordOfTheNumber_goesBeforeThatOfItsColumn() throws IOException {
        ClaimRow row = row(QUALIFIED, "c,USD bn,about 1,2022,2,2032,over 7%,over,,about");

        assertThat(base(row).qualifier()).isEqualTo(Qualifier.ABOUT);
        assertThat(rate(row).qualifier()).isEqualTo(Qualifier.MORE_THAN);
    }

    @ParameterizedTest
    @CsvSource({"in due course, start_year", "around, start_year"})
    void parse_wordsThatAreNoYear_areRefused(String words, String column) throws IOException {
        Failure failure = failure(HEAD, "c,USD bn,1," + words + ",2,2032,7%");

        assertThat(failure.column()).isEqualTo(column);
        assertThat(failure.rule().en()).contains(words);
    }

    /** Of two times only one may be known, or a part of a year. */
    @Test
    void parse_oneYearMissing_theOtherIsKept() throws IOException {
        ClaimRow row = row(HEAD, "c,USD bn,1,2024H1,2,,7%");

        assertThat(row.firstYear()).isEqualTo(2024);
        assertThat(row.lastYear()).isZero();
        assertThat(row.apart()).isEmpty();
        assertThat(row.missing()).containsExactly("end_year");
    }

    /** Years of a rate in one column are a span; one year alone does not say where the others are. */
    @Test
    void parse_yearsOfTheRate_inOneColumn() throws IOException {
        assertThat(row(RATED, "c,USD bn,1,2022,2,2032,7%,,2023-2032").ratePeriod())
                .hasToString("Optional[2023/2032]");
        assertThat(row(RATED, "c,USD bn,1,2022,2,2032,7%,2023,").ratePeriod()).isEmpty();
        assertThat(row(RATED, "c,USD bn,1,2022,2,2032,7%,FY23,FY32").ratePeriod())
                .contains(ReferencePeriod.span(2023, 2032));
        assertThat(failure(RATED, "c,USD bn,1,2022,2,2032,7%,2023,2023").rule().en())
                .isEqualTo("Last year of the rate must be later than the first: 2023 to 2023");
        assertThat(failure(RATED, "c,USD bn,1,2022,2,2032,7%,,soon").column()).isEqualTo("rate_to");
        assertThat(failure(RATED, "c,USD bn,1,2022,2,2032,7%,soon,").column()).isEqualTo("rate_from");
        assertThat(failure(RATED, "c,USD bn,1,2022,2,2032,7%,2023,20x2").column())
                .isEqualTo("rate_to");
    }

    private Rows<ClaimRow> rows(String head, String... lines) throws IOException {
        Path file = folder.resolve("claims.csv");
        Files.writeString(file, head + "\n" + String.join("\n", lines) + "\n");
        try (RowFile rows = RowFile.open(file, ClaimReader.COLUMNS)) {
            return rows.readAll(ClaimReader.of(rows.columns(), ReadingConvention.strict()));
        }
    }

    private ClaimRow row(String head, String line) throws IOException {
        Rows<ClaimRow> rows = rows(head, line);
        assertThat(rows.failures()).isEmpty();
        return rows.values().get(0);
    }

    private Failure failure(String head, String line) throws IOException {
        Rows<ClaimRow> rows = rows(head, line);
        assertThat(rows.values()).isEmpty();
        return rows.failures().get(0);
    }

    private static PrintedNumber printed(String digits, UnitMultiplier multiplier, Unit unit) {
        return PrintedNumber.of(digits, multiplier, unit, Qualifier.NONE);
    }

    private static PrintedNumber base(ClaimRow row) {
        return row.base().orElseThrow().printed();
    }

    private static PrintedNumber end(ClaimRow row) {
        return row.end().orElseThrow().printed();
    }

    private static PrintedNumber rate(ClaimRow row) {
        return row.rate().orElseThrow().printed();
    }
}
