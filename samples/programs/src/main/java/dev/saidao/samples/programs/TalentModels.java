package dev.saidao.samples.programs;

import dev.saidao.core.internal.DomainStyle;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.talent.GradedModel;
import dev.saidao.policy.talent.LeastCostPlanner;
import dev.saidao.policy.talent.ManpowerPlan;
import dev.saidao.policy.talent.ManpowerPlanner;
import dev.saidao.policy.talent.PersonYears;
import dev.saidao.policy.talent.StageModel;
import dev.saidao.policy.talent.TalentPlan;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.immutables.value.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What the program talent reads besides plans of tiers, told by the format of the file: grades, stages, tasks of manpower. */
final class TalentModels {

    static final String GRADED = "saidao-graded-model/1";
    static final String PERSON_YEARS = "saidao-person-years/1";
    static final String STAGES = "saidao-stage-matrix/1";
    static final String LEAST_COST = "saidao-least-cost-plan/1";
    private static final MathContext SHOWN = new MathContext(13);

    private TalentModels() {}

    /** People, and the shares of working time of those who do not work full-time. */
    @Value.Immutable
    @DomainStyle
    @JsonDeserialize(as = ImmutablePeople.class)
    abstract static class People {

        People() {}

        abstract String format();

        abstract BigDecimal fullTime();

        abstract List<BigDecimal> shares();
    }

    /** Full-time equivalents. */
    record PersonYearsReport(String format, BigDecimal personYears) {}

    /** A graded model: shares of each grade that are in a grade a year later, or leave by a way. */
    @Value.Immutable
    @DomainStyle
    @JsonDeserialize(as = ImmutableGrades.class)
    abstract static class Grades {

        Grades() {}

        abstract String format();

        abstract List<String> grades();

        abstract List<List<BigDecimal>> transitions();

        abstract List<String> exits();

        abstract List<List<BigDecimal>> leaving();

        abstract Optional<List<BigDecimal>> recruits();
    }

    /** What follows from a graded model, by grade. */
    record GradesReport(
            String format,
            Map<String, Map<String, BigDecimal>> yearsIn,
            Map<String, BigDecimal> yearsUntilLeaving,
            Map<String, Map<String, BigDecimal>> probabilityOfLeavingBy,
            Map<String, Map<String, BigDecimal>> probabilityOfReaching,
            Optional<Map<String, BigDecimal>> steadyState) {}

    /** A stage matrix: what one in the stage of the column contributes to the stage of the row. */
    @Value.Immutable
    @DomainStyle
    @JsonDeserialize(as = ImmutableStages.class)
    abstract static class Stages {

        Stages() {}

        abstract String format();

        abstract List<String> stages();

        abstract List<List<Double>> matrix();

        abstract Optional<List<Double>> stock();

        abstract Optional<Integer> years();
    }

    /** What follows from a stage matrix. */
    record StagesReport(
            String format,
            BigDecimal growthFactor,
            Map<String, BigDecimal> stableStructure,
            Map<String, BigDecimal> reproductiveValues,
            Map<String, Map<String, BigDecimal>> elasticities,
            Optional<List<Map<String, BigDecimal>>> projection) {}

    /** A plan of tiers, whose targets are to be reached as cheaply as can be, and the terms of those that recruit or promote. */
    @Value.Immutable
    @DomainStyle
    @JsonDeserialize(as = ImmutableLeastCost.class)
    abstract static class LeastCost {

        LeastCost() {}

        abstract String format();

        abstract TalentPlan plan();

        abstract Map<String, CostTerms> terms();
    }

    /** What it costs to fill a tier, and how far one can go. */
    @Value.Immutable
    @DomainStyle
    @JsonDeserialize(as = ImmutableCostTerms.class)
    abstract static class CostTerms {

        CostTerms() {}

        @Value.Default
        BigDecimal recruitingCost() {
            return BigDecimal.ZERO;
        }

        @Value.Default
        BigDecimal promotionCost() {
            return BigDecimal.ZERO;
        }

        abstract Optional<BigDecimal> mostRecruits();

        @Value.Default
        BigDecimal mostPromoted() {
            return BigDecimal.ZERO;
        }
    }

    /** The cheapest way to the targets of a plan; without one, none reaches them. */
    record LeastCostReport(String format, Optional<LeastCostPlanner.Result> leastCost) {}

    /** The best ways of a task of manpower planning. */
    record ManpowerReport(
            String format,
            ManpowerPlan plan,
            Optional<ManpowerPlanner.Result> leastRedundancy,
            Optional<ManpowerPlanner.Result> leastCost) {}

