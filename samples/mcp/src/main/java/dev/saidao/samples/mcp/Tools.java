package dev.saidao.samples.mcp;

import dev.saidao.core.audit.ClaimOutcome;
import dev.saidao.core.audit.ClaimReader;
import dev.saidao.core.audit.ClaimRow;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.RankedChange;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.reading.Mention;
import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.reading.ProposedRelation;
import dev.saidao.core.relation.Change;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.policy.target.ProgressAssessment;
import dev.saidao.policy.target.ProgressCalculator;
import dev.saidao.policy.target.ProgressReader;
import dev.saidao.policy.target.ProgressScheme;
import dev.saidao.policy.target.ProgressStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tools, without the protocol. Exact numbers are texts, so that nobody reads them as doubles. */
final class Tools {

    private Tools() {}

    /**
     * Calls a tool.
     *
     * @throws IllegalArgumentException if the arguments cannot be read
     */
    static Map<String, Object> call(String tool, Map<String, Object> arguments) {
        return switch (tool) {
            case "read_page" -> readPage(text(arguments, "text"), text(arguments, "published"));
            case "audit_claims" ->
                Map.of("claims", claims(arguments).stream().map(Tools::claim).toList());
            case "parse_figure" -> figure(text(arguments, "text"));
            case "growth" -> growth(arguments);
            case "on_track" -> onTrack(arguments);
            default -> throw new IllegalArgumentException("Tool must be known: " + tool);
        };
    }

