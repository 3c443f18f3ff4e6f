package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.relation.RepairKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AuditorProperties {

    private static final Auditor AUDITOR = Auditor.withDefaults();
    private static final Unit DOLLARS = Unit.parse("USD");

    /** A tree of sums and shares over true values, of which each is printed with two or three digits, or not at all. */
    private static final class World {

        private final Map<String, BigDecimal> values = new LinkedHashMap<>();
        private final List<FigureRelation> relations = new ArrayList<>();
        private final List<Figure> figures = new ArrayList<>();

        static World of(Random random, double printedShare, int wrong) {
            return of(random, printedShare, wrong, 1 + random.nextInt(3));
        }

        /** Many relations in one piece, now and then with loops, in which a whole is also the sum of the parts of its parts. */
        static World wide(Random random) {
            World world = of(random, 0.9, 1 + random.nextInt(4), 10 + random.nextInt(30));
            Map<String, List<String>> parts = new LinkedHashMap<>();
            for (FigureRelation relation : List.copyOf(world.relations)) {
                if (relation.kind() == RelationKind.SUM) {
                    List<String> all = relation.members().stream()
                            .map(member -> member.figure().orElseThrow())
                            .toList();
                    parts.put(all.get(0), all.subList(1, all.size()));
                }
            }
            parts.forEach((whole, some) -> {
                List<String> finer = parts.get(some.get(0));
                if (finer != null && random.nextInt(3) == 0) {
                    world.relations.add(FigureRelation.sum(
                            "loop" + whole, whole, List.of(finer.get(0), finer.get(1), some.get(1))));
                }
            });
            return world;
        }

        private static World of(Random random, double printedShare, int wrong, int relations) {
            World world = new World();
            List<String> open = new ArrayList<>(List.of("v0"));
            world.values.put("v0", BigDecimal.valueOf(1_000 + random.nextInt(9_000)));
            for (int r = 0; r < relations; r++) {
                String whole = open.remove(random.nextInt(open.size()));
                BigDecimal value = world.value(whole);
                if (random.nextBoolean()) {
                    BigDecimal first = value.multiply(BigDecimal.valueOf(1 + random.nextInt(98), 2));
                    String a = world.add(first);
                    String b = world.add(value.subtract(first));
                    world.relations.add(FigureRelation.sum("r" + r, whole, List.of(a, b)));
                    open.add(a);
                    open.add(b);
                } else {
                    BigDecimal share = BigDecimal.valueOf(5 + random.nextInt(90), 2);
                    String part = world.add(value.multiply(share));
                    String fraction = "s" + world.values.size();
                    world.values.put(fraction, share);
                    world.relations.add(FigureRelation.share("r" + r, part, whole, fraction));
                    open.add(part);
                }
            }
            world.values.forEach((id, value) -> {
                if (random.nextDouble() < printedShare) {
                    world.figures.add(AuditFixture.figure(id, printed(id, value, random)));
                }
            });
            for (int i = 0; i < wrong && !world.figures.isEmpty(); i++) {
                int index = random.nextInt(world.figures.size());
                String id = world.figures.get(index).id();
                BigDecimal off = world.value(id).multiply(BigDecimal.valueOf(11 + random.nextInt(40), 1));
                world.figures.set(index, AuditFixture.figure(id, printed(id, off, random)));
            }
            return world;
        }

        private BigDecimal value(String id) {
            return Objects.requireNonNull(values.get(id));
        }

        private String add(BigDecimal value) {
            String id = "v" + values.size();
            values.put(id, value);
            return id;
        }

        private static PrintedNumber printed(String id, BigDecimal value, Random random) {
            boolean share = id.startsWith("s");
            BigDecimal shown = share ? value.movePointRight(2) : value;
            BigDecimal rounded = shown.round(new MathContext(2 + random.nextInt(2), RoundingMode.HALF_UP));
            int power = rounded.scale() < 0 ? 3 : 0;
            // digits beyond those that were kept must not be printed
            BigDecimal digits = rounded.scale() < 0 ? rounded.movePointLeft(3) : rounded;
            return PrintedNumber.of(
                    digits.toPlainString(),
                    share ? UnitMultiplier.PERCENT : power == 3 ? UnitMultiplier.THOUSAND : UnitMultiplier.ONE,
                    share ? Unit.SHARE : DOLLARS,
                    Qualifier.NONE);
        }
    }

    @Property(tries = 300)
    void trueValues_areNeverContradicted_andInsideAllBounds(@ForAll long seed) {
        World world = World.of(new Random(seed), 0.7, 0);
        AuditReport report = AUDITOR.audit(world.figures, world.relations);

        assertThat(report.conflicts()).isEmpty();
        assertThat(report.findings()).extracting(Finding::verdict).doesNotContain(Verdict.CONTRADICTS);
        report.bounds()
                .forEach((id, bounds) -> assertThat(bounds.bounds().contains(world.value(id)))
                        .describedAs("%s in %s", world.value(id), bounds)
                        .isTrue());
        for (DerivedFigure derived : report.derived()) {
            assertThat(derived.derivation().result().bounds().contains(world.value(derived.id())))
                    .isTrue();
        }
    }

    /** Doubles only spare work: the report is the same to the last word without them. */
    @Property(tries = 200)
    void doubles_changeNothing(@ForAll long seed) {
        World world = World.of(new Random(seed), seed % 3 == 0 ? 0.8 : 1, (int) Math.floorMod(seed, 2L));
        List<Figure> figures = world.figures;
        AuditReport exact = AUDITOR.withoutDoubles().audit(figures, world.relations);
        AuditReport report = AUDITOR.audit(figures, world.relations);

        AuditFixture.assertSame(report, exact);
    }

    /** Nor does what is kept from one run on the relations to the next, where many figures are wrong and many blank. */
    @Property(tries = 40)
    void doubles_changeNothing_inWideNetworksWithFaults(@ForAll long seed) {
        World world = World.wide(new Random(seed));
        AuditReport exact = AUDITOR.withoutDoubles().audit(world.figures, world.relations);

        AuditFixture.assertSame(AUDITOR.audit(world.figures, world.relations), exact);
    }

    @Property(tries = 100)
    void order_makesNoDifference(@ForAll long seed) {
        Random random = new Random(seed);
        World world = World.of(random, 0.8, random.nextInt(3));
        AuditReport report = AUDITOR.audit(world.figures, world.relations);
        List<Figure> figures = new ArrayList<>(world.figures);
        List<FigureRelation> relations = new ArrayList<>(world.relations);
        Collections.shuffle(figures, random);
        Collections.shuffle(relations, random);
        AuditReport shuffled = AUDITOR.audit(figures, relations);

        assertThat(Set.copyOf(shuffled.findings())).isEqualTo(Set.copyOf(report.findings()));
        assertThat(shuffled.derived()).isEqualTo(report.derived());
        assertThat(shuffled.bounds()).isEqualTo(report.bounds());
        assertThat(shuffled.conflicts()).isEqualTo(report.conflicts());
    }

    @Property(tries = 100)
    void smallestRemovals_areThoseThatBruteForceFinds(@ForAll long seed) {
        World world = World.of(new Random(seed), 1, 2);
        AuditReport report = AUDITOR.audit(world.figures, world.relations);
        Set<Set<String>> found = new HashSet<>(Set.of(Set.of()));
        for (Conflict conflict : report.conflicts()) {
            found = found.stream()
                    .flatMap(set -> conflict.smallestRemovals().stream().map(removal -> union(set, removal)))
                    .collect(Collectors.toSet());
        }

        assertThat(found).isEqualTo(bruteForce(world));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    /** All smallest sets of figures after whose removal the network has no conflict, by trying every set. */
    private static Set<Set<String>> bruteForce(World world) {
        // relations that agree under another convention are taken by it, as the audit does, so only agreement counts
        int size = world.figures.size();
        Set<Set<String>> best = new HashSet<>();
        int least = Integer.MAX_VALUE;
        for (int bits = 0; bits < 1 << size; bits++) {
            if (Integer.bitCount(bits) > Math.min(least, 3)) {
                continue;
            }
            List<Figure> left = new ArrayList<>();
            Set<String> removed = new HashSet<>();
            for (int i = 0; i < size; i++) {
                if ((bits >> i & 1) == 0) {
                    left.add(world.figures.get(i));
                } else {
                    removed.add(world.figures.get(i).id());
                }
            }
            if (isConsistent(left, world.relations)) {
                if (removed.size() < least) {
                    best.clear();
                    least = removed.size();
                }
                best.add(removed);
            }
        }
        return best;
    }

    private static boolean isConsistent(List<Figure> figures, List<FigureRelation> relations) {
        Map<String, Evidence> printed = new LinkedHashMap<>();
        figures.forEach(figure -> printed.put(
                figure.id(), Evidence.of(ReadNumber.of(figure.printed().orElseThrow(), ReadingConvention.strict()))));
        Network network = new Network(relations, printed);
        return network.components().stream().allMatch(component -> {
            Propagation propagation = new Propagation(network, component, Map.of(), work -> {});
            BitSet all = new BitSet();
            all.set(0, propagation.printed().length);
            return propagation.run(all).isConsistent();
        });
    }

    @Property(tries = 100)
    void repairedPrint_agrees(@ForAll long seed) {
        World world = World.of(new Random(seed), 1, 1);
        AuditReport report = AUDITOR.audit(world.figures, world.relations);
        for (Finding finding : report.findings()) {
            for (Repair repair : finding.repairs()) {
                if (repair.kind() == RepairKind.FACTOR) {
                    assertAgreesAfter(world, finding, repair);
                }
            }
        }
    }

    private static void assertAgreesAfter(World world, Finding finding, Repair repair) {
        int sign = repair.code().indexOf('*') >= 0 ? 1 : -1;
        int power = repair.code().length()
                - Math.max(repair.code().indexOf('*'), repair.code().indexOf('/'))
                - 2;
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : world.figures) {
            PrintedNumber printed = figure.printed().orElseThrow();
            figures.add(
                    figure.id().equals(repair.figure().orElseThrow())
                            ? AuditFixture.figure(
                                    figure.id(),
                                    PrintedNumber.of(
                                            new BigDecimal(printed.digits())
                                                    .movePointRight(sign * power)
                                                    .toPlainString(),
                                            printed.multiplier(),
                                            printed.unit(),
                                            printed.qualifier()))
                            : figure);
        }
        List<FigureRelation> relation = world.relations.stream()
                .filter(one -> one.id().equals(finding.relation()))
                .toList();
        Verdict after =
                AUDITOR.audit(figures, relation).finding(finding.relation()).verdict();
        // ten times a number printed to the ones is printed to the ones as well, which is finer than ten times its
        // rounding
        if (sign < 0) {
            assertThat(after.isAgreement())
                    .describedAs("%s of %s", repair, finding)
                    .isTrue();
        } else {
            assertThat(repair.verdict().isAgreement()).isTrue();
        }
    }
}
