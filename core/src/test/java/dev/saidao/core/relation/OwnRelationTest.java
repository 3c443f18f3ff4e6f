package dev.saidao.core.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.quantity.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A relation of somebody else, as the module's README has it. */
class OwnRelationTest {

    private static Finding sale(String price, String pieces, String revenue) {
        // begin
        Equation sale = SolvedEquation.of(
                        "shop.revenue",
                        "revenue = price * pieces",
                        units -> units.alike("price", "revenue").require("pieces", Unit.Kind.COUNT))
                .with("revenue", (terms, by) -> by.times(terms.bounds("price"), terms.bounds("pieces")))
                .with("price", (terms, by) -> by.dividedBy(terms.bounds("revenue"), terms.bounds("pieces")))
                .with("pieces", (terms, by) -> by.dividedBy(terms.bounds("revenue"), terms.bounds("price")));

        Map<String, ReadNumber> numbers = Map.of(
                "price", ReadNumber.parse(price),
                "pieces", ReadNumber.parse(pieces),
                "revenue", ReadNumber.parse(revenue));
        Finding finding = Auditor.withDefaults().finding(Relation.of("sale", sale), numbers);
        // end
        return finding;
    }

    /** 2.45 to 2.55 times 1,000 is 2,450 to 2,550. */
    @Test
    void relation_isAudited() {
        assertThat(sale("CNY 2.5", "1,000 pieces", "CNY 2,540").verdict()).isEqualTo(Verdict.AGREES_WITHIN_ROUNDING);
        assertThat(sale("CNY 2.5", "1,000 pieces", "CNY 2,600").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(sale("CNY 2.5", "1,000 pieces", "USD 2,500").verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
    }

    @Test
    void finding_namesTheEquation_andMembersByTheirRoles() {
        Finding finding = sale("CNY 2.5", "1,000 pieces", "CNY 2,600");

        assertThat(finding.title().en()).isEqualTo("revenue");
        assertThat(finding.judged()).hasValue("revenue");
        assertThat(finding.figures()).containsExactlyInAnyOrder("price", "pieces", "revenue");
        assertThat(finding.formula().expression()).isEqualTo("revenue = price * pieces");
    }

    @Test
    void equation_notSolvedForAMember_orTwice_orWithoutALeftSide_isRefused() {
        SolvedEquation area = SolvedEquation.of("geometry.square", "area = side^2", units -> units)
                .with("area", (terms, by) -> by.power(terms.bounds("side"), 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> area.solve("side", Terms.of(Map.of()), BoundsArithmetic.withDefaults()))
                .withMessage("Role must be one of [area]: side");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> area.with("area", (terms, by) -> Bounds.all()))
                .withMessage("Member must be solved for once: area");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SolvedEquation.of("geometry.square", "side^2", units -> units))
                .withMessage("Equation must be a name, \" = \" and what it is: side^2");
    }

    @Test
    void readme_hasTheseLines_whichAreFew() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/saidao/core/relation/OwnRelationTest.java"));
        Matcher region =
                Pattern.compile("// begin\\n(.*?)\\n *// end", Pattern.DOTALL).matcher(source);

        assertThat(region.find()).isTrue();
        String lines = region.group(1).stripIndent().strip();
        assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + lines + "\n```");
        assertThat(lines.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(15);
    }
}
