package dev.saidao.core.audit;

import dev.saidao.core.dossier.*;
import dev.saidao.core.figure.*;
import dev.saidao.core.quantity.*;
import java.math.BigDecimal;
import java.util.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void dossier() {
        Dossier d = Dossiers.latest();
        List<Relation> rs = List.of(
                FigureRelation.share("share", "A-01", "employed", "A-02"),
                FigureRelation.density("density", "A-01", "employed", "A-03"),
                FigureRelation.same("same", List.of("A-02", "A-03")),
                FigureRelation.cadence(
                        "cadence",
                        "A-05",
                        2,
                        Optional.empty(),
                        "A-07",
                        ReferencePeriod.span(2026, 2035),
                        RoundCounting.FROM_FIRST_YEAR),
                FigureRelation.ratioChain(
                        "pyramid",
                        List.of("A-06", "A-07", "A-08"),
                        List.of(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.valueOf(50))),
                FigureRelation.cumulative("parks", "C-02", "certified-before-2025", "C-01"),
                FigureRelation.growth("b1", "embodied-2025", "B-01", "B-02", 5),
                FigureRelation.growth("qc", "quantum-2025", "B-22", "B-21", 10));
        for (ReadingConvention rc : List.of(ReadingConvention.strict(), ReadingConvention.customary())) {
            AuditReport r = Auditor.withDefaults().with(rc).audit(d.figures(), rs);
            for (Finding f : r.findings()) {
                System.out.println(
                        f.relation() + " " + f.verdict() + " " + f.reason().en() + " | "
                                + f.reason().zh() + " weak=" + f.weak().isPresent());
                for (Repair p : f.repairs())
                    System.out.println("     " + p.code() + " " + p.text().en() + " -> " + p.verdict() + " "
                            + p.implied() + " / " + p.published());
            }
            for (DerivedFigure f : r.derived())
                System.out.println(
                        f.id() + " " + f.relations() + " " + f.derivation().result());
            System.out.println(r.conflicts());
            System.out.println(r.bounds());
        }
    }
}
