package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that a table gives twice for one series and time. */
final class Repetitions {

    private static final int MOST_NOTES = 20;

    private Repetitions() {}

    /** Notes the values that are given twice. */
    static void note(Observations observations, List<Label> notes) {
        if (!isInOrder(observations)) {
            noteAll(observations, notes);
        }
    }

    /** Whether the values of each series stand together, each of a later time than the one before it: so most tables are. */
    @SuppressWarnings("ReferenceEquality") // each series is one object, and to compare their keys costs more
    private static boolean isInOrder(Observations observations) {
        Set<TableSeries> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        TableSeries last = null;
        String lastTime = "";
        for (int index = 0; index < observations.size(); index++) {
            TableSeries of = observations.seriesOf(index);
            String time = observations.timeOf(index);
            if (of == last ? time.compareTo(lastTime) <= 0 : !seen.add(of)) {
                return false;
            }
            last = of;
            lastTime = time;
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // each series is one object, and to compare their keys costs more
    private static void noteAll(Observations observations, List<Label> notes) {
        IdentityHashMap<TableSeries, Map<String, Integer>> seen = new IdentityHashMap<>();
        TableSeries last = null;
        Map<String, Integer> ofLast = Map.of();
        for (int index = 0; index < observations.size(); index++) {
            TableSeries of = observations.seriesOf(index);
            if (of != last) {
                ofLast = seen.computeIfAbsent(of, none -> new HashMap<>());
                last = of;
            }
            Integer first = ofLast.putIfAbsent(observations.timeOf(index), index);
            if (first != null) {
                note(observations.get(first), observations.get(index), notes);
            }
        }
    }

    private static void note(TableObservation first, TableObservation again, List<Label> notes) {
        if (notes.size() < MOST_NOTES && first.time().equals(again.time())) {
            boolean same = first.value().equals(again.value());
            String where = again.series().name() + ", " + again.time();
            notes.add(Label.of(
                    "Value given twice" + (same ? "" : ", and not the same") + ": " + where + " (lines " + first.line()
                            + " and " + again.line() + ")",
                    (same ? "同一数值给出两次:" : "同一时间给出两个不同数值:") + where + "(第 " + first.line() + "、" + again.line()
                            + " 行)"));
        }
    }
}
