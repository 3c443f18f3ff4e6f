package dev.saidao.core.reading;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.relation.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Audits one relation on the numbers of its members, apart from all others. */
final class RelationAudit {

    /** Text often rounds what it counts, so that 1.2 thousand and 1,200 are read alike. */
    private static final ReadingConvention READING = ReadingConvention.strict().withWhole(false);

    private RelationAudit() {}

    /** The finding; absent if a number is missing or the library has no such units together. */
    static Optional<Finding> finding(FigureRelation relation, Map<String, PrintedNumber> numbers) {
        Map<String, ReadNumber> read = new HashMap<>();
        for (Member member : relation.members()) {
            if (member.figure().isPresent()) {
                String id = member.figure().get();
                PrintedNumber number = numbers.get(id);
                if (number == null) {
                    return Optional.empty();
                }
                read.put(id, ReadNumber.of(number, READING));
            }
        }
        try {
            return Optional.of(Auditor.withDefaults().finding(relation, read));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The verdict in running text: where both years are printed, another number of steps is a repair and no reading. */
    static Verdict verdict(FigureRelation relation, Finding finding) {
        boolean otherSteps = relation.kind() == RelationKind.GROWTH
                && finding.verdict() == Verdict.AGREES_UNDER_OTHER_CONVENTION
                && finding.otherConvention()
                        .filter(code -> code.startsWith("n"))
                        .isPresent();
        return otherSteps ? Verdict.CONTRADICTS : finding.verdict();
    }

    /** Growth that is more than this many times another is rather that of another thing. */
    private static final BigDecimal FAR_OFF = BigDecimal.valueOf(3);

    /** Whether growth is far from what the levels say and no change of one member explains it. */
    static boolean isFarOff(FigureRelation relation, Finding finding) {
        boolean growth = relation.kind() == RelationKind.GROWTH || relation.kind() == RelationKind.STEP;
        if (!growth || !finding.repairs().isEmpty()) {
            return false;
        }
        Optional<Bounds> implied = finding.implied().map(BoundedQuantity::bounds);
        Optional<Bounds> published = finding.published().map(BoundedQuantity::bounds);
        return implied.isPresent()
                && published.isPresent()
                && (isFarBelow(implied.get(), published.get()) || isFarBelow(published.get(), implied.get()));
    }

    /** Whether the highest of some rates of growth multiplies by far less than the lowest of others; no rate is below -100%. */
    private static boolean isFarBelow(Bounds some, Bounds others) {
        Optional<BigDecimal> low = some.upper().map(BigDecimal.ONE::add);
        Optional<BigDecimal> high = others.lower().map(BigDecimal.ONE::add);
        return low.isPresent()
                && high.isPresent()
                && high.get().compareTo(low.get().max(BigDecimal.ZERO).multiply(FAR_OFF)) > 0;
    }

    /** Where the one member without a number must lie; absent if there are more, or if nothing follows. */
    static Optional<Bounds> implied(FigureRelation relation, Map<String, PrintedNumber> numbers) {
        try {
            List<Optional<BoundedQuantity>> members = relation.members().stream()
                    .map(member -> bounds(member, numbers))
                    .toList();
            if (members.stream().filter(Optional::isEmpty).count() != 1) {
                return Optional.empty();
            }
            List<Optional<Unit>> units = relation.equation()
                    .units(Units.of(
                            relation.roles(),
                            members.stream()
                                    .map(member -> member.map(BoundedQuantity::unit))
                                    .toList()))
                    .all();
            List<BoundedQuantity> known = new ArrayList<>();
            String missing = "";
            for (int i = 0; i < members.size(); i++) {
                Unit unit = units.get(i).orElseThrow(IllegalArgumentException::new);
                missing = members.get(i).isEmpty() ? relation.roles().get(i) : missing;
                known.add(members.get(i).orElseGet(() -> BoundedQuantity.of(unit, Bounds.all())));
            }
            Bounds bounds = relation.equation()
                    .solve(missing, Terms.of(relation.roles(), known), BoundsArithmetic.withDefaults());
            return bounds.isEmpty() || bounds.equals(Bounds.all()) ? Optional.empty() : Optional.of(bounds);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<BoundedQuantity> bounds(Member member, Map<String, PrintedNumber> numbers) {
        return member.constant()
                .map(constant -> BoundedQuantity.of(
                        constant.unit(), Bounds.closed(constant.value(), constant.value()), constant.value()))
                .or(() -> member.figure().map(numbers::get).map(READING::read));
    }
}
