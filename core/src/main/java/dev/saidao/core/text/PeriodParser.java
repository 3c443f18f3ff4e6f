package dev.saidao.core.text;

import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.text.PeriodAtoms.Atom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one expression of time: pieces of time by {@link PeriodAtoms}, spans of them, plans, and words beside them. */
final class PeriodParser {

    private static final Pattern BEFORE = Pattern.compile(
            "(?:[\\s(\\[\"'“”:：,，.]+|(?:(?:the |over the |during the |in the )?(?:forecast|study|historical|projection|review|analysis|reporting|reference|plan)?\\s?period(?: of| from)?|cagr|full[- ]year|the|in|during|for|over|at|as of|as at|data for|base year|from|between|years?(?=\\s+\\d)|about|around|circa|roughly|approximately|en|im jahr|im|in den jahren|von|de|am|au|le|stand|в|за|per|until end of the|fiscal)(?![a-z0-9])|c\\.|~|在|于|自|从|從|介于|约|大约|预计|预测|報告期|报告期|预测期|预测期间|截止)");
    private static final Pattern BEHIND = Pattern.compile(
            "(?:[\\s)\\]\"'“”:：,，.。]+|期间|時期|时期|期間|年间|年間|年期间|间|的|内|(?:cagr|period|forecast period|estimated?|est|forecasts?|projected|projections?|actual|provisional|preliminary|prel|prov|data|inclusive|г|гг|годы|годах|годов)(?![a-z0-9])\\.?|预估|預估|预计|預計|预测|預測|估计|估計|实际|實際|初步|左右|前后|前後|동안|まで|累计|全年|現在)");
    private static final Pattern BY = Pattern.compile(
            "(?:by|until|till|to|up to|no later than|before|through to)(?: the)?(?: year)? (?:the )?(?:end(?: of)?[ -])?(?:of )?|到|至|迄|bis(?: zum)?(?: ende)?(?: jahr)?\\s|spätestens\\s|d'ici(?: à)?(?: fin)?\\s|hasta(?: el)?\\s|entro(?: il)?\\s|até\\s|к\\s|до\\s|不晚于|力争到|计划到");
    private static final Pattern END_BEFORE = Pattern.compile(
            "(?:as (?:of|at) |at )?(?:the )?(?:year-end|year end|end[ -](?:of )?|ende |fin |fine |finales de |final de |ye|конец )\\s?");
    private static final Pattern SINCE = Pattern.compile("(?:since|seit|depuis|desde|dal|с)\\s|自");
    private static final Pattern FISCAL_QUARTER = Pattern.compile(
            "(?:q[1-4]|[1-4]q)\\s?(?:of )?\\s?(?:fy|fiscal|f)\\s?'?\\d\\d|(?:fy|fiscal(?: year)?)\\s?'?(?:\\d\\d){1,2}[ -]?(?:q[1-4]|[1-4]q)");
    private static final Pattern DECIMAL_MONTH = Pattern.compile("(?:19|20)\\d\\d\\.[1-9]$");
    private static final Pattern OPEN = Pattern.compile("(?:^|\\s)(?:from|von) ?$|[从從自]$");

    private final PeriodText read;
    private final PeriodSpans spans;
    private final NamedPeriods byName;

    PeriodParser(String original, Optional<LocalDate> published) {
        read = new PeriodText(original, published);
        spans = new PeriodSpans(read);
        byName = new NamedPeriods(read, spans);
    }

    /** Reads the whole text, but for words that say nothing of the time. */
    ReferencePeriod whole() {
        skip(BEFORE);
        int start = read.index;
        if (FISCAL_QUARTER.matcher(read.text).region(start, read.text.length()).lookingAt()) {
            throw read.error(
                    "Quarter of a fiscal year must be written with its months, such as January to March 2024",
                    "财年季度须写明月份，如2024年1—3月",
                    start);
        }
        ReferencePeriod period = byName.partOfThisYear()
                .or(this::expression)
                .orElseThrow(() -> read.error(
                        "Period must name a year or a span of years, such as 2025, 2024-2032, 2024-Q3, FY2024-25 or 十四五",
                        "时间须为年份或时段，如2025年、2024—2032年、2024年第三季度、十四五",
                        read.index));
        // next five years (2025-2030): the years in brackets say it again
        if (read.index < read.text.length()) {
            skip(BEHIND);
        }
        boolean single = period.kind() == ReferencePeriod.Kind.YEAR
                || (period.kind() == ReferencePeriod.Kind.PART
                        && period.lastPart().isEmpty());
        if (single && OPEN.matcher(read.text.substring(0, start)).find()) {
            throw read.error("Time from then on must say when it ends", "起始时间之后须有截止时间", start);
        }
        if (DECIMAL_MONTH.matcher(read.text).region(start, read.text.length()).lookingAt()) {
            throw read.error(
                    "Month must have two digits, as 2024.3 may be another number: write 2024-03",
                    "月份须为两位，2024.3 可有他解：请写 2024-03",
                    start);
        }
        if (read.index < read.text.length()) {
            throw read.error(
                    "Period must have nothing behind it that is not understood: " + read.rest(),
                    "时间之后不得有不能识别的内容：" + read.rest(),
                    read.index);
        }
        return period;
    }

