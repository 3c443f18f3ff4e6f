package dev.saidao.policy.talent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** People by the year in which they were born, or by {@link #UNKNOWN}. */
final class Cohorts {

    static final int UNKNOWN = Integer.MIN_VALUE;
    private static final int PLACES = 30;

    private final SortedMap<Integer, BigDecimal> people = new TreeMap<>();

    void add(int born, BigDecimal number) {
        if (number.signum() != 0) {
            people.merge(born, number, BigDecimal::add);
        }
    }

    void add(Cohorts others) {
        others.people.forEach(this::add);
    }

    /** Takes people out, who must be there. */
    Cohorts take(Cohorts gone) {
        gone.people.forEach((born, number) -> {
            BigDecimal left = people.getOrDefault(born, BigDecimal.ZERO).subtract(number);
            if (left.signum() == 0) {
                people.remove(born);
            } else {
                people.put(born, left);
            }
        });
        return gone;
    }

    BigDecimal all() {
        return people.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The people by their year of birth. */
    SortedMap<Integer, BigDecimal> byBirth() {
        return people;
    }

    /** Those born up to a year. */
    Cohorts bornUntil(int year) {
        Cohorts older = new Cohorts();
        people.forEach((born, number) -> {
            if (born != UNKNOWN && born <= year) {
                older.add(born, number);
            }
        });
        return older;
    }

    /** A share of each cohort that there was, of those who are still here, with as many places as are counted. */
    Cohorts share(Cohorts all, BigDecimal rate) {
        Cohorts part = new Cohorts();
        people.forEach((born, left) -> part.add(
                born,
                rounded(all.people.getOrDefault(born, BigDecimal.ZERO).multiply(rate))
                        .min(left)));
        return part;
    }

    Cohorts copy() {
        Cohorts copy = new Cohorts();
        copy.add(this);
        return copy;
    }

    /** So many of them, the same share of each cohort as near as can be: what rounding leaves goes to the last cohort. */
    Cohorts spread(BigDecimal number) {
        Cohorts part = new Cohorts();
        BigDecimal all = all();
        BigDecimal left = number;
        for (Map.Entry<Integer, BigDecimal> cohort : people.entrySet()) {
            boolean isLast = cohort.getKey().equals(people.lastKey());
            BigDecimal of = isLast
                    ? left
                    : rounded(cohort.getValue().multiply(number).divide(all, MathContext.DECIMAL128))
                            .min(cohort.getValue())
                            .min(left);
            part.add(cohort.getKey(), of);
            left = left.subtract(of);
        }
        return part;
    }

    /** So many whole people, the same share of each cohort as near as can be: by largest remainder, the older ones first. */
    Cohorts spreadWhole(BigDecimal number) {
        Cohorts part = new Cohorts();
        if (number.signum() == 0) {
            return part;
        }
        if (people.size() == 1) {
            part.add(people.firstKey(), number);
            return part;
        }
        BigDecimal all = all();
        Map<Integer, BigDecimal> remainders = new TreeMap<>();
        BigDecimal left = number;
        for (Map.Entry<Integer, BigDecimal> cohort : people.entrySet()) {
            BigDecimal exact = cohort.getValue().multiply(number).divide(all, MathContext.DECIMAL128);
            BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
            part.add(cohort.getKey(), whole);
            remainders.put(cohort.getKey(), exact.subtract(whole));
            left = left.subtract(whole);
        }
        List<Integer> byRemainder = new ArrayList<>(remainders.keySet());
        byRemainder.sort(Comparator.comparing(remainders::get, Comparator.reverseOrder()));
        for (int born : byRemainder.subList(0, left.intValueExact())) {
            part.add(born, BigDecimal.ONE);
        }
        return part;
    }

    static BigDecimal rounded(BigDecimal exact) {
        return exact.scale() > PLACES ? exact.setScale(PLACES, RoundingMode.HALF_EVEN) : exact;
    }
}
