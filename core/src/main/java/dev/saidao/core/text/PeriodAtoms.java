package dev.saidao.core.text;

import dev.saidao.core.figure.CalendarPart;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The smallest expressions of time: a year, a fiscal year, a half, a quarter, a month, a day, in many forms. */
final class PeriodAtoms {

    /**
     * A piece of time that was read.
     *
     * @param year the year
     * @param part the part of it, or null for the whole year
     * @param end the index behind the text
     * @param last the last part, where the words name two, such as January to June
     */
    record Atom(
            int year,
            @Nullable CalendarPart part,
            int end,
            @Nullable CalendarPart last) {

        static Atom of(int year) {
            return new Atom(year, null, 0, null);
        }

        static Atom of(CalendarPart part) {
            return new Atom(part.year(), part, 0, null);
        }

        static Atom of(CalendarPart first, CalendarPart last) {
            return new Atom(first.year(), first, 0, last);
        }

        Atom at(int index) {
            return new Atom(year, part, index, last);
        }
    }

    private record Form(Pattern pattern, Function<Matcher, @Nullable Atom> meaning) {}

    static final String YEAR = "(?<![\\d.,])((?:1[5-9]|2[01])\\d\\d)(?!\\d)";
    private static final String SHORT = "'?(\\d\\d)(?!\\d)";
    private static final String ERA = "(令和|平成|昭和|(?:中華)?民[國国])\\s?(\\d{1,3}|元)\\s?年";
    private static final String HAN_YEAR = "([一二][〇零○一二三四五六七八九]{3})";
    private static final List<List<String>> MONTHS = List.of(
            List.of("january", "jan", "januar", "janvier", "janv", "enero", "gennaio", "janeiro", "января", "январь"),
            List.of(
                    "february",
                    "feb",
                    "februar",
                    "février",
                    "févr",
                    "febrero",
                    "febbraio",
                    "fevereiro",
                    "февраля",
                    "февраль"),
            List.of("march", "mar", "märz", "mars", "marzo", "março", "марта", "март"),
            List.of("april", "apr", "avril", "avr", "abril", "aprile", "апреля", "апрель"),
            List.of("may", "mai", "mayo", "maggio", "maio", "мая", "май"),
            List.of("june", "jun", "juni", "juin", "junio", "giugno", "junho", "июня", "июнь"),
            List.of("july", "jul", "juli", "juillet", "juil", "julio", "luglio", "julho", "июля", "июль"),
            List.of("august", "aug", "août", "agosto", "августа", "август"),
            List.of(
                    "september",
                    "sep",
                    "sept",
                    "septembre",
                    "septiembre",
                    "settembre",
                    "setembro",
                    "сентября",
                    "сентябрь"),
            List.of(
                    "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro", "октября",
                    "октябрь"),
            List.of("november", "nov", "novembre", "noviembre", "novembro", "ноября", "ноябрь"),
            List.of(
                    "december",
                    "dec",
                    "dezember",
                    "dez",
                    "décembre",
                    "déc",
                    "diciembre",
                    "dicembre",
                    "dezembro",
                    "декабря",
                    "декабрь"));
    private static final String MONTH = monthWords();
    private static final String ORDINAL =
            "(first|second|third|fourth|1st|2nd|3rd|4th|1er|1re|2e|3e|4e|1ère|[234](?:è|e)me|premier|deuxième|troisième|quatrième|primer|segundo|tercer|cuarto|[1-4]\\.|[1-4]º)";
    private static final String HALF_WORD = "(?:half|halbjahr|hj\\.?|semestre|halfyear|half-year|semester|sem\\.)";
    private static final String QUARTER_WORD =
            "(?:quarter|qtr|quartal|vierteljahr|vj\\.?|trimestre|trim\\.|trimester|kvartal)";
    private static final String OF = "\\s*(?:of|de|du|del|,|'|-)?\\s*";

    /** Behind a part of a year: estimated, forecast, actual, provisional. */
    private static final Pattern MARK = Pattern.compile("[efap](?![a-z0-9])|\\s?\\([efap]\\)");

