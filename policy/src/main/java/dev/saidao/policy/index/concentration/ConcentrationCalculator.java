package dev.saidao.policy.index.concentration;

import dev.saidao.core.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Measures how unevenly something is spread, such as a market over firms or an industry over districts. Sizes have one unit, are
 * 0 or more and not all 0, and at most 1e150.
 *
 * @since 0.1
 */
public final class ConcentrationCalculator {

    private static final double MOST = 1e150;
    private static final ConcentrationCalculator DEFAULTS = new ConcentrationCalculator();

    private ConcentrationCalculator() {}

    /** {@return the calculator} */
    public static ConcentrationCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Computes the Herfindahl index {@code Σ s²} of shares s.
     *
     * <p>Example: three of equal size have 1/3.
     *
     * @param sizes the sizes
     * @return the index, from 1 / n if all are equal to 1 if one has all
     * @throws IllegalArgumentException if the sizes are out of range
     */
    public double herfindahlIndex(List<Double> sizes) {
        return Arrays.stream(shares(sizes)).map(share -> share * share).sum();
    }

    /**
     * Computes the normalized Herfindahl index {@code (H - 1 / n) / (1 - 1 / n)}, comparable between numbers of parts.
     *
     * @param sizes the sizes, two or more
     * @return the index, from 0 if all are equal to 1 if one has all
     * @throws IllegalArgumentException if the sizes are out of range or fewer than two
     */
    public double normalizedHerfindahlIndex(List<Double> sizes) {
        Require.atLeast(sizes.size(), 2, "Number of sizes");
        double least = 1.0 / sizes.size();
        return Math.max(0, (herfindahlIndex(sizes) - least) / (1 - least));
    }

    /**
     * Computes the equivalent number {@code 1 / H}: how many of equal size have the same Herfindahl index.
     *
     * @param sizes the sizes
     * @return the number, from 1 if one has all to n if all are equal
     * @throws IllegalArgumentException if the sizes are out of range
     */
    public double equivalentNumber(List<Double> sizes) {
        return 1 / herfindahlIndex(sizes);
    }

    /**
     * Computes the Hoover index {@code Σ |s - 1 / n| / 2}: the share that would have to move for all to be equal.
     *
     * @param sizes the sizes
     * @return the index, from 0 if all are equal to 1 - 1 / n if one has all
     * @throws IllegalArgumentException if the sizes are out of range
     */
    public double hooverIndex(List<Double> sizes) {
        return Arrays.stream(shares(sizes))
                        .map(share -> Math.abs(share - 1.0 / sizes.size()))
                        .sum()
                / 2;
    }

