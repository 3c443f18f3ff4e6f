package dev.saidao.samples.programs;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.derivation.Derived;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.text.FigureFormat;
import java.util.Locale;

/** The ten lines of the README; a test holds the two together and checks what they print. */
final class FirstSteps {

    private FirstSteps() {}

    static String run() {
        // README begin
        FigureFormat format = FigureFormat.english();
        ReadingConvention reading = ReadingConvention.withDefaults();
        Operand end = Operand.of(reading.read(format.parse("2388亿元")));
        Operand rate = Operand.of(reading.read(format.parse("73% a year")));
        Operand steps = Operand.steps(
                PeriodConvention.FROM_FIRST_YEAR.steps(2025, 2030), PeriodConvention.FROM_FIRST_YEAR.convention());

        Derived<BoundedQuantity> base = GrowthCalculator.withDefaults().baseValue(end, rate, steps);

        String explanation = base.derivation().toText(Locale.ENGLISH);
        // README end
        return explanation;
    }
}
