package dev.saidao.core.text;

import static dev.saidao.core.text.PeriodNumbers.han;
import static dev.saidao.core.text.PeriodNumbers.isMonth;
import static dev.saidao.core.text.PeriodNumbers.number;
import static dev.saidao.core.text.PeriodNumbers.year;

import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.text.PeriodAtoms.Atom;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Fiscal years and years. */
final class YearForms extends PeriodForms {

    YearForms() {
        fiscalYears();
        years();
    }

    private void fiscalYears() {
        String fiscal =
                "(?:fye?|fiscal(?: years?)?|financial(?: years?)?|f\\.y\\.|budget year|geschäftsjahr|exercice)\\s*";
        String mark = "(?:\\s?\\(?[efap]\\)?(?![a-z0-9]))?";
        form(
                fiscal + "'?" + YEAR.replace("(?<![\\d.,])", "") + mark,
                m -> Atom.of(CalendarPart.fiscalYear(number(m, 1))));
        form(fiscal + SHORT + mark, m -> Atom.of(CalendarPart.fiscalYear(2000 + number(m, 1))));
        form(
                fiscal + "'?((?:19|20)?\\d\\d)\\s?[-/–—]\\s?'?((?:19|20)?\\d\\d)(?!\\d)",
                m -> fiscal(m.group(1), m.group(2)));
        form(
                YEAR
                        + "[-/–—]((?:19|20)?\\d\\d)(?!\\d)(?: (?:fiscal|financial|budget) year|\\s*财年|\\s*財年|年度|\\s*学年|\\s*學年)?(?!\\s?年(?!度))",
                m -> m.group(2).length() == 2
                                && isMonth(m.group(2))
                                && !m.group().matches(".*[年r]$")
                        ? null
                        : fiscal(m.group(1), m.group(2)));
        form(
                YEAR + "[-/](\\d\\d)\\s*(?:[-–—~]|to|至)\\s*" + YEAR.replace("(?<![\\d.,])", "") + "[-/](\\d\\d)(?!\\d)",
                m -> isMonth(m.group(2)) && isMonth(m.group(4)) ? null : fiscalSpan(m));
        form(YEAR + " (?:fiscal|financial)(?: year)?", m -> Atom.of(CalendarPart.fiscalYear(number(m, 1))));
        form(
                YEAR + "\\s*年?\\s*(?:财年|財年|财政年度|財政年度|会计年度|會計年度|회계연도)",
                m -> Atom.of(CalendarPart.fiscalYear(number(m, 1))));
        form("(?:20)?(\\d\\d)\\s?(?:财年|財年)", m -> Atom.of(CalendarPart.fiscalYear(2000 + number(m, 1))));
        form(JAPANESE_ERA + "年度", m -> inEra(m, year -> Atom.of(CalendarPart.fiscalYear(year))));
    }

    /** 2010/11-2019/20: the second is no month, so neither is. */
    private static @Nullable Atom fiscalSpan(Matcher m) {
        Atom first = fiscal(m.group(1), m.group(2));
        Atom last = fiscal(m.group(3), m.group(4));
        CalendarPart from = first == null ? null : first.part();
        CalendarPart to = last == null ? null : last.part();
        return from != null && to != null && from.year() < to.year() ? Atom.of(from, to) : null;
    }

    /** One fiscal year that names two years, which follow each other. */
    private static @Nullable Atom fiscal(String first, String second) {
        int from = year(first);
        boolean follows = second.length() == 2
                ? (from + 1) % 100 == Integer.parseInt(second)
                : from + 1 == Integer.parseInt(second);
        return follows ? Atom.of(CalendarPart.fiscalYearFrom(from)) : null;
    }

    private void years() {
        String mark =
                "(?:\\s?\\((?:e|f|a|p|est\\.?|estimated?|actual|forecast|projected|provisional|prov\\.?|preliminary|prelim\\.?|prel\\.?|revised|r|预测|预计|估计|實際|实际|初步)\\)|\\s?[efapbr](?![a-z0-9])|\\s?\\*{1,3})?";
        form(YEAR + "\\s*(?:年度|暦年|曆年|历年|年|년도|년)?" + mark, m -> Atom.of(number(m, 1)));
        form(
                YEAR + " \\[yr\\d{4}\\]",
                m -> m.group().endsWith("[yr" + m.group(1) + "]") ? Atom.of(number(m, 1)) : null);
        form(
                "(?:cy|yr|calendar year |the year |year |公元|西元|anno |año |ano |année |jahr )\\s?"
                        + YEAR.replace("(?<![\\d.,])", "") + "年?",
                m -> Atom.of(number(m, 1)));
        form("cy'?(\\d\\d)(?!\\d)", m -> Atom.of(2000 + number(m, 1)));
        form(HAN_YEAR + "年(?:度)?", m -> Atom.of(han(m.group(1))));
        form("(一九|二[〇零○])([〇零○一二三四五六七八九]{2})(?![年〇零○一二三四五六七八九十百千万亿点])", m -> Atom.of(han(m.group())));
        form(YEAR + " ?(?:года|году|год|г\\.)", m -> Atom.of(number(m, 1)));
        form("(民[國国]|中華民國)\\s?(\\d{2,3})\\s?年度?", m -> inEra(m, Atom::of));
        form(ERA, m -> inEra(m, Atom::of));
    }
}
