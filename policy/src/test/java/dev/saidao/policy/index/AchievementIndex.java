package dev.saidao.policy.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Technology Achievement Index of 23 countries, the worked example of the OECD/JRC Handbook on Constructing Composite
 * Indicators (2008): data of its table A.1, printed results of tables 15, 23 and 38, and the goalposts of UNDP, Human
 * Development Report 2001.
 */
public final class AchievementIndex {

    public static final List<String> INDICATORS = List.of(
            "patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling", "university");
    private static final List<String> DIMENSIONS = List.of("creation", "recent", "old", "skills");
    private static final List<String> LOWER = List.of("0", "0", "0", "0", "0", "1.3424226808222062", "0.8", "0.1");
    private static final List<String> UPPER =
            List.of("994", "272.6", "232.4", "80.8", "2.954724790979063", "3.843170464519898", "12", "27.4");
    /** Table 22, budget allocation. */
    public static final List<String> BUDGET = List.of("0.11", "0.11", "0.11", "0.18", "0.10", "0.06", "0.15", "0.18");

    private AchievementIndex() {}

    /** Rows of a resource, by the text of their first column. */
    public static Map<String, Map<String, String>> rows(String resource) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AchievementIndex.class.getResourceAsStream("/tai/" + resource)),
                StandardCharsets.UTF_8))) {
            String[] header = reader.readLine().split(",", -1);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i < header.length; i++) {
                    row.put(header[i], fields[i]);
                }
                rows.put(fields[0], row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    public static IndicatorTable table() {
        IndicatorTable.Builder table = IndicatorTable.builder(INDICATORS);
        rows("raw.csv").forEach((country, row) -> {
            table.unit(country);
            row.forEach((code, value) -> table.set(country, code, Double.parseDouble(value)));
        });
        return table.build();
    }

    /** The four dimensions of two indicators each, under one index. */
    public static IndicatorFramework nested() {
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(IndicatorNode.builder().code("tai").build());
        DIMENSIONS.forEach(dimension ->
                nodes.add(IndicatorNode.builder().code(dimension).parent("tai").build()));
        for (int i = 0; i < INDICATORS.size(); i++) {
            nodes.add(indicator(i).parent(DIMENSIONS.get(i / 2)).build());
        }
        return IndicatorFramework.of(nodes);
    }

    /** All eight indicators directly under the index. */
    public static IndicatorFramework flat(List<String> weights) {
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(IndicatorNode.builder().code("tai").build());
        for (int i = 0; i < INDICATORS.size(); i++) {
            nodes.add(indicator(i)
                    .parent("tai")
                    .weight(new BigDecimal(weights.get(i)))
                    .build());
        }
        return IndicatorFramework.of(nodes);
    }

    private static IndicatorNode.Builder indicator(int place) {
        IndicatorNode.Builder builder = IndicatorNode.builder();
        builder.code(INDICATORS.get(place))
                .lowerGoalpost(new BigDecimal(LOWER.get(place)))
                .upperGoalpost(new BigDecimal(UPPER.get(place)));
        return builder;
    }
}
