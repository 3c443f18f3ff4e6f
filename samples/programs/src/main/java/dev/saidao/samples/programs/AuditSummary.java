package dev.saidao.samples.programs;

import dev.saidao.core.audit.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Counts verdicts and keeps the worst contradictions, however many claims there are. */
final class AuditSummary {

    static final int MOST_SHOWN = 200;
    private static final Comparator<ClaimsAudit.Contradiction> BY_GAP =
            Comparator.comparingDouble(ClaimsAudit.Contradiction::gap).thenComparing(ClaimsAudit.Contradiction::id);

    private final long[] counts = new long[Verdict.values().length];
    private final PriorityQueue<ClaimsAudit.Contradiction> worst = new PriorityQueue<>(BY_GAP);

    /** Adds counts, by the place of their verdict, and contradictions. */
    void add(long[] countsByVerdict, List<ClaimsAudit.Contradiction> contradictions) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += countsByVerdict[i];
        }
        for (ClaimsAudit.Contradiction contradiction : contradictions) {
            worst.add(contradiction);
            if (worst.size() > MOST_SHOWN) {
                worst.remove();
            }
        }
    }

    long count(Verdict verdict) {
        return counts[verdict.ordinal()];
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    /** The contradictions with the widest gaps, widest first. */
    List<ClaimsAudit.Contradiction> worst() {
        return worst.stream().sorted(BY_GAP.reversed()).toList();
    }
}
