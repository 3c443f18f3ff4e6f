package dev.saidao.core.table;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of heads and cells: years, halves, quarters, months, days, years of two calendar years.
 *
 * @param time the time in ISO form; a year of two calendar years as printed
 * @param kind what it is
 * @param mark a sign or word beside it, such as {@code p} in 2023p
 * @param printed how it is printed
 */
record TimeText(String time, Kind kind, String mark, String printed) {

    /** What times are. */
    enum Kind {
        YEAR,
        FISCAL,
        HALF,
        QUARTER,
        MONTH,
        WEEK,
        DAY,
        /** A part of a year that has no name of its own, such as nine months. */
        UNNAMED,
        /** Some months of a year, such as 1-3月, from the first to the last. */
        SPAN,
        /** 2011-12, which is a month unless all others beside it are years of two calendar years. */
        FISCAL_OR_MONTH
    }

    private static final int LONGEST = 40;
    static final int YEAR_DIGITS = 4;
    private static final int MONTHS = 12;
    private static final int DAY_LENGTH = 10;
    private static final int LONGEST_WORDED = 250;
    private static final String Y = "((?:1[5-9]|20|21)\\d\\d)";
    private static final String MARK =
            "\\s*(\\(?[a-zA-Z*]{1,2}\\)?|\\((?:\\d(?:st|nd|rd|th) )?[A-Z]{2,3}\\)|\\([a-z. ]{3,14}\\)|\\(?\\d\\)|[¹²³]\\)?|\\[[a-z0-9 ]{1,14}\\])?";
    private static final Pattern YEAR =
            Pattern.compile("(?:[XxYyFf]|FY|CY|YR|[Yy]ear|Jahr|Anul|Año|Ano|Année|Anno|Rok|Tahun|Năm|民國|西暦)?\\s*" + Y
                    + "(?:\\s*(?:年|年度|届|년|年末|年底|г\\.?|\\[YR\\d{4}\\])|\\.)?" + MARK);
    private static final Pattern FISCAL =
            Pattern.compile("(?:FY)?\\s*" + Y + "\\s*[-/–—]\\s*(?:(\\d\\d)|" + Y + ")(?:\\s*年度)?" + MARK);
    private static final Pattern QUARTER = Pattern.compile(
            Y + "\\s*[-.:]?\\s*(?:年|년)?\\s*(?:[QqTtKk]|第|Quarter |Qtr )?\\s*([1-4])\\s*(/4|분기|季度|季|[Qq](?![a-zA-Z]))?"
                    + MARK);
    private static final Pattern QUARTER_FIRST = Pattern.compile(
            "(?:[QqTtKk]|Quarter |Qtr )\\s*([1-4])\\s*[-/ ,]?\\s*" + Y + MARK + "|([1-4])[Qq]\\s*[-/]?" + Y);
    private static final Pattern HALF =
            Pattern.compile(Y + "\\s*-?\\s*[HhSs]([12])" + MARK + "|(?:[Hh]([12])|([12])[Hh])\\s*[-/ ,]?\\s*" + Y);
    /** 1Q23, Q1'23, 2H23, FY24: of quarters, halves and fiscal years two digits are enough. */
    private static final Pattern SHORT =
            Pattern.compile("(?:([1-4])Q|Q([1-4])|([12])H|H([12])|FY)\\s?['\u2019/]?(\\d\\d)" + MARK);
    /** What stands before a time that is not final, and the mark that says the same behind it. */
    private static final Pattern NOT_FINAL =
            Pattern.compile("(?iu)(Prel(?:im(?:inary)?)?\\.?|Prov\\.|Est\\.|Proj\\.|Sơ bộ)\\s+(\\d.*)");
    /** The same in whole words behind it, or that it is final: 2022 Provisional, FY2022 Actual, 2025年预测. */
    private static final Pattern STATUS_BEHIND = Pattern.compile("(?iu)(.*\\d(?:年度?)?)\\s*[(\uFF08]?("
            + Flags.words("P", "F", "E", "A").stream()
                    // beside a margin of error that is what a column is of
                    .filter(word -> !word.equals("estimate"))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + ")[)\uFF09]?");

    /** Years of the Republic of China, from the year on of which a duration is no longer likely. */
    private static final Pattern REPUBLIC = Pattern.compile(
            "(1[0-2][1-9]|1[12]0)年(?:度|底)?\\s?(?:(?:第?(?=[1-4]季)|Q)([1-4])季?|(\\d{1,2})月)?(?:\\s?(\\([a-z]\\)|[a-z*]))?"
                    + "|(?:民國)?(\\d{2,3})年?[(\uFF08]((?:19|20)\\d\\d)年?[)\uFF09]");

    /** Years of the Buddhist era, as Thailand counts them: พ.ศ. 2566, 2566 (2023). */
    private static final Pattern BUDDHIST = Pattern.compile(
            "(?:พ\\.ศ\\.|ปี(?:\\s*พ\\.ศ\\.)?)\\s*(2[45]\\d\\d)|(2[45]\\d\\d)\\s*\\(((?:19|20)\\d\\d)\\)");

