package dev.saidao.policy.talent;

import java.util.List;

/**
 * Probabilities far from the mean of a sum of independent trials, which are too small to be kept with the others.
 *
 * <p>The trials are made likelier, or less likely, until the number asked for is their mean: {@code q = p e^t / (1 - p + p e^t)}.
 * Around its mean the distribution of those has all its digits, and the probability is {@code P(n) = Q(n) × exp(K(t) - t n)} with
 * {@code K(t) = Σ log(1 - p + p e^t)}.
 *
 * <p>Source: exponential tilting; Esscher, Skandinavisk Aktuarietidskrift 15 (1932).
 */
final class Tail {

    private static final double STEEPEST = 1e4;

    private final List<PoissonBinomial.Group> groups;
    private final double tilt;
    /** The logarithm of what a probability of the tilted trials is to be multiplied by, at the number. */
    private final double weight;

    private Tail(List<PoissonBinomial.Group> groups, int number) {
        this.groups = groups;
        this.tilt = tilt(groups, number);
        this.weight = groups.stream()
                        .mapToDouble(group -> group.trials() * cumulant(group.probability(), tilt))
                        .sum()
                - tilt * number;
    }

    /** The probability of a number: above 0 if it is possible, the least double if it is smaller than that. */
    static double of(List<PoissonBinomial.Group> groups, int number) {
        if (number < least(groups) || number > most(groups)) {
            return 0;
        }
        if (number == most(groups) || number == least(groups)) {
            return atTheEnd(groups, number);
        }
        Tail tail = new Tail(groups, number);
        return notBelowLeast(tail.tilted().kept(number) * Math.exp(tail.weight));
    }

    /** The probability of a number above the mean, or more. */
    static double ofAtLeast(List<PoissonBinomial.Group> groups, int number) {
        if (number > most(groups)) {
            return 0;
        }
        if (number == most(groups)) {
            return atTheEnd(groups, number);
        }
        Tail tail = new Tail(groups, number);
        PoissonBinomial tilted = tail.tilted();
        double sum = 0;
        for (int more = most(groups) - number; more >= 0; more--) {
            sum += tilted.kept(number + more) * Math.exp(-tail.tilt * more);
        }
        return notBelowLeast(sum * Math.exp(tail.weight));
    }

    private static double notBelowLeast(double probability) {
        return Math.max(Double.MIN_VALUE, probability);
    }

    /** All that can succeed do, or all that can fail. */
    private static double atTheEnd(List<PoissonBinomial.Group> groups, int number) {
        boolean all = number == most(groups);
        double log = 0;
        for (PoissonBinomial.Group group : groups) {
            double p = group.probability();
            double of = all ? p : 1 - p;
            // what cannot succeed, or cannot fail, has no part in it
            log += of > 0 ? group.trials() * (all ? Math.log(p) : Math.log1p(-p)) : 0;
        }
        return notBelowLeast(Math.exp(log));
    }

    private static int most(List<PoissonBinomial.Group> groups) {
        return groups.stream()
                .filter(group -> group.probability() > 0)
                .mapToInt(PoissonBinomial.Group::trials)
                .sum();
    }

    private static int least(List<PoissonBinomial.Group> groups) {
        return groups.stream()
                .filter(group -> group.probability() == 1)
                .mapToInt(PoissonBinomial.Group::trials)
                .sum();
    }

    private PoissonBinomial tilted() {
        double factor = Math.exp(-Math.abs(tilt));
        return PoissonBinomial.of(groups.stream()
                .map(group -> new PoissonBinomial.Group(group.trials(), tilted(group.probability(), tilt, factor)))
                .toList());
    }

    /** The probability of a tilted trial, by {@code e^-|tilt|}, which is the same for all. */
    private static double tilted(double p, double tilt, double factor) {
        if (p == 0 || p == 1) {
            return p;
        }
        return tilt >= 0 ? p / (p + (1 - p) * factor) : p * factor / (1 - p + p * factor);
    }

    private static double cumulant(double p, double tilt) {
        if (p == 1) {
            return tilt;
        }
        return tilt >= 0 ? tilt + Math.log(p + (1 - p) * Math.exp(-tilt)) : Math.log1p(p * Math.expm1(tilt));
    }

    /** The tilt with which a number is the mean. */
    private static double tilt(List<PoissonBinomial.Group> groups, int number) {
        double low = -STEEPEST;
        double high = STEEPEST;
        double middle = 0;
        // until no double lies between the two
        while (low < middle && middle < high) {
            if (mean(groups, middle) < number) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return middle;
    }

    private static double mean(List<PoissonBinomial.Group> groups, double tilt) {
        double factor = Math.exp(-Math.abs(tilt));
        double mean = 0;
        for (PoissonBinomial.Group group : groups) {
            mean += group.trials() * tilted(group.probability(), tilt, factor);
        }
        return mean;
    }
}