    /** Reads the longest expression that starts at an index, and says where it ends. */
    Optional<PeriodFormat.Reading> at(int start) {
        read.index = start;
        try {
            return expression().map(period -> new PeriodFormat.Reading(period, start, read.index));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void skip(Pattern words) {
        Matcher matcher = words.matcher(read.text);
        while (read.index < read.text.length()
                && matcher.region(read.index, read.text.length()).lookingAt()
                && !startsExpression()) {
            read.index = matcher.end();
        }
    }

    /** Whether the words at the index belong to an expression, such as the end in "end of 2025". */
    private boolean startsExpression() {
        int before = read.index;
        boolean starts = read.looking(END_BEFORE)
                && PeriodAtoms.at(read.text, read.index).isPresent();
        read.index = before;
        return starts
                || read.text.startsWith("截至", read.index)
                || read.text.startsWith("fiscal", read.index)
                || read.text.startsWith("the end", read.index)
                || (read.text.startsWith("'", read.index)
                        && read.index + 1 < read.text.length()
                        && Character.isDigit(read.text.charAt(read.index + 1)))
                || relative(NamedPeriods.PLAN)
                || relative(NamedPeriods.NEXT)
                || relative(NamedPeriods.NEXT_DECADE)
                || relative(NamedPeriods.LAST)
                || relative(NamedPeriods.LAST_DECADE)
                || relative(NamedPeriods.DECADE)
                || ((read.text.startsWith("自", read.index) || read.text.startsWith("year", read.index))
                        && PeriodAtoms.at(read.text, read.index).isPresent());
    }

    private boolean relative(Pattern words) {
        return words.matcher(read.text).region(read.index, read.text.length()).lookingAt();
    }

    /** 到明年底, 截至去年底: one year, or its end. */
    private static boolean isYear(ReferencePeriod period) {
        return switch (period.kind()) {
            case YEAR, END_OF_YEAR, BY_YEAR -> true;
            default -> false;
        };
    }

    private Optional<ReferencePeriod> expression() {
        int start = read.index;
        Optional<ReferencePeriod> named = byName.named();
        if (named.isPresent()) {
            return named;
        }
        read.index = start;
        if (read.looking(BY)) {
            Optional<Atom> atom = PeriodAtoms.at(read.text, read.index);
            if (atom.isPresent()) {
                read.index = atom.get().end();
                read.looking(PeriodSpans.END_BEHIND);
                return Optional.of(PeriodSpans.until(atom.get()));
            }
            Optional<ReferencePeriod> until = byName.named().filter(PeriodParser::isYear);
            if (until.isPresent()) {
                return Optional.of(ReferencePeriod.by(until.get().lastYear().orElseThrow()));
            }
            read.index = start;
        }
        if (read.looking(NamedPeriods.THROUGH)) {
            Optional<Atom> atom = PeriodAtoms.at(read.text, read.index);
            if (atom.isPresent()) {
                read.index = atom.get().end();
                // 截至2024年12月31日止年度 is that year, 截至2024年 a time until its end
                boolean whole = read.text.startsWith("止年度", read.index - 3);
                boolean ended = read.looking(PeriodSpans.END_BEHIND);
                return Optional.of(
                        atom.get().part() != null || whole
                                ? PeriodSpans.period(atom.get())
                                : ended
                                        ? ReferencePeriod.endOf(atom.get().year())
                                        : ReferencePeriod.through(atom.get().year()));
            }
            Optional<ReferencePeriod> until =
                    byName.named().filter(period -> isYear(period) || period.kind() == ReferencePeriod.Kind.PART);
            if (until.isPresent()) {
                return until.map(year -> year.kind() == ReferencePeriod.Kind.YEAR
                        ? ReferencePeriod.through(year.lastYear().orElseThrow())
                        : year);
            }
            read.index = start;
        }
        if (read.looking(END_BEFORE)) {
            Optional<Atom> atom = PeriodAtoms.at(read.text, read.index).filter(found -> found.part() == null);
            if (atom.isPresent()) {
                read.index = atom.get().end();
                return Optional.of(ReferencePeriod.endOf(atom.get().year()));
            }
            read.index = start;
        }
        if (read.looking(SINCE)) {
            Optional<Atom> atom = PeriodAtoms.at(read.text, read.index);
            if (atom.isPresent()) {
                read.index = atom.get().end();
                read.looking(PeriodSpans.SINCE_BEHIND);
                return Optional.of(spans.since(atom.get(), start));
            }
            read.index = start;
        }
        return spans.span(start);
    }
}
