package dev.saidao.core.reading;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RoundCounting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes relations of the library of drafts, and the numbers they are audited on. */
final class DraftForm {

    private final Map<Found, Mention> mentions;
    private final PrintedForm printed;

    DraftForm(Map<Found, Mention> mentions, PrintedForm printed) {
        this.mentions = mentions;
        this.printed = printed;
    }

    private Mention mention(Found figure) {
        return Objects.requireNonNull(mentions.get(figure));
    }

    Optional<FigureRelation> relation(String id, Draft draft) {
        List<Member> members = new ArrayList<>();
        draft.members.forEach((role, figure) -> members.add(Member.figure(
                role, figure == null ? id + "." + role : mention(figure).id())));
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
            case DIFFERENCE ->
                fallsByCount(draft)
                        ? FigureRelation.difference(id, f.get(1), f.get(0), f.get(2))
                        : FigureRelation.difference(id, f.get(0), f.get(1), f.get(2));
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
        return Objects.requireNonNull(draft.constants.get(role), role);
    }

    /** The numbers of the figures by their ids, in units that go together; ranges and the like have none. */
    Map<String, PrintedNumber> numbers(Draft draft) {
        Map<String, PrintedNumber> numbers = new LinkedHashMap<>();
        for (Found figure : draft.figures()) {
            if (!figure.isRange()) {
                number(draft, figure)
                        .ifPresent(number -> numbers.put(mention(figure).id(), number));
            }
        }
        return numbers;
    }

    private Optional<PrintedNumber> number(Draft draft, Found figure) {
        Optional<PrintedNumber> asPrinted = mention(figure).printed();
        if (figure.kind == MentionKind.PHYSICAL) {
            Found first = draft.figures().stream()
                    .filter(other -> other.kind == MentionKind.PHYSICAL)
                    .findFirst()
                    .orElse(figure);
            return inUnitOf(figure, first);
        }
        if (figure == draft.members.get("difference") && fallsByCount(draft)) {
            return asCountOf(draft, figure, Objects.requireNonNullElse(draft.members.get("from"), figure));
        }
        boolean counts = figure.kind == MentionKind.COUNT
                && (draft.kind == Draft.Kind.SUM || draft.kind == Draft.Kind.DIFFERENCE);
        return counts ? asCountOf(draft, figure, draft.figures().get(0)) : asPrinted;
    }

    /** Houses and flats make up dwellings: what words tie as parts of one count is counted as the first of them is. */
    private Optional<PrintedNumber> asCountOf(Draft draft, Found figure, Found first) {
        boolean falls = figure.value.signum() < 0;
        if (first.kind != MentionKind.COUNT || (first.unit.equals(figure.unit) && !falls)) {
            return mention(figure).printed();
        }
        if (falls && figure != draft.members.get("difference") && first.value.signum() > 0) {
            return Optional.empty(); // "revised from +14,000 to -13,000": no count is less than nothing
        }
        ScannedNumber number = new ScannedNumber(
                figure.start, figure.end, figure.value.abs(), figure.place, false, true, false, figure.grouped);
        Found counted = new Found(
                figure.start,
                figure.end,
                figure.coreStart,
                figure.coreEnd,
                figure.kind,
                first.unit,
                number,
                figure.rule);
        counted.qualifier = figure.qualifier;
        return printed.of(counted);
    }

    /** Whether a difference is a count by which another fell: no count is less than nothing, so it is that of the later to the earlier. */
    private static boolean fallsByCount(Draft draft) {
        Found difference = draft.members.get("difference");
        return difference != null && difference.kind == MentionKind.COUNT && difference.value.signum() < 0;
    }

    /** The number in the unit of another figure, where a power of ten leads there: 33.4 GW as kW. */
    private Optional<PrintedNumber> inUnitOf(Found figure, Found other) {
        Optional<Integer> exponent = MeasuredUnits.exponent(figure.unit, other.unit);
        if (exponent.isEmpty() || exponent.get() == 0) {
            return mention(figure).printed();
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
        return printed.of(converted);
    }
}