    private static String text(Map<String, Object> arguments, String name) {
        Object value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Argument must be there: " + name);
        }
        return value.toString();
    }

    // ---- pages ----

    private static Map<String, Object> readPage(String text, String published) {
        LocalDate day;
        try {
            day = LocalDate.parse(published);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Day of publication must read like 2026-01-14: " + published, e);
        }
        PageReading page = PageReader.withDefaults().read(text, day);
        return Map.of(
                "figures", page.mentions().stream().map(Tools::mention).toList(),
                "relations",
                        page.relations().stream()
                                .map(relation -> relation(page, relation))
                                .toList(),
                "left_out",
                        page.leftOut().stream()
                                .map(number -> Map.of(
                                        "text",
                                        number.text(),
                                        "reason",
                                        number.reason().code()))
                                .toList());
    }

    private static Map<String, Object> mention(Mention mention) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("id", mention.id());
        figure.put("text", mention.text());
        figure.put("kind", mention.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        figure.put("value", mention.value().toPlainString());
        mention.valueTo().ifPresent(upper -> figure.put("value_to", upper.toPlainString()));
        Stream.of(
                        Map.entry("unit", mention.unit()),
                        Map.entry("qualifier", mention.qualifier()),
                        Map.entry("time", mention.time()),
                        Map.entry("indicator", mention.indicator()),
                        Map.entry("subject", mention.subject()))
                .filter(entry -> !entry.getValue().isEmpty())
                .forEach(entry -> figure.put(entry.getKey(), entry.getValue()));
        return figure;
    }

    private static Map<String, Object> relation(PageReading page, ProposedRelation relation) {
        Map<String, Object> members = new LinkedHashMap<>();
        relation.members()
                .forEach(member -> members.merge(
                        member.role(),
                        member.mention().or(member::constant).orElse("not printed"),
                        (one, other) -> one + ", " + other));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("kind", relation.kind());
        result.put("members", members);
        result.put("text", page.text().substring(relation.start(), relation.end()));
        result.put("verdict", relation.verdict().code());
        result.put("reason", relation.reason().en());
        relation.implied().ifPresent(implied -> result.put("implied", implied.toString()));
        return result;
    }

    // ---- claims ----

    private static List<Map<String, String>> claims(Map<String, Object> arguments) {
        if (!(arguments.get("claims") instanceof List<?> list)) {
            throw new IllegalArgumentException("Claims must be a list");
        }
        List<Map<String, String>> claims = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> cells)) {
                throw new IllegalArgumentException("Claim must be an object: " + item);
            }
            Map<String, String> claim = new LinkedHashMap<>();
            cells.forEach((column, cell) -> claim.put(String.valueOf(column), cell == null ? "" : cell.toString()));
            claims.add(claim);
        }
        return claims;
    }

    private static Map<String, Object> claim(Map<String, String> cells) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", cells.getOrDefault("id", ""));
        try {
            ClaimRow row = ClaimReader.of(List.copyOf(cells.keySet()), ReadingConvention.withDefaults())
                    .parse(Row.of(List.copyOf(cells.keySet()), List.copyOf(cells.values())));
            if (row.claim().isEmpty()) {
                answer.put("verdict", "not-checkable");
                answer.put("reason", "missing or without a step: " + String.join(", ", row.missing()));
                return answer;
            }
            ClaimOutcome outcome =
                    GrowthClaimAuditor.withDefaults().audit(row.claim().get());
            answer.put("verdict", outcome.verdict().code());
            answer.put("reason", outcome.reason(Locale.ENGLISH));
            outcome.convention().map(Change::code).ifPresent(code -> answer.put("convention", code));
            answer.put(
                    "repairs",
                    outcome.repairs().stream()
                            .map(repair -> Map.of("code", repair.code(), "text", text(repair)))
                            .toList());
        } catch (RowException e) {
            answer.put("verdict", "refused");
            answer.put(
                    "reason",
                    (e.column().isEmpty() ? "" : e.column() + ": ") + e.rule().en());
        }
        return answer;
    }

    private static String text(RankedChange repair) {
        return repair.text().en();
    }

    // ---- figures and growth ----

    private static Map<String, Object> figure(String text) {
        PrintedNumber printed = FigureFormat.english().parse(text);
        BoundedQuantity read = ReadingConvention.withDefaults().read(printed);
        Map<String, Object> figure = new LinkedHashMap<>();
        if (!printed.isRange()) {
            figure.put("value", printed.amount().toPlainString());
        }
        figure.put("unit", printed.unit().toString());
        figure.put(
                "qualifier", printed.qualifier().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        figure.put("bounds", read.bounds().toString());
        return figure;
    }

    private static @Nullable Operand operand(Map<String, Object> arguments, String name) {
        Object value = arguments.get(name);
        return value == null ? null : Operand.parse(value.toString());
    }

    private static Map<String, Object> growth(Map<String, Object> arguments) {
        Operand base = operand(arguments, "base");
        Operand end = operand(arguments, "end");
        Operand rate = operand(arguments, "rate");
        if (Stream.of("base", "end", "rate").filter(arguments::containsKey).count() != 2) {
            throw new IllegalArgumentException(
                    "Exactly two of base, end and rate must be there: " + String.join(", ", arguments.keySet()));
        }
        Operand years = Operand.steps(
                Integer.parseInt(text(arguments, "first_year")), Integer.parseInt(text(arguments, "last_year")));
        GrowthCalculator growth = GrowthCalculator.withDefaults();
        Derived<BoundedQuantity> result;
        if (base != null && end != null) {
            result = growth.compoundAnnualGrowthRate(base, end, years);
        } else if (base != null && rate != null) {
            result = growth.endValue(base, rate, years);
        } else if (end != null && rate != null) {
            result = growth.baseValue(end, rate, years);
        } else {
            throw new IllegalArgumentException("Exactly two of base, end and rate must be there");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("result", result.value().toString());
        result.value().point().ifPresent(point -> answer.put("point", point.toPlainString()));
        answer.put("bounds", result.value().bounds().toString());
        answer.put("unit", result.value().unit().toString());
        answer.put("explanation", result.derivation().toText(Locale.ENGLISH));
        return answer;
    }

    // ---- targets ----

    private static Map<String, Object> onTrack(Map<String, Object> arguments) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", "indicator");
        arguments.forEach((name, value) -> cells.put(name, value.toString()));
        cells.put("direction", text(arguments, "direction").equals("down") ? "-1" : "1");
        String code = cells.remove("scheme");
        ProgressScheme scheme = Stream.of(ProgressScheme.values())
                .filter(some -> some.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Scheme must be statcan, eurostat or un: " + code));
        try {
            Row row = Row.of(List.copyOf(cells.keySet()), List.copyOf(cells.values()));
            ProgressAssessment assessment = new ProgressReader(Optional.empty())
                    .read(row)
                    .get(0)
                    .assess(ProgressCalculator.withDefaults(), scheme.published())
                    .orElseThrow(() -> new IllegalArgumentException("Current value must be a number"));
            return Map.of(
                    "statuses",
                    assessment.possibleStatuses().stream()
                            .map(ProgressStatus::code)
                            .toList(),
                    "reason",
                    assessment.reason().en());
        } catch (RowException e) {
            throw new IllegalArgumentException(e.column() + ": " + e.rule().en(), e);
        }
    }
}
