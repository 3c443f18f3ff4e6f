package dev.saidao.policy.index;

import dev.saidao.core.convention.Label;
import dev.saidao.core.indicator.Direction;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.TableException;
import dev.saidao.policy.internal.DirectionCell;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a file of indicators. Names are the same in capitals, and {@code iCode} and {@code iName} as COINr has them; a
 * column that is not known is refused, since a wrong name of {@code direction} would turn a ranking over.
 */
final class FrameworkColumns {

    private static final List<String> KNOWN = List.of(
            "code",
            "parent",
            "level",
            "weight",
            "direction",
            "name",
            "unit",
            "target",
            "lower_goalpost",
            "upper_goalpost",
            "denominator",
            "source",
            "year",
            "transformation",
            "normalization",
            "low",
            "high",
            "reference",
            "reference_unit",
            "type");
    private static final List<String> PARAMETERS = List.of("low", "high", "reference", "reference_unit");

    /** The types of COINr that are no part of the framework. */
    private static final Set<String> NO_NODES = Set.of("group", "denominator", "other");

    private static final Map<String, Transformation> TRANSFORMATIONS = Map.of(
            "LOG", Transformation.LOGARITHM,
            "LN", Transformation.LOGARITHM,
            "SQRT", Transformation.SQUARE_ROOT,
            "CBRT", Transformation.CUBE_ROOT);

    /** The heads in the file by known name. */
    private final Map<String, String> heads = new LinkedHashMap<>();

    FrameworkColumns(String file, List<String> header) throws TableException {
        for (String head : header) {
            if (head.isBlank()) {
                continue;
            }
            String name = head.equals("iCode") || head.equals("iName")
                    ? head.substring(1).toLowerCase(Locale.ROOT)
                    : head.toLowerCase(Locale.ROOT);
            String shown = Decimals.shown(head);
            if (!KNOWN.contains(name)) {
                String known = String.join(", ", KNOWN);
                throw new TableException(Label.of(
                        file + ": Column must be one of " + known + ": " + shown,
                        file + ": 列须为 " + known + " 之一:" + shown));
            }
            if (heads.put(name, head) != null) {
                throw new TableException(
                        Label.of(file + ": Column must be there once: " + shown, file + ": 列只能出现一次:" + shown));
            }
        }
    }

    private Optional<String> text(Row row, String name) {
        return Optional.ofNullable(heads.get(name)).flatMap(row::given);
    }

    private Optional<BigDecimal> number(Row row, String name) {
        return Optional.ofNullable(heads.get(name)).flatMap(row::number);
    }

    /** The node of a row; none for what COINr lists beside indicators and aggregates. */
    Optional<IndicatorNode> node(Row row) {
        row.requireWhole();
        Optional<String> type = text(row, "type").map(text -> text.toLowerCase(Locale.ROOT));
        if (type.filter(NO_NODES::contains).isPresent()) {
            return Optional.empty();
        }
        if (type.isPresent() && !type.get().equals("indicator") && !type.get().equals("aggregate")) {
            throw refused("type", "Type must be Indicator, Aggregate, Group, Denominator or Other", type.get());
        }
        try {
            IndicatorNode.Builder node = IndicatorNode.builder();
            node.code(text(row, "code").orElse(""))
                    .parent(text(row, "parent"))
                    .level(whole(row, "level"))
                    .weight(number(row, "weight").orElse(BigDecimal.ONE))
                    .direction(direction(row))
                    .name(text(row, "name").map(Label::same))
                    .unit(text(row, "unit"))
                    .target(number(row, "target"))
                    .lowerGoalpost(number(row, "lower_goalpost"))
                    .upperGoalpost(number(row, "upper_goalpost"))
                    .denominator(text(row, "denominator"))
                    .source(text(row, "source"))
                    .year(whole(row, "year"))
                    .transformation(transformation(row))
                    .normalization(normalization(row));
            return Optional.of(node.build());
        } catch (IllegalArgumentException e) {
            throw new RowException("", e);
        }
    }

    private Direction direction(Row row) {
        return text(row, "direction")
                .map(text -> DirectionCell.of(text, head("direction")))
                .orElse(Direction.INCREASE);
    }

    private Optional<Integer> whole(Row row, String name) {
        return heads.containsKey(name) ? IndicatorReader.whole(row, head(name)) : Optional.empty();
    }

    private Optional<Transformation> transformation(Row row) {
        return text(row, "transformation").map(text -> {
            Transformation known = TRANSFORMATIONS.get(constant(text));
            return known == null ? constant(Transformation.class, "transformation", text) : known;
        });
    }

    private Optional<Normalization> normalization(Row row) {
        Optional<NormalizationMethod> method =
                text(row, "normalization").map(text -> constant(NormalizationMethod.class, "normalization", text));
        if (method.isEmpty()) {
            for (String parameter : PARAMETERS) {
                text(row, parameter).ifPresent(text -> {
                    throw refused(parameter, "Normalization must be there beside " + parameter, text);
                });
            }
            return Optional.empty();
        }
        Normalization.Builder normalization = Normalization.builder();
        normalization.method(method.get()).referenceUnit(text(row, "reference_unit"));
        number(row, "low").ifPresent(normalization::low);
        number(row, "high").ifPresent(normalization::high);
        text(row, "reference")
                .map(text -> constant(Normalization.ReferencePoint.class, "reference", text))
                .ifPresent(normalization::reference);
        return Optional.of(normalization.build());
    }

    /** A constant by its name or its code in files. */
    private <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
        try {
            return Enum.valueOf(type, constant(text));
        } catch (IllegalArgumentException e) {
            throw refused(name, "Word must be one of " + List.of(type.getEnumConstants()), text);
        }
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String head(String name) {
        return heads.getOrDefault(name, name);
    }

    private RowException refused(String name, String rule, String text) {
        return new RowException(head(name), rule + ": " + text);
    }
}
