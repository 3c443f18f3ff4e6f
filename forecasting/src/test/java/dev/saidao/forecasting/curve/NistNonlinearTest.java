package dev.saidao.forecasting.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All nonlinear problems of the Statistical Reference Datasets of the National Institute of Standards and Technology, from both
 * starts, with their certified values.
 */
class NistNonlinearTest {

    /** A formula of the problems. */
    @FunctionalInterface
    private interface Formula {
        double at(double[] x, double[] b);
    }

    private static double gauss(double[] x, double[] b) {
        return b[0] * Math.exp(-b[1] * x[0])
                + b[2] * Math.exp(-Math.pow(x[0] - b[3], 2) / (b[4] * b[4]))
                + b[5] * Math.exp(-Math.pow(x[0] - b[6], 2) / (b[7] * b[7]));
    }

    private static double wave(double x, double period, double cosine, double sine) {
        return cosine * Math.cos(2 * Math.PI * x / period) + sine * Math.sin(2 * Math.PI * x / period);
    }

    private static double polynomial(double x, double... b) {
        double value = 0;
        for (int i = b.length - 1; i >= 0; i--) {
            value = value * x + b[i];
        }
        return value;
    }

    private static double lanczos(double[] x, double[] b) {
        return b[0] * Math.exp(-b[1] * x[0]) + b[2] * Math.exp(-b[3] * x[0]) + b[4] * Math.exp(-b[5] * x[0]);
    }

    private static double cubics(double[] x, double[] b) {
        return polynomial(x[0], b[0], b[1], b[2], b[3]) / polynomial(x[0], 1, b[4], b[5], b[6]);
    }

    private static final Map<String, Formula> FORMULAS = Map.ofEntries(
            Map.entry("Bennett5", (x, b) -> b[0] * Math.pow(b[1] + x[0], -1 / b[2])),
            Map.entry("BoxBOD", (x, b) -> b[0] * -Math.expm1(-b[1] * x[0])),
            Map.entry("Chwirut1", (x, b) -> Math.exp(-b[0] * x[0]) / (b[1] + b[2] * x[0])),
            Map.entry("Chwirut2", (x, b) -> Math.exp(-b[0] * x[0]) / (b[1] + b[2] * x[0])),
            Map.entry("DanWood", (x, b) -> b[0] * Math.pow(x[0], b[1])),
            Map.entry(
                    "ENSO",
                    (x, b) -> b[0]
                            + wave(x[0], 12, b[1], b[2])
                            + wave(x[0], b[3], b[4], b[5])
                            + wave(x[0], b[6], b[7], b[8])),
            Map.entry("Eckerle4", (x, b) -> b[0] / b[1] * Math.exp(-0.5 * Math.pow((x[0] - b[2]) / b[1], 2))),
            Map.entry("Gauss1", NistNonlinearTest::gauss),
            Map.entry("Gauss2", NistNonlinearTest::gauss),
            Map.entry("Gauss3", NistNonlinearTest::gauss),
            Map.entry("Hahn1", NistNonlinearTest::cubics),
            Map.entry("Kirby2", (x, b) -> polynomial(x[0], b[0], b[1], b[2]) / polynomial(x[0], 1, b[3], b[4])),
            Map.entry("Lanczos1", NistNonlinearTest::lanczos),
            Map.entry("Lanczos2", NistNonlinearTest::lanczos),
            Map.entry("Lanczos3", NistNonlinearTest::lanczos),
            Map.entry("MGH09", (x, b) -> b[0] * (x[0] * x[0] + x[0] * b[1]) / (x[0] * x[0] + x[0] * b[2] + b[3])),
            Map.entry("MGH10", (x, b) -> b[0] * Math.exp(b[1] / (x[0] + b[2]))),
            Map.entry("MGH17", (x, b) -> b[0] + b[1] * Math.exp(-x[0] * b[3]) + b[2] * Math.exp(-x[0] * b[4])),
            Map.entry("Misra1a", (x, b) -> b[0] * -Math.expm1(-b[1] * x[0])),
            Map.entry("Misra1b", (x, b) -> b[0] * (1 - Math.pow(1 + b[1] * x[0] / 2, -2))),
            Map.entry("Misra1c", (x, b) -> b[0] * (1 - Math.pow(1 + 2 * b[1] * x[0], -0.5))),
            Map.entry("Misra1d", (x, b) -> b[0] * b[1] * x[0] / (1 + b[1] * x[0])),
            Map.entry("Nelson", (x, b) -> b[0] - b[1] * x[0] * Math.exp(-b[2] * x[1])),
            Map.entry("Rat42", (x, b) -> b[0] / (1 + Math.exp(b[1] - b[2] * x[0]))),
            Map.entry("Rat43", (x, b) -> b[0] / Math.pow(1 + Math.exp(b[1] - b[2] * x[0]), 1 / b[3])),
            Map.entry("Roszman1", (x, b) -> b[0] - b[1] * x[0] - Math.atan(b[2] / (x[0] - b[3])) / Math.PI),
            Map.entry("Thurber", NistNonlinearTest::cubics));

