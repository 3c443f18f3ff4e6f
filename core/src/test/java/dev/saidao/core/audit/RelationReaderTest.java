package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.figure.Figure;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.table.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationReaderTest {

    private static final List<Figure> FIGURES = List.of(figure("a", "2000"), figure("b", "3000"), figure("d", "600"));

    private static Figure figure(String id, String text) {
        return FigureReader.figure(Row.of(Map.of("id", id, "as_published", text)))
                .figure();
    }

    private static FigureRelation relation(String kind, String members) {
        return RelationReader.of(FIGURES)
                .relation(Row.of(List.of("id", "kind", "members"), List.of("r", kind, members)));
    }

    /** The numbers are worked out by hand: 2000 + 3000, 3000 / 2000, 600 / 2000, (2000 + 3000) / 2. */
    @ParameterizedTest
    @CsvSource({
        "sum, total=5000;x=a;y=b",
        "multiple, base=a;value=b;multiple=1.5",
        "share, part=d;whole=a;share=0.3",
        "at-most, total=7000;x=a;y=b",
        "average, average=2500;x=a;y=b"
    })
    void relation_ofABareConstant_isInTheUnitOfItsRole(String kind, String members) {
        FigureRelation relation = relation(kind, members);

        assertThat(Auditor.withDefaults()
                        .audit(FIGURES, List.of(relation))
                        .findings()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.AGREES);
    }

    /** 100 to 200 in 10 years is 7.2% a year; around 2030 may be other years, so that 12% is no contradiction. */
    @Test
    void growth_untilAboutAYear_mustHaveItsYears() {
        List<Figure> figures =
                List.of(dated("a", "100", "2020"), dated("b", "200", "around 2030"), dated("c", "12%", ""));

        assertThatThrownBy(() -> RelationReader.of(figures)
                        .relation(Row.of(
                                List.of("id", "kind", "members"), List.of("r", "growth", "base=a;end=b;rate=c"))))
                .hasMessageStartingWith("Growth must have years: by times of its figures");
    }

    private static Figure dated(String id, String text, String time) {
        return FigureReader.figure(Row.of(Map.of("id", id, "as_published", text, "time", time)))
                .figure();
    }

    @Test
    void relation_ofAConstantWithAUnit_keepsIt() {
        assertThat(relation("sum", "total=5 bn USD;x=a").member("total").constant())
                .hasValueSatisfying(constant -> assertThat(constant.unit()).isEqualTo(Unit.parse("USD")));
    }
}
