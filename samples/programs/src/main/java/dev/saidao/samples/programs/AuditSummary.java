package dev.saidao.samples.programs;

import dev.saidao.core.audit.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Counts verdicts and keeps the worst contradictions, however many claims there are. */
final class AuditSummary {

    static final int MOST_SHOWN = 200;
    private static final Comparator<ClaimsAudit.Contradiction> BY_GAP =
            Comparator.comparingDouble(ClaimsAudit.Contradiction::gap).thenComparing(ClaimsAudit.Contradiction::id);

    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private final PriorityQueue<ClaimsAudit.Contradiction> worst = new PriorityQueue<>(BY_GAP);

    void add(Map<Verdict, Long> countsByVerdict, List<ClaimsAudit.Contradiction> contradictions) {
        countsByVerdict.forEach((verdict, count) -> counts.merge(verdict, count, Long::sum));
        for (ClaimsAudit.Contradiction contradiction : contradictions) {
            worst.add(contradiction);
            if (worst.size() > MOST_SHOWN) {
                worst.remove();
            }
        }
    }

    long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The contradictions with the widest gaps, widest first. */
    List<ClaimsAudit.Contradiction> worst() {
        return worst.stream().sorted(BY_GAP.reversed()).toList();
    }
}
