package dev.saidao.core.table;

import java.util.List;

/** What was read of a table, a line for each observation. */
final class TableText {

    private TableText() {}

    static List<String> of(StatisticalTable table) {
        return table.observations().stream()
                .map(o -> o.series().name() + "|" + o.time() + "|"
                        + o.value().map(value -> value.toPlainString()).orElse("") + "|"
                        + o.series().unit() + "|" + o.series().multiplier().toPlainString() + "|" + o.status())
                .toList();
    }
}
