package dev.saidao.samples.programs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.DerivedFigure;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.relation.RoundCounting;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.PeriodFormat;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Audits a table of figures by a table of relations. */
final class FiguresAudit {

    static final List<String> FIGURES = List.of("id", "as_published");
    static final List<String> RELATIONS = List.of("id", "kind", "members");
    private static final List<String> OUTPUT =
            List.of("id", "kind", "verdict", "low", "high", "printed", "reason", "repairs");

    /** Other names for the roles of a kind, each with the role it stands for. */
    private static final Map<RelationKind, Map<String, String>> SYNONYMS = Map.of(
            RelationKind.GROWTH,
                    Map.of(
                            "start", "base", "from", "base", "cagr", "rate", "growth", "rate", "steps", "years", "n",
                            "years"),
            RelationKind.SUM, Map.of("whole", "total", "sum", "total"),
            RelationKind.SHARE, Map.of("total", "whole", "ratio", "share"),
            RelationKind.DENSITY,
                    Map.of(
                            "whole",
                            "population",
                            "base",
                            "population",
                            "part",
                            "count",
                            "numerator",
                            "count",
                            "denominator",
                            "population"),
            RelationKind.CUMULATIVE,
                    Map.of(
                            "total",
                            "cumulative",
                            "closing",
                            "cumulative",
                            "opening",
                            "previous",
                            "new",
                            "added",
                            "before",
                            "previous"),
            RelationKind.STEP,
                    Map.of(
                            "base",
                            "previous",
                            "start",
                            "previous",
                            "end",
                            "current",
                            "growth",
                            "rate",
                            "value",
                            "current"),
            RelationKind.MULTIPLE,
                    Map.of(
                            "start",
                            "base",
                            "end",
                            "value",
                            "times",
                            "multiple",
                            "factor",
                            "multiple",
                            "current",
                            "value",
                            "previous",
                            "base"),
            RelationKind.CADENCE,
                    Map.of(
                            "stock",
                            "opening",
                            "opening_stock",
                            "opening",
                            "per_round",
                            "size",
                            "round",
                            "size",
                            "first",
                            "from",
                            "last",
                            "to",
                            "existing",
                            "opening",
                            "n",
                            "rounds"));

    private final ReadingConvention reading;
    private final Language language;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, FigureRelation> relations = new LinkedHashMap<>();

    FiguresAudit(ReadingConvention reading, Language language) {
        this.reading = reading;
        this.language = language;
    }

    // ---- figures ----

    void readFigures(CsvInput input) throws IOException {
        input.forEach(columns -> {}, row -> {
            row.requireWhole();
            String id = required(row, "id");
            if (figures.containsKey(id)) {
                throw new RowException("id", "Figure id must be given once: " + id);
            }
            figures.put(id, figure(id, row));
        });
    }

    private static Figure figure(String id, Row row) {
        String published = row.text("as_published");
        ReferencePeriod period = period(row.text("time"));
        Optional<PrintedNumber> printed = published.isEmpty() || published.equals("-")
                ? Optional.empty()
                : Optional.of(printed(published, row.text("unit"), row.text("qualifier")));
        String source = row.text("source").isEmpty() ? "source" : row.text("source");
        try {
            Figure.Builder figure = Figure.builder()
                    .id(id)
                    .subject(Subject.of(id, Label.same(id)))
                    .indicator(Indicator.of("figure", Label.of("figure", "数字")))
                    .period(period)
                    .status(Status.OBSERVED)
                    .source(Source.of(
                            source.replaceAll("[^\\p{L}\\p{Nd}._-]", "_").substring(0, Math.min(100, source.length())),
                            Label.same(source),
                            Label.same(source),
                            LocalDate.EPOCH))
                    .locator(source);
            printed.ifPresent(figure::printed);
            if (!published.isEmpty()) {
                figure.asPublished(published);
            }
            return figure.build();
        } catch (IllegalArgumentException e) {
            throw new RowException("id", String.valueOf(e.getMessage()));
        }
    }

