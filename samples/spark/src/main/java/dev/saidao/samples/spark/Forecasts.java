package dev.saidao.samples.spark;

import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.ForecastCalculator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Forecasts annual series: a row for each year ahead. */
public final class Forecasts implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    /** A year ahead, with its 95% interval; {@code refused} says why a series could not be read. */
    public static final StructType RESULT = new StructType()
            .add("id", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("point", DataTypes.DoubleType)
            .add("low", DataTypes.DoubleType)
            .add("high", DataTypes.DoubleType)
            .add("refused", DataTypes.StringType);

    private final int horizon;

    private Forecasts(int horizon) {
        this.horizon = horizon;
    }

    /**
     * Forecasts series.
     *
     * @param series with the columns id, first_year and values, an array of doubles
     * @param horizon the years ahead
     * @return rows of {@link #RESULT}
     */
    public static Dataset<Row> of(Dataset<Row> series, int horizon) {
        return series.select("id", "first_year", "values").mapPartitions(new Forecasts(horizon), Encoders.row(RESULT));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        ForecastCalculator calculator = ForecastCalculator.withDefaults();
        return Batches.flatMap(rows, row -> years(calculator, row));
    }

    private List<Row> years(ForecastCalculator calculator, Row row) {
        String id = String.valueOf(row.get(0));
        try {
            if (row.isNullAt(1) || row.isNullAt(2)) {
                throw new IllegalArgumentException("First year and values must be there");
            }
            double[] values = row.<Double>getList(2).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            Forecast forecast = calculator.forecast(AnnualSeries.of(row.getInt(1), values), horizon);
            List<Row> years = new ArrayList<>();
            forecast.byYear().forEach((year, point) -> {
                var interval = forecast.interval(year, 0.95);
                years.add(RowFactory.create(id, year, point, interval.low(), interval.high(), null));
            });
            return years;
        } catch (IllegalArgumentException e) {
            return List.of(RowFactory.create(id, null, null, null, null, e.getMessage()));
        }
    }
}
