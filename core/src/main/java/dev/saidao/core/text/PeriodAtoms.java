package dev.saidao.core.text;

import dev.saidao.core.figure.CalendarPart;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** Behind a part of a year: estimated, forecast, actual, provisional. */
    private static final Pattern MARK = Pattern.compile("[efap](?![a-z0-9])|\\s?\\([efap]\\)");

    /** Of forms that are as long, the first goes first. */
    private static final List<PeriodForms.Form> FORMS = Stream.of(new DayForms(), new QuarterForms(), new YearForms())
            .flatMap(forms -> forms.forms().stream())
            .toList();

    private PeriodAtoms() {}

    /** Reads the longest expression of time that starts at a place of a folded text in lower case. */
    static Optional<Atom> at(String text, int index) {
        Atom best = null;
        for (PeriodForms.Form form : FORMS) {
            Matcher matcher =
                    form.pattern().matcher(text).region(index, text.length()).useTransparentBounds(true);
            if (matcher.lookingAt() && (best == null || matcher.end() > best.end)) {
                Atom found = form.meaning().apply(matcher);
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
}
