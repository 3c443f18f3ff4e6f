package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.text.PeriodAtoms.Atom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one expression of time: pieces of time by {@link PeriodAtoms}, spans of them, plans, and words beside them. */
final class PeriodParser {

    private static final String NUMBER =
            "(\\d{1,2}|[一二两三四五六七八九十]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)";
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:[-‐‑–—―~～]+|至|到|/|(?:to|through|until|till|bis|à|a|al|по)(?![a-zа-я])|부터|から)\\s*(?:the )?");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:[-–—]|(?:and|und|et|y|e|и)(?![a-zа-я])|和|与|至|到)\\s*");
    private static final Pattern BEFORE = Pattern.compile(
            "(?:[\\s(\\[\"'“”:：,，.]+|(?:(?:the |over the |during the |in the )?(?:forecast|study|historical|projection|review|analysis|reporting|reference|plan)?\\s?period(?: of| from)?|cagr|the|in|during|for|over|at|as of|as at|data for|base year|from|between|years?(?=\\s+\\d)|about|around|circa|roughly|approximately|en|im jahr|im|in den jahren|von|de|am|au|le|stand|в|за|per|until end of the|fiscal)(?![a-z0-9])|c\\.|~|在|于|自|从|從|介于|约|大约|预计|预测|報告期|报告期|预测期|预测期间|截止)");
    private static final Pattern BEHIND = Pattern.compile(
            "(?:[\\s)\\]\"'“”:：,，.。]+|期间|時期|时期|期間|年间|年間|年期间|间|的|内|(?:cagr|period|forecast period|estimated?|est|forecasts?|projected|projections?|actual|provisional|preliminary|prel|prov|data|inclusive|г|гг|годы|годах|годов)(?![a-z0-9])\\.?|预估|預估|预计|預計|预测|預測|估计|估計|实际|實際|初步|左右|前后|前後|동안|まで|累计|全年|現在)");
    private static final Pattern BY = Pattern.compile(
            "(?:by|until|till|to|up to|no later than|before|through to)(?: the)?(?: year)? (?:the )?(?:end(?: of)?[ -])?(?:of )?|到|至|迄|bis(?: zum)?(?: ende)?(?: jahr)?\\s|spätestens\\s|d'ici(?: à)?(?: fin)?\\s|hasta(?: el)?\\s|entro(?: il)?\\s|até\\s|к\\s|до\\s|不晚于|力争到|计划到");
    private static final Pattern BY_BEHIND = Pattern.compile("\\s*年?(?:之前|以前|前(?![后後])|까지)");
    private static final Pattern THROUGH = Pattern.compile("through |截至|截止到|截止|截至到");
    private static final Pattern END_BEFORE = Pattern.compile(
            "(?:as (?:of|at) |at )?(?:the )?(?:year-end|year end|end[ -](?:of )?|ende |fin |fine |finales de |final de |ye|конец )\\s?");
    private static final Pattern END_BEHIND =
            Pattern.compile("\\s*(?:年度?)?\\s*(?:年底|年末|底|末|年终|末时点| year-end| year end|년 말|말)");
    private static final Pattern SINCE = Pattern.compile("(?:since|seit|depuis|desde|dal|с)\\s|自");
    private static final Pattern SINCE_BEHIND = Pattern.compile(
            "\\s*(?:年)?\\s*(?:以来|以後|以來|至今|迄今|起至今|年以来|이후|to date|to present|to the present|[-–—]\\s?(?:present|today|date|now)|bis heute)");
    private static final Pattern DECADE =
            Pattern.compile("(?:the )?((?:19|20|21)\\d)0(?:'?s(?![a-z])|年代|er(?: jahre)?(?![a-z]))");
    private static final Pattern CENTURY_DECADE = Pattern.compile("(19|20|21|上|本)世[纪紀]([0-9一二三四五六七八九])(?:0|十)年代");
    private static final Pattern PLAN =
            Pattern.compile("[\"'“”]*([一二三四五六七八九十]{1,3})五[\"'“”]*(规划纲要|规划|計劃|计划|期间|时期|末期|末|期末|收官)*");
    private static final Pattern PLAN_NUMBER = Pattern.compile("第([一二三四五六七八九十]{1,3})个五年(?:规划|计划)(?:期间|时期)?(末)?");
    private static final Pattern ENGLISH_PLAN = Pattern.compile(
            "(?:the )?(?:(end of )(?:the )?)?(\\d{1,2})(?:st|nd|rd|th) (?:five|5)-year[ -]plan(?: period)?(?: \\(fyp\\))?|(?:the )?(\\d{1,2})(?:st|nd|rd|th) fyp(?: period)?");
    private static final Pattern ENGLISH_PLAN_WORD = Pattern.compile(
            "(?:the )?(tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth) five-year[ -]plan(?: period)?");
    private static final Pattern EVERY = Pattern.compile("(?:每|every )\\s*" + NUMBER + "\\s*(?:年|years?)");
    private static final Pattern NEXT = Pattern.compile("(?:未来|今后|今後|未來|将来|接下来|下一个?)\\s*" + NUMBER
            + "\\s*(?:年|个?年)(?:内|间|里|中)?|(?:over|in|within|during|for)?\\s?(?:the )?(?:next|coming|following)\\s"
            + NUMBER
            + "[ -]years?|(?:in|within) " + NUMBER + " years|향후\\s*" + NUMBER
            + "\\s*년|(?:in den )?(?:nächsten|kommenden) " + "(\\d{1,2}|zwei|drei|vier|fünf|zehn)" + " jahren?|今後"
            + NUMBER + "年間?|" + NUMBER + "年(?:之)?内");
    private static final Pattern NEXT_DECADE =
            Pattern.compile("(?:over|in|within|during)?\\s?(?:the )?(?:next|coming) decade|未来十年|下一个十年");
    private static final Pattern LAST = Pattern.compile("(?:过去|近|最近|過去|前)\\s*" + NUMBER
            + "\\s*年(?:来|间|里|中)?|(?:over|in|during|for)?\\s?(?:the )?(?:last|past|previous) " + NUMBER + " years|지난\\s*"
            + NUMBER + "\\s*년");
    private static final Pattern LAST_DECADE = Pattern.compile("(?:over|in|during)?\\s?(?:the )?(?:last|past) decade");
    private static final Pattern RELATIVE = Pattern.compile(
            "今年|去年|明年|后年|後年|前年|本年度?|上年度?|上一年度?|昨年|來年|来年|올해|작년|내년|지난해|this year|last year|next year|the current year|current year|the previous year|(?:dieses|letztes|nächstes|vergangenes) jahr|cette année|l'an dernier|l'année prochaine");
    private static final Pattern CENTURY = Pattern.compile(
            "(?:by |at |到|至)?(?:the )?(?:本世纪末|本世紀末|21世纪末|end of (?:the|this|the 21st) century|ende des jahrhunderts|fin du siècle)");
    private static final Pattern SHORT_SPAN = Pattern.compile("'(\\d\\d)\\s?[-–—]\\s?'(\\d\\d)(?!\\d)");
    private static final Pattern FISCAL_SPAN =
            Pattern.compile("(?:fy)?'?(\\d{2}|(?:19|20)\\d\\d)\\s?[-–—]\\s?(?:fy)?'?(\\d{2}|(?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern ABBREVIATED =
            Pattern.compile("\\s?年?\\s?[-‐‑–—―~～/]+\\s?'?(\\d\\d)(?!\\d)\\s?年?(?:[efap](?![a-z]))?");
    private static final Pattern YEAR_WORD = Pattern.compile("年");
    private static final Pattern BRACKET = Pattern.compile("\\s*\\((?:to |bis |至|到)?");
    private static final Pattern FIRST_QUARTERS = Pattern.compile("前([二两三])个?季度?");
    private static final Pattern MONTHS = Pattern.compile("(\\d\\d?)月?[-~–—至到](\\d\\d?)月份?|前(\\d\\d?)个月");
    private static final Pattern HALF = Pattern.compile("([上下])半年");
    private static final Pattern QUARTER = Pattern.compile("第?([一二三四])季度");
    private static final Pattern MONTH = Pattern.compile("(\\d\\d?)月份?");
    private static final Pattern END = Pattern.compile("[底末]");
    /** What can be a part of the year that the text is of, where it says no year. */
    private static final Pattern PART_ALONE =
            Pattern.compile("[上下]半年|前[二两三]个?季度?|第?[一二三四]季度|(?:\\d\\d?月?[-~–—至到])?\\d\\d?月|前\\d\\d?个月");

    private static final Pattern MONTH_END = Pattern.compile("(\\d\\d?)月[底末]");
    private static final Pattern OPEN = Pattern.compile("(?:^|\\s)(?:from|von) ?$|[从從]$");
    private static final Pattern WHOLE_YEAR = Pattern.compile("全年");
    /** The first year of the first five-year plan. */
    private static final int FIRST_PLAN = 1953;

    private final String original;
    private final String text;
    private final Optional<LocalDate> published;
    private int index;

    PeriodParser(String original, Optional<LocalDate> published) {
        this.original = original;
        this.text = Folding.of(original).toLowerCase(Locale.ROOT);
        this.published = published;
    }

    /** Reads the whole text, but for words that say nothing of the time. */
    ReferencePeriod whole() {
        skip(BEFORE);
        int start = index;
        ReferencePeriod period = partOfThisYear()
                .or(this::expression)
                .orElseThrow(() -> error(
                        "Period must name a year or a span of years, such as 2025, 2024-2032, 2024-Q3, FY2024-25 or 十四五",
                        "时间须为年份或时段，如2025年、2024—2032年、2024年第三季度、十四五",
                        index));
        // next five years (2025-2030): the years in brackets say it again
        if (index < text.length()) {
            skip(BEHIND);
        }
        boolean single = period.kind() == ReferencePeriod.Kind.YEAR
                || (period.kind() == ReferencePeriod.Kind.PART
                        && period.lastPart().isEmpty());
        if (single && OPEN.matcher(text.substring(0, start)).find()) {
            throw error("Time from then on must say when it ends", "起始时间之后须有截止时间", start);
        }
        if (index < text.length()) {
            throw error(
                    "Period must have nothing behind it that is not understood: " + rest(),
                    "时间之后不得有不能识别的内容：" + rest(),
                    index);
        }
        return period;
    }

    /** Reads the longest expression that starts at an index, and says where it ends. */
    Optional<PeriodFormat.Reading> at(int start) {
        index = start;
        try {
            return expression().map(period -> new PeriodFormat.Reading(period, start, index));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void skip(Pattern words) {
        Matcher matcher = words.matcher(text);
        while (index < text.length() && matcher.region(index, text.length()).lookingAt() && !startsExpression()) {
            index = matcher.end();
        }
    }

    /** Whether the words at the index belong to an expression, such as the end in "end of 2025". */
    private boolean startsExpression() {
        int before = index;
        boolean starts = looking(END_BEFORE) && PeriodAtoms.at(text, index).isPresent();
        index = before;
        return starts
                || text.startsWith("截至", index)
                || text.startsWith("fiscal", index)
                || text.startsWith("the end", index)
                || (text.startsWith("'", index)
                        && index + 1 < text.length()
                        && Character.isDigit(text.charAt(index + 1)))
                || PLAN.matcher(text).region(index, text.length()).lookingAt()
                || relative(NEXT)
                || relative(NEXT_DECADE)
                || relative(LAST)
                || relative(LAST_DECADE)
                || relative(DECADE)
                || ((text.startsWith("自", index) || text.startsWith("year", index))
                        && PeriodAtoms.at(text, index).isPresent());
    }

    private boolean relative(Pattern words) {
        return words.matcher(text).region(index, text.length()).lookingAt();
    }

    private boolean looking(Pattern words) {
        Matcher matcher = words.matcher(text).region(index, text.length());
        if (matcher.lookingAt() && matcher.end() > index) {
            index = matcher.end();
            return true;
        }
        return false;
    }

    private Optional<ReferencePeriod> expression() {
        int start = index;
        Optional<ReferencePeriod> named = named();
        if (named.isPresent()) {
            return named;
        }
        index = start;
        if (looking(BY)) {
            Optional<Atom> atom = PeriodAtoms.at(text, index);
            if (atom.isPresent()) {
                index = atom.get().end();
                looking(END_BEHIND);
                return Optional.of(until(atom.get()));
            }
            index = start;
        }
        if (looking(THROUGH)) {
            Optional<Atom> atom = PeriodAtoms.at(text, index);
            if (atom.isPresent()) {
                index = atom.get().end();
                boolean ended = looking(END_BEHIND);
                return Optional.of(
                        atom.get().part() != null
                                ? period(atom.get())
                                : ended
                                        ? ReferencePeriod.endOf(atom.get().year())
                                        : ReferencePeriod.through(atom.get().year()));
            }
            index = start;
        }
        if (looking(END_BEFORE)) {
            Optional<Atom> atom = PeriodAtoms.at(text, index).filter(found -> found.part() == null);
            if (atom.isPresent()) {
                index = atom.get().end();
                return Optional.of(ReferencePeriod.endOf(atom.get().year()));
            }
            index = start;
        }
        if (looking(SINCE)) {
            Optional<Atom> atom = PeriodAtoms.at(text, index);
            if (atom.isPresent()) {
                index = atom.get().end();
                looking(SINCE_BEHIND);
                return Optional.of(since(atom.get(), start));
            }
            index = start;
        }
        return span(start);
    }

    private static ReferencePeriod until(Atom atom) {
        return atom.part() == null ? ReferencePeriod.by(atom.year()) : period(atom);
    }

    private ReferencePeriod since(Atom atom, int at) {
        int last = published(at).getYear();
        if (atom.part() != null || last <= atom.year()) {
            throw error("Time since then must start in a year before the publication", "起始年份须早于发布年份", at);
        }
        return ReferencePeriod.span(atom.year(), last);
    }

    /** A piece of time, or two with a sign between them. */
    private Optional<ReferencePeriod> span(int start) {
        Matcher shorts = SHORT_SPAN.matcher(text).region(start, text.length());
        if (shorts.lookingAt()) {
            index = shorts.end();
            return Optional.of(
                    ordered(2000 + Integer.parseInt(shorts.group(1)), 2000 + Integer.parseInt(shorts.group(2)), start));
        }
        Optional<Atom> first = PeriodAtoms.at(text, start);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Atom from = first.get();
        index = from.end();
        Optional<ReferencePeriod> behind = behind(from, start);
        if (behind.isPresent()) {
            return behind;
        }
        int before = index;
        if (from.part() == null && looking(ABBREVIATED) && !monthLike(before)) {
            String digits = text.substring(before, index).replaceAll("\\D", "");
            return Optional.of(ordered(from.year(), from.year() / 100 * 100 + Integer.parseInt(digits), before));
        }
        index = before;
        Optional<ReferencePeriod> fiscal = fiscalSpan(from, start);
        if (fiscal.isPresent()) {
            return fiscal;
        }
        if (from.last() == null
                && looking(
                        text.substring(0, start).matches(".*(?:between|zwischen|entre|介于|между)\\s*$")
                                ? BETWEEN
                                : SEPARATOR)) {
            looking(Pattern.compile("(?:the )?(?:end of |fy\\s?(?=\\d\\d(?!\\d)))"));
            Optional<Atom> last = PeriodAtoms.at(text, index);
            if (last.isPresent()) {
                index = last.get().end();
                if (text.startsWith("/", before) && last.get().year() == from.year() + 1) {
                    throw error("Years must be a span or one fiscal year: write - or FY", "须为时段或财年：请写 - 或 FY", before);
                }
                return Optional.of(between(from, last.get(), before));
            }
            if (from.part() != null && from.part().granularity() == CalendarPart.Granularity.FISCAL_YEAR) {
                return Optional.empty();
            }
            throw error("Span must end with a year", "时段须以年份结尾", index);
        }
        index = before;
        return Optional.of(period(from));
    }

    /** FY24-28: two fiscal years; FY24-25 was read as one. */
    private Optional<ReferencePeriod> fiscalSpan(Atom from, int start) {
        if (from.part() == null
                || from.part().granularity() != CalendarPart.Granularity.FISCAL_YEAR
                || from.part().number() != 0) {
            return Optional.empty();
        }
        Matcher span = FISCAL_SPAN.matcher(text).region(start, text.length());
        if (!text.startsWith("fy", start) || !span.lookingAt()) {
            return Optional.empty();
        }
        String last = span.group(2);
        int year = last.length() == 2 ? 2000 + Integer.parseInt(last) : Integer.parseInt(last);
        index = span.end();
        return Optional.of(parts(from.part(), CalendarPart.fiscalYear(year), start));
    }

    /** 2024-06 is a month, which was not read as one since it may be something else. */
    private boolean monthLike(int before) {
        String digits = text.substring(before, index).replaceAll("\\D", "");
        boolean month = Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= 12;
        boolean plain = text.substring(before, index).matches("[-/]\\d\\d");
        if (month && plain) {
            throw error(
                    "Period must be a month or a fiscal year and not either: write 2009-M10 or FY2009-10",
                    "时间须为月份或财年之一：请写 2009-M10 或 FY2009-10",
                    before);
        }
        return false;
    }

    /** Words behind a year that change what is meant. */
    private Optional<ReferencePeriod> behind(Atom atom, int start) {
        if (looking(SINCE_BEHIND)) {
            return Optional.of(since(atom, start));
        }
        if (atom.part() == null && looking(END_BEHIND)) {
            return Optional.of(
                    looking(BY_BEHIND) ? ReferencePeriod.by(atom.year()) : ReferencePeriod.endOf(atom.year()));
        }
        if (looking(BY_BEHIND)) {
            return Optional.of(until(atom));
        }
        return Optional.empty();
    }

    private ReferencePeriod between(Atom from, Atom last, int at) {
        if (from.part() == null && last.part() == null) {
            return ordered(from.year(), last.year(), at);
        }
        if (from.part() == null || last.part() == null || last.last() != null) {
            throw error("Span must be between two times of one length", "时段两端须为同一粒度", at);
        }
        return parts(from.part(), last.part(), at);
    }

    private ReferencePeriod parts(CalendarPart first, CalendarPart last, int at) {
        try {
            return ReferencePeriod.parts(first, last);
        } catch (IllegalArgumentException e) {
            throw error(
                    "Last part must be later than the first: " + first + " to " + last,
                    "末端须晚于起端：" + first + "至" + last,
                    at);
        }
    }

    private ReferencePeriod ordered(int first, int last, int at) {
        if (last <= first) {
            throw error(
                    "Last year must be later than the first: " + first + " to " + last,
                    "末年须晚于首年：" + first + "至" + last,
                    at);
        }
        return ReferencePeriod.span(first, last);
    }

    private static ReferencePeriod period(Atom atom) {
        CalendarPart part = atom.part();
        if (part == null) {
            return ReferencePeriod.year(atom.year());
        }
        if (atom.last() != null) {
            return ReferencePeriod.parts(part, atom.last());
        }
        boolean endOfYear =
                part.granularity() == CalendarPart.Granularity.DAY && part.number() == 12 && part.day() == 31;
        return endOfYear ? ReferencePeriod.endOf(part.year()) : ReferencePeriod.part(part);
    }

    /** Times with names: plans, decades, and words counted from the publication. */
    private Optional<ReferencePeriod> named() {
        Matcher decade = matching(DECADE);
        if (decade != null) {
            int first = 10 * Integer.parseInt(decade.group(1));
            return Optional.of(ReferencePeriod.span(first, first + 9));
        }
        Matcher of = matching(CENTURY_DECADE);
        if (of != null) {
            int first = 100 * (century(of.group(1)) - 1) + 10 * PeriodAtoms.small(of.group(2));
            return Optional.of(ReferencePeriod.span(first, first + 9));
        }
        if (matching(CENTURY) != null) {
            return Optional.of(ReferencePeriod.by(2100));
        }
        Optional<ReferencePeriod> plan = plan();
        if (plan.isPresent()) {
            int at = index;
            Optional<ReferencePeriod> years = inBrackets();
            if (years.isPresent() && !years.equals(plan)) {
                throw error("Years must be those of the plan: " + plan.get(), "年份须与规划一致：" + plan.get(), at);
            }
            return plan;
        }
        int start = index;
        Matcher every = matching(EVERY);
        if (every != null) {
            return Optional.of(ReferencePeriod.every(PeriodAtoms.small(every.group(1))));
        }
        Matcher next = matching(NEXT);
        if (next != null) {
            Optional<ReferencePeriod> said = inBrackets();
            if (said.isPresent()) {
                return said;
            }
            int now = published(start).getYear();
            return Optional.of(ReferencePeriod.span(now, now + firstNumber(next)));
        }
        if (matching(NEXT_DECADE) != null) {
            return Optional.of(ReferencePeriod.span(
                    published(start).getYear(), published(start).getYear() + 10));
        }
        Matcher last = matching(LAST);
        if (last != null) {
            int now = published(start).getYear();
            return Optional.of(ReferencePeriod.span(now - firstNumber(last), now));
        }
        if (matching(LAST_DECADE) != null) {
            return Optional.of(ReferencePeriod.span(
                    published(start).getYear() - 10, published(start).getYear()));
        }
        Matcher relative = matching(RELATIVE);
        return relative == null ? Optional.empty() : Optional.of(relativeYear(relative.group(), start));
    }

    /** The years behind relative words, which say the same: next five years (2025-2030). */
    private Optional<ReferencePeriod> inBrackets() {
        int before = index;
        if (looking(BRACKET)) {
            Optional<ReferencePeriod> said = span(index);
            looking(YEAR_WORD);
            if (said.isPresent() && text.startsWith(")", index)) {
                index++;
                return said;
            }
        }
        index = before;
        return Optional.empty();
    }

    private static int firstNumber(Matcher matcher) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String word = matcher.group(i);
            if (word != null) {
                int german = List.of("zwei", "drei", "vier", "fünf").indexOf(word);
                return german >= 0 ? german + 2 : word.equals("zehn") ? 10 : PeriodAtoms.small(word);
            }
        }
        return 0;
    }

    private ReferencePeriod relativeYear(String word, int start) {
        int now = published(start).getYear();
        int shift = word.matches(
                        "去年|上年度?|上一年度?|昨年|작년|지난해|last year|the previous year|letztes jahr|vergangenes jahr|l'an dernier")
                ? -1
                : word.matches("明年|來年|来年|내년|next year|nächstes jahr|l'année prochaine")
                        ? 1
                        : word.matches("后年|後年") ? 2 : word.equals("前年") ? -2 : 0;
        int year = now + shift;
        Optional<ReferencePeriod> part = partOf(year, start);
        if (part.isPresent()) {
            return part.get();
        }
        looking(WHOLE_YEAR);
        return looking(Pattern.compile("年?[底末]")) ? ReferencePeriod.endOf(year) : ReferencePeriod.year(year);
    }

    /** A part of a year that is known: 上半年, 三季度, 1-9月, 9月末. */
    private Optional<ReferencePeriod> partOf(int year, int start) {
        Matcher half = matching(HALF);
        if (half != null) {
            return Optional.of(
                    ReferencePeriod.part(CalendarPart.half(year, half.group(1).equals("上") ? 1 : 2)));
        }
        Matcher quarters = matching(FIRST_QUARTERS);
        if (quarters != null) {
            return Optional.of(ReferencePeriod.parts(
                    CalendarPart.quarter(year, 1), CalendarPart.quarter(year, PeriodAtoms.small(quarters.group(1)))));
        }
        Matcher quarter = matching(QUARTER);
        if (quarter != null) {
            int number = PeriodAtoms.small(quarter.group(1));
            return Optional.of(
                    looking(END) ? endOf(year, 3 * number) : ReferencePeriod.part(CalendarPart.quarter(year, number)));
        }
        Matcher months = matching(MONTHS);
        if (months != null) {
            boolean begun = months.group(3) != null;
            return Optional.of(ReferencePeriod.parts(
                    monthOf(year, begun ? "1" : months.group(1), start),
                    monthOf(year, begun ? months.group(3) : months.group(2), start)));
        }
        Matcher ended = matching(MONTH_END);
        if (ended != null) {
            return Optional.of(endOf(year, monthOf(year, ended.group(1), start).number()));
        }
        Matcher month = matching(MONTH);
        return month == null
                ? Optional.empty()
                : Optional.of(ReferencePeriod.part(monthOf(year, month.group(1), start)));
    }

    private static ReferencePeriod endOf(int year, int month) {
        int days = YearMonth.of(year, month).lengthOfMonth();
        return ReferencePeriod.part(CalendarPart.day(LocalDate.of(year, month, days)));
    }

    /** A part of the year in which the text was published, which must have begun by then: 上半年, 截至9月末. */
    private Optional<ReferencePeriod> partOfThisYear() {
        int before = index;
        int start = looking(THROUGH) ? index : before;
        if (!PART_ALONE.matcher(text).region(start, text.length()).lookingAt()) {
            index = before;
            return Optional.empty();
        }
        LocalDate now = published(start);
        Optional<ReferencePeriod> part = partOf(now.getYear(), start);
        boolean begun = part.flatMap(period -> period.lastPart().or(period::firstPart))
                .filter(last -> firstDay(last).compareTo(now) <= 0)
                .isPresent();
        if (!begun) {
            index = before;
            throw error("Part of a year must say its year, such as 2025年12月", "须写明年份，如2025年12月", start);
        }
        return part;
    }

    private static LocalDate firstDay(CalendarPart part) {
        int month = switch (part.granularity()) {
            case HALF -> 6 * part.number() - 5;
            case QUARTER -> 3 * part.number() - 2;
            default -> part.number();
        };
        boolean day = part.granularity() == CalendarPart.Granularity.DAY;
        return LocalDate.of(part.year(), month, day ? part.day() : 1);
    }

    private static int century(String word) {
        return word.equals("上") ? 20 : word.equals("本") ? 21 : Integer.parseInt(word);
    }

    private CalendarPart monthOf(int year, String digits, int at) {
        int month = Integer.parseInt(digits);
        if (month < 1 || month > 12) {
            throw error("Month must be 1 to 12: " + digits, "月份须为1至12：" + digits, at);
        }
        return CalendarPart.month(year, month);
    }

    private Optional<ReferencePeriod> plan() {
        Matcher chinese = matching(PLAN);
        if (chinese != null) {
            boolean end = chinese.group(2) != null && chinese.group().contains("末");
            return plan(PeriodAtoms.small(chinese.group(1)), end);
        }
        Matcher numbered = matching(PLAN_NUMBER);
        if (numbered != null) {
            return plan(PeriodAtoms.small(numbered.group(1)), numbered.group(2) != null);
        }
        Matcher english = matching(ENGLISH_PLAN);
        if (english != null) {
            String number = english.group(2) == null ? english.group(3) : english.group(2);
            return plan(Integer.parseInt(number), english.group(1) != null);
        }
        Matcher word = matching(ENGLISH_PLAN_WORD);
        return word == null
                ? Optional.empty()
                : plan(
                        10
                                + List.of("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth")
                                        .indexOf(word.group(1)),
                        false);
    }

    private static Optional<ReferencePeriod> plan(int number, boolean end) {
        if (number < 1 || number > 40) {
            return Optional.empty();
        }
        // a pause from 1963 to 1965 came before the third plan
        int first = FIRST_PLAN + 5 * (number - 1) + (number > 2 ? 3 : 0);
        return Optional.of(end ? ReferencePeriod.by(first + 4) : ReferencePeriod.span(first, first + 4));
    }

    private @Nullable Matcher matching(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(index, text.length());
        if (matcher.lookingAt() && matcher.end() > index) {
            index = matcher.end();
            return matcher;
        }
        return null;
    }

    private LocalDate published(int at) {
        return published.orElseThrow(
                () -> error("Relative time must have a date of publication to count from", "相对时间须有发布日期才能推算", at));
    }

    /** What stands behind the index; small letters may be more than the capital they come from. */
    private String rest() {
        return original.substring(Math.min(index, original.length()));
    }

    private FigureParseException error(String en, String zh, int at) {
        return new FigureParseException(Label.of(en, zh), original, Math.min(at, original.length()), Optional.empty());
    }
}
