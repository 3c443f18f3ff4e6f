package dev.saidao.samples.programs;

import dev.saidao.core.audit.ClaimOutcome;
import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.samples.programs.ClaimReader.Rate;
import java.util.List;

/** Says why a claim was judged as it was. */
final class ClaimWords {

    private final boolean chinese;

    ClaimWords(Language language) {
        this.chinese = language == Language.zh;
    }

    String missing(List<String> columns) {
        return text("missing: ", "缺少:") + String.join(", ", columns);
    }

    String noStep(int first, int last) {
        return text("the last year must be later than the first: ", "末年须晚于首年:") + first + ", " + last;
    }

    String noRate(ReadNumber rate) {
        return text("no growth rate but ", "并非增长率:") + rate.unit();
    }

    String reason(GrowthClaim claim, ClaimOutcome outcome, Rate rate) {
        CsvText text = new CsvText();
        reason(claim, outcome, rate, text);
        return text.toString();
    }

    /** Writes the reason, which has no comma or quote in it unless the claim is not checkable. */
    void reason(GrowthClaim claim, ClaimOutcome outcome, Rate rate, CsvText to) {
        switch (outcome.verdict()) {
            case AGREES -> to.text(text("the printed sizes imply the printed rate", "由印出的规模可得印出的增长率"));
            case AGREES_WITHIN_ROUNDING ->
                to.text(text(
                        "the rate follows if digits are off by half a unit of the last place", "末位数字有半个单位之差时可得该增长率"));
            case AGREES_AS_BOUND -> to.text(text("only because of the words beside the numbers", "仅因数字旁的限定词而一致"));
            case AGREES_UNDER_OTHER_CONVENTION, CONTRADICTS -> apart(outcome, rate, to);
            case NOT_CHECKABLE -> to.text(notCheckable(claim, outcome));
        }
        if (outcome.isWeak()) {
            to.text(text("; weak: a rate a quarter higher or lower would agree as well", ";说明力弱:增长率增减四分之一也仍然一致"));
        }
    }

    private void apart(ClaimOutcome outcome, Rate rate, CsvText to) {
        to.text(text("the sizes imply ", "规模推得 "));
        range(100 * outcome.impliedLow(), 100 * outcome.impliedHigh(), to);
        to.text(text(" a year; printed ", ";印出 "));
        range(rate.low(), rate.high(), to);
        if (outcome.gapInPercentagePoints() > 0) {
            to.text(text("; apart by ", ";相差 "));
            to.brief(outcome.gapInPercentagePoints());
            to.text(text(" percentage points", " 个百分点"));
        }
    }

    /** A range in per cent; an end that is infinite is none. */
    private void range(double low, double high, CsvText to) {
        if (Double.isInfinite(high)) {
            to.text(Double.isInfinite(low) ? text("anything", "任意值") : text("at least ", "至少 "));
        } else if (Double.isInfinite(low)) {
            to.text(text("at most ", "至多 "));
        }
        if (!Double.isInfinite(low)) {
            to.brief(low);
            to.text(Double.isInfinite(high) ? "%" : text(" to ", " 至 "));
        }
        if (!Double.isInfinite(high)) {
            to.brief(high);
            to.text("%");
        }
    }

    private String notCheckable(GrowthClaim claim, ClaimOutcome outcome) {
        if (!claim.base().unit().equals(claim.end().unit())) {
            return text("the sizes are in two units: ", "规模为两种单位:")
                    + claim.base().unit() + ", " + claim.end().unit();
        }
        if (Double.isNaN(outcome.impliedRate())) {
            return text("sizes must be positive", "规模须为正数");
        }
        return text("the rate speaks of ", "增长率所指年份:")
                + claim.ratePeriod().map(ReferencePeriod::toString).orElse("")
                + text(", the sizes of ", ";规模所指年份:") + claim.firstYear() + "/" + claim.lastYear();
    }

    private String text(String en, String zh) {
        return chinese ? zh : en;
    }
}
