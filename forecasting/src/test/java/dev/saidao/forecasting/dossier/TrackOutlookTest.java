package dev.saidao.forecasting.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.forecasting.market.Projection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The tracks of the page of 2026; B-01 is 2388亿元 in 2030, B-02 73% for five years, B-21 over 30%, B-22 over USD 100 billion. */
class TrackOutlookTest {

    private final Dossier dossier = Dossiers.of(2026);
    private final List<TrackOutlook> outlooks =
            TrackOutlookCalculator.withDefaults().outlooks(dossier);
    private final TrackFans fans = TrackFanCalculator.withDefaults().fans(dossier);

    private TrackOutlook outlook(String track) {
        return outlooks.stream()
                .filter(outlook -> outlook.track().subject().id().equals(track))
                .findFirst()
                .orElseThrow();
    }

    /** By hand: 238.8 / 1.73^5 = 15.4100; 238.75 / 1.735^5 = 15.1861; 238.85 / 1.725^5 = 15.6379 (CNY bn). */
    @Test
    void outlook_ofASizeAndARate_beginsWhereTheRateBegins() {
        TrackOutlook outlook = outlook("embodied-ai");

        assertThat(outlook.conclusions()).singleElement().satisfies(conclusion -> {
            assertThat(conclusion.id()).isEqualTo("embodied-ai.2025");
            assertThat(conclusion.toText(Locale.ENGLISH))
                    .isEqualTo("size in 2025: ≈ CNY 15.41 billion, CNY [15.19, 15.64] billion");
            assertThat(conclusion.toText(Locale.CHINESE)).isEqualTo("2025年规模: ≈ 154.1亿元, [151.9, 156.4]亿元");
        });
        assertThat(outlook.path().orElseThrow().rows())
                .extracting(Projection.Row::year)
                .containsExactly(2025, 2026, 2027, 2028, 2029, 2030);
        assertThat(outlook.isPathInformative()).isTrue();
        assertThat(outlook.everyConclusion())
                .extracting(Conclusion::id)
                .containsExactly(
                        "embodied-ai.2025",
                        "embodied-ai.2026",
                        "embodied-ai.2027",
                        "embodied-ai.2028",
                        "embodied-ai.2029");
    }

    /** By hand: 1.5^5 = 7.59375. */
    @Test
    void outlook_ofARateAlone_multipliesAndDoubles() {
        TrackOutlook outlook = outlook("nuclear-fusion");

        assertThat(outlook.path()).isEmpty();
        assertThat(outlook.isPathInformative()).isFalse();
        assertThat(outlook.conclusions())
                .extracting(Conclusion::id)
                .containsExactly("nuclear-fusion.factor", "nuclear-fusion.doubling");
        assertThat(outlook.conclusions().get(0).result().point())
                .hasValueSatisfying(factor -> assertThat(factor).isEqualByComparingTo("7.59375"));
    }

    /** Over 100 billion after ten years of over 30% leaves every size before open; the rate still multiplies by over 1.3^10. */
    @Test
    void outlook_withoutUpperEnds_saysWhatTheRateSays() {
        TrackOutlook outlook = outlook("quantum-computing");

        assertThat(outlook.isPathInformative()).isFalse();
        assertThat(outlook.conclusions())
                .extracting(Conclusion::id)
                .containsExactly("quantum-computing.2025", "quantum-computing.factor", "quantum-computing.doubling");
    }

    @Test
    void outlook_ofNeither_isEmpty() {
        assertThat(outlook("autonomous-agents").everyConclusion()).isEmpty();
    }

    @Test
    void conclusions_haveIdsOfTheirOwn_andSources() {
        List<Conclusion> every = outlooks.stream()
                .flatMap(outlook -> outlook.everyConclusion().stream())
                .toList();

        assertThat(new HashSet<>(every.stream().map(Conclusion::id).toList())).hasSameSizeAs(every);
        assertThat(every)
                .allSatisfy(conclusion ->
                        assertThat(conclusion.derivation().sources()).isNotEmpty());
    }

    @Test
    void explanations_haveTheSourceOrTheAssumption() {
        assertThat(outlook("embodied-ai").explanation().sources())
                .containsExactly(dossier.figure("B-01").source());
        assertThat(fans.fans().get(0).explanation().notes()).containsExactly(MarketFan.ASSUMPTION);
    }

    @Test
    void conclusion_ofAPrintedSize_isRefused() {
        TrackOutlook outlook = outlook("embodied-ai");

        assertThatThrownBy(() -> outlook.conclusion(outlook.path().orElseThrow().row(2030)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Size must be derived, not printed: 2030");
    }

    /** The median of evenly spread sizes and rates is near the point; nine tenths lie within the bounds. */
    @Test
    void fan_liesWithinTheBoundsOfThePath() {
        MarketFan fan = fans.fans().get(0);
        Projection path = outlook(fan.track()).path().orElseThrow();

        assertThat(fan.track()).isEqualTo("embodied-ai");
        assertThat(fan.figures()).containsExactly("B-01", "B-02");
        assertThat(fan.rows()).hasSameSizeAs(path.rows()).allSatisfy(row -> {
            double point = path.row(row.year()).size().point().orElseThrow().doubleValue();
            assertThat(row.median()).isCloseTo(point, within(0.002 * point));
            assertThat(row.low()).isLessThanOrEqualTo(row.lowerQuarter());
            assertThat(row.lowerQuarter()).isLessThanOrEqualTo(row.median());
            assertThat(row.median()).isLessThanOrEqualTo(row.upperQuarter());
            assertThat(row.upperQuarter()).isLessThanOrEqualTo(row.high());
            assertThat(path.row(row.year())
                            .size()
                            .bounds()
                            .lower()
                            .orElseThrow()
                            .doubleValue())
                    .isLessThanOrEqualTo(row.low());
            assertThat(path.row(row.year())
                            .size()
                            .bounds()
                            .upper()
                            .orElseThrow()
                            .doubleValue())
                    .isGreaterThanOrEqualTo(row.high());
        });
    }

    @Test
    void fans_everyTrackHasOneOrAReason() {
        assertThat(fans.fans().size() + fans.without().size())
                .isEqualTo(dossier.tracks().size());
        assertThat(fans.without())
                .filteredOn(one -> one.track().equals("quantum-computing"))
                .singleElement()
                .satisfies(one -> assertThat(one.why().en()).startsWith("a figure has no upper end"));
    }

    @Test
    void results_areTheSameAfterJson() {
        assertThat(SaidaoJson.read(SaidaoJson.write(fans), TrackFans.class)).isEqualTo(fans);
        for (TrackOutlook outlook : outlooks) {
            String json = SaidaoJson.write(outlook.everyConclusion().toArray(Conclusion[]::new));
            assertThat(SaidaoJson.read(json, Conclusion[].class)).containsExactlyElementsOf(outlook.everyConclusion());
        }
    }
}
