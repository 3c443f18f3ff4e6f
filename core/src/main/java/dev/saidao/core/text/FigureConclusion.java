package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.FigureReading.Sense;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a reading of what the words of a figure have said together, or refuses it. */
final class FigureConclusion {

    private static final Pattern PERIODIC =
            Pattern.compile("(?<![a-z])(?:[ymq][-/]?o?[-/]?[ymq]|year|month|quarter|annual)(?![a-z])");

    private final FigureDraft draft;
    private final FigureDensity density;

    FigureConclusion(FigureDraft draft, FigureDensity density) {
        this.draft = draft;
        this.density = density;
    }

    /**
     * The reading.
     *
     * @throws FigureParseException if what the words say does not go together, or is not certain
     */
    FigureReading finished() {
        if (draft.directions > 1 || (draft.rise && draft.fall)) {
            throw draft.error("Figure must say one direction", "涨跌方向须唯一", draft.start);
        }
        if (draft.undirected && !(draft.directed || draft.rise || draft.fall)) {
            throw draft.error(
                    "Number beside 前年比 must say that it is a growth and no ratio: write a sign, 増 or 減",
                    "前年比 之后的数须写明是增减而不是比率：请写正负号、増或減",
                    draft.start);
        }
        // the top 10 and the top 10% are ranks; to top $1bn is to be above it
        if (draft.top && !draft.scaled && (draft.unit == null || draft.unit.kind() != Unit.Kind.MONEY)) {
            throw draft.error(
                    "Figure must be an amount and not a rank such as the top 10", "数字须为量，不是前10之类的名次", draft.start);
        }
        if (!draft.other.isEmpty() && (Unit.PERCENTAGE_POINTS.equals(draft.unit) || Unit.MULTIPLE.equals(draft.unit))) {
            throw draft.comparison(draft.other, draft.start);
        }
        if (draft.ordinaryWord && !draft.scaled) {
            throw draft.error(
                    "Currency must be certain: TOP and ALL are words too", "货币须确定：TOP、ALL 也是普通单词", draft.start);
        }
        if (draft.from && draft.upper != null && (draft.rise || draft.fall)) {
            throw draft.error(
                    "Change must be its size or its end, and not from one number to another",
                    "变动须写幅度或终值，不能写由何数至何数",
                    draft.start);
        }
        // 1.120 Mio. Euro: the words are of a language with decimal commas
        if (draft.uncertain != 0 && draft.comma > 0 && draft.decimalSign.isEmpty()) {
            boolean swiss = draft.unit != null && draft.unit.toString().equals("CHF");
            if (swiss || (draft.uncertain == ',' && draft.comma == 1)) {
                throw draft.error("Decimal sign must be certain", "小数点须确定", draft.start);
            }
            FigureParser again =
                    new FigureParser(draft.text, draft.expected, Optional.of(DecimalSign.COMMA), draft.inPlace);
            return draft.inPlace ? again.at(draft.start) : again.whole();
        }
        // 12.000 €: the order of languages that group by points; codes stand behind numbers of any language
        boolean moneyBehind = draft.unit != null
                && draft.unit.kind() == Unit.Kind.MONEY
                && !draft.isMoneyBefore
                && draft.folded.charAt(draft.unitIndex) < '\u2e80'
                && draft.codeAt(draft.unitIndex) == null;
        if (draft.uncertain == '.' && moneyBehind && !draft.scaled && draft.decimalSign.isEmpty()) {
            throw draft.error("Decimal sign must be certain", "小数点须确定", draft.start);
        }
        if (draft.fall && !draft.halved && Unit.MULTIPLE.equals(draft.unit)) {
            throw draft.error("Decline must not be a number of times", "下降不得以倍计", draft.unitIndex);
        }
        if (draft.fall) {
            turnDown();
        }
        // more than halved is less than a half
        draft.qualifier = draft.halved ? turned(draft.qualifier) : draft.qualifier;
        Unit found = resolved();
        Unit agreed =
                draft.expected.isPresent() ? agreed(found, draft.expected.get()) : found == null ? Unit.NUMBER : found;
        if (draft.shortened && found != null && draft.expected.isEmpty() && found.kind() == Unit.Kind.COUNT) {
            throw draft.error("Numeral must have its last unit before a noun", "量词前的数词不得省略末位单位", draft.start);
        }
        if (draft.neighbours && found == null && draft.expected.isEmpty() && !draft.scaled) {
            throw draft.error(
                    "Two numerals side by side must have a unit: 两三个, 十四五家", "相邻数词须带单位，如两三个、十四五家", draft.start);
        }
        Sense sense = sense(agreed);
        boolean said = found != null && (draft.unit != null || !found.equals(Unit.GROWTH_RATE));
        return new FigureReading(printed(agreed), sense, said, draft.hasMore, draft.status, draft.start, draft.index);
    }

