package dev.saidao.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.dossier.Dossiers;
import org.junit.jupiter.api.Test;

class FigureTest {

    private final Figure figure = Dossiers.of(2026).figure("B-01");

    @Test
    void from_takesEverythingOver() {
        assertThat(Figure.builder().from(figure).build()).isEqualTo(figure);
    }

    @Test
    void from_whatIsSetAfterwardsCounts() {
        Figure revised = Figure.builder().from(figure).id("B-01r").build();

        assertThat(revised.id()).isEqualTo("B-01r");
        assertThat(Figure.builder().from(revised).id("B-01").build()).isEqualTo(figure);
    }

    @Test
    void build_withoutAnAttribute_saysWhichIsMissing() {
        assertThatThrownBy(() -> Figure.builder().id("B-01").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("subject")
                .hasMessageContaining("locator");
    }
}
