package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A graded manpower system as a Markov chain with absorption: people stay in a grade, move to another, or leave by one of several
 * ways, with the same probabilities every year. All results are exact fractions, and expected numbers where they count people.
 *
 * <p>With P the transitions between the grades: {@code N = (I - P)^-1} is the fundamental matrix, whose entry (i, j) is the
 * expected number of years that somebody who is in grade i spends in grade j, the present year included. Stocks are counted at the
 * start of a year, just after people came.
 *
 * <p>Example: of juniors 80% stay and 15% become seniors a year, of seniors 70% stay and 20% become partners, of partners 95%
 * stay. Ten juniors a year lead to 50 juniors, 25 seniors and 100 partners.
 *
 * <p>Source: Bartholomew, Forbes and McClean, Statistical Techniques for Manpower Planning (1991); Kemeny and Snell, Finite
 * Markov Chains (1960).
 *
 * @since 0.1
 */
public final class GradedModel {

    private final List<String> grades;
    private final List<String> exits;
    private final BigFraction[][] transitions;
    private final BigFraction[][] leaving;
    private final BigFraction[][] fundamental;

    private GradedModel(List<String> grades, List<String> exits, BigFraction[][] transitions, BigFraction[][] leaving) {
        this.grades = grades;
        this.exits = exits;
        this.transitions = transitions;
        this.leaving = leaving;
        this.fundamental = inverse(transitions);
    }

    /**
     * Returns a model.
     *
     * @param grades the grades, 1 to 50, each named once
     * @param transitions a row for each grade: the shares of its people that are in each grade a year later
     * @param exits the ways to leave, 1 or more, each named once
     * @param leaving a row for each grade: the shares of its people that leave by each way within a year
     * @return the model
     * @throws IllegalArgumentException if a share is below 0; if the shares of a row, exits included, do not make exactly 1; if
     *     somebody can never leave; if names or rows do not fit
     */
    public static GradedModel of(
            List<String> grades,
            List<List<BigDecimal>> transitions,
            List<String> exits,
            List<List<BigDecimal>> leaving) {
        Require.that(
                !grades.isEmpty() && grades.size() <= 50 && !exits.isEmpty(),
                "Model must have 1 to 50 grades and 1 or more exits: %s, %s",
                grades,
                exits);
        requireDistinct(grades, exits);
        BigFraction[][] p = matrix(transitions, grades, grades.size());
        BigFraction[][] e = matrix(leaving, grades, exits.size());
        for (int i = 0; i < p.length; i++) {
            BigFraction sum = sum(p[i]).add(sum(e[i]));
            Require.that(
                    sum.equals(BigFraction.ONE),
                    "Shares of grade %s must make 1, exits included: %s",
                    grades.get(i),
                    sum);
        }
        return new GradedModel(List.copyOf(grades), List.copyOf(exits), p, e);
    }

    private static void requireDistinct(List<String> grades, List<String> exits) {
        Set<String> names = new HashSet<>();
        for (List<String> list : List.of(grades, exits)) {
            for (String name : list) {
                if (!names.add(name)) {
                    throw new IllegalArgumentException("Grades and exits must be named once: " + name);
                }
            }
        }
    }

    private static BigFraction[][] matrix(List<List<BigDecimal>> rows, List<String> grades, int columns) {
        Require.that(
                rows.size() == grades.size(), "Rows must be as many as grades: %s for %s", rows.size(), grades.size());
        BigFraction[][] matrix = new BigFraction[rows.size()][columns];
        for (int i = 0; i < rows.size(); i++) {
            Require.that(
                    rows.get(i).size() == columns,
                    "Row of grade %s must have %s shares: %s",
                    grades.get(i),
                    columns,
                    rows.get(i).size());
            for (int j = 0; j < columns; j++) {
                BigDecimal share = rows.get(i).get(j);
                if (share.signum() < 0) {
                    throw new IllegalArgumentException(
                            "Share of grade " + grades.get(i) + " must be 0 or more: " + share.toPlainString());
                }
                matrix[i][j] = fraction(share);
            }
        }
        return matrix;
    }

