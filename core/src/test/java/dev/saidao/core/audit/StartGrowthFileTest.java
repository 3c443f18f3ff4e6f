package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.table.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The growth at the start of a claim as the member {@code start_growth} of a relation between figures. */
class StartGrowthFileTest {

    @TempDir
    private Path folder;

    private List<Figure> figures(String growth, int year) throws IOException {
        Path file = folder.resolve("figures.csv");
        Files.writeString(
                file,
                "id,as_published,unit,qualifier,time,source\n"
                        + "b,112.0,USD bn,,2024,\ne,171.4,USD bn,,2030,\nr,8.0%,per year,,,\n"
                        + "g," + growth + ",per year,," + year + ",\n");
        return FigureReader.read(file).values().stream().map(FigureRow::figure).toList();
    }

    private Rows<FigureRelation> relations(List<Figure> figures) throws IOException {
        Path file = folder.resolve("relations.csv");
        Files.writeString(file, "id,kind,members\nc,growth,base=b;end=e;rate=r;start_growth=g\n");
        return RelationReader.of(figures).read(file);
    }

    /** 100.0 grew by 12% to 112.0 in 2024, and 100 × 1.08^7 is 171.4. */
    @Test
    void startGrowth_isSeenAsInAClaim() throws IOException {
        List<Figure> figures = figures("12.0%", 2024);
        FigureRelation relation = relations(figures).values().get(0);
        Finding finding = Auditor.withDefaults()
                .with(ReadingConvention.strict())
                .audit(figures, List.of(relation))
                .finding("c");

        assertThat(relation.members()).extracting(Member::role).endsWith(GrowthEquation.GROWTH_BEFORE);
        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.repairs()).extracting(Repair::code).startsWith("base-grown-before");
    }

    @ParameterizedTest
    @CsvSource({"2025, growth_after", "2024, growth_before"})
    void startGrowth_hasARoleByItsYear(int year, String role) throws IOException {
        assertThat(relations(figures("12.0%", year)).values().get(0).roles()).endsWith(role);
    }

    @Test
    void startGrowth_ofAnotherYear_isRefused() throws IOException {
        Rows<FigureRelation> read = relations(figures("12.0%", 2021));

        assertThat(read.values()).isEmpty();
        assertThat(read.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.toString()).contains("Growth at the start must be of 2024 or 2025: 2021"));
    }

    /** What was not printed is left out, so that the claim can be checked without it. */
    @Test
    void startGrowth_thatNobodyPrinted_isLeftOut() throws IOException {
        assertThat(relations(figures("..", 2024)).values().get(0).roles())
                .containsExactly("base", "end", "rate", "years");
    }
}
