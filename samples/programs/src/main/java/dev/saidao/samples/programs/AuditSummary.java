package dev.saidao.samples.programs;

import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.convention.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** Counts verdicts, and keeps the claims that a page lists: all of them up to a number, and of more the worst. */
final class AuditSummary {

    /** So many claims are listed on a page. */
    static final int MOST_LISTED = 150_000;

    private static final Comparator<Line> WORST_FIRST = Comparator.comparingInt(
                    (Line line) -> FindingCards.rank(line.verdict()))
            .thenComparing(Line::gap, Comparator.reverseOrder())
            .thenComparingLong(Line::row);

    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private final PriorityQueue<Line> listed = new PriorityQueue<>(WORST_FIRST.reversed());

    /**
     * A claim on the page.
     *
     * @param row which row of the file it is
     * @param id its id
     * @param name what it is called: its id, unless the file says more
     * @param verdict the verdict
     * @param printed unit, value and year of the start, value and year of the end, and rate, as printed
     * @param gap the gap in percentage points; 0 if there is none
     * @param impliedLow the least implied rate in per cent; not a number if there is none
     * @param impliedHigh the highest
     * @param publishedLow the least published rate in per cent
     * @param publishedHigh the highest
     * @param reason why it says little, or cannot be checked
     * @param finding explains a contradiction in full, which takes longer
     */
    record Line(
            long row,
            String id,
            Label name,
            Verdict verdict,
            List<String> printed,
            double gap,
            double impliedLow,
            double impliedHigh,
            double publishedLow,
            double publishedHigh,
            Optional<Label> reason,
            Optional<Supplier<Finding>> finding) {}

    void add(Map<Verdict, Long> countsByVerdict, List<Line> lines) {
        countsByVerdict.forEach((verdict, count) -> counts.merge(verdict, count, Long::sum));
        for (Line line : lines) {
            listed.add(line);
            if (listed.size() > MOST_LISTED) {
                listed.remove();
            }
        }
    }

    long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The claims to list, worst first. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>(listed);
        lines.sort(WORST_FIRST);
        return lines;
    }
}