    /** Exactly; a double would not be. */
    private static BigFraction fraction(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        return BigFraction.of(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    private static BigFraction sum(BigFraction[] row) {
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction share : row) {
            sum = sum.add(share);
        }
        return sum;
    }

    /** (I - P)^-1 by elimination; fractions need no pivot but one that is not 0. */
    private static BigFraction[][] inverse(BigFraction[][] p) {
        int n = p.length;
        BigFraction[][] a = new BigFraction[n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                BigFraction unit = i == j ? BigFraction.ONE : BigFraction.ZERO;
                a[i][j] = unit.subtract(p[i][j]);
                a[i][n + j] = unit;
            }
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            while (pivot < n && a[pivot][column].signum() == 0) {
                pivot++;
            }
            Require.that(pivot != n, "Everybody must be able to leave in the end");
            BigFraction[] row = a[pivot];
            a[pivot] = a[column];
            a[column] = row;
            BigFraction divisor = row[column];
            for (int j = 0; j < 2 * n; j++) {
                row[j] = row[j].divide(divisor);
            }
            for (int i = 0; i < n; i++) {
                if (i != column && a[i][column].signum() != 0) {
                    BigFraction factor = a[i][column];
                    for (int j = 0; j < 2 * n; j++) {
                        a[i][j] = a[i][j].subtract(factor.multiply(row[j]));
                    }
                }
            }
        }
        BigFraction[][] inverse = new BigFraction[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = Arrays.copyOfRange(a[i], n, 2 * n);
        }
        return inverse;
    }

