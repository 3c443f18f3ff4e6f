package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.PercentSigns;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.RowFile;
import dev.saidao.core.table.Rows;
import dev.saidao.core.table.TableException;
import dev.saidao.forecasting.curve.CurveFitter;
import dev.saidao.forecasting.curve.FitWarning;
import dev.saidao.forecasting.curve.FittedCurve;
import dev.saidao.forecasting.curve.GrowthCurve;
import dev.saidao.forecasting.series.SeriesReader;
import dev.saidao.forecasting.series.SeriesRow;
import dev.saidao.samples.programs.page.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits a growth curve to a series. */
@Command(
        name = "fit",
        description = "Fits a growth curve and says how far its parameters are known.",
        mixinStandardHelpOptions = true)
final class FitProgram implements Callable<Integer> {

    @Parameters(descriptionKey = "input", paramLabel = "SERIES.csv", description = "columns time,value")
    private @Nullable Path file;

    @Option(
            names = "--curve",
            paramLabel = "NAME",
            split = ",",
            description =
                    "exponential, logistic, four-parameter-logistic, gompertz, bass, bass-sales, bass-increments, richards, weibull or "
                            + "asymptotic; several with commas between them, or all, are compared by AICc",
            required = true)
    private List<String> names = List.of();

    @Option(names = "--json", description = "writes the fits with their explanations as JSON")
    private boolean isJson;

    @Option(
            names = "--fix",
            paramLabel = "PARAMETER=VALUE",
            description = "a parameter that is known, such as saturation=400; may be repeated")
    private Map<String, Double> fixed = new TreeMap<>();

    @Option(names = "--saturation", paramLabel = "LOW:HIGH", description = "bounds of the saturation")
    private @Nullable String saturation;

    @Option(
            names = "--origin",
            paramLabel = "TIME",
            description = "from where time counts; one step before the first by default")
    private @Nullable Double origin;

    @Mixin
    private ResultFile out = new ResultFile();

