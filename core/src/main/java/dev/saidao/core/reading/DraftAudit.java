package dev.saidao.core.reading;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RoundCounting;
import dev.saidao.core.relation.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes relations of the library of drafts, and has them audited one by one. */
final class DraftAudit {

    private static final ReadingConvention READING = ReadingConvention.strict().withWhole(false);

    private DraftAudit() {}

    static Optional<FigureRelation> relation(String id, Draft draft, Map<Found, String> ids) {
        List<Member> members = new ArrayList<>();
        draft.members.forEach((role, figure) -> members.add(Member.figure(
                role, figure == null ? id + "." + role : java.util.Objects.requireNonNull(ids.get(figure)))));
        List<String> figures =
                members.stream().map(member -> member.figure().orElseThrow()).toList();
        try {
            return Optional.of(relation(id, draft, figures));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static FigureRelation relation(String id, Draft draft, List<String> f) {
        return switch (draft.kind) {
            case GROWTH ->
                FigureRelation.growth(id, f.get(0), f.get(1), f.get(2), Integer.parseInt(constant(draft, "years")));
            case STEP -> FigureRelation.step(id, f.get(0), f.get(1), f.get(2));
            case DIFFERENCE -> FigureRelation.cumulative(id, f.get(1), f.get(0), f.get(2));
            case SHARE -> FigureRelation.share(id, f.get(0), f.get(1), f.get(2));
            case SUM -> FigureRelation.sum(id, f.get(0), f.subList(1, f.size()));
            case DENSITY -> FigureRelation.density(id, f.get(0), f.get(1), f.get(2));
            case CUMULATIVE -> FigureRelation.cumulative(id, f.get(0), f.get(1), f.get(2));
            case MULTIPLE -> FigureRelation.multiple(id, f.get(0), f.get(1), f.get(2));
            case CADENCE ->
                FigureRelation.cadence(
                        id,
                        f.get(0),
                        Integer.parseInt(constant(draft, "every")),
                        Optional.empty(),
                        f.get(1),
                        ReferencePeriod.span(
                                Integer.parseInt(constant(draft, "from")), Integer.parseInt(constant(draft, "to"))),
                        RoundCounting.FROM_FIRST_YEAR);
            case RATIO_CHAIN -> {
                List<BigDecimal> parts = new ArrayList<>();
                for (String part : constant(draft, "ratio").split(":")) {
                    parts.add(new BigDecimal(part));
                }
                yield FigureRelation.ratioChain(id, f, parts);
            }
            case SAME -> FigureRelation.same(id, f);
        };
    }

    private static String constant(Draft draft, String role) {
        return java.util.Objects.requireNonNull(draft.constants.get(role), role);
    }

    /** The finding on a draft; null where the library cannot judge it: a range, or units that do not fit. */
    static @Nullable Finding finding(FigureRelation relation, Draft draft, Map<Found, String> ids) {
        if (draft.figures().stream().anyMatch(Found::isRange)) {
            return null;
        }
        Map<String, ReadNumber> numbers = new HashMap<>();
        for (Found figure : draft.figures()) {
            Optional<PrintedNumber> number = number(draft, figure);
            if (number.isEmpty()) {
                return null;
            }
            numbers.put(java.util.Objects.requireNonNull(ids.get(figure)), ReadNumber.of(number.get(), READING));
        }
        try {
            return Auditor.withDefaults().finding(relation, numbers);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<PrintedNumber> number(Draft draft, Found figure) {
        Optional<PrintedNumber> printed = PrintedForm.of(figure);
        boolean points = draft.kind == Draft.Kind.DIFFERENCE && figure.kind == MentionKind.POINTS;
        if (points) {
            return printed.map(p -> PrintedNumber.of(p.digits(), UnitMultiplier.PERCENT, Unit.SHARE, p.qualifier()));
        }
        if (figure.kind == MentionKind.PHYSICAL) {
            Found first = draft.figures().stream()
                    .filter(other -> other.kind == MentionKind.PHYSICAL)
                    .findFirst()
                    .orElse(figure);
            return inUnitOf(figure, first);
        }
        return printed;
    }

    /** The number in the unit of another figure, where a power of ten leads there: 33.4 GW as kW. */
    private static Optional<PrintedNumber> inUnitOf(Found figure, Found other) {
        Optional<Integer> exponent = MeasuredUnits.exponent(figure.unit, other.unit);
        if (exponent.isEmpty() || exponent.get() == 0) {
            return PrintedForm.of(figure);
        }
        ScannedNumber number = new ScannedNumber(
                figure.start, figure.end, figure.value, figure.place, false, true, false, figure.grouped);
        Found converted = new Found(
                figure.start,
                figure.end,
                figure.coreStart,
                figure.coreEnd,
                figure.kind,
                other.unit,
                number.times(exponent.get()),
                figure.rule);
        converted.qualifier = figure.qualifier;
        converted.falling = figure.falling;
        return PrintedForm.of(converted);
    }

    /** Where the one member that nobody printed must lie; absent if there are more, or if nothing follows. */
    static Optional<Bounds> implied(FigureRelation relation, Draft draft, Map<Found, String> ids) {
        if (draft.members.values().stream().filter(java.util.Objects::isNull).count() != 1
                || draft.figures().stream().anyMatch(Found::isRange)) {
            return Optional.empty();
        }
        Map<String, BoundedQuantity> read = new HashMap<>();
        for (Found figure : draft.figures()) {
            number(draft, figure)
                    .ifPresent(number ->
                            read.put(java.util.Objects.requireNonNull(ids.get(figure)), READING.read(number)));
        }
        try {
            List<Optional<BoundedQuantity>> known = relation.members().stream()
                    .map(member -> bounds(member, read))
                    .toList();
            List<Optional<Unit>> units = relation.equation()
                    .units(Units.of(
                            relation.roles(),
                            known.stream()
                                    .map(value -> value.map(BoundedQuantity::unit))
                                    .toList()))
                    .all();
            List<BoundedQuantity> members = new ArrayList<>();
            String missing = "";
            for (String role : relation.roles()) {
                int place = members.size();
                Unit unit = units.get(place).orElseThrow(IllegalArgumentException::new);
                missing = known.get(place).isEmpty() ? role : missing;
                members.add(known.get(place).orElseGet(() -> BoundedQuantity.of(unit, Bounds.all())));
            }
            Bounds bounds = relation.equation()
                    .solve(missing, Terms.of(relation.roles(), members), BoundsArithmetic.withDefaults());
            return bounds.isEmpty() || bounds.equals(Bounds.all()) ? Optional.empty() : Optional.of(bounds);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<BoundedQuantity> bounds(Member member, Map<String, BoundedQuantity> read) {
        return member.constant()
                .map(constant -> BoundedQuantity.of(
                        constant.unit(), Bounds.closed(constant.value(), constant.value()), constant.value()))
                .or(() -> member.figure().map(read::get));
    }
}