    private static PrintedNumber printed(String published, String unit, String qualifier) {
        PrintedNumber number;
        try {
            number = unit.isEmpty() ? FigureFormat.english().parse(published) : inUnit(published, unit);
        } catch (IllegalArgumentException e) {
            throw new RowException("as_published", String.valueOf(e.getMessage()));
        }
        try {
            Qualifier said = Qualifiers.parse(qualifier);
            return said == Qualifier.NONE || number.qualifier() != Qualifier.NONE
                    ? number
                    : PrintedNumber.of(number.digits(), number.multiplier(), number.unit(), said);
        } catch (IllegalArgumentException e) {
            throw new RowException("qualifier", String.valueOf(e.getMessage()));
        }
    }

    private static PrintedNumber inUnit(String published, String unit) {
        UnitText of;
        try {
            of = new UnitText(Unit.parse(unit), UnitMultiplier.ONE);
            if (of.unit().kind() == Unit.Kind.COUNT) {
                of = UnitText.parse(unit);
            }
        } catch (IllegalArgumentException e) {
            of = UnitText.parse(unit);
        }
        PrintedNumber number = FigureFormat.english().parse(published, of.unit());
        return number.multiplier() == UnitMultiplier.ONE && of.multiplier() != UnitMultiplier.ONE
                ? PrintedNumber.of(number.digits(), of.multiplier(), number.unit(), number.qualifier())
                : number;
    }

    /** The time of a figure; words that name no years leave it undated. */
    private static ReferencePeriod period(String time) {
        if (time.isEmpty()) {
            return ReferencePeriod.undated();
        }
        try {
            return PeriodFormat.parse(time);
        } catch (IllegalArgumentException e) {
            return ReferencePeriod.undated().stated(time);
        }
    }

    // ---- relations ----

    void readRelations(CsvInput input) throws IOException {
        input.forEach(columns -> {}, row -> {
            row.requireWhole();
            String id = required(row, "id");
            if (relations.containsKey(id)) {
                throw new RowException("id", "Relation id must be given once: " + id);
            }
            RelationKind kind;
            try {
                kind = RelationKind.of(row.text("kind"));
            } catch (IllegalArgumentException e) {
                throw new RowException("kind", String.valueOf(e.getMessage()));
            }
            try {
                relations.put(id, relation(id, kind, members(kind, required(row, "members"))));
            } catch (IllegalArgumentException e) {
                throw new RowException("members", String.valueOf(e.getMessage()));
            }
        });
    }

