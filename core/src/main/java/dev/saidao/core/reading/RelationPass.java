package dev.saidao.core.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Proposes relations between the figures of a text, kind by kind, only where words say so. */
final class RelationPass {

    private RelationPass() {}

    static List<Draft> propose(PageScan scan) {
        List<Draft> all = new ArrayList<>();
        Context context = new Context(scan);
        for (int s = 0; s < scan.bySentence.size(); s++) {
            List<Draft> sums = new SumRules(context).propose(s);
            all.addAll(sums);
            all.addAll(new GrowthRules(context).propose(s));
            all.addAll(new ShareRules(context, sums).propose(s));
            all.addAll(new PairRules(context).propose(s));
            all.addAll(new DensityRules(context).propose(s));
            all.addAll(new StockRules(context).propose(s));
            all.addAll(new SameRules(context).propose(s));
        }
        all.addAll(TableRules.propose(scan));
        return distinct(all);
    }

    /** One relation of a kind between the same figures is enough: the first one. */
    private static List<Draft> distinct(List<Draft> all) {
        Set<List<Object>> seen = new HashSet<>();
        List<Draft> result = new ArrayList<>();
        for (Draft draft : all) {
            List<Object> key = new ArrayList<>(draft.figures());
            key.add(draft.kind);
            if (seen.add(key)) {
                result.add(draft);
            }
        }
        return result;
    }
}