    /** 2023JJ00, 2023KW01, 2023MM02: years, halves, quarters and months as the tables of the Netherlands code them. */
    private static final Pattern CODED = Pattern.compile(Y + "(?:(JJ)00|HJ0([12])|KW0([1-4])|MM(0[1-9]|1[0-2]))");
    /** 113年 1-3月: months of a year of the Republic of China. */
    private static final Pattern MONTHS_OF_REPUBLIC = Pattern.compile(
            "(1[0-2]\\d)年\\s?(0?[1-9]|1[0-2])月?\\s?[-–—~～至]\\s?(0?[1-9]|1[0-2])月(?:\\s?(\\([a-z]\\)|[a-z*]))?");
    /** 제 55 기 (2023년): the business year of a company by its number and the calendar year. */
    private static final Pattern TERM = Pattern.compile("제\\s?\\d{1,3}\\s?기\\s*\\(?" + Y + "\\s?(?:년(?:도)?)?\\)?");

    private static final int BEFORE_COMMON_ERA = 543;
    private static final int FIRST_OF_REPUBLIC = 1912;
    private static final Pattern CHINESE_PART = Pattern.compile(Y + "年\\s*(?:(上|下)半年|第?([一二三四])季度)");
    /** 2024年1-3月, as sums since the beginning of a year are headed. */
    private static final Pattern MONTHS_OF_YEAR =
            Pattern.compile(Y + "年\\s*(0?[1-9]|1[0-2])月?\\s*[-–—－~～至到]\\s*(0?[1-9]|1[0-2])月(?:份|累计|累計|(期))?");
    /** 2023.1-12: the same with a point behind the year, which no day has that is not of points alone. */
    private static final Pattern MONTHS_BEHIND_POINT =
            Pattern.compile(Y + "\\.(0?[1-9]|1[0-2])\\s?[-–—~]\\s?(0?[1-9]|1[0-2])月?");

