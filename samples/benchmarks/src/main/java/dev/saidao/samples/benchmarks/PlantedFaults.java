package dev.saidao.samples.benchmarks;

import dev.saidao.core.audit.ClaimOutcome;
import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.RankedChange;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Plants faults in true growth claims and counts what an audit says of them, as a table in Markdown. The seed is fixed.
 *
 * <p>A true claim has a base of 1 to 900 bn, 4 to 10 steps and a rate of 3% to 40%, and is printed with three to five digits and rates of
 * one decimal (fine), or with two digits and whole rates (coarse); without words, with "over" beside an end that is cut off, or with "about" beside
 * the base. The rate is that of the printed sizes, as publishers compute it, but for true claims, where each number is rounded by
 * itself.
 */
public final class PlantedFaults {

    private static final long SEED = 20261127;
    private static final int CLAIMS = 10_000;
    private static final Unit DOLLARS = Unit.parse("USD");
    private static final ReadingConvention STRICT = ReadingConvention.strict();
    private static final GrowthClaimAuditor AUDITOR = GrowthClaimAuditor.withDefaults();
    /** Yuan per dollar, Federal Reserve G.5A, 2018 to 2024. */
    private static final double[] YUAN = {6.6090, 6.9081, 6.9042, 6.4508, 6.7290, 7.0809, 7.1957};

    private PlantedFaults() {}

    /** What is wrong with a claim, and the repairs that are right. */
    private enum Fault {
        NONE("nothing"),
        STEP_MORE("one step more", "n+1", "base-year-before"),
        STEP_LESS("one step less", "n-1", "base-year-after"),
        END_TIMES_10("end times 10", "end/10", "base*10"),
        BASE_TIMES_10("base times 10", "base/10", "end*10"),
        END_BY_1000("end divided by 1000", "end*1000", "base/1000"),
        END_BY_1000_AND_REST("end divided by 1000, rate off by 0.2 points", "end*1000", "base/1000"),
        TOTAL("growth of the whole span", "total-growth"),
        SIMPLE("simple average", "simple-average"),
        INCREASE("increase for the end", "grew-by"),
        YUAN_FOR_DOLLARS("base in yuan", "base-in-CNY"),
        GROWN_BEFORE("counted from the year before, its growth printed", "base-grown-before"),
        LATER_BASE("counted from the year after, as the source says", "later-base"),
        RATE_CUT_OFF("rate cut off", "truncated"),
        POINTS("points a year between shares", "percentage-points-a-year"),
        RANDOM("rate off by 0.3 to 5 points"),
        FAR("end off by a factor of 1.5 to 50"),
        TRANSPOSED("two digits of the end exchanged");

        private final String text;
        private final Set<String> right;

        Fault(String text, String... right) {
            this.text = text;
            this.right = Set.of(right);
        }

        boolean hasCause() {
            return !right.isEmpty();
        }
    }

    /** How a claim is printed. */
    private enum Form {
        FINE("fine", Qualifier.NONE, Qualifier.NONE),
        FINE_OVER("fine, over", Qualifier.NONE, Qualifier.MORE_THAN),
        FINE_ABOUT("fine, about", Qualifier.ABOUT, Qualifier.NONE),
        COARSE("coarse", Qualifier.NONE, Qualifier.NONE),
        COARSE_OVER("coarse, over", Qualifier.NONE, Qualifier.MORE_THAN);

        private final String text;
        private final Qualifier ofBase;
        private final Qualifier ofEnd;

        Form(String text, Qualifier ofBase, Qualifier ofEnd) {
            this.text = text;
            this.ofBase = ofBase;
            this.ofEnd = ofEnd;
        }

        boolean isFine() {
            return !EnumSet.of(COARSE, COARSE_OVER).contains(this);
        }
    }

    /** Counts of one kind of fault in one form. */
    private static final class Count {
        private int planted;
        private int found;
        private int first;
        private int amongThree;
        private int excused;
        private int silent;

        void add(Fault fault, ClaimOutcome outcome) {
            planted++;
            if (outcome.verdict().isAgreement()) {
                return;
            }
            found++;
            List<String> codes =
                    outcome.repairs().stream().map(RankedChange::code).toList();
            first += !codes.isEmpty() && fault.right.contains(codes.get(0)) ? 1 : 0;
            amongThree += codes.stream().limit(3).anyMatch(fault.right::contains) ? 1 : 0;
            boolean rightly = outcome.convention()
                    .filter(change -> fault.right.contains(change.code()))
                    .isPresent();
            excused += outcome.verdict() == Verdict.AGREES_UNDER_OTHER_CONVENTION && !rightly ? 1 : 0;
            silent += codes.isEmpty() ? 1 : 0;
        }
    }