    @Mixin
    private PageFile html = new PageFile();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        List<GrowthCurve> curves = new ArrayList<>();
        for (String name : names.equals(List.of("all")) ? allCurves() : names) {
            curves.add(curve(name)
                    .orElseThrow(() -> console.misuse("--curve must be one of those listed by --help: " + name)));
        }
        CurveFitter fitter = fitter();
        Optional<OutputFile> page = html.file(console, out.path());
        Output output = page.isPresent() ? out.output(console).besideOthers() : out.output(console);
        PrintWriter errors = console.err();
        Rows<FitPoint> points = points(Objects.requireNonNull(file), errors);
        points.failures()
                .forEach(failure -> errors.println(failure.in(console.language().locale())));
        Map<Double, Double> seen = new TreeMap<>();
        for (FitPoint point : points.values()) {
            Double before = seen.putIfAbsent(point.time(), point.value());
            if (before != null) {
                errors.println(file + ": "
                        + console.text("Time given twice: ", "同一时间给出两次:")
                        + new CsvText().number(point.time()) + " (" + new CsvText().number(before) + ", "
                        + new CsvText().number(point.value()) + ")");
            }
        }
        List<Double> times = points.values().stream().map(FitPoint::time).toList();
        List<Double> values = points.values().stream().map(FitPoint::value).toList();
        List<FittedCurve> fits = new ArrayList<>();
        int unfit = 0;
        for (GrowthCurve curve : curves) {
            try {
                fits.add(fit(fitter, curve, times, values));
            } catch (IOException e) {
                if (curves.size() == 1) {
                    throw e;
                }
                unfit++;
                errors.println(e.getMessage() + " (" + curve.code() + ")");
            }
        }
        // the least criterion first; those without one behind
        fits.sort(Comparator.comparingDouble(fit -> fit.correctedAkaike().orElse(Double.POSITIVE_INFINITY)));
        output.write(writer -> {
            if (isJson) {
                writer.write(SaidaoJson.write(curves.size() == 1 ? fits.get(0) : fits));
            } else if (curves.size() == 1) {
                write(fits.get(0), writer);
            } else {
                writeAll(fits, writer);
            }
        });
        if (page.isPresent()) {
            Page shown = FitPage.of(
                    numbers(times), numbers(values), fits, console.language().locale());
            html.write(page.get(), shown, console, out.path().isPresent());
        }
        return console.status(points.failures().size() + unfit);
    }

    /** A value at a time. */
    private record FitPoint(double time, double value) {}

    /** The values of columns time and value, or of the one series of any other table. */
    private Rows<FitPoint> points(Path file, PrintWriter errors) throws IOException {
        try (RowFile rows = RowFile.open(file, List.of("time", "value"))) {
            List<String> without = new ArrayList<>();
            PercentSigns signs = new PercentSigns();
            Rows<Optional<FitPoint>> read = rows.readAll(row -> {
                row.requireWhole();
                double time = row.number("time")
                        .orElseThrow(() -> new RowException("time", Label.of("Number must be there: ''", "须有数字")))
                        .doubleValue();
                Optional<FitPoint> point =
                        signs.number(row, "value").map(value -> new FitPoint(time, value.doubleValue()));
                if (point.isEmpty()) {
                    without.add(row.text("time"));
                }
                return point;
            });
            if (!without.isEmpty()) {
                errors.println(file + ": "
                        + console.text("Times without a value, which are left out: ", "缺值的时间,已略去:")
                        + String.join(", ", without));
            }
            return new Rows<>(read.values().stream().flatMap(Optional::stream).toList(), read.failures());
        } catch (TableException e) {
            Rows<SeriesRow> series;
            try {
                series = SeriesReader.read(file);
            } catch (TableException none) {
                throw e;
            }
            if (series.values().isEmpty() && !series.failures().isEmpty()) {
                Failure first = series.failures().get(0);
                throw new TableException(Label.of(first.in(Locale.ENGLISH), first.in(Locale.CHINESE)));
            }
            if (series.values().size() != 1) {
                String names = String.join(
                        "; ",
                        series.values().stream().limit(10).map(SeriesRow::id).toList());
                throw new TableException(
                        Label.of(file + ": Table must have one series: " + names, file + ": 表格须只有一个序列:" + names));
            }
            List<FitPoint> points = new ArrayList<>();
            series.values().get(0).series().byYear().forEach((year, value) -> points.add(new FitPoint(year, value)));
            return new Rows<>(points, series.failures());
        }
    }

    private FittedCurve fit(CurveFitter fitter, GrowthCurve curve, List<Double> times, List<Double> values)
            throws IOException {
        try {
            return fitter.fit(curve, numbers(times), numbers(values));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static double[] numbers(List<Double> numbers) {
        return numbers.stream().mapToDouble(x -> x).toArray();
    }

    private static List<String> allCurves() {
        return Stream.of(GrowthCurve.values()).map(GrowthCurve::code).toList();
    }

    private static Optional<GrowthCurve> curve(String name) {
        return Stream.of(GrowthCurve.values())
                .filter(curve -> curve.code().equals(name))
                .findFirst();
    }

    private CurveFitter fitter() throws IOException {
        try {
            CurveFitter fitter = CurveFitter.withDefaults();
            for (Map.Entry<String, Double> one : fixed.entrySet()) {
                fitter = fitter.withFixed(one.getKey(), one.getValue());
            }
            if (origin != null) {
                fitter = fitter.withOrigin(origin);
            }
            if (saturation != null) {
                String[] ends = saturation.split(":", -1);
                if (ends.length != 2) {
                    throw new IllegalArgumentException("--saturation must be LOW:HIGH: " + saturation);
                }
                fitter = fitter.withSaturation(number(ends[0]), number(ends[1]));
            }
            return fitter;
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--saturation must be LOW:HIGH, two numbers: " + text, e);
        }
    }

    private void write(FittedCurve fit, Writer writer) throws IOException {
        writer.write("name,value,standard_error\n");
        CsvText csv = new CsvText();
        fit.parameters()
                .forEach((parameter, value) -> csv.field(parameter)
                        .number(value)
                        .number(fit.standardError(parameter).orElse(Double.NaN))
                        .endRow());
        if (fit.curve().hasOrigin()) {
            csv.plain("origin").number(fit.origin()).plain("").endRow();
        }
        csv.plain("rss").number(fit.residualSquares()).plain("").endRow();
        single(csv, "residual_standard_error", fit.residualError());
        single(csv, "aicc", fit.correctedAkaike());
        single(csv, "bic", fit.bayesian());
        for (FitWarning warning : FitWarning.values()) {
            if (fit.warnings().contains(warning)) {
                csv.plain("warning")
                        .field(warning.code() + ": "
                                + warning.text().in(console.language().locale()))
                        .plain("")
                        .endRow();
            }
        }
        writer.write(csv.toString());
    }

    private void writeAll(List<FittedCurve> fits, Writer writer) throws IOException {
        writer.write("curve,aicc,bic,rss,saturation,parameters,warnings\n");
        CsvText csv = new CsvText();
        for (FittedCurve fit : fits) {
            csv.plain(fit.curve().code());
            csv.number(fit.correctedAkaike().orElse(Double.NaN))
                    .number(fit.bayesian().orElse(Double.NaN));
            csv.number(fit.residualSquares()).number(fit.saturation().orElse(Double.NaN));
            csv.plain(String.valueOf(fit.curve().parameters().size()));
            csv.field(Stream.of(FitWarning.values())
                            .filter(fit.warnings()::contains)
                            .map(FitWarning::code)
                            .collect(Collectors.joining(";")))
                    .endRow();
        }
        writer.write(csv.toString());
    }

    private static void single(CsvText csv, String what, OptionalDouble value) {
        csv.plain(what).number(value.orElse(Double.NaN)).plain("").endRow();
    }
}