    private PrintedNumber printed(Unit agreed) {
        UnitMultiplier multiplier = UnitMultiplier.ofExponent(draft.exponent).orElse(null);
        String plain = draft.digits;
        String plainUpper = draft.upper;
        if (multiplier == null) {
            multiplier = UnitMultiplier.ONE;
            plain = new BigDecimal(draft.digits).movePointRight(draft.exponent).toPlainString();
            plainUpper = draft.upper == null
                    ? null
                    : new BigDecimal(draft.upper).movePointRight(draft.exponent).toPlainString();
        } else if (multiplier == UnitMultiplier.TRILLION
                && (draft.folded.indexOf('万') >= 0 || draft.folded.indexOf('萬') >= 0)) {
            multiplier = UnitMultiplier.WAN_YI;
        }
        boolean rate = agreed.equals(Unit.GROWTH_RATE) || agreed.equals(Unit.SHARE);
        if (rate && draft.unit == null && new BigDecimal(draft.digits).abs().compareTo(BigDecimal.ONE) > 0) {
            throw new FigureParseException(
                    Label.of("Rate must have a % sign or be a fraction up to 1", "比率须带百分号，或为不大于1的小数"),
                    draft.text,
                    draft.start,
                    Optional.of(draft.text + "%"));
        }
        try {
            return plainUpper == null
                    ? PrintedNumber.of(plain, multiplier, agreed, draft.qualifier)
                    : PrintedNumber.range(plain, plainUpper, multiplier, agreed, draft.qualifier);
        } catch (IllegalArgumentException e) {
            Label rule = RuleTexts.label(String.valueOf(e.getMessage()));
            throw draft.error(rule.en(), rule.zh(), draft.start);
        }
    }

    /** A decline is a negative number; what is more than it lies below it. */
    private void turnDown() {
        boolean signed = draft.digits.startsWith("-")
                || (draft.unit != null && draft.unit.kind() == Unit.Kind.COUNT && draft.measured && !draft.step);
        if (draft.digits.startsWith("-")) {
            throw draft.error("Decline must be a number without a minus", "下降的数不得再带负号", draft.start);
        }
        if (signed || isZero(draft.digits)) {
            draft.fall = false;
        }
        String low = draft.digits;
        draft.digits = isZero(low) ? low : "-" + low;
        if (draft.upper != null) {
            String high = draft.upper;
            draft.upper = draft.digits;
            draft.digits = "-" + high;
        }
        draft.qualifier = turned(draft.qualifier);
    }

    /** The qualifier of a number that was counted downwards. */
    private static Qualifier turned(Qualifier qualifier) {
        return switch (qualifier) {
            case MORE_THAN -> Qualifier.LESS_THAN;
            case LESS_THAN -> Qualifier.MORE_THAN;
            case AT_LEAST -> Qualifier.AT_MOST;
            case AT_MOST -> Qualifier.AT_LEAST;
            // a little less of a decline lies above it
            case NEARLY -> Qualifier.ABOUT;
            default -> qualifier;
        };
    }

    private static boolean isZero(String digits) {
        return new BigDecimal(digits).signum() == 0;
    }

