package dev.saidao.policy.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of series, and what a scheme says of it: the whole framework, a goal, whatever lies below it, or an indicator of several
 * series.
 *
 * @param path the names of the group and those above it, the widest first; none for the whole framework
 * @param indicator the id of the indicator, if the group is one
 * @param summary what the scheme says of it
 * @since 0.1
 */
public record ProgressGroup(List<String> path, Optional<String> indicator, ProgressSummary summary) {

    /**
     * Copies the path.
     *
     * @param path the names
     * @param indicator the id
     * @param summary the summary
     */
    public ProgressGroup {
        path = List.copyOf(path);
    }

    /**
     * Summarizes series by their indicators and groups: each group by its indicators and by the groups right below it.
     *
     * @param series the series with what was said of them, all by the same thresholds
     * @param calculator the calculator
     * @return the groups: the whole framework first, each before those below it; none if there is no series
     * @throws IllegalArgumentException if the thresholds differ
     */
    public static List<ProgressGroup> of(List<JudgedSeries> series, ProgressCalculator calculator) {
        if (series.isEmpty()) {
            return List.of();
        }
        Node framework = new Node(List.of());
        for (JudgedSeries one : series) {
            Node node = framework;
            for (String name : one.row().groups()) {
                node = node.below(name);
            }
            node.indicators
                    .computeIfAbsent(one.row().id(), id -> new ArrayList<>())
                    .add(one.assessment());
        }
        List<ProgressGroup> groups = new ArrayList<>();
        framework.summarize(calculator, groups);
        return List.copyOf(groups);
    }

    /** A group that is being filled. */
    private static final class Node {

        private final List<String> path;
        private final Map<String, Node> groups = new LinkedHashMap<>();
        private final Map<String, List<ProgressAssessment>> indicators = new LinkedHashMap<>();

        Node(List<String> path) {
            this.path = path;
        }

        Node below(String name) {
            return groups.computeIfAbsent(name, key -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(key);
                return new Node(longer);
            });
        }

        ProgressSummary summarize(ProgressCalculator calculator, List<ProgressGroup> all) {
            List<ProgressMember> members = new ArrayList<>();
            List<ProgressGroup> below = new ArrayList<>();
            indicators.forEach((id, series) -> {
                if (series.size() == 1) {
                    members.add(series.get(0));
                } else {
                    ProgressSummary indicator = calculator.summarize(series);
                    members.add(indicator);
                    below.add(new ProgressGroup(path, Optional.of(id), indicator));
                }
            });
            groups.values().forEach(group -> members.add(group.summarize(calculator, below)));
            ProgressSummary summary = calculator.summarize(members);
            all.add(new ProgressGroup(path, Optional.empty(), summary));
            all.addAll(below);
            return summary;
        }
    }
}
