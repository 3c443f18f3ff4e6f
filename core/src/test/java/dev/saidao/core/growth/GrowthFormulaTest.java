package dev.saidao.core.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a derivation prints as its formula is what the Javadoc says. */
class GrowthFormulaTest {

    @ParameterizedTest
    @EnumSource
    void expression_standsInTheJavadoc(GrowthFormula formula) throws IOException {
        Path sources = Path.of("src/main/java/dev/saidao/core/growth");
        String javadoc = Files.readString(sources.resolve("GrowthCalculator.java"))
                + Files.readString(sources.resolve("DoublingMethod.java"));
        String expression = formula.formula().expression();
        // DoublingMethod gives the right-hand sides alone
        String rightHandSide = expression.substring(expression.indexOf("= ") + 2);

        assertThat(javadoc.replaceAll("\\s*\\n\\s*\\* ", " "))
                .contains("{@code " + (javadoc.contains("{@code " + rightHandSide + "}") ? rightHandSide : expression)
                        + "}");
        assertThat(Files.readString(sources.resolve("GrowthFormula.java")))
                .contains("/** {@code " + expression + "}. */");
    }
}