    private @Nullable Unit resolved() {
        Unit found = draft.unit;
        boolean money = found != null && found.kind() == Unit.Kind.MONEY;
        boolean wantsMoney = draft.expected
                .filter(wanted -> wanted.kind() == Unit.Kind.MONEY)
                .isPresent();
        if (draft.ambiguous != null && !money) {
            if (!wantsMoney || found != null) {
                throw draft.refusal(draft.ambiguous, draft.ambiguousIndex);
            }
            found = draft.expected.get();
            money = true;
        }
        if (draft.ambiguous != null && !draft.ambiguous.mayMean(Objects.requireNonNull(found))) {
            throw draft.refusal(draft.ambiguous, draft.ambiguousIndex);
        }
        if (draft.yuanAlone && money) {
            boolean settled =
                    wantsMoney && UnitDraft.YUANS.contains(draft.expected.get().toString());
            if (settled) {
                found = draft.expected.get();
            } else if (!wantsMoney && (draft.zhao || UnitDraft.isTraditional(draft.folded))) {
                throw draft.error(
                        "Which dollar or yuan must be said: write TWD, HKD or CNY",
                        "须说明是哪种元：请写 TWD、HKD 或 CNY",
                        draft.unitIndex);
            }
        }
        if (draft.loose
                && money
                && wantsMoney
                && FigureDraft.DOLLARS.contains(draft.expected.get().toString())) {
            found = draft.expected.get();
        }
        Unit inMoney = money ? found : wantsMoney && found == null ? draft.expected.get() : null;
        if (draft.zhao && (inMoney == null || !UnitDraft.isZhaoTrillion(inMoney, draft.folded))) {
            throw draft.error(
                    "兆 must be written as 万亿 or 百万: it is 10^12 in Taiwan, Japan and Korea and a million elsewhere",
                    "兆须写作万亿或百万：在台湾、日本、韩国为万亿，在大陆为百万",
                    draft.start);
        }
        if (draft.densityBase != null) {
            return density.density(found);
        }
        return draft.perYear && (found == null || found.equals(Unit.SHARE)) ? Unit.GROWTH_RATE : checkedRate(found);
    }

    private @Nullable Unit checkedRate(@Nullable Unit found) {
        if (draft.perYear && found != null && !found.equals(Unit.PERCENTAGE_POINTS)) {
            throw draft.error("Number per year must be a rate", "每年的数须为比率", draft.unitIndex);
        }
        return found;
    }

    private Sense sense(Unit agreed) {
        if (agreed.equals(Unit.GROWTH_RATE)) {
            return draft.step && !draft.perYear ? Sense.STEP : Sense.PER_YEAR;
        }
        if (!agreed.equals(Unit.SHARE)) {
            return Sense.PLAIN;
        }
        boolean changes = draft.step || draft.rise || draft.fall;
        // cumulative growth of 45%; not the growth on the year before of a cumulative number
        boolean total = draft.total
                || (draft.cumulative
                        && changes
                        && !PERIODIC.matcher(draft.lower).find());
        return total ? Sense.TOTAL_GROWTH : changes ? Sense.STEP : draft.share ? Sense.SHARE : Sense.PLAIN;
    }

    /** The expected unit, if what was found can be said of it. */
    private Unit agreed(@Nullable Unit found, Unit wanted) {
        boolean fits = found == null
                || found.equals(wanted)
                || (found.equals(Unit.SHARE) && wanted.equals(Unit.GROWTH_RATE))
                || (found.equals(Unit.CALENDAR_YEAR) && wanted.equals(Unit.YEARS))
                || (found.equals(Unit.YEARS) && wanted.equals(Unit.CALENDAR_YEAR))
                || (found.kind() == Unit.Kind.COUNT
                        && draft.measured
                        && (wanted.kind() == Unit.Kind.COUNT || wanted.kind() == Unit.Kind.DENSITY))
                || (found.kind() == Unit.Kind.COUNT
                        && wanted.kind() == Unit.Kind.DENSITY
                        && found.thing().equals(wanted.thing()));
        if (!fits) {
            throw draft.error(
                    "Unit must be " + wanted + " and not " + found, "单位须为" + wanted + "，不是" + found, draft.unitIndex);
        }
        return wanted;
    }
}