    static Stream<Arguments> runs() throws IOException {
        List<Arguments> runs = new ArrayList<>();
        try (InputStream stream = new GZIPInputStream(
                Objects.requireNonNull(NistNonlinearTest.class.getResourceAsStream("/nist/nonlinear.json.gz")))) {
            for (JsonNode problem : new JsonMapper().readTree(stream)) {
                String name = problem.get("name").asString();
                runs.add(Arguments.of(name, 1, problem));
                runs.add(Arguments.of(name, 2, problem));
            }
        }
        return runs.stream();
    }

    /** 27 problems with two starts each. */
    @Test
    void runs_areAll54() throws IOException {
        assertThat(runs()).hasSize(54);
    }

    private static double number(JsonNode node) {
        return Double.parseDouble(node.asString());
    }

    /** Common correct digits of two numbers. */
    private static double digits(double found, double certified) {
        return found == certified ? 16 : -Math.log10(Math.abs(found - certified) / Math.abs(certified));
    }

    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("runs")
    void solve_findsTheCertifiedValues(String name, int start, JsonNode problem) {
        List<double[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (JsonNode row : problem.get("data")) {
            // the dependent variable stands first
            double[] of = new double[row.size() - 1];
            for (int i = 0; i < of.length; i++) {
                of[i] = number(row.get(i + 1));
            }
            x.add(of);
            double value = number(row.get(0));
            y.add(name.equals("Nelson") ? Math.log(value) : value);
        }
        JsonNode parameters = problem.get("parameters");
        double[] from = new double[parameters.size()];
        for (int j = 0; j < from.length; j++) {
            from[j] = number(parameters.get(j).get("start" + start));
        }
        Formula formula = Objects.requireNonNull(FORMULAS.get(name));
        LeastSquares problemOf = new LeastSquares(
                (i, b) -> formula.at(x.get(i), b),
                y.stream().mapToDouble(d -> d).toArray());
        LeastSquares.Solution solution = problemOf.solve(from).orElseThrow();
        double[][] inverse =
                problemOf.inverseOfCrossProducts(solution.parameters()).orElseThrow();
        double variance = solution.squares() / (y.size() - from.length);
        for (int j = 0; j < from.length; j++) {
            assertThat(digits(solution.parameters()[j], number(parameters.get(j).get("certified"))))
                    .as("%s, parameter %d", name, j + 1)
                    .isGreaterThan(6);
            // the residuals of Lanczos1 are 1e-13 of values of 2.5, whose own precision is 1e-16
            assertThat(digits(
                            Math.sqrt(variance * inverse[j][j]),
                            number(parameters.get(j).get("sd"))))
                    .as("%s, standard deviation %d", name, j + 1)
                    .isGreaterThan(name.equals("Lanczos1") ? 2 : 5);
        }
    }
}