    private static final List<Form> FORMS = new ArrayList<>();

    static {
        days();
        months();
        quarters();
        halves();
        fiscalYears();
        years();
    }

    private PeriodAtoms() {}

    private static String monthWords() {
        List<String> words = new ArrayList<>();
        MONTHS.forEach(words::addAll);
        words.sort((a, b) -> b.length() - a.length());
        return "(" + String.join("|", words) + ")\\.?(?!\\p{L})";
    }

    /** Reads the longest expression of time that starts at a place of a folded text in lower case. */
    static Optional<Atom> at(String text, int index) {
        Atom best = null;
        for (Form form : FORMS) {
            Matcher matcher =
                    form.pattern.matcher(text).region(index, text.length()).useTransparentBounds(true);
            if (matcher.lookingAt() && (best == null || matcher.end() > best.end)) {
                Atom found = form.meaning.apply(matcher);
                if (found != null) {
                    best = found.at(matcher.end());
                }
            }
        }
        if (best != null
                && best.part != null
                && best.part.granularity() != CalendarPart.Granularity.DAY
                && MARK.matcher(text).region(best.end, text.length()).lookingAt()) {
            best = best.at(
                    text.startsWith("(", best.end) || text.startsWith(" ", best.end)
                            ? text.indexOf(')', best.end) + 1
                            : best.end + 1);
        }
        return Optional.ofNullable(best);
    }

    private static void form(String pattern, Function<Matcher, @Nullable Atom> meaning) {
        FORMS.add(new Form(Pattern.compile(pattern), meaning));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** A year of four digits or of two, which is of this century. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }

