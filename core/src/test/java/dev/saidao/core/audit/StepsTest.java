package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.relation.FigureRelation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was narrowed in a run is taken over into the next one where it starts from the same, and only there. */
class StepsTest {

    private static final @Nullable Bounds[] SOME = {Bounds.parse("[1, 2]"), null};
    private static final @Nullable Bounds[] OTHER = {Bounds.parse("[1, 3]"), null};

    private final Steps steps = new Steps(1, 1);
    private final Boxes.Box box = box();
    private final Boxes.Box same = box();

    private static Boxes.Box box() {
        Evidence print =
                Evidence.of(ReadNumber.of(figure("a", "USD 5").printed().orElseThrow(), ReadingConvention.strict()));
        Network network = new Network(List.of(FigureRelation.same("r", List.of("a", "b"))), Map.of("a", print));
        Boxes boxes = new Boxes(network, new Boxes.Start(network, 2));
        boxes.start(new Boxes.Start(network, 2), figure -> figure == 0);
        return boxes.of(0);
    }

    /** Of the same boxes, which are those themselves and not such as hold as much. */
    @Test
    void left_ofTheSameBoxes_isWhatItWas() {
        Boxes.@Nullable Box[] members = {box, null};

        assertThat(steps.left(0, 0, members, () -> SOME)).isSameAs(SOME);
        assertThat(steps.left(0, 0, new Boxes.@Nullable Box[] {box, null}, () -> OTHER))
                .isSameAs(SOME);
        // another round, other boxes, and once more the first ones
        assertThat(steps.left(1, 0, members, () -> OTHER)).isSameAs(OTHER);
        assertThat(steps.left(0, 0, new Boxes.@Nullable Box[] {same, null}, () -> OTHER))
                .isSameAs(OTHER);
        assertThat(steps.left(0, 0, members, () -> SOME)).isSameAs(SOME);
    }

    @Test
    void narrowing_ofTheSameBoxToTheSame_isWhatItWas() {
        Bounds left = Bounds.parse("[4.6, 5.5]");
        Bounds less = Bounds.parse("[4.7, 5.5]");
        Steps.Narrowing first = steps.narrowing(0, 0, box, left);

        assertThat(first.after().exact()).isEqualTo(left);
        assertThat(first.isMuch()).isTrue();
        assertThat(steps.narrowing(0, 0, box, Bounds.parse("[4.6, 5.5]"))).isSameAs(first);
        assertThat(steps.narrowing(0, 0, box, less).after().exact()).isEqualTo(less);
        assertThat(steps.narrowing(0, 0, same, less).before()).isSameAs(same);
        assertThat(steps.narrowing(1, 0, same, left).after().exact()).isEqualTo(left);
    }

    /** Of eight rounds it is known, of those after them all is worked out anew. */
    @Test
    void roundsAfterEight_areNotKept() {
        Boxes.@Nullable Box[] members = {box, null};
        Bounds left = Bounds.parse("[4.6, 5.5]");
        for (int round = 0; round <= 9; round++) {
            boolean isKept = round < 8;
            steps.left(round, 0, members, () -> SOME);
            assertThat(steps.left(round, 0, members, () -> OTHER)).isSameAs(isKept ? SOME : OTHER);
            Steps.Narrowing narrowing = steps.narrowing(round, 0, box, left);
            Steps.Narrowing again = steps.narrowing(round, 0, box, left);
            if (isKept) {
                assertThat(again).isSameAs(narrowing);
            } else {
                assertThat(again).isNotSameAs(narrowing);
            }
        }
    }
}
