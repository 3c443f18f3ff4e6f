package dev.saidao.samples.programs;

import dev.saidao.policy.talent.LeastCostPlanner;
import dev.saidao.policy.talent.ManpowerPlanner;
import dev.saidao.samples.programs.TalentModels.GradesReport;
import dev.saidao.samples.programs.TalentModels.LeastCostReport;
import dev.saidao.samples.programs.TalentModels.ManpowerReport;
import dev.saidao.samples.programs.TalentModels.PersonYearsReport;
import dev.saidao.samples.programs.TalentModels.StagesReport;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints what follows from a graded model, a stage matrix or a task of manpower planning. */
final class ModelTables {

    private final Console console;
    private final PrintWriter terminal;

    ModelTables(Console console) {
        this.console = console;
        this.terminal = console.out();
    }

    void print(Object report) {
        if (report instanceof GradesReport grades) {
            table(text("years in", "在职年数"), grades.yearsIn());
            row(text("years until leaving", "离开前的年数"), grades.yearsUntilLeaving());
            table(text("probability of leaving by", "以何种方式离开的概率"), grades.probabilityOfLeavingBy());
            table(text("probability of reaching", "到达的概率"), grades.probabilityOfReaching());
            grades.steadyState().ifPresent(stocks -> row(text("steady state", "稳态人数"), stocks));
        } else if (report instanceof StagesReport stages) {
            terminal.println(text("growth factor a year: ", "年增长倍数:") + CsvText.brief(stages.growthFactor()));
            row(text("stable structure", "稳定结构"), stages.stableStructure());
            row(text("reproductive values", "繁殖价值"), stages.reproductiveValues());
            table(text("elasticities", "弹性"), stages.elasticities());
        } else if (report instanceof ManpowerReport manpower) {
            way(text("fewest let go", "裁员最少"), manpower.leastRedundancy());
            way(text("cheapest", "成本最低"), manpower.leastCost());
        } else if (report instanceof LeastCostReport cheapest) {
            cheapest(cheapest.leastCost());
        } else if (report instanceof PersonYearsReport people) {
            terminal.println(text("full-time equivalents: ", "人年:") + CsvText.brief(people.personYears()));
        }
    }

    private void way(String name, Optional<ManpowerPlanner.Result> result) {
        if (result.isEmpty()) {
            terminal.println(name + text(": no way fills the requirements within the limits", ":在限度内没有办法满足需求"));
            return;
        }
        terminal.println(name
                + text(": let go ", ":裁员 ")
                + CsvText.briefOrDash(result.get().redundant())
                + text(", cost ", ",成本 ")
                + CsvText.briefOrDash(result.get().cost()));
        TextTable rows = new TextTable()
                .row(
                        text("year", "年份"),
                        text("grade", "职级"),
                        text("stock", "人数"),
                        text("recruits", "新增"),
                        text("let go", "裁员"),
                        text("overmanned", "超编"),
                        text("short time", "短时工"));
        result.get()
                .rows()
                .forEach(row -> rows.row(
                        String.valueOf(row.year()),
                        row.grade(),
                        CsvText.briefOrDash(row.stock()),
                        CsvText.briefOrDash(row.recruits()),
                        CsvText.briefOrDash(row.redundant()),
                        CsvText.briefOrDash(row.overmanned()),
                        CsvText.briefOrDash(row.onShortTime())));
        terminal.println(rows);
        TextTable moves =
                new TextTable().row(text("year", "年份"), text("from", "自"), text("to", "至"), text("move", "转岗"));
        result.get().moves().stream()
                .filter(move -> move.moved() > 0)
                .forEach(move -> moves.row(
                        String.valueOf(move.year()), move.from(), move.to(), CsvText.briefOrDash(move.moved())));
        terminal.println(moves);
    }

    private void cheapest(Optional<LeastCostPlanner.Result> result) {
        if (result.isEmpty()) {
            terminal.println(text("no way reaches the targets within the limits", "在限度内没有办法达到目标"));
            return;
        }
        terminal.println(
                text("least cost: ", "最低成本:") + CsvText.briefOrDash(result.get().cost()));
        TextTable rows = new TextTable()
                .row(
                        text("year", "年份"),
                        text("tier", "层级"),
                        text("recruits", "新增"),
                        text("promoted", "晋出"),
                        text("closing", "期末"));
        result.get()
                .rows()
                .forEach(row -> rows.row(
                        String.valueOf(row.year()),
                        row.tier(),
                        CsvText.briefOrDash(row.recruits()),
                        CsvText.briefOrDash(row.promoted()),
                        CsvText.briefOrDash(row.closing())));
        terminal.println(rows);
    }

    private void row(String name, Map<String, BigDecimal> numbers) {
        table(name, Map.of("", numbers));
    }

    private void table(String name, Map<String, Map<String, BigDecimal>> rows) {
        Set<String> columns = rows.values().iterator().next().keySet();
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(name));
        head.addAll(columns);
        table.row(head.toArray(String[]::new));
        rows.forEach((row, numbers) -> {
            List<String> cells = new ArrayList<>(List.of(row));
            numbers.values().forEach(number -> cells.add(CsvText.brief(number)));
            table.row(cells.toArray(String[]::new));
        });
        terminal.println(table);
    }

    private String text(String en, String zh) {
        return console.text(en, zh);
    }
}
