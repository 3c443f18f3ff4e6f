package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * Cohorts that grow a year older every year: of those of an age x some die, of the survivors some retire, and some come.
 *
 * <pre>{@code
 * deaths[x]      = stock[x] × mortality[x]
 * retirements[x] = (stock[x] - deaths[x]) × retirement[x]
 * next[x + 1]    = stock[x] - deaths[x] - retirements[x] + entryShare[x] × entries + migration[x]
 * }</pre>
 *
 * <p>Those who stay at the last age are counted as aged out. All numbers are expected ones, in doubles.
 *
 * <p>Example: of 1000 who are 40, 2 die; 25 of 500 come at that age and 3 go abroad: 1020 are 41 a year later.
 *
 * <p>Source: Hyndman and Nguyen, Forecasting the age structure of the scientific workforce in Australia (2026).
 *
 * @since 0.1
 */
public final class AgeCohortModel {

    private static final int MOST_AGES = 200;

    private final int firstAge;
    private final double[] mortality;
    private final double[] retirement;
    private final double[] entryShare;
    private final double[] survival;

    private AgeCohortModel(int firstAge, double[] mortality, double[] retirement, double[] entryShare) {
        this.firstAge = firstAge;
        this.mortality = mortality;
        this.retirement = retirement;
        this.entryShare = entryShare;
        this.survival = new double[mortality.length];
        for (int x = 0; x < survival.length; x++) {
            survival[x] = (1 - mortality[x]) * (1 - retirement[x]);
        }
    }

    /**
     * Returns a model.
     *
     * @param firstAge the first age, 0 or more
     * @param mortality for each age from the first on: the share that dies within a year, 0 to 1; 1 to 200 ages
     * @param retirement for each age: the share of the survivors that retires, 0 to 1
     * @param entryShare for each age: the share of those who come that are of that age, 0 or more; 1 in all, or 0
     * @return the model
     * @throws IllegalArgumentException if the arrays differ in length or a number is out of range
     */
    public static AgeCohortModel of(int firstAge, double[] mortality, double[] retirement, double[] entryShare) {
        int ages = mortality.length;
        if (firstAge < 0 || ages < 1 || ages > MOST_AGES || retirement.length != ages || entryShare.length != ages) {
            throw new IllegalArgumentException(
                    "Ages must be 1 to " + MOST_AGES + " from 0 or more on, each with its three rates: " + ages + ", "
                            + retirement.length + ", " + entryShare.length + " from " + firstAge);
        }
        double sum = 0;
        for (int x = 0; x < ages; x++) {
            requireShare(mortality[x], "Mortality", firstAge + x);
            requireShare(retirement[x], "Retirement", firstAge + x);
            requireShare(entryShare[x], "Entry share", firstAge + x);
            sum += entryShare[x];
        }
        Require.that(sum == 0 || Math.abs(sum - 1) <= 1e-9, "Entry shares must make 1, or all be 0: %s", sum);
        return new AgeCohortModel(firstAge, mortality.clone(), retirement.clone(), entryShare.clone());
    }

    private static void requireShare(double share, String what, int age) {
        Require.that(share >= 0 && share <= 1, "%s at age %s must be 0 to 1: %s", what, age, share);
    }

    /**
     * The flows of a year, each with a place for each age.
     *
     * @since 0.1
     */
    public static final class Year {

        private final double[] opening;
        private final double[] deaths;
        private final double[] retirements;
        private final double[] entries;
        private final double[] migration;
        private final double[] closing;
        private double agedOut;

        private Year(double[] opening, double[] migration) {
            this.opening = opening.clone();
            this.migration = migration.clone();
            this.deaths = new double[opening.length];
            this.retirements = new double[opening.length];
            this.entries = new double[opening.length];
            this.closing = new double[opening.length];
        }

        /** {@return the opening stock} */
        public double[] opening() {
            return opening.clone();
        }

        /** {@return who died} */
        public double[] deaths() {
            return deaths.clone();
        }

        /** {@return who retired} */
        public double[] retirements() {
            return retirements.clone();
        }

        /** {@return who came, by the age at which they came} */
        public double[] entries() {
            return entries.clone();
        }

        /** {@return who came from elsewhere, less who went there} */
        public double[] migration() {
            return migration.clone();
        }

        /** {@return who stayed at the last age, and is counted no longer} */
        public double agedOut() {
            return agedOut;
        }

        /** {@return the closing stock: everybody is a year older, and nobody of the first age} */
        public double[] closing() {
            return closing.clone();
        }
    }

    /** {@return the number of ages} */
    public int ages() {
        return mortality.length;
    }

    /**
     * Projects a year.
     *
     * @param stock the stock of each age
     * @param entries how many come in all, 0 or more
     * @param migration for each age: who comes from elsewhere, less who goes there
     * @return the flows and the closing stock
     * @throws IllegalArgumentException if there are not as many numbers as ages, or one is out of range
     */
    public Year year(double[] stock, double entries, double[] migration) {
        int ages = ages();
        requireStock(stock, ages);
        Require.that(
                migration.length == ages && entries >= 0,
                "Entries must be 0 or more, and migration as many numbers as ages: %s, %s for %s",
                entries,
                migration.length,
                ages);
        Year year = new Year(stock, migration);
        for (int x = 0; x < ages; x++) {
            year.deaths[x] = stock[x] * mortality[x];
            year.retirements[x] = (stock[x] - year.deaths[x]) * retirement[x];
            year.entries[x] = entryShare[x] * entries;
            double next = stock[x] - year.deaths[x] - year.retirements[x] + year.entries[x] + migration[x];
            if (x + 1 < ages) {
                year.closing[x + 1] = next;
            } else {
                year.agedOut = next;
            }
        }
        return year;
    }

