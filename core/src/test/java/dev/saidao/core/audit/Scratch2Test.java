package dev.saidao.core.audit;

import dev.saidao.core.figure.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class Scratch2Test {
    @Test
    void t() {
        Random r = new Random(1);
        List<GrowthClaim> cs = new ArrayList<>();
        for (int i = 0; i < 20000; i++) cs.add(GrowthClaimAuditorProperties.claim(r, ReadingConvention.strict()));
        Map<String, Integer> un = new TreeMap<>();
        int NO = GrowthFilter.NO;
        for (GrowthClaim c : cs) {
            if (GrowthFilter.level(c, GrowthTry.asItStands(c.steps())) == NO) {
                for (GrowthTry t : GrowthTry.conventions(c))
                    if (GrowthFilter.level(c, t) == -1) {
                        un.merge(t.code(), 1, Integer::sum);
                    }
                for (GrowthTry t : GrowthTry.mistakes(c)) {
                    int l = GrowthFilter.level(c, t);
                    if (l == -1) {
                        if (un.merge(t.code(), 1, Integer::sum) < 2) System.out.println(t.code() + " " + c);
                    } else if (l != NO && GrowthFilter.isWeak(c, t) == -1)
                        un.merge("weak " + t.code(), 1, Integer::sum);
                }
            }
        }
        System.out.println(un);
        for (int k = 0; k < 5; k++) {
            int s = 0, n = 0;
            long t = System.nanoTime();
            for (GrowthClaim c : cs)
                if (GrowthFilter.level(c, GrowthTry.asItStands(c.steps())) == NO) {
                    n++;
                    for (GrowthTry x : GrowthTry.mistakes(c)) s += 0;
                    s += GrowthClaimAuditor.withDefaults().audit(c).repairs().size();
                }
            System.out.println("mistakes ns " + (System.nanoTime() - t) / n + " " + s + " " + n);
        }
    }
}
