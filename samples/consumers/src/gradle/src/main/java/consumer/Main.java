package consumer;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.policy.dossier.PolicyDossiers;

/** Uses all three modules from a Gradle build. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Object base = GrowthCalculator.withDefaults()
                .baseValue(Operand.parse("2388亿元"), Operand.parse("73% a year"), Operand.steps(2025, 2030))
                .value();
        require(base.toString().startsWith("(15186"), base);
        Dossier dossier = Dossiers.latest();
        require(SaidaoJson.read(SaidaoJson.write(dossier), Dossier.class).equals(dossier), dossier.id());
        require(PolicyDossiers.of(dossier).isPresent(), dossier.id());
        Object forecast = ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2016, 254, 313, 400, 422, 433), 2);
        require(forecast.toString().contains("2022"), forecast);
        System.out.println(base);
    }

    private static void require(boolean holds, Object shown) {
        if (!holds) {
            throw new IllegalStateException("Must hold: " + shown);
        }
    }
}