    private static String required(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            throw new RowException(column, "Row must have one: " + column);
        }
        return text;
    }

    /** The members as written, with roles by their own names; roles that recur are numbered. */
    private static Map<String, String> members(RelationKind kind, String text) {
        Map<String, String> members = new LinkedHashMap<>();
        Map<String, String> synonyms = SYNONYMS.getOrDefault(kind, Map.of());
        boolean ownNames = kind == RelationKind.SUM || kind == RelationKind.SAME;
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
            int number = 1;
            String distinct = role;
            while (ownNames && members.containsKey(distinct)) {
                distinct = role + ++number;
            }
            if (members.put(distinct, value) != null) {
                throw new IllegalArgumentException("Role must be given once: " + written);
            }
        }
        return members;
    }

    private FigureRelation relation(String id, RelationKind kind, Map<String, String> members) {
        return switch (kind) {
            case GROWTH -> growth(id, members);
            case CADENCE -> cadence(id, members);
            case RATIO_CHAIN -> ratioChain(id, members);
            default -> plain(id, kind, members);
        };
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
            builder.addMembers(value == null ? Member.figure(role, id + "." + role) : member(role, value));
        }
        rest.forEach((role, value) -> builder.addMembers(member(role, value)));
        return builder.build();
    }

    /** A figure; a number that is no figure's id is a constant. */
    private Member member(String role, String value) {
        if (!figures.containsKey(value)) {
            Optional<Quantity> constant = constant(value);
            if (constant.isPresent()) {
                return Member.constant(role, constant.get());
            }
        }
        return Member.figure(role, value);
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
        refuseOthers(members, List.of("base", "end", "rate", "years"));
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
        return FigureRelation.growth(id, base, end, rate, ReferencePeriod.span(first.get(), last.get()), ratePeriod);
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
            FigureRelation.Builder builder =
                    FigureRelation.builder().id(id).kind(RelationKind.CADENCE).addMembers(member("size", size));
            builder.addMembers(
                    figures.containsKey(rounds)
                            ? Member.figure("rounds", rounds)
                            : Member.constant(
                                    "rounds", Count.of(BigDecimal.valueOf(wholeNumber("rounds", rounds)), "rounds")));
            builder.addMembers(
                    opening == null
                            ? Member.constant("opening", Count.of(BigDecimal.ZERO, "items"))
                            : member("opening", opening));
            return builder.addMembers(member("target", target)).build();
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
        if (opening == null) {
            return counted;
        }
        List<Member> changed = new ArrayList<>(counted.members());
        changed.set(2, member("opening", opening));
        return FigureRelation.builder()
                .id(id)
                .kind(RelationKind.CADENCE)
                .addAllMembers(changed)
                .period(counted.period())
                .everyYears(counted.everyYears())
                .roundCounting(counted.roundCounting())
                .build();
    }

    /** Roles are the parts (1=A;10=B;50=C), or there is a member {@code ratio=1:10:50} beside sizes in any roles. */
    private FigureRelation ratioChain(String id, Map<String, String> members) {
        Map<String, String> sizes = new LinkedHashMap<>(members);
        String ratio = sizes.remove("ratio");
        if (ratio == null) {
            FigureRelation.Builder builder = FigureRelation.builder().id(id).kind(RelationKind.RATIO_CHAIN);
            sizes.forEach((role, value) -> builder.addMembers(member(role, value)));
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

    // ---- the report ----

    AuditReport audit() {
        return Auditor.withDefaults().with(reading).audit(figures.values(), relations.values());
    }

    void write(AuditReport report, Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(OUTPUT);
        Map<String, List<Conflict>> conflicts = conflictsByFigure(report);
        for (Finding finding : report.findings()) {
            csv.writeRecord(
                    finding.relation(),
                    Objects.requireNonNull(relations.get(finding.relation()))
                            .kind()
                            .code(),
                    finding.verdict().code(),
                    end(finding.implied(), Bounds::lower),
                    end(finding.implied(), Bounds::upper),
                    finding.judged()
                            .map(figures::get)
                            .flatMap(Figure::printed)
                            .map(number -> number.amount().toPlainString())
                            .orElse(""),
                    reason(finding, conflicts),
                    finding.repairs().stream().map(Repair::code).collect(Collectors.joining(";")));
        }
        for (DerivedFigure derived : report.derived()) {
            Bounds bounds = derived.derivation().result().bounds();
            csv.writeRecord(
                    derived.id(),
                    "derived",
                    "",
                    end(bounds.lower()),
                    end(bounds.upper()),
                    "",
                    derived.derivation().formula().expression() + " (" + String.join(", ", derived.relations()) + ")",
                    "");
        }
        csv.flush();
    }

    private String reason(Finding finding, Map<String, List<Conflict>> conflicts) {
        String reason = language.text(finding.reason().in(language.locale()), finding.weak());
        String removals = finding.figures().stream()
                .flatMap(figure -> conflicts.getOrDefault(figure, List.of()).stream())
                .distinct()
                .flatMap(conflict -> conflict.smallestRemovals().stream())
                .map(set -> String.join(" + ", set))
                .collect(Collectors.joining(language.text(" or ", " 或 ")));
        return removals.isEmpty() || finding.verdict().isAgreement()
                ? reason
                : reason
                        + (language == Language.zh
                                ? ";去掉 " + removals + " 后其余一致"
                                : "; the rest agrees without " + removals);
    }

    private static Map<String, List<Conflict>> conflictsByFigure(AuditReport report) {
        Map<String, List<Conflict>> result = new LinkedHashMap<>();
        for (Conflict conflict : report.conflicts()) {
            for (String figure : conflict.figures()) {
                result.computeIfAbsent(figure, key -> new ArrayList<>()).add(conflict);
            }
        }
        return result;
    }

    private static String end(Optional<BoundedQuantity> quantity, Function<Bounds, Optional<BigDecimal>> end) {
        return end(quantity.map(BoundedQuantity::bounds).flatMap(end));
    }

    private static String end(Optional<BigDecimal> end) {
        return end.map(CsvText::shown).orElse("");
    }
}
