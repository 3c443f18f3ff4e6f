package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void relation_ofAConstantWithAUnit_keepsIt() {
        assertThat(relation("sum", "total=5 bn USD;x=a").member("total").constant())
                .hasValueSatisfying(constant -> assertThat(constant.unit()).isEqualTo(Unit.parse("USD")));
    }
}
