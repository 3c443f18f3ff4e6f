package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.relation.RoundCounting;
import dev.saidao.core.relation.Units;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.RowFile;
import dev.saidao.core.table.Rows;
import dev.saidao.core.text.FigureFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of relations between figures: {@code id}, {@code kind}, {@code members} ({@code role=figure-id} with semicolons
 * between). A member that is no figure's id and reads as a number is a constant; a figure that the table leaves out is one that
 * nobody printed, and so is {@code ?}.
 *
 * @since 0.1
 */
public final class RelationReader {

    /** The columns that a file must have. */
    public static final List<String> COLUMNS = List.of("id", "kind", "members");

    /** A member that nobody printed, as a reading of a page writes it; to leave its role out means the same. */
    private static final String UNPRINTED = "?";

    /** Other names for the roles of a kind, each with the role it stands for. */
    private static final Map<RelationKind, Map<String, String>> SYNONYMS = Map.ofEntries(
            synonyms(RelationKind.GROWTH, "base: start from; end: to; rate: cagr growth; years: steps n"),
            synonyms(RelationKind.SUM, "total: whole sum"),
            synonyms(RelationKind.SHARE, "whole: total; share: ratio"),
            synonyms(RelationKind.DENSITY, "population: whole base denominator; count: part numerator"),
            synonyms(RelationKind.CUMULATIVE, "cumulative: total closing; previous: opening before; added: new"),
            synonyms(
                    RelationKind.DIFFERENCE,
                    "from: previous base start; to: current end; difference: added change points"),
            synonyms(RelationKind.STEP, "previous: base start from; current: end value to; rate: growth"),
            synonyms(RelationKind.TOTAL_GROWTH, "total: growth total_growth; rate: cagr annual; years: steps n"),
            synonyms(RelationKind.DOUBLING_TIME, "rate: cagr growth; years: doubling steps n"),
            synonyms(RelationKind.AVERAGE, "average: mean; part: member value"),
            synonyms(RelationKind.BETWEEN, "low: from lower least; high: to upper most"),
            synonyms(RelationKind.AT_MOST, "total: whole most"),
            synonyms(RelationKind.MULTIPLE, "base: start previous; value: end current; multiple: times factor"),
            synonyms(
                    RelationKind.CADENCE,
                    "opening: stock opening_stock existing; size: per_round round; from: first; to: last; rounds: n"));

    /** From {@code role: name name; role: name}. */
    private static Map.Entry<RelationKind, Map<String, String>> synonyms(RelationKind kind, String text) {
        Map<String, String> synonyms = new HashMap<>();
        for (String entry : text.split("; ")) {
            int colon = entry.indexOf(": ");
            for (String name : entry.substring(colon + 2).split(" ")) {
                synonyms.put(name, entry.substring(0, colon));
            }
        }
        return Map.entry(kind, Map.copyOf(synonyms));
    }

    private final Map<String, Figure> figures = new HashMap<>();
    /** Roles that recur, each once. */
    private final Kept<String> numberedRoles = new Kept<>(role -> role);

    private RelationReader(Collection<Figure> figures) {
        figures.forEach(figure -> this.figures.put(figure.id(), figure));
    }

    /**
     * Returns a reader of relations between figures.
     *
     * @param figures the figures, whose times say the years of a growth relation
     * @return the reader
     */
    public static RelationReader of(Collection<Figure> figures) {
        return new RelationReader(figures);
    }

    /**
     * Reads all relations of a file.
     *
     * @param file the file
     * @return the relations, and the rows that could not be read; a row whose id was there before is one of these
     * @throws IOException if the file cannot be read
     */
    public Rows<FigureRelation> read(Path file) throws IOException {
        Set<String> ids = new HashSet<>();
        try (RowFile rows = RowFile.open(file, COLUMNS)) {
            return rows.readAll(row -> {
                FigureRelation relation = relation(row);
                if (!ids.add(relation.id())) {
                    throw new RowException(
                            "id",
                            Label.of("Relation id must be given once: " + relation.id(), "关系编号不得重复:" + relation.id()));
                }
                return relation;
            });
        }
    }