    private int grade(String name) {
        int index = grades.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("Grade must be one of " + grades + ": " + name);
        }
        return index;
    }

    // ---- absorption ----

    /**
     * Returns the expected number of years that somebody in one grade spends in another, the present year included.
     *
     * @param from the grade in which somebody is
     * @param in the grade in which the years are counted
     * @return the entry of the fundamental matrix
     * @throws IllegalArgumentException if there is no such grade
     */
    public BigFraction yearsIn(String from, String in) {
        return fundamental[grade(from)][grade(in)];
    }

    /**
     * Returns the expected number of years until somebody leaves.
     *
     * @param from the grade in which somebody is
     * @return the years, the present one included
     * @throws IllegalArgumentException if there is no such grade
     */
    public BigFraction yearsUntilLeaving(String from) {
        return sum(fundamental[grade(from)]);
    }

    /**
     * Returns the probability that somebody leaves by one way in the end.
     *
     * @param from the grade in which somebody is
     * @param exit the way
     * @return the probability
     * @throws IllegalArgumentException if there is no such grade or way
     */
    public BigFraction probabilityOfLeavingBy(String from, String exit) {
        int way = exits.indexOf(exit);
        if (way < 0) {
            throw new IllegalArgumentException("Exit must be one of " + exits + ": " + exit);
        }
        BigFraction[] years = fundamental[grade(from)];
        BigFraction sum = BigFraction.ZERO;
        for (int j = 0; j < years.length; j++) {
            sum = sum.add(years[j].multiply(leaving[j][way]));
        }
        return sum;
    }

    /**
     * Returns the probability that somebody is ever in a grade.
     *
     * @param from the grade in which somebody is
     * @param to the other grade
     * @return the probability; 1 for the same grade
     * @throws IllegalArgumentException if there is no such grade
     */
    public BigFraction probabilityOfReaching(String from, String to) {
        int goal = grade(to);
        return fundamental[grade(from)][goal].divide(fundamental[goal][goal]);
    }

    // ---- stocks ----

    /**
     * Returns the stocks that the same recruitment every year leads to.
     *
     * @param recruits how many come into each grade a year, each 0 or more
     * @return the stocks {@code n = R N}, just after people came
     * @throws IllegalArgumentException if there are not as many numbers as grades
     */
    public List<BigFraction> steadyState(List<BigDecimal> recruits) {
        return times(fractions(recruits, "Recruits"), fundamental);
    }

    /**
     * Projects stocks: {@code n(t + 1) = n(t) P + R}.
     *
     * @param stock the stock of each grade
     * @param recruits how many come into each grade a year
     * @param years the number of years, 0 to 1000
     * @return the stocks of each year, the present one first
     * @throws IllegalArgumentException if there are not as many numbers as grades, one is negative, or the years are out of range
     */
    public List<List<BigFraction>> project(List<BigDecimal> stock, List<BigDecimal> recruits, int years) {
        Require.between(years, 0, TalentPlan.MAX_YEARS, "Years");
        List<BigFraction> coming = fractions(recruits, "Recruits");
        List<List<BigFraction>> path = new ArrayList<>();
        path.add(fractions(stock, "Stock"));
        for (int year = 1; year <= years; year++) {
            List<BigFraction> next = times(path.get(year - 1), transitions);
            for (int i = 0; i < next.size(); i++) {
                next.set(i, next.get(i).add(coming.get(i)));
            }
            path.add(List.copyOf(next));
        }
        return List.copyOf(path);
    }

    /**
     * Returns the recruitment that keeps a structure as it is: {@code R = n (I - P)}.
     *
     * @param structure the stock of each grade
     * @return how many come into each grade a year; a negative number says that the grade would have to send people away
     * @throws IllegalArgumentException if there are not as many numbers as grades or one is negative
     */
    public List<BigFraction> recruitsToMaintain(List<BigDecimal> structure) {
        return recruitsToReach(structure, structure, 1);
    }

    /**
     * Returns whether recruitment alone can keep a structure as it is.
     *
     * @param structure the stock of each grade
     * @return whether no grade would have to send people away
     * @throws IllegalArgumentException if there are not as many numbers as grades or one is negative
     */
    public boolean isMaintainable(List<BigDecimal> structure) {
        return recruitsToMaintain(structure).stream().allMatch(recruits -> recruits.signum() >= 0);
    }

    /**
     * Returns what must come in the last of some years, if nobody comes before, to make one structure of another: {@code n' - n
     * P^years}.
     *
     * @param from the stock of each grade now
     * @param to the stock of each grade then
     * @param years the number of years, 1 to 1000
     * @return how many come into each grade; a negative number says that the grade has too many left
     * @throws IllegalArgumentException if there are not as many numbers as grades, one is negative, or the years are out of range
     */
    public List<BigFraction> recruitsToReach(List<BigDecimal> from, List<BigDecimal> to, int years) {
        Require.between(years, 1, TalentPlan.MAX_YEARS, "Years");
        List<BigFraction> left = fractions(from, "Stock");
        for (int year = 0; year < years; year++) {
            left = times(left, transitions);
        }
        List<BigFraction> wanted = fractions(to, "Stock");
        List<BigFraction> recruits = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            recruits.add(wanted.get(i).subtract(left.get(i)));
        }
        return List.copyOf(recruits);
    }

    /**
     * Returns whether recruitment alone can make one structure of another in some years: whether no grade has too many left
     * even if nobody comes before the last year.
     *
     * @param from the stock of each grade now
     * @param to the stock of each grade then
     * @param years the number of years, 1 to 1000
     * @return whether it can
     * @throws IllegalArgumentException if there are not as many numbers as grades, one is negative, or the years are out of range
     */
    public boolean isAttainable(List<BigDecimal> from, List<BigDecimal> to, int years) {
        return recruitsToReach(from, to, years).stream().allMatch(recruits -> recruits.signum() >= 0);
    }

    /**
     * Returns how many must come into a grade each year, for ever, to keep a stock in another.
     *
     * @param into the grade into which people come
     * @param grade the grade whose stock is wanted
     * @param stock the stock wanted
     * @return the expected number a year
     * @throws IllegalArgumentException if there is no such grade, the stock is negative, or nobody gets from one to the other
     */
    public BigFraction recruitsNeeded(String into, String grade, BigDecimal stock) {
        BigFraction years = yearsIn(into, grade);
        Require.that(years.signum() != 0, "Grade must be reached from %s: %s", into, grade);
        return fractions(List.of(stock), "Stock", 1).get(0).divide(years);
    }

    private List<BigFraction> fractions(List<BigDecimal> numbers, String what) {
        return fractions(numbers, what, grades.size());
    }

    private static List<BigFraction> fractions(List<BigDecimal> numbers, String what, int size) {
        Require.that(numbers.size() == size, "%s must be as many as grades: %s for %s", what, numbers.size(), size);
        List<BigFraction> result = new ArrayList<>();
        for (BigDecimal number : numbers) {
            if (number.signum() < 0) {
                throw new IllegalArgumentException(what + " must be 0 or more: " + number.toPlainString());
            }
            result.add(fraction(number));
        }
        return result;
    }

    private static List<BigFraction> times(List<BigFraction> row, BigFraction[][] matrix) {
        List<BigFraction> result = new ArrayList<>();
        for (int j = 0; j < matrix.length; j++) {
            BigFraction sum = BigFraction.ZERO;
            for (int i = 0; i < matrix.length; i++) {
                sum = sum.add(row.get(i).multiply(matrix[i][j]));
            }
            result.add(sum);
        }
        return result;
    }
}