    private static @Nullable Atom day(int year, int month, int day) {
        try {
            return Atom.of(CalendarPart.day(LocalDate.of(year, month, day)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Atom days(@Nullable Atom first, @Nullable Atom last) {
        CalendarPart from = first == null ? null : first.part;
        CalendarPart to = last == null ? null : last.part;
        boolean ordered = from != null
                && to != null
                && (from.number() < to.number() || (from.number() == to.number() && from.day() < to.day()));
        return from == null || to == null || !ordered ? null : Atom.of(from, to);
    }

    private static @Nullable Atom month(int year, int month) {
        return month < 1 || month > 12 ? null : Atom.of(CalendarPart.month(year, month));
    }

    private static int monthOf(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).contains(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static void days() {
        form(YEAR + "-(\\d\\d)-(\\d\\d)(?!\\d)", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(YEAR + "-(\\d)-(\\d\\d?)(?![\\d-])", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(YEAR + "/(\\d\\d?)/(\\d\\d?)(?!\\d)", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(YEAR + "\\.(\\d\\d?)\\.(\\d\\d?)(?!\\d)", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form("(?<!\\d)((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)", m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(
                YEAR + "\\s*[年년]\\s*(\\d\\d?)\\s*[月월]\\s*(\\d\\d?)\\s*[日号일]",
                m -> day(number(m, 1), number(m, 2), number(m, 3)));
        form(
                YEAR + "年(\\d\\d?)月(\\d\\d?)日\\s*[-~～–—至到]\\s*(\\d\\d?)月(\\d\\d?)日",
                m -> days(
                        day(number(m, 1), number(m, 2), number(m, 3)), day(number(m, 1), number(m, 4), number(m, 5))));
        // 03/04/2024 is March or April
        form(
                "(\\d\\d?)/(\\d\\d?)/" + YEAR.replace("(?<![\\d.,])", ""),
                m -> number(m, 2) > 12
                        ? day(number(m, 3), number(m, 1), number(m, 2))
                        : number(m, 1) > 12 || number(m, 1) == number(m, 2)
                                ? day(number(m, 3), number(m, 2), number(m, 1))
                                : null);
        form(
                "(\\d\\d?)\\.\\s?(\\d\\d?)\\.\\s?((?:19|20)\\d\\d)(?!\\d)",
                m -> day(number(m, 3), number(m, 2), number(m, 1)));
        form(
                "(\\d\\d?)(?:st|nd|rd|th|er|º|\\.)?[ -](?:of |de )?" + MONTH
                        + "[ ,-]*(?:de |del )?((?:19|20)\\d\\d)(?!\\d)(?: ?г\\.)?",
                m -> day(number(m, 3), monthOf(m.group(2)), number(m, 1)));
        form(
                MONTH + " (\\d\\d?)(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)(?!\\d)",
                m -> day(number(m, 3), monthOf(m.group(1)), number(m, 2)));
        form(
                "(\\d\\d?)[ -]" + MONTH + "[ -]'?(\\d\\d)(?!\\d)",
                m -> day(2000 + number(m, 3), monthOf(m.group(2)), number(m, 1)));
        form(YEAR + "\\s*[年년]\\s*(\\d\\d?)\\s*[月월]\\s*(?:底|末|말)", m -> monthEnd(number(m, 1), number(m, 2)));
        form(ERA + "(\\d\\d?)月(\\d\\d?)日", m -> inEra(m, year -> day(year, number(m, 3), number(m, 4))));
        form(ERA + "(\\d\\d?)月(?:底|末)", m -> inEra(m, year -> monthEnd(year, number(m, 3))));
        form(YEAR + "\\s*年第?([1-4一二三四])季度(?:底|末)", m -> monthEnd(number(m, 1), 3 * small(m.group(2))));
        form(
                "(?:(?:the )?end[- ](?:of )?|ende |fin (?:de )?|finales de |конец )" + MONTH
                        + " ((?:19|20)\\d\\d)(?!\\d)",
                m -> monthEnd(number(m, 2), monthOf(m.group(1))));
    }

    private static @Nullable Atom monthEnd(int year, int month) {
        return month < 1 || month > 12
                ? null
                : day(year, month, YearMonth.of(year, month).lengthOfMonth());
    }

    private static void months() {
        // 2009-10 is October and the fiscal year over 2009 and 2010
        form(
                YEAR + "-(\\d\\d)(?![\\d/-])",
                m -> (number(m, 1) + 1) % 100 == number(m, 2) ? null : month(number(m, 1), number(m, 2)));
        form(
                YEAR + "/(\\d\\d?)(?![\\d/])",
                m -> follows(number(m, 1), m.group(2)) ? null : month(number(m, 1), number(m, 2)));
        form(ERA + "(\\d\\d?)月", m -> inEra(m, year -> month(year, number(m, 3))));
        form(
                ERA + "(\\d\\d?)月?[-~～–—至](\\d\\d?)月期?",
                m -> inEra(m, year -> monthSpan(year, number(m, 3), number(m, 4))));
        form(YEAR + "\\s?[-]?m(\\d\\d?)(?!\\d)", m -> month(number(m, 1), number(m, 2)));
        form(YEAR + "\\s*[年년]\\s*(\\d\\d?)\\s*[月월]份?(?!\\s*\\d)", m -> month(number(m, 1), number(m, 2)));
        form(HAN_YEAR + "年([一二三四五六七八九十]{1,2})月份?", m -> month(han(m.group(1)), numeral(m.group(2))));
        form(
                YEAR + "\\s*[年년]\\s*(\\d\\d?)\\s*[月월]?\\s*(?:[-~–—－至到]|～|——)+\\s*(\\d\\d?)\\s*[月월](?:份|期)?",
                m -> monthSpan(number(m, 1), number(m, 2), number(m, 3)));
        form(YEAR + "\\s*年(?:前|头|頭)(\\d\\d?|[一二两三四五六七八九十]{1,2})个月", m -> monthSpan(number(m, 1), 1, small(m.group(2))));
        form(
                MONTH + "[ ,-]*(?:of |de )?((?:19|20)\\d\\d)(?!\\d)(?: ?г\\.)?",
                m -> month(number(m, 2), monthOf(m.group(1))));
        // June 24 is a day, Jun-24 a month
        form(
                MONTH + "[-' ]+'?(\\d\\d)(?![\\d/])",
                m -> m.group().matches("\\p{L}{4,} \\d\\d|may \\d\\d")
                        ? null
                        : month(2000 + number(m, 2), monthOf(m.group(1))));
        form(YEAR + "[ -]" + MONTH, m -> month(number(m, 1), monthOf(m.group(2))));
        form(YEAR + "\\.(0[1-9]|1[0-2])(?![\\d.])", m -> month(number(m, 1), number(m, 2)));
        form("(?<!\\d)((?:19|20)\\d\\d)(0[1-9]|1[0-2])(?!\\d)", m -> month(number(m, 1), number(m, 2)));
        form("([1-9]|1[01])m\\s?'?" + YEAR.replace("(?<![\\d.,])", ""), m -> monthSpan(number(m, 2), 1, number(m, 1)));
        form("([1-9]|1[01])m\\s?" + SHORT, m -> monthSpan(2000 + number(m, 2), 1, number(m, 1)));
        form("(\\d\\d)/((?:19|20)\\d\\d)(?!\\d)", m -> month(number(m, 2), number(m, 1)));
        form("(\\d\\d)\\.((?:19|20)\\d\\d)(?!\\d)", m -> month(number(m, 2), number(m, 1)));
        form(
                MONTH + "\\s*(?:-|–|—|to|through|bis|à)\\s*" + MONTH + "[ ,]*((?:19|20)\\d\\d)(?!\\d)",
                m -> monthSpan(number(m, 3), monthOf(m.group(1)), monthOf(m.group(2))));
        form(
                "(?:the )?first (\\d|two|three|four|five|six|seven|eight|nine|ten|eleven) months of " + YEAR,
                m -> monthSpan(number(m, 2), 1, small(m.group(1))));
    }

    private static @Nullable Atom monthSpan(int year, int first, int last) {
        return first < 1 || last > 12 || first >= last
                ? null
                : Atom.of(CalendarPart.month(year, first), CalendarPart.month(year, last));
    }

    private static void quarters() {
        form(YEAR + "[ -]?[-]?q([1-4])(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(YEAR + "[ -]?[-]?t([1-4])(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(YEAR + "-([1-4])q(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(YEAR + ":q([1-4])(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(YEAR + "\\s*[년.]\\s*([1-4])/4\\s*(?:분기)?(?!\\d)", m -> quarter(number(m, 1), number(m, 2)));
        form(
                YEAR + "\\s*年?第?\\s*([1-4一二三])\\s*[-–—~至、到]\\s*第?([2-4二三四])季度",
                m -> quarterSpan(number(m, 1), small(m.group(2)), small(m.group(3))));
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
        form(
                YEAR + "\\s*年?\\s*前([二两三])季度?",
                m -> Atom.of(
                        CalendarPart.quarter(number(m, 1), 1), CalendarPart.quarter(number(m, 1), small(m.group(2)))));
        form(
                YEAR + "\\s*年?\\s*前([二两三])个?季度",
                m -> Atom.of(
                        CalendarPart.quarter(number(m, 1), 1), CalendarPart.quarter(number(m, 1), small(m.group(2)))));
        form(YEAR + "年q([1-4])\\s?[-–—至到]\\s?q([1-4])", m -> quarterSpan(number(m, 1), number(m, 2), number(m, 3)));
        form("q([1-4])\\s?[-–—]\\s?q([1-4])" + OF + YEAR, m -> quarterSpan(number(m, 3), number(m, 1), number(m, 2)));
        form(YEAR + " ?q([1-4])\\s?[-–—]\\s?q([1-4])", m -> quarterSpan(number(m, 1), number(m, 2), number(m, 3)));
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

    private static void halves() {
        form(YEAR + "[ -]?h([12])(?!\\d)", m -> half(number(m, 1), number(m, 2)));
        form(YEAR + "[ -]?s([12])(?!\\d)", m -> half(number(m, 1), number(m, 2)));
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
        form(HAN_YEAR + "年([上下])半年", m -> half(han(m.group(1)), m.group(2).equals("上") ? 1 : 2));
        form(YEAR + "\\s*[年]\\s*中期", m -> null);
    }

    private static @Nullable Atom half(int year, int half) {
        return half < 1 || half > 2 ? null : Atom.of(CalendarPart.half(year, half));
    }

    private static void fiscalYears() {
        String fiscal =
                "(?:fy|fiscal(?: years?)?|financial(?: years?)?|f\\.y\\.|budget year|geschäftsjahr|exercice)\\s*";
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
                        + "[-/–—]((?:19|20)?\\d\\d)(?!\\d)(?: (?:fiscal|financial|budget) year|\\s*财年|\\s*財年|年度|\\s*学年|\\s*學年)?",
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
        form("(令和|平成|昭和)(\\d\\d?|元)年度", m -> {
            int year = era(m.group(1), m.group(2));
            return year == 0 ? null : Atom.of(CalendarPart.fiscalYear(year));
        });
    }

    /** Whether digits are the last ones of the next year, as in the years 2009/10 and 2023/4, so that they are no sure month. */
    private static boolean follows(int year, String digits) {
        return (year + 1) % (digits.length() == 1 ? 10 : 100) == Integer.parseInt(digits);
    }

    private static boolean isMonth(String digits) {
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= 12;
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

    private static void years() {
        String mark =
                "(?:\\s?\\((?:e|f|a|p|est\\.?|estimated?|actual|forecast|projected|provisional|preliminary|prel\\.?|revised|r|预测|预计|估计|實際|实际|初步)\\)|\\s?[efapbr](?![a-z0-9]))?";
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
        form("(?:民國|民国|中華民國)\\s?(\\d{2,3})\\s?年度?", m -> Atom.of(1911 + number(m, 1)));
        form("(令和|平成|昭和|大正|明治)\\s?(\\d\\d?|元)\\s?年", m -> {
            int year = era(m.group(1), m.group(2));
            return year == 0 ? null : Atom.of(year);
        });
    }

    private static @Nullable Atom inEra(Matcher matcher, IntFunction<@Nullable Atom> part) {
        int year = era(matcher.group(1), matcher.group(2));
        return year == 0 ? null : part.apply(year);
    }

    /** The year of an era of Japan or of the Republic of China; 0 if it did not last so long. */
    private static int era(String name, String digits) {
        int number = digits.equals("元") ? 1 : Integer.parseInt(digits);
        int before = switch (name) {
            case "令和" -> 2018;
            case "平成" -> 1988;
            case "昭和" -> 1925;
            case "大正" -> 1911;
            case "明治" -> 1867;
            default -> 1911;
        };
        int most = switch (name) {
            case "令和" -> 99;
            case "平成" -> 31;
            case "昭和" -> 64;
            case "大正" -> 15;
            case "明治" -> 45;
            default -> 200;
        };
        return number < 1 || number > most ? 0 : before + number;
    }

    private static int han(String digits) {
        int year = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            year = 10 * year + (c == '零' || c == '○' ? 0 : "〇一二三四五六七八九".indexOf(c));
        }
        return year;
    }

    private static int numeral(String word) {
        return ChineseNumeral.at(word, 0)
                .filter(found -> found.end() == word.length() && !found.isRange() && !found.isShort())
                .map(ChineseNumeral::value)
                .orElse(0);
    }

    /** A small number in digits, in Chinese or in English; 0 if it is none. */
    static int small(String word) {
        if (!word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return word.length() > 4 ? 0 : Integer.parseInt(word);
        }
        int english = NumberWords.upToTwenty(word.toLowerCase(Locale.ROOT));
        return english > 0 ? english : numeral(word);
    }

    private static int ordinal(String word) {
        return switch (word.charAt(0)) {
            case '1' -> 1;
            case '2' -> 2;
            case '3' -> 3;
            case '4' -> 4;
            default ->
                switch (word) {
                    case "first", "premier", "primer" -> 1;
                    case "second", "deuxième", "segundo" -> 2;
                    case "third", "troisième", "tercer" -> 3;
                    default -> 4;
                };
        };
    }
}
