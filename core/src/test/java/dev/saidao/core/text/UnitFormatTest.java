package dev.saidao.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads as statistical tables and company reports print them; the readings are those of the words, decided by hand. */
class UnitFormatTest {

    private static final UnitFormat FORMAT = UnitFormat.withDefaults();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            亿元                              | CNY         | 100000000
            单位：亿元                        | CNY         | 100000000
            出口额（亿美元）                  | USD         | 100000000
            销售收入/亿元                     | CNY         | 100000000
            万亿韩元                          | KRW         | 1000000000000
            新臺幣百萬元                      | TWD         | 1000000
            兆円                              | JPY         | 1000000000000
            억 달러                           | USD         | 100000000
            USD '000                          | USD         | 1000
            USDm                              | USD         | 1000000
            TEUR                              | EUR         | 1000
            Revenue (US$ Mn)                  | USD         | 1000000
            US dollars, millions              | USD         | 1000000
            GDP (constant 2015 US$)           | USD         | 1
            100 million yuan                  | CNY         | 100000000
            ₹ lakh crore                      | INR         | 1000000000000
            Mio. €                            | EUR         | 1000000
            Billionen Euro                    | EUR         | 1000000000000
            milliards d'euros                 | EUR         | 1000000000
            miles de millones de dólares      | USD         | 1000000000
            R$ bilhões                        | BRL         | 1000000000
            млрд руб.                         | RUB         | 1000000000
            10 000 persons                    | persons     | 10000
            thousands of persons              | persons     | 1000
            万台                              | units       | 10000
            PetaTokens                        | tokens      | 1000000000000000
            亿千瓦时                          | kWh         | 100000000
            百万千瓦                          | kW          | 1000000
            万吨标准煤                        | tce         | 10000
            Forest area (sq. km)              | km2         | 1
            Mt CO2e                           | MtCO2e      | 1
            million MT                        | t           | 1000000
            千人年                            | person-years | 1000
            % of GDP                          | ratio       | 0.01
            PC_GDP                            | ratio       | 0.01
            GDP growth (annual %)             | per year    | 0.01
            bps                               | percentage points | 0.01
            台/万人                           | units per 10 000 persons | 1
            "per 10,000 employees"            | items per 10 000 employees | 1
            je 1 000 Einwohner                | items per 1 000 persons | 1
            """)
    void parse_head_hasUnitAndFactor(String head, String unit, String factor) {
        UnitHead read = FORMAT.parse(head);

        assertThat(read.unit()).hasToString(unit);
        assertThat(read.factor()).isEqualByComparingTo(factor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            元/吨          | Unit must not be an amount per something else: a price or a density of CNY
            $ per tonne    | Unit must not be an amount per something else: a price or a density of USD
            widgets        | Unit must be known: widgets
            million widgets| Unit must be known: widgets
            millions       | Unit must say what is counted, not only a multiplier
            万亿           | Unit must say what is counted, not only a multiplier
            USD 6          | Digits in a unit must be a power of ten such as 10,000, or the year of prices
            USD 10         | Number beside a currency or a density must be a multiplier such as 1,000
            2015=100       | Unit must not be an index
            ¥ bn           | Unit must be certain: ¥ is the sign of the yen and of the yuan: write JPY or CNY
            億元           | Which dollar or yuan must be said: write TWD, HKD or CNY
            兆元           | Which dollar or yuan must be said: write TWD, HKD or CNY
            兆美元         | 兆 must be written as 万亿 or 百万
            m              | Unit must be certain: m is a unit and a multiplier
            T€             | Unit must be known: T
            USD mn EUR     | Unit must be one and not both USD and EUR
            million USD million | Unit must have its multipliers side by side
            % thousand     | Unit must
            """)
    void parse_otherHead_isRefusedByName(String head, String rule) {
        assertThatThrownBy(() -> FORMAT.parse(head))
                .isInstanceOf(FigureParseException.class)
                .hasMessageStartingWith(rule);
    }

    @Test
    void parse_misspelt_namesTheNearestAndBothLanguages() {
        FigureParseException thrown =
                catchThrowableOfType(FigureParseException.class, () -> FORMAT.parse("USD bilion"));

        assertThat(thrown.nearest()).contains("billion");
        assertThat(thrown.read()).isEqualTo("USD ");
        assertThat(thrown.label().zh()).isEqualTo("单位须为已知单位：bilion（第5个字符处）：“USD bilion”；可以读作“billion”");
    }

    @Test
    void withCurrency_settlesWhatSeveralHave() {
        UnitFormat taiwan = FORMAT.withCurrency(Currency.getInstance("TWD"));

        assertThat(taiwan.parse("億元")).isEqualTo(new UnitHead(Unit.parse("TWD"), UnitMultiplier.YI));
        assertThat(taiwan.parse("兆元").factor()).isEqualByComparingTo("1000000000000");
        assertThat(FORMAT.withCurrency(Currency.getInstance("JPY"))
                        .parse("¥ bn")
                        .unit())
                .hasToString("JPY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"widgets", "元/吨", "USD 6", "[odd]", "2015=100"})
    void parseOrOpaque_unknown_isContinuousAndItself(String head) {
        UnitHead read = FORMAT.parseOrOpaque(head);

        assertThat(read.unit().isOpaque()).isTrue();
        assertThat(read.unit().kind()).isEqualTo(Unit.Kind.PHYSICAL);
        assertThat(Unit.parse(read.unit().toString())).isEqualTo(read.unit());
    }

    @Test
    void multiplier_ofWordsAlone() {
        assertThat(FORMAT.multiplier("in thousands")).contains(UnitMultiplier.THOUSAND);
        assertThat(FORMAT.multiplier("10,000")).contains(UnitMultiplier.WAN);
        assertThat(FORMAT.multiplier("million units")).isEmpty();
        assertThat(FORMAT.multiplier("100")).isEmpty();
    }
}
