package dev.saidao.core.text;

import static dev.saidao.core.text.PeriodNumbers.han;
import static dev.saidao.core.text.PeriodNumbers.number;
import static dev.saidao.core.text.PeriodNumbers.ordinal;
import static dev.saidao.core.text.PeriodNumbers.small;

import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.text.PeriodAtoms.Atom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quarters and halves of years, and spans of them. */
final class QuarterForms extends PeriodForms {

    private static final String HALF_WORD = "(?:half|halbjahr|hj\\.?|semestre|halfyear|half-year|semester|sem\\.)";
    private static final String QUARTER_WORD =
            "(?:quarter|qtr|quartal|vierteljahr|vj\\.?|trimestre|trim\\.|trimester|kvartal|kwartaal|kwartał|čtvrtletí|negyedév|çeyrek)";

    private static final String CENTURY = "(?<![\\d.,])([0-3]\\d)年";

    QuarterForms() {
        quarters();
        halves();
    }

    private void quarters() {
        form(YEAR + "[ -]?[-]?[qt]([1-4])(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form("(?<![\\d.,])(\\d\\d)q([1-4])(?!\\d)", m -> quarter(2000 + number(m, 1), number(m, 2)));
        form(YEAR + "[ -]([1-4])q(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(YEAR + ":q([1-4])(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(YEAR + "\\s*[년.]\\s*([1-4])/4\\s*(?:분기)?(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(
                YEAR + "\\s*年?第?\\s*([1-4一二三])\\s*[-–—~至、到]\\s*第?([2-4二三四])季度",
                m -> quarterSpan(number(m, 1), small(m.group(2)), small(m.group(3))));
        form(
                YEAR + "\\s*年第?([1-4一二三])季度[-–—~至到]第?([2-4二三四])季度",
                m -> quarterSpan(number(m, 1), small(m.group(2)), small(m.group(3))));
        // 24年 of two digits may be one of an era or a number of years, which have no 季度 and no 半年
        form(CENTURY + "第?([1-4一二三四])季度", m -> quarter(2000 + number(m, 1), small(m.group(2))));
        form("[qt]([1-4])(?:" + OF + "|/)" + YEAR, m -> quarter(number(m, 2), number(m, 1)));
        form("[qt]([1-4])[ '/-]*" + SHORT, m -> quarter(2000 + number(m, 2), number(m, 1)));
        form("([1-4])[qt]" + OF + YEAR, m -> quarter(number(m, 2), number(m, 1)));
        form("([1-4])[qt] ?" + SHORT, m -> quarter(2000 + number(m, 2), number(m, 1)));
        form(
                "(?:the )?" + ORDINAL + "(?:[ -]|(?<=\\.))" + QUARTER_WORD + OF + YEAR,
                m -> quarter(number(m, 2), ordinal(m.group(1))));
        form(YEAR + ",? (?:the )?" + ORDINAL + "[ -]" + QUARTER_WORD, m -> quarter(number(m, 1), ordinal(m.group(2))));
        form(YEAR + "\\s*[年년]?\\s*第?\\s*([1-4一二三四])\\s*(?:季度|季|四半期|분기)", m -> quarter(number(m, 1), small(m.group(2))));
        form(YEAR + "\\s*年\\s*q([1-4])(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(HAN_YEAR + "年第?([一二三四])季度", m -> quarter(han(m.group(1)), small(m.group(2))));
        form(YEAR + "\\s*年?\\s*[前首]([二两三])(?:季度?|[个個]季度)", m -> quarterSpan(number(m, 1), 1, small(m.group(2))));
        form(YEAR + "年q([1-4])\\s?[-–—至到]\\s?q([1-4])", m -> quarterSpan(number(m, 1), number(m, 2), number(m, 3)));
        form("q([1-4])\\s?[-–—]\\s?q([1-4])" + OF + YEAR, m -> quarterSpan(number(m, 3), number(m, 1), number(m, 2)));
        form(YEAR + " ?q([1-4])\\s?[-–—~]\\s?q([1-4])", m -> quarterSpan(number(m, 1), number(m, 2), number(m, 3)));
        form(
                "(?:the )?first three quarters of " + YEAR,
                m -> Atom.of(CalendarPart.quarter(number(m, 1), 1), CalendarPart.quarter(number(m, 1), 3)));
        form(
                "(i{1,3}|iv) (?:кв\\.?|квартал)а? " + YEAR + "(?: ?г\\.| года)?",
                m -> quarter(number(m, 2), List.of("i", "ii", "iii", "iv").indexOf(m.group(1)) + 1));
        form(
                "([1-4])-?й? (?:кв\\.?|квартал)а? " + YEAR + "(?: ?г\\.| года)?",
                m -> quarter(number(m, 2), number(m, 1)));
        form(ERA + "第?([1-4一二三四])(?:四半期|季度?)", m -> inEra(m, year -> quarter(year, small(m.group(3)))));
    }

    private static @Nullable Atom quarterSpan(int year, int first, int last) {
        return first >= last ? null : Atom.of(CalendarPart.quarter(year, first), CalendarPart.quarter(year, last));
    }

    private static @Nullable Atom quarter(int year, int quarter) {
        return quarter < 1 || quarter > 4 ? null : Atom.of(CalendarPart.quarter(year, quarter));
    }

    private void halves() {
        form(YEAR + "[ -]?[hs]([12])(?!\\d)", m -> half(number(m, 1), number(m, 2)));
        form("(?<![\\d.,])(\\d\\d)h([12])(?!\\d)", m -> half(2000 + number(m, 1), number(m, 2)));
        form("[hs]([12])/" + YEAR.replace("(?<![\\d.,])", ""), m -> half(number(m, 2), number(m, 1)));
        form("[hs]y?([12])" + OF + YEAR, m -> half(number(m, 2), number(m, 1)));
        form("h([12])[ '/-]*" + SHORT, m -> half(2000 + number(m, 2), number(m, 1)));
        form("([12])h" + OF + YEAR, m -> half(number(m, 2), number(m, 1)));
        form("([12])[hs] ?" + SHORT, m -> half(2000 + number(m, 2), number(m, 1)));
        form(
                "(?:the )?" + ORDINAL + "(?:[ -]|(?<=\\.))" + HALF_WORD + OF + YEAR,
                m -> half(number(m, 2), ordinal(m.group(1))));
        form(YEAR + ",? (?:the )?" + ORDINAL + "[ -]" + HALF_WORD, m -> half(number(m, 1), ordinal(m.group(2))));
        form(
                YEAR + "\\s*[年년]?\\s*([上下상하])\\s*(?:半年度?|반기|半期)",
                m -> half(number(m, 1), "上상".contains(m.group(2)) ? 1 : 2));
        form(YEAR + "\\s*年?\\s*h([12])(?!\\d)", m -> half(number(m, 1), number(m, 2)));
        form(CENTURY + "([上下])半年", m -> half(2000 + number(m, 1), m.group(2).equals("上") ? 1 : 2));
        form(HAN_YEAR + "年([上下])半年", m -> half(han(m.group(1)), m.group(2).equals("上") ? 1 : 2));
        form(YEAR + "\\s*[年]\\s*中期", m -> null);
    }

    private static @Nullable Atom half(int year, int half) {
        return half < 1 || half > 2 ? null : Atom.of(CalendarPart.half(year, half));
    }
}