    /**
     * Prints the table.
     *
     * @param arguments how many claims for each fault and form, 10,000 if left out
     */
    public static void main(String[] arguments) {
        int claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CLAIMS;
        System.out.println(
                "| fault | printed | found | first repair right | among three | no repair | falsely excused | falsely accused |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        long ofFault = SEED - 31;
        for (Fault fault : Fault.values()) {
            ofFault += 31;
            long seed = ofFault;
            for (Form form : Form.values()) {
                Random random = new Random(seed++);
                Count count = new Count();
                // some faults cannot be seen beside a word: a rate that is too high is not above "over"
                for (int tries = 0; count.planted < claims && tries < 10 * claims; tries++) {
                    claim(fault, form, random)
                            .map(AUDITOR::audit)
                            .filter(outcome -> outcome.verdict() != Verdict.NOT_CHECKABLE)
                            .ifPresent(outcome -> count.add(fault, outcome));
                }
                if (count.planted == claims) {
                    System.out.println(row(fault, form, count));
                }
            }
        }
    }

    private static String row(Fault fault, Form form, Count count) {
        boolean none = fault == Fault.NONE;
        return String.join(
                " | ",
                "| " + fault.text,
                form.text,
                none ? "" : percent(count.found, count.planted),
                fault.hasCause() ? percent(count.first, count.found) : "",
                fault.hasCause() ? percent(count.amongThree, count.found) : "",
                none || fault.hasCause() ? "" : percent(count.silent, count.found),
                none ? "" : percent(count.excused, count.found),
                (none ? percent(count.found, count.planted) : "") + " |");
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    // ---- claims ----

    private static Optional<GrowthClaim> claim(Fault fault, Form form, Random random) {
        int steps = 4 + random.nextInt(7);
        int year = 2018 + random.nextInt(7);
        double rate = 0.03 + 0.37 * random.nextDouble();
        double trueBase = 1 + 899 * random.nextDouble();
        int digits = form.isFine() ? 3 + random.nextInt(3) : 2;
        BigDecimal base = rounded(trueBase, digits, RoundingMode.HALF_UP);
        BigDecimal end = rounded(
                base.doubleValue() * Math.pow(1 + rate, steps),
                digits,
                form.ofEnd == Qualifier.MORE_THAN ? RoundingMode.DOWN : RoundingMode.HALF_UP);
        double quotient = end.doubleValue() / base.doubleValue();
        double exact = Math.pow(quotient, 1.0 / steps) - 1;
        Optional<ReferencePeriod> ratePeriod = Optional.empty();
        Optional<GrowthClaim.StartGrowth> growth = Optional.empty();
        double printed = exact;
        switch (fault) {
            case NONE -> {
                base = rounded(trueBase, digits, RoundingMode.HALF_UP);
                end = rounded(
                        trueBase * Math.pow(1 + rate, steps),
                        digits,
                        form.ofEnd == Qualifier.MORE_THAN ? RoundingMode.DOWN : RoundingMode.HALF_UP);
                printed = rate;
            }
            case STEP_MORE -> printed = Math.pow(quotient, 1.0 / (steps + 1)) - 1;
            case STEP_LESS -> printed = Math.pow(quotient, 1.0 / (steps - 1)) - 1;
            case END_TIMES_10 -> end = rounded(10 * end.doubleValue(), digits, RoundingMode.HALF_UP);
            case BASE_TIMES_10 -> base = rounded(10 * base.doubleValue(), digits, RoundingMode.HALF_UP);
            case END_BY_1000 -> end = rounded(end.doubleValue() / 1000, digits, RoundingMode.HALF_UP);
            case END_BY_1000_AND_REST -> {
                end = rounded(end.doubleValue() / 1000, digits, RoundingMode.HALF_UP);
                printed = exact + 0.002;
            }
            case TOTAL -> printed = quotient - 1;
            case SIMPLE -> printed = (quotient - 1) / steps;
            case INCREASE -> end = rounded(end.doubleValue() - base.doubleValue(), digits, RoundingMode.HALF_UP);
            case YUAN_FOR_DOLLARS ->
                base = rounded(base.doubleValue() * YUAN[year - 2018], digits, RoundingMode.HALF_UP);
            case GROWN_BEFORE -> {
                double into = rate * 2 * random.nextDouble();
                printed = Math.pow(quotient * (1 + into), 1.0 / (steps + 1)) - 1;
                growth = Optional.of(new GrowthClaim.StartGrowth(rate(into, form), year));
            }
            case LATER_BASE -> {
                double into = rate * 2 * random.nextDouble();
                printed = Math.pow(quotient / (1 + into), 1.0 / (steps - 1)) - 1;
                ratePeriod = Optional.of(ReferencePeriod.span(year + 1, year + steps));
            }
            case RATE_CUT_OFF -> {
                int decimals = form.isFine() ? 3 : 2;
                printed = new BigDecimal(exact)
                        .setScale(decimals, RoundingMode.DOWN)
                        .doubleValue();
            }
            case RANDOM -> {
                double off = (0.003 + 0.047 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
                printed = Math.max(0.005, exact + off);
            }
            case FAR -> {
                double by = Math.exp(Math.log(1.5) + Math.log(50 / 1.5) * random.nextDouble());
                double far = random.nextBoolean() ? end.doubleValue() * by : end.doubleValue() / by;
                end = rounded(far, digits, RoundingMode.HALF_UP);
            }
            case TRANSPOSED -> end = transposed(end, random);
            case POINTS -> {
                return points(form, steps, year, digits, random);
            }
        }
        // a word of a bound that points the other way leaves nothing to be found
        boolean saysNothing = form.ofEnd == Qualifier.MORE_THAN
                && printed >= Math.pow(end.doubleValue() / base.doubleValue(), 1.0 / steps) - 1
                && fault != Fault.NONE;
        return saysNothing || end.signum() <= 0
                ? Optional.empty()
                : Optional.of(new GrowthClaim(
                        size(base, form.ofBase),
                        size(end, form.ofEnd),
                        rate(printed, form),
                        year,
                        year + steps,
                        ratePeriod,
                        growth));
    }

    /** Shares, whose difference in a year is printed as if it were a rate. */
    private static Optional<GrowthClaim> points(Form form, int steps, int year, int digits, Random random) {
        BigDecimal base = rounded(5 + 40 * random.nextDouble(), digits, RoundingMode.HALF_UP);
        BigDecimal end = rounded(base.doubleValue() + 5 + 45 * random.nextDouble(), digits, RoundingMode.HALF_UP);
        double printed = (end.doubleValue() - base.doubleValue()) / steps / 100;
        boolean saysNothing = form.ofEnd == Qualifier.MORE_THAN
                && printed >= Math.pow(end.doubleValue() / base.doubleValue(), 1.0 / steps) - 1;
        return saysNothing
                ? Optional.empty()
                : Optional.of(new GrowthClaim(
                        share(base, form.ofBase),
                        share(end, form.ofEnd),
                        rate(printed, form),
                        year,
                        year + steps,
                        Optional.empty()));
    }

    /** The number with two neighbouring digits exchanged that differ; zero if there are none. */
    private static BigDecimal transposed(BigDecimal number, Random random) {
        char[] digits = number.toPlainString().toCharArray();
        int from = random.nextInt(digits.length);
        for (int i = 0; i < digits.length - 1; i++) {
            int at = (from + i) % (digits.length - 1);
            if (Character.isDigit(digits[at]) && Character.isDigit(digits[at + 1]) && digits[at] != digits[at + 1]) {
                char first = digits[at];
                digits[at] = digits[at + 1];
                digits[at + 1] = first;
                return new BigDecimal(new String(digits));
            }
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal rounded(double value, int digits, RoundingMode mode) {
        BigDecimal exact = new BigDecimal(value);
        int whole = exact.precision() - exact.scale();
        return exact.setScale(Math.max(0, digits - whole), mode);
    }

    private static ReadNumber size(BigDecimal billions, Qualifier qualifier) {
        return ReadNumber.of(
                PrintedNumber.of(billions.toPlainString(), UnitMultiplier.BILLION, DOLLARS, qualifier), STRICT);
    }

    private static ReadNumber share(BigDecimal percent, Qualifier qualifier) {
        return ReadNumber.of(
                PrintedNumber.of(percent.toPlainString(), UnitMultiplier.PERCENT, Unit.SHARE, qualifier), STRICT);
    }

    private static ReadNumber rate(double rate, Form form) {
        String digits = new BigDecimal(100 * rate)
                .setScale(form.isFine() ? 1 : 0, RoundingMode.HALF_UP)
                .toPlainString();
        return ReadNumber.of(
                PrintedNumber.of(digits, UnitMultiplier.PERCENT, Unit.GROWTH_RATE, Qualifier.NONE), STRICT);
    }
}
