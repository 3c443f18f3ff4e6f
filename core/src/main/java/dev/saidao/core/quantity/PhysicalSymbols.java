package dev.saidao.core.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The signs of measured units: some forty by name, and those with prefixes.
 *
 * <p>A library of units was measured and is not used: Indriya 2.2.3 (JSR 385) with its SI units takes 460 kB in eight jars, and
 * reads 24 of 51 signs that figures are printed with: not t, ha, kWh, GWh, bbl, tce, tCO2, TEU, mu or person-years. What figures
 * need of it is a factor between two signs, which is this table.
 */
final class PhysicalSymbols {

    private static final String PREFIXES = "nµm kMGTPEZY";

    /**
     * What a sign measures, and how many of the first unit of its dimension it is.
     *
     * @param dimension what is measured
     * @param factor the size of the unit
     */
    private record Symbol(String dimension, BigDecimal factor) {}

    private static final Map<String, Symbol> SYMBOLS = symbols();

    private PhysicalSymbols() {}

    static boolean isKnown(String sign) {
        return SYMBOLS.containsKey(sign);
    }

    static Set<String> all() {
        return Collections.unmodifiableSet(SYMBOLS.keySet());
    }

    /** The number by which an amount in one unit is multiplied to have it in another. */
    static Optional<BigDecimal> factor(String from, String to) {
        Symbol one = SYMBOLS.get(from);
        Symbol other = SYMBOLS.get(to);
        return one == null || other == null || !one.dimension.equals(other.dimension)
                ? Optional.empty()
                : Optional.of(one.factor.divide(other.factor, MathContext.DECIMAL128));
    }

    private static Map<String, Symbol> symbols() {
        Map<String, Symbol> all = new HashMap<>();
        prefixed(all, "energy", "Wh", "1", "kMGTP");
        prefixed(all, "heat", "J", "1", "kMGTPE");
        prefixed(all, "oil equivalent", "toe", "1", "kMG");
        prefixed(all, "coal equivalent", "tce", "1", "kMG");
        plain(all, "thermal units", "Btu", "1");
        plain(all, "thermal units", "MMBtu", "1000000");
        prefixed(all, "power", "W", "1", "mkMGT");
        prefixed(all, "peak power", "Wp", "1", "kMGT");
        prefixed(all, "apparent power", "VA", "1", "kMG");
        prefixed(all, "voltage", "V", "1", "k");
        prefixed(all, "frequency", "Hz", "1", "kMGT");
        prefixed(all, "mass", "t", "1", "kMG");
        prefixed(all, "mass", "g", "0.000001", "µmk");
        plain(all, "mass", "lb", "0.00045359237");
        plain(all, "mass", "oz", "0.000028349523125");
        plain(all, "mass", "short tons", "0.90718474");
        plain(all, "mass", "jin", "0.0005");
        plain(all, "mass", "dt", "0.1");
        prefixed(all, "carbon dioxide", "tCO2", "1", "kMG");
        prefixed(all, "carbon dioxide", "gCO2", "0.000001", "k");
        prefixed(all, "carbon dioxide equivalent", "tCO2e", "1", "kMG");
        prefixed(all, "carbon dioxide equivalent", "gCO2e", "0.000001", "k");
        prefixed(all, "length", "m", "1", "mµnk");
        plain(all, "length", "cm", "0.01");
        plain(all, "length", "mi", "1609.344");
        plain(all, "length", "ft", "0.3048");
        plain(all, "length", "inches", "0.0254");
        plain(all, "length", "nmi", "1852");
        plain(all, "area", "m2", "1");
        plain(all, "area", "km2", "1000000");
        plain(all, "area", "ha", "10000");
        plain(all, "area", "kha", "10000000");
        plain(all, "area", "Mha", "10000000000");
        plain(all, "area", "mi2", "2589988.110336");
        plain(all, "area", "ft2", "0.09290304");
        plain(all, "area", "acres", "4046.8564224");
        // one fifteenth of a hectare, by custom of statistics
        plain(all, "area", "mu", "666.6666666666666666666666666666667");
        plain(all, "volume", "m3", "1");
        plain(all, "volume", "km3", "1000000000");
        plain(all, "volume", "cm3", "0.000001");
        plain(all, "volume", "L", "0.001");
        plain(all, "volume", "mL", "0.000001");
        plain(all, "volume", "hL", "0.1");
        plain(all, "volume", "kL", "1");
        plain(all, "volume", "ML", "1000");
        plain(all, "volume", "GL", "1000000");
        plain(all, "volume", "hm3", "1000000");
        plain(all, "volume", "ft3", "0.028316846592");
        plain(all, "volume", "bcf", "28316846.592");
        plain(all, "volume", "tcf", "28316846592");
        plain(all, "volume", "bbl", "0.158987294928");
        plain(all, "volume", "bcm", "1000000000");
        plain(all, "oil equivalent in barrels", "boe", "1");
        prefixed(all, "barrels a day", "bbl/d", "1", "k");
        plain(all, "barrels a day", "mb/d", "1000000"); // Mbbl/d is a thousand to some
        plain(all, "oil equivalent in barrels a day", "boe/d", "1");
        prefixed(all, "containers", "TEU", "1", "kM");
        prefixed(all, "data", "B", "1", "kMGTPEZY");
        prefixed(all, "data", "bit", "0.125", "kMGTPE");
        prefixed(all, "data rate", "bit/s", "1", "kMGTPE");
        prefixed(all, "computing power", "FLOPS", "1", "kMGTPEZ");
        plain(all, "time", "h", "1");
        plain(all, "time", "min", "0.01666666666666666666666666666666667");
        plain(all, "time", "d", "24");
        plain(all, "months", "months", "1");
        plain(all, "labour", "person-years", "1");
        plain(all, "labour in months", "person-months", "1");
        plain(all, "labour in days", "person-days", "1");
        plain(all, "labour in hours", "person-hours", "1");
        plain(all, "full-time equivalents", "FTE", "1");
        plain(all, "freight", "tkm", "1");
        plain(all, "passenger traffic", "pkm", "1");
        plain(all, "speed", "km/h", "1");
        plain(all, "temperature", "°C", "1");
        plain(all, "gold", "carats", "1");
        plain(all, "deadweight", "dwt", "1");
        plain(all, "gross tonnage", "GT", "1");
        plain(all, "compensated gross tonnage", "CGT", "1");
        return all;
    }

    private static void prefixed(Map<String, Symbol> all, String dimension, String base, String size, String prefixes) {
        plain(all, dimension, base, size);
        for (int i = 0; i < prefixes.length(); i++) {
            String prefix = prefixes.substring(i, i + 1);
            int exponent = 3 * (PREFIXES.indexOf(prefix) - 3);
            all.put(prefix + base, new Symbol(dimension, new BigDecimal(size).scaleByPowerOfTen(exponent)));
        }
    }

    private static void plain(Map<String, Symbol> all, String dimension, String sign, String size) {
        all.put(sign, new Symbol(dimension, new BigDecimal(size)));
    }
}
