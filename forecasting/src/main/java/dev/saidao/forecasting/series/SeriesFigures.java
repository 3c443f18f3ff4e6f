package dev.saidao.forecasting.series;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts figures into their years, and names all that does not go together. */
final class SeriesFigures {

    private static final Set<ReferencePeriod.Kind> KINDS =
            Set.of(ReferencePeriod.Kind.YEAR, ReferencePeriod.Kind.END_OF_YEAR, ReferencePeriod.Kind.THROUGH_YEAR);

    private final ReadingConvention reading;
    private final List<String> problems = new ArrayList<>();

    SeriesFigures(ReadingConvention reading) {
        this.reading = reading;
    }

    NavigableMap<Integer, Operand> byYear(List<Figure> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("Figures of a series must be 1 or more: none");
        }
        requireOne(figures, "subject", figure -> figure.subject().id());
        requireOne(figures, "indicator", figure -> figure.indicator().id());
        requireOne(
                figures,
                "unit",
                figure -> figure.printed()
                        .map(printed -> printed.unit().toString())
                        .orElse("none"));
        requireOne(figures, "kind of year", figure -> figure.period().kind().toString());
        requireOne(figures, "kind of statement", figure -> statement(figure.status()));
        NavigableMap<Integer, List<Figure>> candidates = new TreeMap<>();
        for (Figure figure : figures) {
            if (figure.printed().isEmpty()) {
                problems.add("a figure must have a number: " + figure.id());
            } else if (!KINDS.contains(figure.period().kind())) {
                problems.add("a figure must be of a year: " + figure.period() + " (" + figure.id() + ")");
            } else {
                candidates
                        .computeIfAbsent(figure.period().lastYear().orElseThrow(), year -> new ArrayList<>())
                        .add(figure);
            }
        }
        NavigableMap<Integer, Operand> operands = new TreeMap<>();
        candidates.forEach((year, ofYear) -> operand(year, ofYear).ifPresent(operand -> operands.put(year, operand)));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Figures must make a series: " + String.join("; ", problems));
        }
        return operands;
    }

    /** Observed and estimated numbers are of what was; any other status is of its own kind. */
    private static String statement(Status status) {
        return status == Status.ESTIMATED ? Status.OBSERVED.toString() : status.toString();
    }

    private void requireOne(List<Figure> figures, String what, Function<Figure, String> property) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        figures.forEach(figure -> ids.computeIfAbsent(property.apply(figure), key -> new ArrayList<>())
                .add(figure.id()));
        if (ids.size() > 1) {
            problems.add("figures must be of one " + what + ": "
                    + ids.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private Optional<Operand> operand(int year, List<Figure> figures) {
        List<Operand> operands =
                figures.stream().map(figure -> Operand.read(figure, reading)).toList();
        Optional<Operand> best = operands.stream()
                .filter(operand -> operand.value().point().isPresent())
                .min(Comparator.comparing(SeriesFigures::width));
        if (best.isEmpty()) {
            problems.add("a figure of " + year + " must name a number: " + printed(figures));
            return best;
        }
        BigDecimal point = best.get().value().point().orElseThrow();
        if (operands.stream().anyMatch(operand -> !operand.value().bounds().contains(point))) {
            problems.add("figures of " + year + " must agree: " + printed(figures));
        }
        return best;
    }

    private static BigDecimal width(Operand operand) {
        // a figure with a point has bounds with two ends, but for "as high as", read as a ceiling
        return operand.value().bounds().width().orElse(BigDecimal.valueOf(Double.MAX_VALUE));
    }

    private static String printed(List<Figure> figures) {
        return figures.stream()
                .map(figure -> figure.asPublished()
                                .orElseGet(() ->
                                        figure.printed().map(Object::toString).orElse("no number"))
                        + " (" + figure.id() + ")")
                .collect(Collectors.joining(", "));
    }
}