    /**
     * Reads a row.
     *
     * @param row the row
     * @return the relation
     * @throws RowException if it cannot be read
     */
    public FigureRelation relation(Row row) {
        row.requireWhole();
        String id = required(row, "id");
        RelationKind kind;
        try {
            kind = RelationKind.of(row.text("kind"));
        } catch (IllegalArgumentException e) {
            throw new RowException("kind", e);
        }
        try {
            return relation(id, kind, members(kind, required(row, "members")));
        } catch (IllegalArgumentException e) {
            throw new RowException("members", e);
        }
    }

    static String required(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            throw new RowException(column, Label.of("Row must have one: " + column, "该行须有 " + column));
        }
        return text;
    }

    /** The members as written, with roles by their own names; roles that recur are numbered. */
    private Map<String, String> members(RelationKind kind, String text) {
        Map<String, String> members = new LinkedHashMap<>();
        Map<String, String> synonyms = SYNONYMS.getOrDefault(kind, Map.of());
        boolean ownNames = kind.equation().isOpen() && kind != RelationKind.RATIO_CHAIN;
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw new IllegalArgumentException("Member must be role=figure-id: " + part);
            }
            String written = part.substring(0, equals).strip();
            String role = synonyms.getOrDefault(written, written);
            String value = part.substring(equals + 1).strip();
            if (value.equals(UNPRINTED)) {
                continue;
            }
            int number = 1;
            String distinct = role;
            while (ownNames && members.containsKey(distinct)) {
                distinct = numberedRoles.of(role + ++number);
            }
            if (members.put(distinct, value) != null) {
                throw new IllegalArgumentException("Role must be given once: " + written);
            }
        }
        return members;
    }

    private FigureRelation relation(String id, RelationKind kind, Map<String, String> members) {
        return switch (kind) {
            case CUMULATIVE -> isInPoints(members.get("added")) ? difference(id, members) : plain(id, kind, members);
            case GROWTH -> growth(id, members);
            case CADENCE -> cadence(id, members);
            case RATIO_CHAIN -> ratioChain(id, members);
            default -> plain(id, kind, members);
        };
    }

    /** What is added in percentage points is the difference of two shares or rates, and held against their digits. */
    private FigureRelation difference(String id, Map<String, String> members) {
        Map<String, String> renamed = new LinkedHashMap<>();
        List<String> roles = RelationKind.CUMULATIVE.roles();
        members.forEach((role, value) -> renamed.put(
                roles.contains(role)
                        ? Objects.requireNonNull(Map.of("cumulative", "to", "previous", "from", "added", "difference")
                                .get(role))
                        : role,
                value));
        return plain(id, RelationKind.DIFFERENCE, renamed);
    }

    private boolean isInPoints(@Nullable String figure) {
        return Optional.ofNullable(figures.get(figure))
                .flatMap(Figure::printed)
                .filter(number -> number.unit().equals(Unit.PERCENTAGE_POINTS))
                .isPresent();
    }

    private FigureRelation plain(String id, RelationKind kind, Map<String, String> members) {
        FigureRelation.Builder builder = FigureRelation.builder().id(id).kind(kind);
        Map<String, String> rest = new LinkedHashMap<>(members);
        for (String role : kind.roles()) {
            String value = rest.remove(role);
            if (value == null && kind == RelationKind.SUM && role.equals("total")) {
                builder.addMembers(Member.constant("total", Share.of(BigDecimal.ONE)));
                continue;
            }
            // a figure that the table leaves out is one that nobody printed
            boolean years =
                    value != null && role.equals("years") && !figures.containsKey(value) && value.matches("\\d+");
            builder.addMembers(
                    value == null
                            ? Member.figure(role, id + "." + role)
                            : years
                                    ? Member.constant(role, Years.of(wholeNumber(role, value)))
                                    : member(kind, role, value));
        }
        rest.forEach((role, value) -> builder.addMembers(member(kind, role, value)));
        return builder.build();
    }

    /** A figure; a number that is no figure's id is a constant. */
    private Member member(RelationKind kind, String role, String value) {
        Figure figure = figures.get(value);
        if (figure != null) {
            return Member.figure(role, figure.id());
        }
        return constant(value)
                .map(constant -> Member.constant(role, inUnitOf(kind, role, constant)))
                .orElseGet(() -> Member.figure(role, value));
    }

    /** A constant without a unit is in that which its role has in every such relation; if there is none it counts pieces. */
    private static Quantity inUnitOf(RelationKind kind, String role, Quantity constant) {
        if (!constant.unit().equals(Unit.NUMBER)) {
            return constant;
        }
        List<String> roles = kind.roles();
        Unit unit = Optional.of(roles.indexOf(role))
                .filter(place -> place >= 0)
                .flatMap(place -> kind.equation()
                        .units(Units.of(roles, Collections.nCopies(roles.size(), Optional.empty())))
                        .all()
                        .get(place))
                .orElse(Unit.count("items"));
        return unit.quantity(constant.value());
    }

    private static Optional<Quantity> constant(String value) {
        if (value.isEmpty() || "0123456789.-".indexOf(value.charAt(0)) < 0) {
            return Optional.empty();
        }
        try {
            PrintedNumber number = FigureFormat.english().parse(value);
            return number.qualifier() == Qualifier.NONE ? Optional.of(number.value()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private FigureRelation growth(String id, Map<String, String> members) {
        String base = members.getOrDefault("base", id + ".base");
        String end = members.getOrDefault("end", id + ".end");
        String rate = members.getOrDefault("rate", id + ".rate");
        refuseOthers(members, List.of("base", "end", "rate", "years", "start_growth"));
        Optional<ReferencePeriod> ratePeriod = Optional.ofNullable(figures.get(rate))
                .map(Figure::period)
                .filter(period -> period.kind() == ReferencePeriod.Kind.SPAN);
        String years = members.get("years");
        if (years != null) {
            FigureRelation relation = FigureRelation.builder()
                    .id(id)
                    .kind(RelationKind.GROWTH)
                    .addMembers(
                            Member.figure("base", base),
                            Member.figure("end", end),
                            Member.figure("rate", rate),
                            figures.containsKey(years)
                                    ? Member.figure("years", years)
                                    : Member.constant("years", Years.of(wholeNumber("years", years))))
                    .build();
            return relation;
        }
        Optional<Integer> first = yearOf(base).or(() -> ratePeriod.flatMap(ReferencePeriod::firstYear));
        Optional<Integer> last = yearOf(end).or(() -> ratePeriod.flatMap(ReferencePeriod::lastYear));
        if (first.isEmpty() || last.isEmpty()) {
            throw new IllegalArgumentException(
                    "Growth must have years: by times of its figures, or as a member such as years=5: " + members);
        }
        PeriodConvention.FROM_FIRST_YEAR.steps(first.get(), last.get());
        FigureRelation growth =
                FigureRelation.growth(id, base, end, rate, ReferencePeriod.span(first.get(), last.get()), ratePeriod);
        return Optional.ofNullable(members.get("start_growth"))
                .filter(figure -> Optional.ofNullable(figures.get(figure))
                        .flatMap(Figure::printed)
                        .isPresent())
                .map(figure -> growth.with(Member.figure(startGrowthRole(figure, first.get()), figure)))
                .orElse(growth);
    }

    /** The role of a growth that was printed beside the claim, by its year. */
    private String startGrowthRole(String figure, int first) {
        int year = yearOf(figure).orElse(first);
        if (year != first && year != first + 1) {
            throw new IllegalArgumentException(
                    "Growth at the start must be of " + first + " or " + (first + 1) + ": " + year);
        }
        return year == first ? GrowthEquation.GROWTH_BEFORE : GrowthEquation.GROWTH_AFTER;
    }

    private Optional<Integer> yearOf(String figure) {
        return Optional.ofNullable(figures.get(figure))
                .map(Figure::period)
                .filter(period -> period.kind() != ReferencePeriod.Kind.SPAN)
                .flatMap(ReferencePeriod::lastYear);
    }

    private FigureRelation cadence(String id, Map<String, String> members) {
        refuseOthers(members, List.of("size", "target", "opening", "rounds", "every", "from", "to"));
        String size = members.getOrDefault("size", id + ".size");
        String target = members.getOrDefault("target", id + ".target");
        String opening = members.get("opening");
        if (members.containsKey("rounds")) {
            String rounds = members.get("rounds");
            FigureRelation.Builder builder = FigureRelation.builder()
                    .id(id)
                    .kind(RelationKind.CADENCE)
                    .addMembers(member(RelationKind.CADENCE, "size", size));
            builder.addMembers(
                    figures.containsKey(rounds)
                            ? Member.figure("rounds", rounds)
                            : Member.constant(
                                    "rounds", Count.of(BigDecimal.valueOf(wholeNumber("rounds", rounds)), "rounds")));
            builder.addMembers(
                    opening == null
                            ? Member.constant("opening", Count.of(BigDecimal.ZERO, "items"))
                            : member(RelationKind.CADENCE, "opening", opening));
            return builder.addMembers(member(RelationKind.CADENCE, "target", target))
                    .build();
        }
        int every = Optional.ofNullable(members.get("every"))
                .map(text -> wholeNumber("every", text))
                .or(() -> Optional.ofNullable(figures.get(size))
                        .map(Figure::period)
                        .flatMap(ReferencePeriod::everyYears))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cadence must say its rounds: rounds=5, or every=2 with from=2026 and to=2035: " + members));
        int last = Optional.ofNullable(members.get("to"))
                .map(text -> wholeNumber("to", text))
                .or(() -> yearOf(target))
                .orElseThrow(() ->
                        new IllegalArgumentException("Cadence must have a last year, such as to=2035: " + members));
        int first = Optional.ofNullable(members.get("from"))
                .map(text -> wholeNumber("from", text))
                .or(() -> yearOf(size))
                .orElseThrow(() ->
                        new IllegalArgumentException("Cadence must have a first year, such as from=2026: " + members));
        FigureRelation counted = FigureRelation.cadence(
                id,
                size,
                every,
                Optional.empty(),
                target,
                ReferencePeriod.span(first, last),
                RoundCounting.FROM_FIRST_YEAR);
        return opening == null ? counted : counted.with(member(RelationKind.CADENCE, "opening", opening));
    }

    /** Roles are the parts (1=A;10=B;50=C), or there is a member {@code ratio=1:10:50} beside sizes in any roles. */
    private FigureRelation ratioChain(String id, Map<String, String> members) {
        Map<String, String> sizes = new LinkedHashMap<>(members);
        String ratio = sizes.remove("ratio");
        if (ratio == null) {
            FigureRelation.Builder builder = FigureRelation.builder().id(id).kind(RelationKind.RATIO_CHAIN);
            sizes.forEach((role, value) -> builder.addMembers(member(RelationKind.RATIO_CHAIN, role, value)));
            return builder.build();
        }
        String text = Optional.ofNullable(figures.get(ratio))
                .flatMap(Figure::asPublished)
                .orElse(ratio);
        List<BigDecimal> parts = new ArrayList<>();
        for (String part : text.split("[:\uFF1A\u2236]", -1)) {
            parts.add(FigureFormat.english().parse(part.strip()).amount());
        }
        return FigureRelation.ratioChain(id, List.copyOf(sizes.values()), parts);
    }

    private static void refuseOthers(Map<String, String> members, List<String> known) {
        for (String role : members.keySet()) {
            if (!known.contains(role)) {
                throw new IllegalArgumentException("Role must be one of " + String.join(", ", known) + ": " + role);
            }
        }
    }

    private static int wholeNumber(String role, String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("Member " + role + " must be a whole number: " + text);
        }
        return Integer.parseInt(text);
    }
}
