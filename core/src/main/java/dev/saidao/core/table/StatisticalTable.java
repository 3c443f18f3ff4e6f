package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statistical table as it was read: the values of series at times, and what could not be read.
 *
 * @param dialect what the file was taken for
 * @param observations the values, in the order of the file; missing ones are there without a value
 * @param failures cells and rows that could not be read
 * @param notes what else is to be said: columns kept aside, values given twice
 * @since 0.1
 */
public record StatisticalTable(
        TableDialect dialect, List<TableObservation> observations, List<Failure> failures, List<Label> notes) {

    /**
     * Creates one.
     *
     * @param dialect what the file was taken for
     * @param observations the values
     * @param failures what could not be read
     * @param notes what else is to be said
     */
    public StatisticalTable {
        observations = observations instanceof Observations ? observations : List.copyOf(observations);
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    /** {@return the values of each series, in the order of the file} */
    public Map<TableSeries, List<TableObservation>> bySeries() {
        Map<TableSeries, List<TableObservation>> series = new LinkedHashMap<>();
        for (TableObservation observation : observations) {
            series.computeIfAbsent(observation.series(), first -> new ArrayList<>())
                    .add(observation);
        }
        return series;
    }
}
