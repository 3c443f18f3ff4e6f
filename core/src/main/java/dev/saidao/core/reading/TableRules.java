package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;

/** Relations between the cells of a flattened table: rows of growth belong to the row of amounts above them. */
final class TableRules {

    private TableRules() {}

    static List<Draft> propose(PageScan scan) {
        List<Draft> drafts = new ArrayList<>();
        List<Found> amounts = List.of();
        for (TablePass.Row row : scan.tables.rows()) {
            List<Found> cells = row.cells().stream()
                    .filter(java.util.Objects::nonNull)
                    .map(java.util.Objects::requireNonNull)
                    .toList();
            if (cells.isEmpty()) {
                continue;
            }
            if (cells.get(0).kind.isAmount()) {
                amounts = cells;
            }
            for (Found cell : cells) {
                Found base = at(amounts, cell.from);
                Found end = at(amounts, cell.time);
                if (cell.kind == MentionKind.STEP && base != null && end != null) {
                    drafts.add(new Draft(Kind.STEP, "rows-of-table", Sureness.LIKELY)
                            .with("previous", base)
                            .with("current", end)
                            .with("rate", cell));
                } else if (cell.kind == MentionKind.RATE
                        && base != null
                        && end != null
                        && cell.from != null
                        && cell.time != null) {
                    drafts.add(new Draft(Kind.GROWTH, "rows-of-table", Sureness.LIKELY)
                            .with("base", base)
                            .with("end", end)
                            .with("rate", cell)
                            .constant("years", cell.time.year() - cell.from.year()));
                }
            }
        }
        return drafts;
    }

    private static @org.jspecify.annotations.Nullable Found at(
            List<Found> cells, @org.jspecify.annotations.Nullable When time) {
        for (Found cell : cells) {
            if (time != null && cell.time != null && cell.time.equals(time)) {
                return cell;
            }
        }
        return null;
    }
}