    /** The report on a file of one of these formats; absent if it is of another. */
    static Optional<Object> report(Path file) throws IOException {
        return switch (format(file)) {
            case GRADED -> Optional.of(grades(JsonInput.read(file, Grades.class)));
            case STAGES -> Optional.of(stages(JsonInput.read(file, Stages.class)));
            case ManpowerPlan.FORMAT -> Optional.of(manpower(JsonInput.read(file, ManpowerPlan.class)));
            case LEAST_COST -> Optional.of(leastCost(JsonInput.read(file, LeastCost.class)));
            case PERSON_YEARS -> Optional.of(personYears(JsonInput.read(file, People.class)));
            default -> Optional.empty();
        };
    }

    private static String format(Path file) {
        try {
            JsonNode format = SaidaoJson.mapper().readTree(file).get("format");
            return format == null ? "" : format.asString("");
        } catch (JacksonException e) {
            // reading it as a plan says what is wrong
            return "";
        }
    }

    private static PersonYearsReport personYears(People read) {
        return new PersonYearsReport(
                "saidao-person-years-report/1", CsvText.rounded(PersonYears.of(read.fullTime(), read.shares())));
    }

    private static GradesReport grades(Grades read) {
        GradedModel model = GradedModel.of(read.grades(), read.transitions(), read.exits(), read.leaving());
        return new GradesReport(
                "saidao-graded-report/1",
                table(read.grades(), read.grades(), model::yearsIn),
                row(read.grades(), model::yearsUntilLeaving),
                table(read.grades(), read.exits(), model::probabilityOfLeavingBy),
                table(read.grades(), read.grades(), model::probabilityOfReaching),
                read.recruits().map(recruits -> {
                    List<BigFraction> stocks = model.steadyState(recruits);
                    return row(read.grades(), grade -> stocks.get(read.grades().indexOf(grade)));
                }));
    }

    private static StagesReport stages(Stages read) {
        StageModel model = StageModel.of(
                read.stages(), read.matrix().stream().map(TalentModels::array).toArray(double[][]::new));
        Map<String, Map<String, BigDecimal>> elasticities = new LinkedHashMap<>();
        double[][] all = model.elasticities();
        for (int i = 0; i < all.length; i++) {
            elasticities.put(read.stages().get(i), row(read.stages(), all[i]));
        }
        return new StagesReport(
                "saidao-stage-report/1",
                decimal(model.growthFactor()),
                row(read.stages(), model.stableStructure()),
                row(read.stages(), model.reproductiveValues()),
                elasticities,
                read.stock().map(stock -> {
                    List<Map<String, BigDecimal>> years = new ArrayList<>();
                    double[] now = array(stock);
                    for (int year = 0; year <= read.years().orElse(10); year++) {
                        years.add(row(read.stages(), now));
                        now = model.project(now, 1);
                    }
                    return years;
                }));
    }

    private static LeastCostReport leastCost(LeastCost read) {
        LeastCostPlanner planner = LeastCostPlanner.withDefaults();
        for (Map.Entry<String, CostTerms> of : read.terms().entrySet()) {
            CostTerms terms = of.getValue();
            planner = planner.with(
                    of.getKey(),
                    new LeastCostPlanner.Terms(
                            terms.recruitingCost(), terms.promotionCost(), terms.mostRecruits(), terms.mostPromoted()));
        }
        return new LeastCostReport("saidao-least-cost-report/1", planner.leastCost(read.plan()));
    }

    private static ManpowerReport manpower(ManpowerPlan plan) {
        ManpowerPlanner planner = ManpowerPlanner.withDefaults();
        return new ManpowerReport(
                "saidao-manpower-report/1", plan, planner.leastRedundancy(plan), planner.leastCost(plan));
    }

    // ---- tables ----

    private interface Cell {
        BigFraction of(String row, String column);
    }

    private interface Entry {
        BigFraction of(String row);
    }

    private static Map<String, Map<String, BigDecimal>> table(List<String> rows, List<String> columns, Cell cell) {
        Map<String, Map<String, BigDecimal>> table = new LinkedHashMap<>();
        rows.forEach(row -> table.put(row, row(columns, column -> cell.of(row, column))));
        return table;
    }

    private static Map<String, BigDecimal> row(List<String> names, Entry entry) {
        Map<String, BigDecimal> row = new LinkedHashMap<>();
        names.forEach(name ->
                row.put(name, CsvText.rounded(entry.of(name).bigDecimalValue(16, RoundingMode.HALF_EVEN))));
        return row;
    }

    private static Map<String, BigDecimal> row(List<String> names, double[] numbers) {
        Map<String, BigDecimal> row = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            row.put(names.get(i), decimal(numbers[i]));
        }
        return row;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static BigDecimal decimal(double value) {
        return CsvText.rounded(new BigDecimal(value).round(SHOWN));
    }
}
