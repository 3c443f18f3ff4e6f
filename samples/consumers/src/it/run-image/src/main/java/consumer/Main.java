package consumer;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.text.FigureFormat;
import java.util.Locale;

/** Uses core where nothing but the modules it needs is there. */
public final class Main {

    private Main() {}

    /**
     * Runs it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Dossier dossier = Dossiers.latest();
        require(SaidaoJson.read(SaidaoJson.write(dossier), Dossier.class).equals(dossier));
        FigureFormat format = FigureFormat.english();
        ReadingConvention reading = ReadingConvention.withDefaults();
        require(GrowthCalculator.withDefaults()
                .baseValue(
                        Operand.of(reading.read(format.parse("2388亿元"))),
                        Operand.of(reading.read(format.parse("73% a year"))),
                        Operand.steps(
                                PeriodConvention.FROM_FIRST_YEAR.steps(2025, 2030),
                                PeriodConvention.FROM_FIRST_YEAR.convention()))
                .derivation()
                .toText(Locale.ENGLISH)
                .contains("CNY 15.41 billion, CNY [15.1861, 15.6379] billion"));
        System.out.println("done in " + System.getProperty("java.home"));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("Consumer must get what it expects");
        }
    }
}
