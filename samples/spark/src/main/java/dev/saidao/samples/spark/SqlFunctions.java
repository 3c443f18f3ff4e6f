package dev.saidao.samples.spark;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.text.FigureFormat;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The library as functions of SQL.
 *
 * <ul>
 *   <li>{@code saidao_growth_verdict(unit, start_value, start_year, end_value, end_year, rate)}: the verdict on a growth claim,
 *       such as {@code contradicts}; {@code refused} if it cannot be read
 *   <li>{@code saidao_parse(text)}: a figure as {@code value}, {@code unit}, {@code qualifier}, {@code bounds}, decimals as
 *       text; of what cannot be read only {@code problem}
 * </ul>
 *
 * <p>All arguments are texts as printed. Null is answered by null.
 */
public final class SqlFunctions {

    private static final List<String> COLUMNS =
            List.of("unit", "start_value", "start_year", "end_value", "end_year", "rate", "id");

    private static final StructType FIGURE = new StructType()
            .add("value", DataTypes.StringType)
            .add("unit", DataTypes.StringType)
            .add("qualifier", DataTypes.StringType)
            .add("bounds", DataTypes.StringType)
            .add("problem", DataTypes.StringType);

    private SqlFunctions() {}

    /**
     * Makes the functions known.
     *
     * @param spark where
     */
    public static void register(SparkSession spark) {
        spark.udf().register("saidao_growth_verdict", new GrowthVerdict(), DataTypes.StringType);
        spark.udf().register("saidao_parse", new Parse(), FIGURE);
    }

    /** A verdict on a claim. */
    static final class GrowthVerdict implements UDF6<String, String, String, String, String, String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String call(
                @Nullable String unit,
                @Nullable String startValue,
                @Nullable String startYear,
                @Nullable String endValue,
                @Nullable String endYear,
                @Nullable String rate) {
            if (unit == null
                    || startValue == null
                    || startYear == null
                    || endValue == null
                    || endYear == null
                    || rate == null) {
                return null;
            }
            // a reader is for one thread, and made in no time beside what Spark does for a call
            Object verdict = new ClaimsAudit.Desk(COLUMNS, ReadingConvention.withDefaults())
                    .audit(List.of(unit, startValue, startYear, endValue, endYear, rate, ""))[1];
            return verdict == null ? "refused" : verdict.toString();
        }
    }

    /** A figure as printed. */
    static final class Parse implements UDF1<String, Row> {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Row call(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                PrintedNumber printed = FigureFormat.english().parse(text);
                var read = ReadingConvention.withDefaults().read(printed);
                return RowFactory.create(
                        printed.isRange() ? null : printed.amount().toPlainString(),
                        printed.unit().toString(),
                        printed.qualifier().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        read.bounds().toString(),
                        null);
            } catch (IllegalArgumentException e) {
                return RowFactory.create(null, null, null, null, e.getMessage());
            }
        }
    }
}
