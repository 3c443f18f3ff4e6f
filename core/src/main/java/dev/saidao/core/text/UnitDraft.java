package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@link UnitTokens} has read of a head so far, and whether all of it together is one unit for certain. */
final class UnitDraft {

    /** Currencies whose unit is 元 in Chinese. */
    static final Set<String> YUANS = Set.of("CNY", "TWD", "HKD", "MOP", "SGD");

    private static final Set<String> ALSO_MULTIPLIERS = Set.of("m", "B");
    /** Currencies called dollars, which a bare sign of the dollar stands for where their code is beside it. */
    static final Set<String> DOLLARS = Set.of("AUD", "CAD", "NZD", "HKD", "SGD", "TWD");
    /** Currencies whose unit is called 元 where their name is beside it in brackets. */
    private static final Set<String> NAMED_YUANS = Set.of("CNY", "TWD", "HKD", "MOP", "SGD", "USD", "EUR", "JPY");
    /** Units of which a billion is more than there is of anything. */
    private static final Pattern HUGE = Pattern.compile("[GTPEZ][A-Zt].*");

    private final String head;
    private final String text;
    private final Optional<Currency> context;

    int exponent;
    int multipliers;
    private int multiplierEnd = -1;

    @Nullable Word lastMultiplier;

    @Nullable Unit unit;

    boolean letters;
    boolean bareDigits;
    boolean yuanAlone;
    boolean dollarAlone;
    boolean zhao;

    @Nullable Word ambiguous;

    int ambiguousAt;

    UnitDraft(String head, String text, Optional<Currency> context) {
        this.head = head;
        this.text = text;
        this.context = context;
    }

    /** Takes a multiplier that stands between two places. */
    void multiply(int power, int start, int index) {
        boolean adjacent = multipliers == 0 || isBlank(multiplierEnd, start);
        if (!adjacent) {
            throw error("Unit must have its multipliers side by side", "倍数须连写", start);
        }
        exponent += power;
        multipliers++;
        multiplierEnd = index;
    }

    private boolean isBlank(int from, int to) {
        String between = from >= 0 && from < to ? text.substring(from, to).strip() : "";
        return from >= 0 && (between.isEmpty() || between.equals("of") || between.equals("de") || between.equals("d'"));
    }

    /** Takes the unit, which must be one. */
    void set(Unit found, int at) {
        if (unit != null && found.kind() == Unit.Kind.MONEY && isNamedBy(found, at)) {
            unit = found;
            yuanAlone = false;
        }
        if (unit != null && !unit.equals(found)) {
            throw error(
                    "Unit must be one and not both " + unit + " and " + found, "单位须唯一，不能既是" + unit + "又是" + found, at);
        }
        unit = found;
    }

    /** Whether a currency says which dollar or yuan was meant before it: $ million AUD, 百萬元(港幣). */
    private boolean isNamedBy(Unit found, int at) {
        boolean dollar = dollarAlone && DOLLARS.contains(found.toString());
        boolean bracketed = at > 0 && text.charAt(at - 1) == '(';
        return dollar || (yuanAlone && bracketed && NAMED_YUANS.contains(found.toString()));
    }