    private static final Pattern MONTH =
            Pattern.compile(Y + "(?:\\s*[-/.:]\\s*|-?M|年\\s*|년\\s*)(0?[1-9]|1[0-2])(?:月|\\s?월)?(?!\\s?[Qq])" + MARK);
    /** Weeks of ISO 8601: 2024-W05, 2024W05. */
    private static final Pattern WEEK = Pattern.compile(Y + "-?W(0[1-9]|[1-4]\\d|5[0-3])" + MARK);
    /** 01/2023, MO012023, Tháng 1 năm 2023: the month before the year. */
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:(0[1-9]|1[0-2])/|MO?(0[1-9]|1[0-2])|(?i:tháng) (0?[1-9]|1[0-2])(?: năm |/| )\\s?)" + Y);
    /** 2024 1e kwartaal, 2023 januari*: a year and the name of a part of it. */
    private static final Pattern YEAR_AND_PART =
            Pattern.compile(Y + "[\\s,/-]+(\\S[^*(]{0,14}?)\\s*(\\*{1,3}|\\([a-z]\\))?");

    /** 1º trimestre 2023, 4. Quartal 2023, 2.º Trimestre de 2023: the name of a part of a year and the year. */
    private static final Pattern PART_AND_YEAR = Pattern.compile(
            "(\\S[^*(]{0,14}?)(?:[\\s,/-]+|\\s+del?\\s+)" + Y + "\\s*(\\*{1,3}|\\([a-z]\\)|\\[[a-z]\\])?");

    private static final Pattern MONTH_NAME = Pattern.compile(
            "(?:(\\d{1,2})(?:er|\\.|º|ª)?\\s*(?:[- ]|\\sde\\s)\\s*)?(\\p{L}{3,10})\\.?\\s*(?:[-/ ,]|\\sdel?\\s)?\\s*"
                    + Y + MARK + "|" + Y + "\\s*[-/ ,年]?\\s*(\\p{L}{2,9})\\.?");
    /** Jan-23, Jan'23; Jan 23 may be a day. */
    private static final Pattern MONTH_SHORT = Pattern.compile("(\\p{L}{3,9})\\.?(?:-|'|-'|’)(\\d\\d)" + MARK);

    /** A year behind other digits and a blank. */
    private static final Pattern TWICE = Pattern.compile(".*\\d.* .*(?:19|20)\\d\\d");

    /** Of years with two digits the last one of this century. */
    private static final int LAST_SHORT_YEAR = 49;

    private static final Pattern DAY = Pattern.compile(
            Y
                    + "(?:([-/.])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])|年(\\d{1,2})月(\\d{1,2})日)(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?");
    /** 2023年12月31日止年度, 2024年3月期: the year up to that day or month. */
    private static final Pattern YEAR_UP_TO = Pattern.compile("(?:截至)?" + Y + "年(\\d{1,2})月(?:(?:\\d{1,2}日)?止年度|期)");
    /** Mar. 24, 2023. */
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile("(\\p{L}{3,10})\\.? (0?[1-9]|[12]\\d|3[01]),? " + Y);
    /** 31-Mar-23. */
    private static final Pattern DAY_MONTH_SHORT =
            Pattern.compile("(0?[1-9]|[12]\\d|3[01])-(\\p{L}{3,9})\\.?-(\\d\\d)");
    /** Oct-Dec 2023, январь-март 2023 г.: months of one year, or from the year before where the first is the later. */
    private static final Pattern NAMED_MONTHS =
            Pattern.compile("(\\p{L}{3,10})\\.?\\s*[-\u2013\u2014]\\s*(\\p{L}{3,10})\\.?,?\\s+" + Y + "(?:\\s*г\\.?)?");
    /** Mar Qtr 2023, June quarter 2023: the three months up to that one. */
    private static final Pattern QUARTER_TO = Pattern.compile("(?i)(\\p{L}{3,9})\\.?[- ](?:qtr|quarter)\\.?[-, ]*" + Y);
    /** Exports June, Year ended 30 June: the month of the year behind the words. */
    private static final Pattern WORDS_AND_MONTH =
            Pattern.compile("(.*?)\\s*(?<![\\p{L}\\d])(?:\\d{1,2}\\s+)?(\\p{L}{3,10})\\.?");

    /** As at 31 December, before a year. */
    private static final Pattern DAY_BEFORE_MONTH = Pattern.compile(".*\\s(0?[1-9]|[12]\\d|3[01])\\s+\\p{L}{3,10}\\.?");

    private static final Pattern YEAR_TO =
            Pattern.compile("(?iu).*\\b(?:years?|(?:12|twelve) months) (?:ended|ending|to)");
    private static final Pattern ENDS_OTHERWISE =
            Pattern.compile("(?iu).*\\b(?:ended|ending|to|since|from|until|before)");
    private static final Pattern DAY_FIRST = Pattern.compile("(0?[1-9]|[12]\\d|3[01])\\.(0?[1-9]|1[0-2])\\." + Y);
    private static final Pattern ERA =
            Pattern.compile("(明治|大正|昭和|平成|令和|民國|民国)\\s*(\\d{1,3}|元)\\s*年(?:度|底)?(?:\\s*(0?[1-9]|1[0-2])月)?" + MARK);
    private static final Map<String, Integer> ERAS =
            Map.of("明治", 1868, "大正", 1912, "昭和", 1926, "平成", 1989, "令和", 2019, "民國", 1912, "民国", 1912);
    /** Population as of 31.12.2001: a day that other heads have with the same words before it. */
    private static final Pattern WORDED_DAY =
            Pattern.compile("(.{1,200}\\S)[\\s,:]+(\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d\\d)");
    /** ogółem;2019;[osoba]: the name, the year and the unit of a column of the Local Data Bank of Poland. */
    private static final Pattern NAME_YEAR_UNIT =
            Pattern.compile("(.{1,200}?)\\s*;\\s*((?:19|20)\\d\\d)\\s*;\\s*(\\[[^\\[\\]]{1,40}\\])");

    /** Exports 2022 (EUR million): the name, the year and the unit. */
    private static final Pattern NAME_YEAR_BRACKET = Pattern.compile(
            "(.{1,200}?\\p{L})[\\s,]+((?:19|20)\\d\\d)\\s*([(\uFF08]([^()\uFF08\uFF09]{1,40})[)\uFF09])");

    /** 2022年（亿元）, 2024年一季度（亿元）: the time and the unit. */
    private static final Pattern TIME_BRACKET =
            Pattern.compile("(\\S.{3,20}?)\\s*([(\uFF08\\[]([^()\uFF08\uFF09\\[\\]]{1,40})[)\uFF09\\]])");

    private static final Set<String> KINDS_OF_VALUES = WordLines.words("times.txt", "kind of value");
    /** 2025年目标值: the year and of which kind its value is. */
    private static final Pattern YEAR_AND_KIND = Pattern.compile("((?:19|20)\\d\\d)年度?\\s*("
            + KINDS_OF_VALUES.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")");

    /** 2023年平均月薪（元）: a year in Chinese and what is of it; not one of its parts. */
    private static final Pattern YEAR_AND_WORDS = Pattern.compile(
            "((?:19|20)\\d\\d)年[度末底]?(?![一二三四]季|[度末底])(\\p{IsHan}{2,12}(?:[(\uFF08][^()\uFF08\uFF09]{1,20}[)\uFF09])?)");

    /** What makes a Chinese time another one, or a base: 上半年, 前三季度, 价格, 以来. */
    static final Pattern PART_BEHIND = WordLines.pattern("times.txt", "part behind");

    /** 1Q24 Shipments, Revenue Q1 2024: a quarter or half and words. */
    private static final Pattern WORDED_SHORT =
            Pattern.compile("((?:[1-4]Q|Q[1-4]|[12]H|H[12])\\s?['\u2019/]?(?:20)?\\d\\d)\\s+(\\p{L}\\D{0,200})"
                    + "|(\\p{L}\\D{0,200}?)[\\s,:]+((?:[1-4]Q|Q[1-4]|[12]H|H[12])\\s?['\u2019/]?(?:20)?\\d\\d)");

    /** POPESTIMATE2010: a name of capitals and the year right behind it. */
    private static final Pattern JOINED_NAME = Pattern.compile("([A-Z]{4,20})_?((?:19|20)\\d\\d)");

    private static final Pattern WORDED = Pattern.compile("(.{1,200}\\S)[\\s,:_-]+((?:1[5-9]|20|21)\\d\\d\\S{0,4})"
            + "|((?:1[5-9]|20|21)\\d\\d[A-Z0-9]{0,4})[\\s,:_-]+(\\D.{0,200})");
    private static final Pattern PART_OF_YEAR = Pattern.compile(
            "(?i)\\b(?:(?:three|six|nine|[369]|thirteen|twenty-six|13|26|39)[- ](?:months?|weeks?)|quarter(?:ly)?|half[- ]years?|interim)\\b"
                    + "|(?-i:(?<![\\p{L}\\d])(?:[QH][1-4]|[1-4][QH]|[1-9]M)(?![\\p{L}\\d]))"
                    + "|\\b(?:year[- ]to[- ]date|ytd|cumul|acumulado|kumuliert|cumulato)\\b"
                    + "|\\b(?:[2-9]|1[01])\\s?(?:months?|mois|monate|meses|mesi|maanden|månader|måneder|miesięcy)\\b"
                    + "|(?-i:^(?:IV|I{1,3})\\.?(?:\\s\\p{L}{1,12}\\.?)?$)|[2-9][かヶカ]月|[2-9]개월|累计$|累計$"
                    + "|[三六九369]个月|[三六九369]個月|止三个月|中期|半年度");
    private static final Pattern ENDED =
            Pattern.compile("(?i)(?:ended|ending|to)\\s+(?:\\d{1,2}\\s+)?(\\p{L}{3,9})\\b|([1-9]|1[0-2])月");
    private static final Pattern COUNT_OF_MONTHS =
            Pattern.compile("(?i)(?<![a-z0-9])(three|six|nine|3|6|9|三|六|九)(?:[- ]months?|[个個]月)");
    /** 9M 2023, 6M23: the first months of a year, which are no time without it. */
    private static final Pattern FIRST_MONTHS =
            Pattern.compile("([369])M\\s?[-/]?\\s?(?:" + Y + "|['\u2019]?(\\d\\d))" + MARK);

    /** What stands behind a time that has no place for a mark: April-June 2024 P. */
    private static final Pattern MARK_BEHIND = Pattern.compile("(.{6,}\\d)\\s+(\\(?[pPeEfF]\\)?)");

    private TimeText(String time, Kind kind, String mark) {
        this(time, kind, mark, time);
    }

    /** Whether words say that the time behind them is not the whole year: Three months ended June 30. */
    static boolean isPart(String words) {
        return PART_OF_YEAR.matcher(words).find();
    }

    /** The part of a year that words before it say; of no name if they say another than quarters and halves. */
    TimeText partBy(String words) {
        if (kind == Kind.MONTH || kind == Kind.QUARTER || kind == Kind.HALF) {
            return this;
        }
        Matcher m = ENDED.matcher(words);
        Integer month = kind == Kind.DAY ? Integer.valueOf(time.substring(5, 7)) : m.find() ? monthEnded(m) : null;
        Matcher count = COUNT_OF_MONTHS.matcher(words);
        if (month != null && count.find()) {
            int months = PartAbove.monthsIn(count.group(1).toLowerCase(Locale.ROOT));
            String part = month < months ? null : PartWords.ofMonths(month - months + 1, month);
            if (part != null) {
                return new TimeText(
                        FiscalMonths.join(time.substring(0, YEAR_DIGITS), part), kindOf(part), mark, printed);
            }
        }
        return new TimeText(time, Kind.UNNAMED, mark, printed);
    }

    /** The year up to this day, where words above it say so: Year ended, 12 Months Ended; null if they do not. */
    @Nullable TimeText yearBy(String words) {
        if (kind != Kind.DAY || !YEAR_TO.matcher(words).matches()) {
            return null;
        }
        TimeText year = yearTo(Integer.parseInt(time.substring(5, 7)), time.substring(0, YEAR_DIGITS));
        return new TimeText(year.time, year.kind, mark, printed);
    }

    private static @Nullable Integer monthEnded(Matcher m) {
        return m.group(1) != null ? PartWords.monthOf(m.group(1)) : Integer.valueOf(m.group(2));
    }

    /** How a year is named after the calendar years that it is of. */
    enum FiscalName {
        /** It is a calendar year. */
        CALENDAR,
        /** After the first, where it is of two at all: 2022年度. */
        FIRST,
        /** After both: 2022-23. */
        BOTH,
        /** After the first or the second: FY2023. */
        EITHER
    }

    /** {@return how a year is named} */
    FiscalName fiscalName() {
        if (kind == Kind.FISCAL || kind == Kind.FISCAL_OR_MONTH) {
            return FiscalName.BOTH;
        }
        return printed.startsWith("FY")
                ? FiscalName.EITHER
                : printed.endsWith("年度") ? FiscalName.FIRST : FiscalName.CALENDAR;
    }

    /** Whether this is a year, be it of two calendar years. */
    boolean isYear() {
        return kind == Kind.YEAR || kind == Kind.FISCAL || kind == Kind.FISCAL_OR_MONTH;
    }

    /** The same time in a part of its year, such as -Q1; of no name if nothing says of which calendar year that is. */
    TimeText withPart(String part, FiscalMonths months) {
        String placed = months.placed(this, part);
        return placed == null ? unnamed() : new TimeText(FiscalMonths.join(time, placed), kindOf(part), mark, printed);
    }

    /** A part of this time that is not known. */
    TimeText unnamed() {
        return new TimeText(time, Kind.UNNAMED, mark, printed);
    }

    /** A calendar year in a part of it, such as -Q1. */
    private TimeText withPart(String part) {
        return new TimeText(FiscalMonths.join(time, part), kindOf(part), mark, printed);
    }

    private static Kind kindOf(String part) {
        return part.startsWith("-Q")
                ? Kind.QUARTER
                : part.startsWith("-H") ? Kind.HALF : part.indexOf('/') > 0 ? Kind.SPAN : Kind.MONTH;
    }

    /** Reads a time; null if it is none. */
    static @Nullable TimeText parse(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST) {
            return null;
        }
        if (isDay(raw)) {
            return new TimeText(raw, Kind.DAY, "", raw);
        }
        String text = plain(raw);
        if (!mayBeTime(text)) {
            return null;
        }
        TimeText read = read(text);
        if (read == null && TWICE.matcher(text).matches()) {
            read = twice(text);
        }
        // (Mt) behind a month is a unit
        boolean unit = read != null
                && read.mark.length() > 3
                && UnitWords.isSign(read.mark.substring(1, read.mark.length() - 1));
        return read == null || unit ? null : new TimeText(read.time, read.kind, read.mark, text);
    }

    /** The quick way to know a day of ISO 8601, which columns of times have most of. */
    private static boolean isDay(String text) {
        if (text.length() != DAY_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < DAY_LENGTH; i++) {
            if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        int century = 10 * (text.charAt(0) - '0') + text.charAt(1) - '0';
        int month = 10 * (text.charAt(5) - '0') + text.charAt(6) - '0';
        int day = 10 * (text.charAt(8) - '0') + text.charAt(9) - '0';
        return century >= 15 && century <= 21 && month >= 1 && month <= MONTHS && day >= 1 && day <= 31;
    }

    /** A time that is printed in two languages: 112年1月 Jan. 2023; null if it is not. */
    private static @Nullable TimeText twice(String text) {
        for (int blank = text.indexOf(' '); blank > 0; blank = text.indexOf(' ', blank + 1)) {
            TimeText first = read(text.substring(0, blank).strip());
            TimeText second = first == null ? null : read(text.substring(blank).strip());
            if (first != null && second != null && first.time.equals(second.time)) {
                return first.mark.isEmpty() ? second : first;
            }
        }
        return null;
    }

    private static @Nullable TimeText read(String text) {
        Matcher m = YEAR.matcher(text);
        if (m.matches()) {
            return new TimeText(m.group(1), Kind.YEAR, mark(m.group(2)));
        }
        m = FISCAL.matcher(text);
        if (m.matches()) {
            int first = Integer.parseInt(m.group(1));
            boolean follows = m.group(2) != null
                    ? Integer.parseInt(m.group(2)) == (first + 1) % 100
                    : Integer.parseInt(m.group(3)) == first + 1;
            if (follows) {
                boolean monthToo = (text.indexOf('-') > 0 || text.indexOf('/') > 0)
                        && m.group(2) != null
                        && Integer.parseInt(m.group(2)) <= 12
                        && Integer.parseInt(m.group(2)) > 0;
                String printed =
                        text.substring(m.start(1), Math.max(m.end(2), m.end(3))).replace(" ", "");
                return new TimeText(printed, monthToo ? Kind.FISCAL_OR_MONTH : Kind.FISCAL, mark(m.group(4)));
            }
        }
        m = NOT_FINAL.matcher(text);
        if (m.matches()) {
            TimeText bare = read(m.group(2));
            return bare == null || !bare.mark.isEmpty()
                    ? null
                    : new TimeText(
                            bare.time,
                            bare.kind,
                            m.group(1).startsWith("S")
                                    ? "p"
                                    : m.group(1).substring(0, 1).toLowerCase(Locale.ROOT));
        }
        m = STATUS_BEHIND.matcher(text);
        if (m.matches()) {
            TimeText bare = read(m.group(1).strip());
            return bare == null || !bare.mark.isEmpty() ? null : new TimeText(bare.time, bare.kind, m.group(2));
        }
        TimeText part = part(text);
        TimeText time = part != null ? part : day(text);
        m = MARK_BEHIND.matcher(time == null ? text : "");
        TimeText bare = m.matches() ? read(m.group(1)) : null;
        return bare != null && bare.mark.isEmpty() ? new TimeText(bare.time, bare.kind, m.group(2)) : time;
    }

    private static @Nullable TimeText part(String text) {
        Matcher m = MONTHS_OF_YEAR.matcher(text);
        if (m.matches()) {
            int first = Integer.parseInt(m.group(2));
            int last = Integer.parseInt(m.group(3));
            // Japan calls the months of a quarter its term
            return m.group(4) != null && last == first + 2 && last % 3 == 0
                    ? new TimeText(m.group(1) + "-Q" + last / 3, Kind.QUARTER, "")
                    : months(m.group(1), first, last);
        }
        m = MONTHS_BEHIND_POINT.matcher(text);
        if (m.matches()) {
            return months(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        }
        m = HALF.matcher(text);
        if (m.matches()) {
            String half = m.group(2) != null ? m.group(2) : m.group(4) != null ? m.group(4) : m.group(5);
            return new TimeText(
                    (m.group(1) != null ? m.group(1) : m.group(6)) + "-H" + half, Kind.HALF, mark(m.group(3)));
        }
        m = SHORT.matcher(text);
        if (m.matches()) {
            return shortYear(m);
        }
        m = CHINESE_PART.matcher(text);
        if (m.matches()) {
            return m.group(2) != null
                    ? new TimeText(m.group(1) + "-H" + (m.group(2).equals("上") ? 1 : 2), Kind.HALF, "")
                    : new TimeText(m.group(1) + "-Q" + ("一二三四".indexOf(m.group(3)) + 1), Kind.QUARTER, "");
        }
        m = MONTH.matcher(text);
        if (m.matches()) {
            return new TimeText(m.group(1) + "-" + two(m.group(2)), Kind.MONTH, mark(m.group(3)));
        }
        m = WEEK.matcher(text);
        if (m.matches()) {
            return new TimeText(m.group(1) + "-W" + m.group(2), Kind.WEEK, mark(m.group(3)));
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            String month = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : two(m.group(3));
            return new TimeText(m.group(4) + "-" + month, Kind.MONTH, "");
        }
        m = QUARTER.matcher(text);
        if (m.matches() && (m.group(3) != null || text.matches("(?s).*[QqTtKk第].*"))) {
            return new TimeText(m.group(1) + "-Q" + m.group(2), Kind.QUARTER, mark(m.group(4)));
        }
        m = QUARTER_FIRST.matcher(text);
        if (m.matches()) {
            boolean named = m.group(1) != null;
            return new TimeText(
                    (named ? m.group(2) : m.group(5)) + "-Q" + (named ? m.group(1) : m.group(4)),
                    Kind.QUARTER,
                    mark(m.group(3)));
        }
        return null;
    }

    private static @Nullable TimeText months(String year, int first, int last) {
        return first < last
                ? new TimeText(year + "-" + two(first) + "/" + year + "-" + two(last), Kind.SPAN, "")
                : null;
    }

    /** Months up to another one of a year, from the year before where the first is the later in it. */
    private static TimeText span(int first, int last, int year) {
        int begin = first > last ? year - 1 : year;
        return new TimeText(begin + "-" + two(first) + "/" + year + "-" + two(last), Kind.SPAN, "");
    }

    /** The twelve months up to one of a year: the year itself if that is its last. */
    private static TimeText yearTo(int month, String year) {
        return month == MONTHS ? new TimeText(year, Kind.YEAR, "") : span(month + 1, month, Integer.parseInt(year));
    }

    private static TimeText shortYear(Matcher m) {
        String year = century(Integer.parseInt(m.group(5)));
        String quarter = m.group(1) != null ? m.group(1) : m.group(2);
        String half = m.group(3) != null ? m.group(3) : m.group(4);
        String mark = mark(m.group(6));
        if (quarter != null) {
            return new TimeText(year + "-Q" + quarter, Kind.QUARTER, mark);
        }
        return half != null ? new TimeText(year + "-H" + half, Kind.HALF, mark) : new TimeText(year, Kind.YEAR, mark);
    }

    /** The year that four digits or the last two of them are. */
    static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? Integer.parseInt(century(year)) : year;
    }

    private static String century(int year) {
        return String.valueOf(year > LAST_SHORT_YEAR ? 1900 + year : 2000 + year);
    }

    private static @Nullable TimeText republic(Matcher m) {
        if (m.group(5) != null) {
            int year = Integer.parseInt(m.group(5)) + FIRST_OF_REPUBLIC - 1;
            return String.valueOf(year).equals(m.group(6)) ? new TimeText(m.group(6), Kind.YEAR, "") : null;
        }
        String year = String.valueOf(Integer.parseInt(m.group(1)) + FIRST_OF_REPUBLIC - 1);
        if (m.group(2) != null) {
            return new TimeText(year + "-Q" + m.group(2), Kind.QUARTER, mark(m.group(4)));
        }
        if (m.group(3) == null) {
            return new TimeText(year, Kind.YEAR, mark(m.group(4)));
        }
        int month = Integer.parseInt(m.group(3));
        return month < 1 || month > 12
                ? null
                : new TimeText(year + "-" + two(String.valueOf(month)), Kind.MONTH, mark(m.group(4)));
    }

    private static @Nullable TimeText day(String text) {
        Matcher m = DAY.matcher(text);
        if (m.matches()) {
            String month = m.group(3) != null ? m.group(3) : m.group(5);
            String day = m.group(4) != null ? m.group(4) : m.group(6);
            return new TimeText(m.group(1) + "-" + two(month) + "-" + two(day), Kind.DAY, "");
        }
        m = YEAR_UP_TO.matcher(text);
        if (m.matches()) {
            int month = Integer.parseInt(m.group(2));
            return month < 1 || month > MONTHS ? null : yearTo(month, m.group(1));
        }
        m = MONTH_DAY_YEAR.matcher(text);
        if (m.matches() && PartWords.monthOf(m.group(1)) != null) {
            String month = two(String.valueOf(PartWords.monthOf(m.group(1))));
            return new TimeText(m.group(3) + "-" + month + "-" + two(m.group(2)), Kind.DAY, "");
        }
        m = DAY_MONTH_SHORT.matcher(text);
        if (m.matches() && PartWords.monthOf(m.group(2)) != null) {
            String month = two(String.valueOf(PartWords.monthOf(m.group(2))));
            return new TimeText(
                    century(Integer.parseInt(m.group(3))) + "-" + month + "-" + two(m.group(1)), Kind.DAY, "");
        }
        m = NAMED_MONTHS.matcher(text);
        if (m.matches()) {
            Integer first = PartWords.monthOf(m.group(1));
            Integer last = PartWords.monthOf(m.group(2));
            return first == null || last == null || first.equals(last)
                    ? null
                    : span(first, last, Integer.parseInt(m.group(3)));
        }
        m = QUARTER_TO.matcher(text);
        Integer quarterTo = m.matches() ? PartWords.monthOf(m.group(1)) : null;
        if (quarterTo != null) {
            int year = Integer.parseInt(m.group(2));
            return quarterTo % 3 == 0
                    ? new TimeText(year + "-Q" + quarterTo / 3, Kind.QUARTER, "")
                    : span((quarterTo + 9) % MONTHS + 1, quarterTo, year);
        }
        m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return new TimeText(m.group(3) + "-" + two(m.group(2)) + "-" + two(m.group(1)), Kind.DAY, "");
        }
        m = MONTH_NAME.matcher(text);
        if (m.matches()) {
            String name = m.group(2) != null ? m.group(2) : m.group(6);
            String year = m.group(3) != null ? m.group(3) : m.group(5);
            Integer month = PartWords.monthOf(name);
            if (month != null) {
                String date = year + "-" + two(String.valueOf(month));
                return m.group(1) == null
                        ? new TimeText(date, Kind.MONTH, mark(m.group(4)))
                        : new TimeText(date + "-" + two(m.group(1)), Kind.DAY, mark(m.group(4)));
            }
        }
        m = MONTH_SHORT.matcher(text);
        if (m.matches() && PartWords.monthOf(m.group(1)) != null) {
            String month = two(String.valueOf(PartWords.monthOf(m.group(1))));
            return new TimeText(century(Integer.parseInt(m.group(2))) + "-" + month, Kind.MONTH, mark(m.group(3)));
        }
        m = REPUBLIC.matcher(text);
        if (m.matches()) {
            return republic(m);
        }
        m = MONTHS_OF_REPUBLIC.matcher(text);
        if (m.matches()) {
            TimeText months = months(
                    String.valueOf(Integer.parseInt(m.group(1)) + FIRST_OF_REPUBLIC - 1),
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(m.group(3)));
            return months == null ? null : new TimeText(months.time, months.kind, mark(m.group(4)));
        }
        m = CODED.matcher(text);
        if (m.matches()) {
            TimeText year = new TimeText(m.group(1), Kind.YEAR, "");
            return m.group(2) != null
                    ? year
                    : year.withPart(
                            m.group(3) != null
                                    ? "-H" + m.group(3)
                                    : m.group(4) != null ? "-Q" + m.group(4) : "-" + m.group(5));
        }
        m = TERM.matcher(text);
        if (m.matches()) {
            return new TimeText(m.group(1), Kind.YEAR, "");
        }
        m = BUDDHIST.matcher(text);
        if (m.matches()) {
            int year = Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(2)) - BEFORE_COMMON_ERA;
            boolean same = m.group(3) == null || m.group(3).equals(String.valueOf(year));
            return same ? new TimeText(String.valueOf(year), Kind.YEAR, "") : null;
        }
        m = FIRST_MONTHS.matcher(text);
        if (m.matches()) {
            String year = m.group(2) != null ? m.group(2) : century(Integer.parseInt(m.group(3)));
            String first = PartWords.ofMonths(1, Integer.parseInt(m.group(1)));
            return new TimeText(year, Kind.YEAR, mark(m.group(4))).withPart(Objects.requireNonNull(first));
        }
        m = YEAR_AND_PART.matcher(text);
        if (m.matches()) {
            String part = PartWords.of(m.group(2));
            if (part != null && !part.isEmpty()) {
                return new TimeText(m.group(1), Kind.YEAR, mark(m.group(3))).withPart(part);
            }
        }
        m = PART_AND_YEAR.matcher(text);
        if (m.matches()) {
            String part = PartWords.of(m.group(1));
            if (part != null && !part.isEmpty()) {
                return new TimeText(m.group(2), Kind.YEAR, mark(m.group(3))).withPart(part);
            }
        }
        m = ERA.matcher(text);
        if (m.matches()) {
            int base = ERAS.get(m.group(1)) == null ? 0 : ERAS.get(m.group(1));
            int number = m.group(2).equals("元") ? 1 : Integer.parseInt(m.group(2));
            TimeText year = new TimeText(String.valueOf(base + number - 1), Kind.YEAR, mark(m.group(4)));
            return m.group(3) == null ? year : year.withPart("-" + two(m.group(3)));
        }
        return null;
    }

    /**
     * Reads the time at the end or the beginning of a head of several words, such as Persons 2019.
     *
     * @return the words and the time; null if the head is not so
     */
    static @Nullable Worded worded(String raw) {
        if (raw.length() > LONGEST_WORDED) {
            return null;
        }
        String text = plain(raw);
        Matcher m = NAME_YEAR_UNIT.matcher(text);
        if (m.matches()) {
            return new Worded(m.group(1) + " " + m.group(3), new TimeText(m.group(2), Kind.YEAR, ""));
        }
        m = YEAR_AND_KIND.matcher(text);
        if (m.matches()) {
            return new Worded(m.group(2), new TimeText(m.group(1), Kind.YEAR, ""));
        }
        m = YEAR_AND_WORDS.matcher(text);
        if (m.matches() && !PART_BEHIND.matcher(m.group(2)).lookingAt() && parse(text) == null) {
            return new Worded(m.group(2), new TimeText(m.group(1), Kind.YEAR, ""));
        }
        m = TIME_BRACKET.matcher(text);
        TimeText before = m.matches() && isUnitInBrackets(m.group(3)) ? parse(m.group(1)) : null;
        if (before != null) {
            return new Worded(m.group(2), before);
        }
        m = NAME_YEAR_BRACKET.matcher(text);
        if (m.matches() && isUnitInBrackets(m.group(4))) {
            return new Worded(m.group(1) + " " + m.group(3), new TimeText(m.group(2), Kind.YEAR, ""));
        }
        m = WORDED_DAY.matcher(text);
        TimeText day = m.matches() ? day(m.group(2)) : null;
        if (day != null) {
            return new Worded(m.group(1), day);
        }
        m = WORDED_SHORT.matcher(text);
        if (m.matches()) {
            boolean first = m.group(1) != null;
            TimeText time = parse(first ? m.group(1) : m.group(4));
            return time == null ? null : new Worded((first ? m.group(2) : m.group(3)).strip(), time);
        }
        m = JOINED_NAME.matcher(text);
        if (m.matches()) {
            return new Worded(m.group(1), new TimeText(m.group(2), Kind.YEAR, ""));
        }
        m = WORDED.matcher(text);
        if (!m.matches()) {
            return null;
        }
        boolean behind = m.group(1) != null;
        String words = behind ? m.group(1) : m.group(4);
        TimeText time = parse(behind ? m.group(2) : m.group(3));
        boolean plain = time != null && time.kind() != Kind.DAY && words.matches("(?s).*\\p{L}.*");
        if (!plain || parse(text) != null) {
            return null;
        }
        TimeText found = Objects.requireNonNull(time);
        Worded ofMonth = behind && found.kind() == Kind.YEAR && !isPart(words) ? ofMonth(words.strip(), found) : null;
        if (ofMonth != null) {
            return ofMonth;
        }
        boolean month = behind && found.kind() == Kind.YEAR && TimesTogether.mayBeMonth(words.strip());
        return new Worded(words.strip(), isPart(words) ? found.partBy(words) : month ? found.unnamed() : found);
    }

    private static boolean isUnitInBrackets(String words) {
        return UnitLines.isUnit(words) || UnitWords.isSign(words) || UnitWords.isMeasured(words);
    }

    /** The month that words end with, and what they say of it: Exports June 2023, Year ended June 2023; null if they do not. */
    private static @Nullable Worded ofMonth(String words, TimeText year) {
        Matcher m = WORDS_AND_MONTH.matcher(words);
        Integer month = m.matches() ? PartWords.monthOf(m.group(2)) : null;
        if (month == null) {
            return null;
        }
        String before = m.group(1);
        Matcher day = DAY_BEFORE_MONTH.matcher(words);
        if (day.matches() && !ENDS_OTHERWISE.matcher(before).matches()) {
            return new Worded(
                    before,
                    new TimeText(
                            year.time + "-" + two(month) + "-" + two(day.group(1)), Kind.DAY, year.mark, year.printed));
        }
        if (YEAR_TO.matcher(before).matches()) {
            TimeText whole = yearTo(month, year.time());
            return new Worded(words, new TimeText(whole.time, whole.kind, year.mark, year.printed));
        }
        return ENDS_OTHERWISE.matcher(before).matches()
                ? new Worded(words, new TimeText(year.time, Kind.UNNAMED, year.mark, year.printed))
                : before.isEmpty() ? null : new Worded(before, year.withPart("-" + two(month)));
    }

    /**
     * Words with a time.
     *
     * @param words the words
     * @param time the time
     */
    record Worded(String words, TimeText time) {

        /** Whether the words say of which kind the value of a year is, such as Target, and nothing else. */
        boolean isKindOfValue() {
            return time.isYear() && KINDS_OF_VALUES.contains(words.toLowerCase(Locale.ROOT));
        }

        /** Whether the words are a name and a unit in brackets that stood on both sides of the time, as in no other text: total;2019;[%]. */
        boolean isAroundTime() {
            return words.endsWith("]");
        }
    }

    /** The number of its month, counted from the first of the year 0; -1 for a time that has none, such as a week. */
    int months() {
        if (kind == Kind.DAY || kind == Kind.MONTH) {
            return Integer.parseInt(time.substring(0, 4)) * MONTHS + Integer.parseInt(time.substring(5, 7));
        }
        if (kind == Kind.QUARTER && time.length() == 7) {
            return Integer.parseInt(time.substring(0, 4)) * MONTHS + 3 * (time.charAt(6) - '0');
        }
        return isYear() && time.matches("\\d{4}") ? Integer.parseInt(time) * MONTHS : -1;
    }

    /** A year that a program made a number with places of: 1991.0. */
    private static final Pattern YEAR_OF_PROGRAM = Pattern.compile("^\\s*((?:1[5-9]|20|21)\\d\\d)\\.0$");

    static String plain(String raw) {
        String year = raw.endsWith(".0") ? YEAR_OF_PROGRAM.matcher(raw).replaceFirst("$1") : raw;
        String text = year.replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('\u3000', ' ')
                .strip();
        if (text.length() > 2 && text.startsWith("(") && text.endsWith(")")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c >= '\uFF10' && c <= '\uFF19' ? (char) (c - '\uFF10' + '0') : c);
        }
        return plain.toString();
    }

    /** The quick way to know most texts that are no time: those without two digits in a row, and numbers that are no year. */
    private static boolean mayBeTime(String text) {
        boolean plain = true;
        boolean two = false;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            plain &= digit;
            any |= digit;
            two |= digit && i > 0 && text.charAt(i - 1) >= '0' && text.charAt(i - 1) <= '9';
        }
        return (two && (!plain || text.length() == YEAR_DIGITS))
                || (any && text.indexOf('年') > 0)
                || text.indexOf('元') > 0;
    }

    private static String mark(@Nullable String mark) {
        return mark == null ? "" : mark.strip();
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    static String two(int number) {
        return two(String.valueOf(number));
    }
}
