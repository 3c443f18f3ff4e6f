package dev.saidao.samples.spark;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;

/** Rows one by one, so that a partition of any size takes the memory of a row. */
final class Batches {

    private Batches() {}

    static Iterator<Row> map(Iterator<Row> rows, Function<Row, Row> function) {
        return flatMap(rows, row -> List.of(function.apply(row)));
    }

    static Iterator<Row> flatMap(Iterator<Row> rows, Function<Row, List<Row>> function) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
                .flatMap(row -> function.apply(row).stream())
                .iterator();
    }
}
