package dev.saidao.core.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads Chinese numerals and multipliers of a folded text: 二千三百八十八亿, 一万二, 两百三十多. */
final class ChineseNumerals {

    /** A number longer than this is no figure of a report. */
    private static final int MOST_DIGITS = 40;

    private static final String DIGITS = "零一二三四五六七八九";
    /** What stands behind 兆 where it is a trillion. */
    private static final String BEHIND_TRILLION = "元圆圓円日韩韓美欧歐台臺新港亿億万萬0123456789";

    private final String text;

    ChineseNumerals(String folded) {
        this.text = folded;
    }

    static boolean isNumeral(char c) {
        return switch (c) {
            case '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九' -> true;
            default -> scaleOf(c) > 0;
        };
    }

    /** The number that a character from 零 to 九 stands for; -1 if it is another one. */
    static int digit(char c) {
        return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
    }

    private static int scaleOf(char c) {
        return switch (c) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            case '兆' -> 12;
            default -> 0;
        };
    }

    /** 二千三百八十八亿, 一万二, 两百三十多, 百万. The last place is that of the last unit that was named. */
    @Nullable ScannedNumber at(int start) {
        BigDecimal total = BigDecimal.ZERO;
        long section = 0;
        int pending = -1;
        int place = 0;
        int lastUnit = 0;
        boolean more = false;
        boolean afterZero = false;
        boolean named = false;
        int i = start;
        for (; i < text.length() && i - start < MOST_DIGITS; i++) {
            char c = text.charAt(i);
            int digit = digit(c);
            int scale = scaleOf(c);
            if (digit >= 0) {
                if (pending >= 0) {
                    break;
                }
                afterZero |= digit == 0;
                if (digit > 0) {
                    pending = digit;
                }
            } else if (c == '兆' && !isTrillion(i)) {
                break;
            } else if (scale >= 4) {
                long below = section + Math.max(pending, 0);
                boolean onlyScale = below == 0 && total.signum() == 0;
                if (onlyScale) {
                    if (scale == 12 || i > start) {
                        break;
                    }
                    below = 1;
                }
                place = below == 0 ? place + scale : (pending >= 0 || section == 0 ? 0 : sectionPlace(section)) + scale;
                total = below == 0
                        ? total.scaleByPowerOfTen(scale)
                        : total.add(BigDecimal.valueOf(below).scaleByPowerOfTen(scale));
                section = 0;
                pending = -1;
                lastUnit = scale;
                afterZero = false;
                named = true;
            } else if (scale > 0) {
                if (pending < 0 && section > 0) {
                    break;
                }
                section += (pending < 0 ? 1 : pending) * (long) Math.pow(10, scale);
                pending = -1;
                place = scale;
                lastUnit = scale;
                afterZero = false;
                named = true;
            } else if ((c == '多' || c == '余') && named) {
                more = true;
                boolean goesOn = i + 1 < text.length() && scaleOf(text.charAt(i + 1)) >= 4;
                if (!goesOn) {
                    i++;
                    break;
                }
            } else {
                break;
            }
        }
        if (i == start) {
            return null;
        }
        if (pending >= 0) {
            // 一万二 drops its last unit: 12,000
            boolean dropped = lastUnit >= 2 && !afterZero;
            int unit = dropped ? lastUnit - 1 : 0;
            section += pending * (long) Math.pow(10, unit);
            place = unit;
        }
        BigDecimal value = total.add(BigDecimal.valueOf(section));
        return value.signum() == 0
                ? null
                : new ScannedNumber(start, i, value, place, true, named && lastUnit >= 2, more, false);
    }

    private static int sectionPlace(long section) {
        int place = 0;
        for (long s = section; s % 10 == 0 && s > 0; s /= 10) {
            place++;
        }
        return place;
    }

    /** Whether 兆 is 10^12: beside money or before smaller parts of a number; in 兆瓦 and 千兆 it is a million. */
    private boolean isTrillion(int index) {
        char next = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
        return BEHIND_TRILLION.indexOf(next) >= 0;
    }

    /** The power of ten of the multiplier at an index; 0 if none stands there. */
    int scale(int index) {
        int exponent = 0;
        for (int i = index; i < index + scaleLength(index); i++) {
            exponent += scaleOf(text.charAt(i));
        }
        return exponent;
    }

    /** 万, 亿, 万亿, 千万, 百万, 十万, 兆; 千 alone too. */
    int scaleLength(int index) {
        int i = index;
        if (i < text.length() && (text.charAt(i) == '十' || text.charAt(i) == '百' || text.charAt(i) == '千')) {
            i++;
        }
        while (i < text.length()
                && (text.charAt(i) == '万' || text.charAt(i) == '亿' || (text.charAt(i) == '兆' && isTrillion(i)))) {
            i++;
        }
        boolean bare = i == index + 1 && (text.charAt(index) == '十' || text.charAt(index) == '百');
        boolean kilo = i == index + 1
                && text.charAt(index) == '千'
                && i < text.length()
                && ("瓦克米卡升帕伏赫焦".indexOf(text.charAt(i)) >= 0 || text.startsWith("字节", i));
        return bare || kilo ? 0 : Math.min(i, index + 3) - index;
    }
}