    /**
     * Projects years without migration.
     *
     * @param stock the stock of each age
     * @param entries how many come in each of the years, each 0 or more
     * @return the stocks: the present one, and that of each year
     * @throws IllegalArgumentException if there are not as many numbers as ages, or one is out of range
     */
    public double[][] project(double[] stock, double[] entries) {
        double[][] path = new double[entries.length + 1][];
        requireStock(stock, ages());
        path[0] = stock.clone();
        for (int year = 0; year < entries.length; year++) {
            Require.that(entries[year] >= 0, "Entries must be 0 or more: %s", entries[year]);
            path[year + 1] = path[year].clone();
            step(path[year + 1], 0, entries[year]);
        }
        return path;
    }

    /**
     * Projects many cells (regions, trades, …) at once, in place, without migration.
     *
     * @param stocks the stocks, cell after cell, each with a number for each age; replaced by those of the last year
     * @param entries how many come in a year in each cell, 0 or more
     * @param years the number of years, 0 or more
     * @throws IllegalArgumentException if there are not as many numbers as cells and ages
     */
    public void projectCells(double[] stocks, double[] entries, int years) {
        int ages = ages();
        Require.that(
                stocks.length == entries.length * ages && years >= 0,
                "Stocks must be cells × ages, and years 0 or more: %s for %s × %s, %s",
                stocks.length,
                entries.length,
                ages,
                years);
        for (int cell = 0; cell < entries.length; cell++) {
            for (int year = 0; year < years; year++) {
                step(stocks, cell * ages, entries[cell]);
            }
        }
    }

    private void step(double[] stocks, int from, double entries) {
        for (int x = ages() - 1; x > 0; x--) {
            stocks[from + x] = stocks[from + x - 1] * survival[x - 1] + entryShare[x - 1] * entries;
        }
        stocks[from] = 0;
    }

    // ---- what a stock is like ----

    /**
     * Returns the mean age of a stock.
     *
     * @param stock the stock of each age
     * @return the mean of the ages in whole years
     * @throws IllegalArgumentException if there are not as many numbers as ages, or nobody is there
     */
    public double meanAge(double[] stock) {
        double total = total(stock);
        double ages = 0;
        for (int x = 0; x < stock.length; x++) {
            ages += stock[x] * (firstAge + x);
        }
        return ages / total;
    }

    /**
     * Returns the share of a stock that is younger than an age.
     *
     * @param stock the stock of each age
     * @param age the age, which is not counted itself
     * @return the share, 0 to 1
     * @throws IllegalArgumentException if there are not as many numbers as ages, or nobody is there
     */
    public double shareUnder(double[] stock, int age) {
        double total = total(stock);
        int count = Math.max(0, Math.min(stock.length, age - firstAge));
        return Arrays.stream(stock, 0, count).sum() / total;
    }

    private double total(double[] stock) {
        requireStock(stock, ages());
        double total = Arrays.stream(stock).sum();
        Require.that(total != 0, "Stock must have somebody in it");
        return total;
    }

    private static void requireStock(double[] stock, int ages) {
        Require.that(stock.length == ages, "Stock must have as many numbers as ages: %s for %s", stock.length, ages);
        for (double number : stock) {
            Require.that(number >= 0 && number < Double.POSITIVE_INFINITY, "Stock must be 0 or more: %s", number);
        }
    }

    /**
     * Returns the share of newcomers a year that keeps a mean age as it is, if nobody leaves: {@code 1 / (mean + 1 - entry age)}.
     *
     * @param meanAge the mean age to be kept
     * @param entryAge the age at which people come, not above the mean age
     * @return newcomers as a share of the stock after they came
     * @throws IllegalArgumentException if the entry age is above the mean age
     */
    public static double intakeShareToKeepMeanAge(double meanAge, double entryAge) {
        Require.that(
                entryAge >= 0 && entryAge <= meanAge,
                "Entry age must be 0 or more and not above the mean age: %s, %s",
                entryAge,
                meanAge);
        return 1 / (meanAge + 1 - entryAge);
    }

    /**
     * Returns the factor by which a stock grows in a year in the long run, if everybody of an age brings in so many newcomers a
     * year, as masters train apprentices: the dominant eigenvalue of the Leslie matrix.
     *
     * <p>It is the root of the Euler-Lotka equation {@code Σ recruits[x] × survivors[x] × λ^-(x + 1) = 1}, with survivors[x] the
     * share of newcomers of the first age that is still there at age x.
     *
     * <p>Source: Leslie, On the use of matrices in certain population mathematics, Biometrika 33 (1945).
     *
     * @param recruits for each age: the newcomers of the first age that each one brings in a year, 0 or more
     * @return the factor; 0 if nobody brings in anybody
     * @throws IllegalArgumentException if there are not as many numbers as ages or one is negative
     */
    public double longRunGrowthFactor(double[] recruits) {
        requireStock(recruits, ages());
        double[] net = new double[ages()];
        double survivors = 1;
        double total = 0;
        for (int x = 0; x < net.length; x++) {
            net[x] = recruits[x] * survivors;
            survivors *= survival[x];
            total += net[x];
        }
        if (total == 0) {
            return 0;
        }
        // 1/λ = z solves Σ net[x] z^(x+1) = 1, which rises with z
        DoubleUnaryOperator excess = z -> {
            double sum = 0;
            for (int x = net.length - 1; x >= 0; x--) {
                sum = (sum + net[x]) * z;
            }
            return sum - 1;
        };
        double high = 1;
        while (excess.applyAsDouble(high) < 0) {
            high *= 2;
        }
        return 1 / new BrentSolver(1e-15, 1e-300, 1e-15).findRoot(excess, 0, high);
    }
}