    /** What was said between two places, if it is one unit for certain. */
    UnitHead finished(int start, int end) {
        if (ambiguous != null) {
            unit = unit == null ? context.map(Unit::money).orElse(null) : unit;
            if (unit == null || unit.kind() != Unit.Kind.MONEY || !ambiguous.mayMean(unit)) {
                throw refusal(ambiguous, ambiguousAt);
            }
        }
        Unit found = unit;
        if (found == null) {
            String what =
                    multipliers > 0 ? "Unit must say what is counted, not only a multiplier" : "Unit must be known";
            throw error(what, multipliers > 0 ? "单位须说明所计何物，不能只有倍数" : "单位须为已知单位", start);
        }
        boolean money = found.kind() == Unit.Kind.MONEY;
        if (yuanAlone && money) {
            if (context.isPresent()) {
                found = Unit.money(context.get());
            } else if (isTraditional(text.substring(start, end)) || zhao || isFormal(start, end)) {
                throw error(
                        "Which dollar or yuan must be said: write TWD, HKD or CNY", "须说明是哪种元：请写 TWD、HKD 或 CNY", start);
            }
        }
        if (zhao && !(money && isZhaoTrillion(found, text.substring(start, end)))) {
            throw error(
                    "兆 must be written as 万亿 or 百万: it is 10^12 in Taiwan, Japan and Korea and a million elsewhere",
                    "兆须写作万亿或百万：在台湾、日本、韩国为万亿，在大陆为百万",
                    start);
        }
        boolean alone = multipliers == 0
                && found.symbol().filter(ALSO_MULTIPLIERS::contains).isPresent();
        if (alone) {
            throw error(
                    "Unit must be certain: " + found + " is a unit and a multiplier",
                    "单位须确定：" + found + " 既是单位也是倍数",
                    start);
        }
        if (found.equals(Unit.MULTIPLE) && multipliers > 0) {
            throw error("Unit must say what is counted, not only a multiplier", "单位须说明所计何物，不能只有倍数", start);
        }
        if (letters && !money && found.kind() != Unit.Kind.COUNT) {
            throw error("Letter must be beside money or a thing to be a multiplier", "字母倍数须与货币或名词连用", start);
        }
        if (bareDigits && multipliers == 1 && (money || found.kind() == Unit.Kind.DENSITY)) {
            throw error(
                    "Number beside a currency or a density must be a multiplier such as 1,000",
                    "货币或密度旁的数字须为倍数，如1,000",
                    start);
        }
        boolean huge =
                found.symbol().filter(sign -> HUGE.matcher(sign).matches()).isPresent();
        if (huge && exponent >= 9) {
            throw error(
                    "Unit must be certain: nobody counts " + found + " in billions",
                    "单位须确定：" + found + " 不以十亿计",
                    start);
        }
        int power = exponent;
        UnitMultiplier multiplier = UnitMultiplier.ofExponent(power)
                .orElseThrow(() -> error(
                        "Multiplier of a unit must be from 10^-3 to 10^15: 10^" + exponent,
                        "单位的倍数须在10^-3至10^15之间",
                        start));
        return new UnitHead(Objects.requireNonNull(found), wordOf(multiplier));
    }

    /** Of two multipliers of one power, that of the head's language. */
    private UnitMultiplier wordOf(UnitMultiplier multiplier) {
        boolean wan = text.indexOf('万') >= 0 || text.indexOf('萬') >= 0;
        return multiplier == UnitMultiplier.TRILLION && wan ? UnitMultiplier.WAN_YI : multiplier;
    }

    /** 仟元, as Taiwan writes 千元. */
    private boolean isFormal(int start, int end) {
        return text.substring(start, end).chars().anyMatch(c -> c == '仟' || c == '佰');
    }

    static boolean isTraditional(String text) {
        return text.chars().anyMatch(c -> "億萬兆臺幣圓".indexOf(c) >= 0);
    }

    /** Whether 兆 is 10^12 here: beside the money of Taiwan, Japan and Korea, or in their writing. */
    static boolean isZhaoTrillion(Unit money, String text) {
        String code = money.currency().orElseThrow().getCurrencyCode();
        return Set.of("JPY", "KRW", "TWD").contains(code)
                || text.chars().anyMatch(c -> "億萬臺幣圓".indexOf(c) >= 0 || (c >= 0x3041 && c <= 0x30ff));
    }

    FigureParseException unknown(int at, int end) {
        int stop = at;
        while (stop < end && !Character.isWhitespace(text.charAt(stop)) && "()[],;/".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        String word = text.substring(at, Math.max(stop, Math.min(at + 1, end)));
        String shown = Decimals.shown(word);
        return new FigureParseException(
                Label.of("Unit must be known: " + shown, "单位须为已知单位：" + shown),
                head,
                Math.min(at, head.length()),
                () -> Vocabulary.nearest(word));
    }

    FigureParseException refusal(Word word, int at) {
        return new FigureParseException(word.reason(), head, Math.min(at, head.length()), Optional.empty());
    }

    FigureParseException error(String en, String zh, int at) {
        return new FigureParseException(Label.of(en, zh), head, Math.min(at, head.length()), Optional.empty());
    }
}
