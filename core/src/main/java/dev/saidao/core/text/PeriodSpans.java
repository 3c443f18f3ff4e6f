package dev.saidao.core.text;

import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.text.PeriodAtoms.Atom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a piece of time, or two with a sign between them, and words behind that change what is meant. */
final class PeriodSpans {

    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:[-‐‑–—―~～]+|至|到|/|(?:to|through|until|till|bis|à|a|al|по)(?![a-zа-я])|부터|から)\\s*(?:the )?");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:[-–—]|(?:and|und|et|y|e|и)(?![a-zа-я])|和|与|至|到)\\s*");
    private static final Pattern BY_BEHIND = Pattern.compile("\\s*年?(?:之前|以前|前(?![后後])|까지)");
    static final Pattern END_BEHIND = Pattern.compile("\\s*(?:年度?)?\\s*(?:年底|年末|底|末|年终|末时点| year-end| year end|년 말|말)");
    static final Pattern SINCE_BEHIND = Pattern.compile(
            "\\s*(?:年)?\\s*(?:以来|以後|以來|至今|迄今|起至今|年以来|이후|to date|to present|to the present|[-–—]\\s?(?:present|today|date|now)|bis heute)");
    private static final Pattern SHORT_SPAN = Pattern.compile("'(\\d\\d)\\s?[-–—]\\s?'(\\d\\d)(?!\\d)");
    private static final Pattern FISCAL_SPAN =
            Pattern.compile("(?:fy)?'?(\\d{2}|(?:19|20)\\d\\d)\\s?[-–—]\\s?(?:fy)?'?(\\d{2}|(?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern ABBREVIATED =
            Pattern.compile("\\s?年?\\s?[-‐‑–—―~～/]+\\s?'?(\\d\\d)(?!\\d)\\s?年?(?:[efap](?![a-z]))?");

    private final PeriodText read;

    PeriodSpans(PeriodText read) {
        this.read = read;
    }

    static ReferencePeriod until(Atom atom) {
        return atom.part() == null ? ReferencePeriod.by(atom.year()) : period(atom);
    }

    ReferencePeriod since(Atom atom, int at) {
        int last = read.published(at).getYear();
        if (atom.part() != null || last <= atom.year()) {
            throw read.error("Time since then must start in a year before the publication", "起始年份须早于发布年份", at);
        }
        return ReferencePeriod.span(atom.year(), last);
    }

    /** A piece of time, or two with a sign between them. */
    Optional<ReferencePeriod> span(int start) {
        Matcher shorts = SHORT_SPAN.matcher(read.text).region(start, read.text.length());
        if (shorts.lookingAt()) {
            read.index = shorts.end();
            return Optional.of(
                    ordered(2000 + Integer.parseInt(shorts.group(1)), 2000 + Integer.parseInt(shorts.group(2)), start));
        }
        Optional<Atom> first = PeriodAtoms.at(read.text, start);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Atom from = first.get();
        read.index = from.end();
        Optional<ReferencePeriod> behind = behind(from, start);
        if (behind.isPresent()) {
            return behind;
        }
        int before = read.index;
        if (from.part() == null && read.looking(ABBREVIATED) && !monthLike(before)) {
            String digits = read.text.substring(before, read.index).replaceAll("\\D", "");
            return Optional.of(ordered(from.year(), from.year() / 100 * 100 + Integer.parseInt(digits), before));
        }
        read.index = before;
        Optional<ReferencePeriod> fiscal = fiscalSpan(from, start);
        if (fiscal.isPresent()) {
            return fiscal;
        }
        if (from.last() == null
                && read.looking(
                        read.text.substring(0, start).matches(".*(?:between|zwischen|entre|介于|между)\\s*$")
                                ? BETWEEN
                                : SEPARATOR)) {
            read.looking(Pattern.compile("(?:the )?(?:end of |fy\\s?(?=\\d\\d(?!\\d)))"));
            Optional<Atom> last = PeriodAtoms.at(read.text, read.index);
            if (last.isPresent()) {
                read.index = last.get().end();
                if (read.text.startsWith("/", before) && last.get().year() == from.year() + 1) {
                    throw read.error(
                            "Years must be a span or one fiscal year: write - or FY", "须为时段或财年：请写 - 或 FY", before);
                }
                return Optional.of(between(from, last.get(), before));
            }
            if (from.part() != null && from.part().granularity() == CalendarPart.Granularity.FISCAL_YEAR) {
                return Optional.empty();
            }
            throw read.error("Span must end with a year", "时段须以年份结尾", read.index);
        }
        read.index = before;
        return Optional.of(period(from));
    }

    /** FY24-28: two fiscal years; FY24-25 was read as one. */
    private Optional<ReferencePeriod> fiscalSpan(Atom from, int start) {
        if (from.part() == null
                || from.part().granularity() != CalendarPart.Granularity.FISCAL_YEAR
                || from.part().number() != 0) {
            return Optional.empty();
        }
        Matcher span = FISCAL_SPAN.matcher(read.text).region(start, read.text.length());
        if (!read.text.startsWith("fy", start) || !span.lookingAt()) {
            return Optional.empty();
        }
        String last = span.group(2);
        int year = last.length() == 2 ? 2000 + Integer.parseInt(last) : Integer.parseInt(last);
        read.index = span.end();
        return Optional.of(parts(from.part(), CalendarPart.fiscalYear(year), start));
    }

    /** 2024-06 is a month, which was not read as one since it may be something else. */
    private boolean monthLike(int before) {
        String digits = read.text.substring(before, read.index).replaceAll("\\D", "");
        boolean month = Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= 12;
        boolean plain = read.text.substring(before, read.index).matches("[-/]\\d\\d");
        if (month && plain) {
            throw read.error(
                    "Period must be a month or a fiscal year and not either: write 2009-M10 or FY2009-10",
                    "时间须为月份或财年之一：请写 2009-M10 或 FY2009-10",
                    before);
        }
        return false;
    }

    /** Words behind a year that change what is meant. */
    private Optional<ReferencePeriod> behind(Atom atom, int start) {
        if (read.looking(SINCE_BEHIND)) {
            return Optional.of(since(atom, start));
        }
        if (atom.part() == null && read.looking(END_BEHIND)) {
            return Optional.of(
                    read.looking(BY_BEHIND) ? ReferencePeriod.by(atom.year()) : ReferencePeriod.endOf(atom.year()));
        }
        if (read.looking(BY_BEHIND)) {
            return Optional.of(until(atom));
        }
        return Optional.empty();
    }

    private ReferencePeriod between(Atom from, Atom last, int at) {
        if (from.part() == null && last.part() == null) {
            return ordered(from.year(), last.year(), at);
        }
        if (from.part() == null || last.part() == null || last.last() != null) {
            throw read.error("Span must be between two times of one length", "时段两端须为同一粒度", at);
        }
        return parts(from.part(), last.part(), at);
    }

    private ReferencePeriod parts(CalendarPart first, CalendarPart last, int at) {
        try {
            return ReferencePeriod.parts(first, last);
        } catch (IllegalArgumentException e) {
            throw read.error(
                    "Last part must be later than the first: " + first + " to " + last,
                    "末端须晚于起端：" + first + "至" + last,
                    at);
        }
    }

    private ReferencePeriod ordered(int first, int last, int at) {
        if (last <= first) {
            throw read.error(
                    "Last year must be later than the first: " + first + " to " + last,
                    "末年须晚于首年：" + first + "至" + last,
                    at);
        }
        return ReferencePeriod.span(first, last);
    }

    static ReferencePeriod period(Atom atom) {
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
}
