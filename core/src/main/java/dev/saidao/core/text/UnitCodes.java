package dev.saidao.core.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of units in the data of Eurostat and other SDMX sources, which are no words: MIO_EUR, CP_MEUR, THS_PER, PC_GDP. */
final class UnitCodes {

    private static final Map<String, String> SCALES = Map.of(
            "THS",
            "thousand",
            "MIO",
            "million",
            "MLN",
            "million",
            "BIO",
            "billion",
            "BN",
            "billion",
            "BLN",
            "billion",
            "HTHS",
            "100 thousand");
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("T", "tonnes"),
            Map.entry("PER", "persons"),
            Map.entry("HAB", "persons"),
            Map.entry("TKM", "tkm"),
            Map.entry("PKM", "pkm"),
            Map.entry("M2", "m2"),
            Map.entry("M3", "m3"),
            Map.entry("HA", "ha"),
            Map.entry("HW", "hours"),
            Map.entry("TOE", "toe"));
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("KTOE", "ktoe"),
            Map.entry("NR_PER", "persons"),
            Map.entry("NR", "number"),
            Map.entry("KG", "kg"),
            Map.entry("No.", "number"),
            Map.entry("No. ('000)", "thousand number"),
            Map.entry("No. '000", "thousand number"),
            Map.entry("P_THAB", "per 1000 inhabitants"),
            Map.entry("P_HTHAB", "per 100000 inhabitants"),
            Map.entry("P_MHAB", "per million inhabitants"));
    private static final Pattern SCALED =
            Pattern.compile("(THS|HTHS|MIO|MLN|BIO|BN|BLN)_([A-Z0-9]+)|([A-Z]{3})_(THS|MIO|MLN|BN|BLN)");
    private static final Pattern PRICES = Pattern.compile("(?:CP|CLV\\d\\d|PYP)_([MB]?)([A-Z]{3})");
    private static final Pattern PERCENT =
            Pattern.compile("(?:(?:CP|CLV\\d*)_)?(?:PC|PCH|RCH|PCCH|PCPA)(?:_[A-Z0-9_]+)?");

    private UnitCodes() {}

    /** The words that a code stands for; absent if it is none. */
    static Optional<String> words(String code) {
        if (WHOLE.containsKey(code)) {
            return Optional.of(WHOLE.getOrDefault(code, code));
        }
        if (PERCENT.matcher(code).matches()) {
            return Optional.of("%");
        }
        Matcher scaled = SCALED.matcher(code);
        if (scaled.matches()) {
            boolean behind = scaled.group(4) != null;
            String thing = scaled.group(behind ? 3 : 2);
            String scale = SCALES.getOrDefault(scaled.group(behind ? 4 : 1), "");
            return Optional.of(scale + " " + (behind ? thing : THINGS.getOrDefault(thing, thing)));
        }
        Matcher prices = PRICES.matcher(code);
        if (prices.matches()) {
            String scale = switch (prices.group(1)) {
                case "M" -> "million ";
                case "B" -> "billion ";
                default -> "";
            };
            return Optional.of(scale + prices.group(2));
        }
        return Optional.empty();
    }
}
