package dev.saidao.policy.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.indicator.Track;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.policy.index.CompositeBounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TrackComparisonTest {

    private static final ReadingConvention READING = ReadingConvention.withDefaults();

    /** The page of 2026: ten tracks, twenty figures, no two of one indicator in one unit for one period. */
    @Test
    void dossierOf2026_saysHowLittleItFills() {
        Dossier dossier = Dossiers.latest();
        TrackComparison comparison = TrackComparison.of(dossier, READING);
        assertThat(comparison.tracks()).hasSize(10);
        assertThat(comparison.filledCells()).isEqualTo(20);
        assertThat(comparison.cells()).isEqualTo(130);
        assertThat(comparison.table().sharedColumns()).isEmpty();
        assertThat(comparison.table().partialColumns()).hasSameSizeAs(comparison.columns());
        CompositeBounds bounds = comparison.bounds();
        for (Track track : comparison.tracks()) {
            String id = track.subject().id();
            assertThat(bounds.lowest(id, TrackComparison.INDEX)).isEqualTo(OptionalDouble.of(0));
            assertThat(bounds.highest(id, TrackComparison.INDEX)).isEqualTo(OptionalDouble.of(1));
            assertThat(bounds.bestRank(id, TrackComparison.INDEX)).isEqualTo(OptionalInt.of(1));
            assertThat(bounds.worstRank(id, TrackComparison.INDEX)).isEqualTo(OptionalInt.of(10));
            for (TrackComparison.Column column : comparison.columns()) {
                comparison.table().source(id, column.code()).ifPresent(source -> {
                    Figure figure = dossier.figure(source);
                    assertThat(figure.subject()).isEqualTo(track.subject());
                    assertThat(figure.indicator()).isEqualTo(column.indicator());
                });
            }
        }
        for (Track one : comparison.tracks()) {
            for (Track other : comparison.tracks()) {
                if (!one.equals(other)) {
                    assertThat(comparison.shared(
                                    one.subject().id(), other.subject().id()))
                            .isEmpty();
                }
            }
        }
    }

    // ---- three tracks made up ----

    private static final Indicator SIZE = Indicator.of("market-size", Label.of("market size", "市场规模"));
    private static final Indicator FIRMS = Indicator.of("firms", Label.of("firms", "企业数"));
    private static final Source SOURCE = Source.of("s", Label.same("S"), Label.same("P"), LocalDate.of(2026, 3, 27));

    private static Figure figure(String id, Subject subject, Indicator indicator, String text, ReferencePeriod period) {
        return Figure.builder()
                .id(id)
                .subject(subject)
                .indicator(indicator)
                .asPublished(text)
                .printed(FigureFormat.chinese().parse(text))
                .period(period)
                .status(Status.OBSERVED)
                .source(SOURCE)
                .locator("1")
                .build();
    }

    private static Dossier dossier(List<Subject> subjects, List<Figure> figures) {
        List<Track> tracks = new ArrayList<>();
        subjects.forEach(subject -> tracks.add(Track.of(tracks.size() + 1, subject)));
        return Dossier.builder()
                .id("d")
                .title(Label.same("D"))
                .addSources(SOURCE)
                .addAllSubjects(subjects)
                .addIndicators(SIZE, FIRMS)
                .addAllTracks(tracks)
                .addAllFigures(figures)
                .build();
    }

    /** Sizes above 200, about 50 to 55 and 100 in one year: the order is known, and so are the ends of the scores. */
    @Test
    void comparableFigures_boundTheRanks() {
        Subject a = Subject.of("a", Label.same("A"));
        Subject b = Subject.of("b", Label.same("B"));
        Subject c = Subject.of("c", Label.same("C"));
        ReferencePeriod year = ReferencePeriod.year(2025);
        TrackComparison comparison = TrackComparison.of(
                dossier(
                        List.of(a, b, c),
                        List.of(
                                figure("1", a, SIZE, "超200亿元", year),
                                figure("2", b, SIZE, "50亿元", year),
                                figure("3", b, SIZE, "55亿元", year),
                                figure("4", c, SIZE, "100亿元", year))),
                READING);
        assertThat(comparison.columns()).hasSize(1);
        assertThat(comparison.cells()).isEqualTo(3);
        assertThat(comparison.filledCells()).isEqualTo(3);
        assertThat(comparison.table().sharedColumns()).containsExactly("market-size.1");
        assertThat(comparison.table().source("b", "market-size.1")).contains("2 3");
        CompositeBounds bounds = comparison.bounds();
        assertThat(bounds.lowest("a", "index")).hasValue(1);
        assertThat(bounds.highest("b", "index")).hasValue(0);
        assertThat(bounds.lowest("c", "index")).hasValue(0);
        // at most 100.5 where the others are 200 and 49.5: 51 / 150.5
        assertThat(bounds.highest("c", "index").orElseThrow()).isBetween(0.33, 0.34);
        assertThat(bounds.bestRank("c", "index")).hasValue(2);
        assertThat(comparison.shared("a", "c")).containsExactlyElementsOf(comparison.columns());
    }

    @Test
    void unlikeFigures_haveColumnsOfTheirOwn() {
        Subject a = Subject.of("a", Label.same("A"));
        Subject b = Subject.of("b", Label.same("B"));
        TrackComparison comparison = TrackComparison.of(
                dossier(
                        List.of(a, b),
                        List.of(
                                figure("1", a, SIZE, "200亿元", ReferencePeriod.year(2025)),
                                figure("2", b, SIZE, "50亿美元", ReferencePeriod.year(2025)),
                                figure("3", b, SIZE, "50亿元", ReferencePeriod.year(2024)),
                                figure("4", a, FIRMS, "10家", ReferencePeriod.undated()),
                                figure("5", b, FIRMS, "10家", ReferencePeriod.undated()))),
                READING);
        assertThat(comparison.columns())
                .extracting(TrackComparison.Column::code)
                .containsExactly("market-size.1", "firms.1", "market-size.2", "market-size.3", "firms.2");
        assertThat(comparison.shared("a", "b")).isEmpty();
        assertThat(comparison.filledCells()).isEqualTo(4);
        assertThat(comparison.framework().level("index")).isEqualTo(3);
    }

    @Test
    void noFigures_throw() {
        Subject a = Subject.of("a", Label.same("A"));
        assertThatThrownBy(() -> TrackComparison.of(dossier(List.of(a), List.of()), READING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A track must have a figure with a number: d");
    }
}
