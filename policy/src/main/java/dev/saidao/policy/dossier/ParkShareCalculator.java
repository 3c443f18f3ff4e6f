package dev.saidao.policy.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.ratio.RatioCalculator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the figures of a dossier say of certified parks, by the ids of their indicators: where a subject has both {@code
 * newly-certified} and {@code cumulative-certified}, how many there were before, and which share of them each subject has that has
 * only {@code cumulative-certified}.
 *
 * <p>Example: 64 in all, of which 24 new, are 40 before; 9 of the 64 are 14.06%.
 *
 * @since 0.1
 */
public final class ParkShareCalculator {

    private static final String ADDED = "newly-certified";
    private static final String CUMULATIVE = "cumulative-certified";
    private static final RatioCalculator RATIOS = RatioCalculator.withDefaults();
    private static final ParkShareCalculator DEFAULTS = new ParkShareCalculator(ReadingConvention.withDefaults());

    private final ReadingConvention reading;

    private ParkShareCalculator(ReadingConvention reading) {
        this.reading = reading;
    }

    /** {@return a calculator that reads figures by {@link ReadingConvention#withDefaults()}} */
    public static ParkShareCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator that reads figures otherwise.
     *
     * @param reading how to read them
     * @return the calculator
     */
    public ParkShareCalculator with(ReadingConvention reading) {
        return new ParkShareCalculator(reading);
    }

    /**
     * Finds what follows for the parks of a dossier.
     *
     * @param dossier the dossier
     * @return the numbers before and the shares, perhaps none
     */
    public List<Conclusion> conclusions(Dossier dossier) {
        List<Conclusion> conclusions = new ArrayList<>();
        for (Subject subject : dossier.subjects()) {
            Optional<Operand> added = read(dossier, subject, ADDED);
            Optional<Operand> cumulative = read(dossier, subject, CUMULATIVE);
            if (added.isPresent() && cumulative.isPresent()) {
                conclusions.add(before(subject, added.get(), cumulative.get()));
                conclusions.addAll(shares(dossier, cumulative.get()));
            }
        }
        return List.copyOf(conclusions);
    }

    private static Conclusion before(Subject subject, Operand added, Operand cumulative) {
        Label what = added.figure()
                .flatMap(figure -> figure.period().lastYear())
                .map(year -> Label.of("certified before " + year, year + "年以前评定"))
                .orElse(Label.of("certified earlier", "此前评定"));
        return Conclusion.of(subject.id() + ".before", what, RATIOS.openingStock(cumulative, added));
    }

    private List<Conclusion> shares(Dossier dossier, Operand all) {
        List<Conclusion> shares = new ArrayList<>();
        for (Subject operator : dossier.subjects()) {
            Optional<Operand> own = read(dossier, operator, CUMULATIVE);
            if (own.isPresent() && read(dossier, operator, ADDED).isEmpty()) {
                String part = shown(own.get());
                String whole = shown(all);
                shares.add(Conclusion.of(
                        operator.id() + ".share",
                        Label.of(
                                part + " of " + whole + " are "
                                        + operator.name().en(),
                                operator.name().zh() + "占" + whole + "家中的" + part + "家"),
                        RATIOS.share(own.get(), all)));
            }
        }
        return shares;
    }

    private Optional<Operand> read(Dossier dossier, Subject subject, String indicator) {
        return SubjectFigures.read(dossier, subject, indicator, reading);
    }

    private static String shown(Operand operand) {
        return operand.value()
                .point()
                .map(BigDecimal::toPlainString)
                .orElse(operand.value().bounds().toString());
    }
}
