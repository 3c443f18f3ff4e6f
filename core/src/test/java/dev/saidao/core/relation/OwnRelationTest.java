package dev.saidao.core.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.quantity.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A relation of somebody else, as the module's README has it. */
class OwnRelationTest {

    // begin
    static final class Revenue extends Equation {

        Revenue() {
            super(
                    Formula.of("shop.revenue", Label.same("revenue"), "revenue = price * pieces", "definition"),
                    "revenue",
                    "price",
                    "pieces",
                    "revenue");
        }

        @Override
        public Units units(Units known) {
            return known.alike("price", "revenue").require("pieces", Unit.Kind.COUNT);
        }

        @Override
        public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
            return switch (role) {
                case "revenue" -> arithmetic.times(terms.bounds("price"), terms.bounds("pieces"));
                case "price" -> arithmetic.dividedBy(terms.bounds("revenue"), terms.bounds("pieces"));
                default -> arithmetic.dividedBy(terms.bounds("revenue"), terms.bounds("price"));
            };
        }
    }
    // end

    private static Finding sale(String price, String pieces, String revenue) {
        // begin
        Relation sale = Relation.of(
                "sale",
                new Revenue(),
                List.of(Member.figure("price", "p"), Member.figure("pieces", "n"), Member.figure("revenue", "r")));
        Finding finding = Auditor.withDefaults()
                .finding(
                        sale,
                        Map.of(
                                "p", ReadNumber.parse(price),
                                "n", ReadNumber.parse(pieces),
                                "r", ReadNumber.parse(revenue)));
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
    void readme_hasTheseLines() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/saidao/core/relation/OwnRelationTest.java"));
        Matcher regions =
                Pattern.compile("// begin\\n(.*?)\\n *// end", Pattern.DOTALL).matcher(source);
        String readme = Files.readString(Path.of("README.md"));
        int count = 0;
        while (regions.find()) {
            assertThat(readme)
                    .contains("```java\n" + regions.group(1).stripIndent().strip() + "\n```");
            count++;
        }
        assertThat(count).isEqualTo(2);
    }
}