    /**
     * Computes the Gini coefficient {@code Σ_i Σ_j |x_i - x_j| / (2 n Σ x)}.
     *
     * <p>Example: 0, 0, 0 and 1 have 3/4.
     *
     * @param sizes the sizes
     * @return the coefficient, from 0 if all are equal to 1 - 1 / n if one has all
     * @throws IllegalArgumentException if the sizes are out of range
     */
    public double giniCoefficient(List<Double> sizes) {
        double[] shares = Arrays.stream(shares(sizes)).sorted().toArray();
        int n = shares.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (2.0 * i + 1 - n) * shares[i];
        }
        return Math.max(0, sum / n);
    }

    /**
     * Computes the Gini coefficient of values that hold for groups of different size, such as incomes of regions by their people:
     * {@code Σ_i Σ_j w_i w_j |x_i - x_j| / (2 Σ w x)} with shares w of the weights.
     *
     * <p>Example: 1 for 3 people and 5 for 1 have 3/8, as 1, 1, 1 and 5 have.
     *
     * @param values the value of each group
     * @param weights the size of each group, in the same order
     * @return the coefficient, from 0 if all are equal, below 1
     * @throws IllegalArgumentException if values or weights are out of range or their numbers differ
     */
    public double weightedGini(List<Double> values, List<Double> weights) {
        requireAsMany(values, weights, "Weights");
        double[] ofWeights = shares(weights);
        double[] ofValues = shares(values);
        List<Double> totals = new ArrayList<>();
        for (int i = 0; i < ofValues.length; i++) {
            totals.add(ofValues[i] * ofWeights[i]);
        }
        return between(shares(totals), ofWeights);
    }

    /**
     * Computes the locational Gini coefficient of a sector: how unevenly it is spread over places, measured by all that is there.
     * It is the coefficient of the location quotients, weighted by the places.
     *
     * <p>Source: Krugman (1991), Geography and Trade, appendix D.
     *
     * @param sizes the size of the sector in each place
     * @param totals the size of all sectors in the same places
     * @return the coefficient, from 0 if the sector is as large a part everywhere, below 1
     * @throws IllegalArgumentException if sizes are out of range or the places differ; where the sector is not, its size is 0
     */
    public double locationalGini(Map<String, Double> sizes, Map<String, Double> totals) {
        return between(sizes, totals, "Places");
    }

    /**
     * Computes the specialization Gini coefficient of a place: how far its sectors are from those of a reference area. It is the
     * coefficient of the location quotients, weighted by the sectors of that area.
     *
     * @param sizes the size of each sector in the place
     * @param reference the size of the same sectors in the reference area
     * @return the coefficient, from 0 if the structure is the same, below 1
     * @throws IllegalArgumentException if sizes are out of range or the sectors differ; a sector that is not there has size 0
     */
    public double specializationGini(Map<String, Double> sizes, Map<String, Double> reference) {
        return between(sizes, reference, "Sectors");
    }

    private static double between(Map<String, Double> sizes, Map<String, Double> others, String what) {
        requireSameNames(sizes, others, what);
        List<String> names = sizes.keySet().stream().sorted().toList();
        return between(
                shares(names.stream().map(sizes::get).toList()),
                shares(names.stream().map(others::get).toList()));
    }

    /** Twice the area between the Lorenz curve of shares over other shares and the diagonal. */
    private static double between(double[] shares, double[] others) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.abs(shares[i] * others[j] - shares[j] * others[i]);
            }
        }
        return sum;
    }

    private static void requireAsMany(List<Double> values, List<Double> others, String what) {
        Require.that(
                values.size() == others.size(),
                "%s must be as many as values: %s, %s",
                what,
                others.size(),
                values.size());
    }

    private static void requireSameNames(Map<String, Double> sizes, Map<String, Double> others, String what) {
        Require.that(
                sizes.keySet().equals(others.keySet()),
                "%s must be the same in both: %s, %s",
                what,
                sizes.keySet().stream().sorted().toList(),
                others.keySet().stream().sorted().toList());
    }

    /**
     * Computes Theil's T {@code Σ s ln(n s)} of shares s; 0 counts as 0.
     *
     * @param sizes the sizes
     * @return the index, from 0 if all are equal to ln n if one has all
     * @throws IllegalArgumentException if the sizes are out of range
     */
    public double theilT(List<Double> sizes) {
        double[] shares = shares(sizes);
        double sum = Arrays.stream(shares)
                .filter(share -> share > 0)
                .map(share -> share * Math.log(shares.length * share))
                .sum();
        return Math.max(0, sum);
    }

    /**
     * Computes Theil's L, the mean log deviation {@code - (1 / n) Σ ln(n s)} of shares s.
     *
     * @param sizes the sizes, all positive
     * @return the index, 0 if all are equal, without an upper end
     * @throws IllegalArgumentException if the sizes are out of range or one is 0
     */
    public double theilL(List<Double> sizes) {
        double[] shares = shares(sizes);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] == 0) {
                throw new IllegalArgumentException(
                        "Size must be a positive part of the sum for Theil's L: " + sizes.get(i));
            }
        }
        return Math.max(
                0,
                -Arrays.stream(shares)
                        .map(share -> Math.log(shares.length * share))
                        .average()
                        .orElse(0));
    }

    /**
     * Computes Krugman's specialization index {@code Σ |a - b|} of the shares of each sector in two places.
     *
     * @param sizes the sizes of the sectors in one place
     * @param others the sizes of the same sectors, in the same order, in another place or everywhere
     * @return the index, from 0 if the structure is the same to 2 if no sector is in both
     * @throws IllegalArgumentException if sizes are out of range or their numbers differ
     */
    public double krugmanIndex(List<Double> sizes, List<Double> others) {
        Require.that(
                sizes.size() == others.size(),
                "Sectors must be the same in both places: %s, %s",
                sizes.size(),
                others.size());
        double[] a = shares(sizes);
        double[] b = shares(others);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }

    /**
     * Computes Krugman's index of sectors by name, whatever their order.
     *
     * @param sizes the sizes of the sectors in one place
     * @param others the sizes of the same sectors in another place or everywhere
     * @return the index, as of the other method
     * @throws IllegalArgumentException if sizes are out of range or the sectors differ; a sector that is not there has size 0
     */
    public double krugmanIndex(Map<String, Double> sizes, Map<String, Double> others) {
        List<String> sectors = sizes.keySet().stream().sorted().toList();
        Require.that(
                sizes.keySet().equals(others.keySet()),
                "Sectors must be the same in both places: %s, %s",
                sectors,
                others.keySet().stream().sorted().toList());
        return krugmanIndex(
                sectors.stream().map(sizes::get).toList(),
                sectors.stream().map(others::get).toList());
    }

    /**
     * Computes the location quotient {@code (part / whole) / (reference part / reference whole)}: above 1 where a sector is
     * stronger than in the reference area.
     *
     * @param part the size of a sector in a place, 0 or more
     * @param whole the size of all sectors there, positive, not below the part
     * @param referencePart the size of the sector in the reference area, positive
     * @param referenceWhole the size of all sectors there, not below the part
     * @return the quotient, 0 or more
     * @throws IllegalArgumentException if a size is out of range
     */
    public double locationQuotient(double part, double whole, double referencePart, double referenceWhole) {
        requireSize(part);
        requireSize(whole);
        requireSize(referencePart);
        requireSize(referenceWhole);
        Require.that(whole > 0 && part <= whole, "Whole must be positive and not below its part: %s, %s", part, whole);
        Require.that(
                referencePart > 0 && referencePart <= referenceWhole,
                "Reference part must be positive and not above its whole: %s, %s",
                referencePart,
                referenceWhole);
        return part / whole / (referencePart / referenceWhole);
    }

    private static double[] shares(List<Double> sizes) {
        sizes.forEach(ConcentrationCalculator::requireSize);
        double highest = sizes.stream().mapToDouble(size -> size).max().orElse(0);
        if (highest == 0) {
            throw new IllegalArgumentException("A size must be above 0: " + (sizes.isEmpty() ? "none" : "all are 0"));
        }
        // on the largest, so that the sum neither overflows nor vanishes
        double sum = sizes.stream().mapToDouble(size -> size / highest).sum();
        return sizes.stream().mapToDouble(size -> size / highest / sum).toArray();
    }

    private static void requireSize(double size) {
        if (!(size >= 0 && size <= MOST)) {
            throw new IllegalArgumentException("Size must be 0 to 1e150: " + size);
        }
    }
}
