package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A combination whose weights follow from what the series is like. {@link Forecaster#featureWeighted} says how. */
final class FeatureWeightedForecaster implements Forecaster {

    private static final int RECENT = 18;
    private static final int FEATURES = 9;
    private static final String LAST = "last";
    private static final String BEYOND = "beyond";
    private static final String MIDDLE = "middle";
    /** How many mean changes a year a member may be from the middle of all. */
    private static final double FARTHEST = 8;

    /** What {@link Forecaster#withDefaults} says, from the resource {@code default-weights.properties}. */
    static final Forecaster DEFAULTS = read();

    private final String name;
    private final Forecaster middle;
    private final List<Forecaster> members;
    private final double[][] coefficients;
    private final Optional<IntervalModel> widths;

    FeatureWeightedForecaster(
            String name,
            Forecaster middle,
            List<Forecaster> members,
            double[][] coefficients,
            Optional<IntervalModel> widths) {
        this.name = name;
        this.middle = middle;
        this.members = List.copyOf(members);
        this.coefficients = Arrays.stream(coefficients).map(double[]::clone).toArray(double[][]::new);
        this.widths = widths;
        if (name.isBlank()) {
            throw new IllegalArgumentException("Name of a combination must not be blank: '" + name + "'");
        }
        if (members.isEmpty()) {
            throw new IllegalArgumentException("Members of a combination must be one or more: none");
        }
        if (coefficients.length != members.size() + 3) {
            throw new IllegalArgumentException("Rows of coefficients must be three more than the " + members.size()
                    + " members: " + coefficients.length);
        }
        for (double[] row : coefficients) {
            if (row.length != FEATURES || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "Coefficients of a weight must be " + FEATURES + " finite numbers: " + Arrays.toString(row));
            }
        }
    }

    private static Forecaster read() {
        Properties properties = Resources.properties("default-weights.properties");
        List<Forecaster> members = new ArrayList<>();
        List<double[]> coefficients = new ArrayList<>();
        coefficients.add(Resources.numbers(properties, LAST));
        for (ForecastMethod method : ForecastMethod.values()) {
            for (Scale scale : Scale.values()) {
                Forecaster whole = new ScaledForecaster(method, scale);
                for (Forecaster member : List.of(whole, new RecentForecaster(RECENT, whole))) {
                    if (properties.containsKey(member.name())) {
                        members.add(member);
                        coefficients.add(Resources.numbers(properties, member.name()));
                    }
                }
            }
        }
        coefficients.add(Resources.numbers(properties, BEYOND));
        coefficients.add(Resources.numbers(properties, MIDDLE));
        return new FeatureWeightedForecaster(
                "default",
                Forecaster.middleOfMany(),
                members,
                coefficients.toArray(double[][]::new),
                Optional.of(IntervalModel.DEFAULTS));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Label description() {
        String names = members.stream().map(Forecaster::name).collect(Collectors.joining(", "));
        return Label.of(
                middle.name() + ", the last value and the forecasts by " + names
                        + ", weighted by what the series is like; " + middle.name() + " is "
                        + middle.description().en(),
                middle.name() + "、最近值与以下方法的预测值,按序列特征加权:" + names + ";" + middle.name() + " 为"
                        + middle.description().zh());
    }

    @Override
    public Label description(double[] values) {
        return SeriesFeatures.of(values).map(this::description).orElseGet(this::description);
    }

    private Label description(SeriesFeatures features) {
        double[] weights = weights(features);
        List<String> en = new ArrayList<>(List.of("the last value"));
        List<String> zh = new ArrayList<>(List.of("最近值"));
        members.forEach(member -> {
            en.add(member.description().en());
            zh.add(member.description().zh());
        });
        en.addAll(List.of("as far beyond " + middle.name() + " as the last value is from it", middle.name()));
        zh.addAll(List.of("自最近值越过 " + middle.name() + " 同样距离处", middle.name()));
        List<Integer> order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .toList();
        return Label.of(
                order.stream().map(i -> percent(weights[i]) + " " + en.get(i)).collect(Collectors.joining("; ")) + "; "
                        + middle.name() + " is " + middle.description().en(),
                order.stream().map(i -> percent(weights[i]) + " " + zh.get(i)).collect(Collectors.joining(";")) + ";"
                        + middle.name() + " 为" + middle.description().zh());
    }

    private static String percent(double weight) {
        return Doubles.shown(Math.round(1000 * weight) / 10.0) + "%";
    }

    @Override
    public Optional<List<Interval>> intervals(AnnualSeries series, List<Double> points, double level) {
        return widths.map(model -> model.intervals(series, points, level));
    }

    /** The weights of the last value, of each member, of what is beyond their middle, and of the middle. */
    private double[] weights(SeriesFeatures features) {
        double[] standardized = features.standardized();
        double[] weights = new double[coefficients.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                weights[i] += coefficients[i][feature] * standardized[feature];
            }
            greatest = Math.max(greatest, weights[i]);
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(weights[i] - greatest);
            sum += weights[i];
        }
        // a steady series is continued as the middle has it
        double unsteadiness = features.unsteadiness();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= unsteadiness / sum;
        }
        weights[weights.length - 1] += 1 - unsteadiness;
        return weights;
    }

    @Override
    public double[] points(double[] values, int horizon) {
        double[][] byMember = RecentForecaster.byMember(members, values, horizon);
        Optional<double[]> weights = SeriesFeatures.of(values).map(this::weights);
        double change = Arrays.stream(DriftModel.differences(values))
                .map(difference -> Math.abs(difference) / Math.max(1, values.length - 1))
                .sum();
        double[] points = middle.points(values, horizon);
        for (int h = 0; h < horizon; h++) {
            int year = h;
            double center = points[h];
            double[] off = Arrays.stream(byMember)
                    .mapToDouble(said -> said[year] - center)
                    .toArray();
            double last = values[values.length - 1] - center;
            double farthest = FARTHEST * (h + 1) * change;
            points[h] += weights.map(known -> moved(known, off, last, farthest)).orElse(0.0);
        }
        return points;
    }

    /** How far the weighted mean is from the middle. */
    private static double moved(double[] weights, double[] off, double last, double farthest) {
        double sum = (weights[0] - weights[weights.length - 2]) * last;
        for (int i = 0; i < off.length; i++) {
            sum += weights[i + 1] * Math.max(-farthest, Math.min(farthest, off[i]));
        }
        return sum;
    }
}
