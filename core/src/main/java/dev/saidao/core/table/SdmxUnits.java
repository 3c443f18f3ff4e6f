package dev.saidao.core.table;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The codes of units in SDMX and at Eurostat, such as PC, MIO_EUR, THS_PER. */
final class SdmxUnits {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    /** Percentages of a whole that the code goes on to name: PT_POP, PC_GDP. */
    private static final Pattern PERCENTAGE_OF = Pattern.compile("(?:PT|PC)_[A-Z0-9_]+");

    /** Multipliers in the codes of Eurostat: MIO_EUR, THS_PER, CP_MEUR, CLV10_MNAC. */
    private static final Pattern SCALE_IN_CODE =
            Pattern.compile("(^|_)(MIO|MLN|THS|HTHS|TH|BN|BLN|MRD)(_|$)|(^|_)M(?=(?:EUR|NAC|PPS|USD)(?:_|$))");

    private static final Map<String, Integer> SCALES =
            Map.of("MIO", 6, "MLN", 6, "THS", 3, "TH", 3, "BN", 9, "BLN", 9, "MRD", 9, "HTHS", 5);
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("PC", "%"),
            Map.entry("PT", "%"),
            Map.entry("PCT", "%"),
            Map.entry("PERCENT", "%"),
            Map.entry("NR", "number"),
            Map.entry("NUM", "number"),
            Map.entry("PS", "persons"),
            Map.entry("PER", "persons"),
            Map.entry("PERS", "persons"),
            Map.entry("NAC", "national currency"),
            Map.entry("XDC", "national currency"),
            Map.entry("LCU", "national currency"),
            Map.entry("EUR_HAB", "EUR per inhabitant"),
            Map.entry("YR", "years"),
            Map.entry("IX", "index"));

    private SdmxUnits() {}

    /** Whether a text looks like a code. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /**
     * The unit of a code.
     *
     * @param currency what a column of currencies says, for the codes of a national currency
     * @return the unit; empty if the code is not known
     */
    static Optional<SeriesUnit> unit(String code, String currency) {
        if (CODES.containsKey(code) || SeriesUnit.isCurrency(code)) {
            return Optional.of(new SeriesUnit(named(code, currency), BigDecimal.ONE, true));
        }
        if (PERCENTAGE_OF.matcher(code).matches()) {
            return Optional.of(SeriesUnit.PERCENT);
        }
        Matcher scale = SCALE_IN_CODE.matcher(code);
        if (!scale.find()) {
            return Optional.empty();
        }
        int exponent = scale.group(2) == null ? 6 : SCALES.getOrDefault(scale.group(2), 0);
        String rest = (code.substring(0, scale.start()) + "_" + code.substring(scale.end())).replaceAll("^_|_$", "");
        return Optional.of(new SeriesUnit(named(withoutPrices(rest), currency), BigDecimal.TEN.pow(exponent), true));
    }

    /** The currency of a code that names prices before it: CP_EUR, CLV10_EUR. */
    private static String withoutPrices(String code) {
        String rest = code.replaceFirst("^(?:CP|CLV\\d\\d|PYP|PPY)_", "");
        return SeriesUnit.isCurrency(rest) || rest.equals("NAC") ? rest : code;
    }

    private static String named(String code, String currency) {
        boolean domestic = code.equals("XDC") || code.equals("NAC") || code.equals("LCU");
        if (domestic && !currency.isEmpty() && !currency.startsWith("_")) {
            int colon = currency.indexOf(':');
            return colon > 0 ? currency.substring(0, colon) : currency;
        }
        return CODES.getOrDefault(code, code);
    }
}
