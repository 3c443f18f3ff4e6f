package dev.saidao.core.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words that make a count a density.
 *
 * @param per per how many
 * @param base of what
 */
record DensityWords(long per, String base) {

    private static final Pattern NOUN_GAP = Pattern.compile("[a-z -]{0,14}");
    private static final Pattern PER_HEAD_OF = Pattern.compile(
            ".*per (?:head|capita|person|inhabitant) of (?:the |its |our |all )?|.*\\bpopulation (?:of|is|was|stands at) ?(?:about |some )?");

    private static final Pattern CHINESE = Pattern.compile(
            "每((?:[\\d,]+)?[百千万]{0,2}(?:亿)?)(?:名|个|位|(人口|人))?([\\u4e00-\\u9fff()]{0,14}?)(?=中|拥有|有|配备|的|为|达|约|仅|只|$)");
    private static final Pattern CHINESE_BEHIND = Pattern.compile("[/每]([百千万]{0,2})(人|名|户|辆|平方公里)(?:口)?");
    private static final Pattern ENGLISH = LatinPattern.of(
            "\\b(?:per|(?:out of|of|in|for|among) every) (head|capita|person|inhabitant|(?:([\\d,]+)|(?:a )?(hundred|thousand|million))\\s?([a-z][a-z-]*+(?: [a-z][a-z-]*+)?))");

    /** "4.0 per 1,000", of what was said before. */
    private static final Pattern PLAIN = Pattern.compile(" per (\\d{1,3}(?:,000){1,2})(?=[.,;)]|$)");

    private static final long MOST = 1_000_000_000L;

    static @Nullable DensityWords chinese(String folded, int left, Found figure) {
        Matcher before = CHINESE.matcher(folded).region(Math.min(left, figure.start), figure.start);
        DensityWords found = null;
        while (before.find()) {
            long per = chineseNumber(before.group(1));
            // 每万人发明专利拥有量: what is counted stands behind the people
            String named = before.group(3);
            boolean ofNamed = before.group(2) == null
                    || named.startsWith("次")
                    || named.endsWith("人口")
                    || folded.startsWith("中", before.end());
            String base = ofNamed ? named : before.group(2).equals("人") ? "" : before.group(2);
            boolean time = base.startsWith("年")
                    || base.startsWith("月")
                    || base.startsWith("天")
                    || base.startsWith("日")
                    || base.startsWith("股")
                    || base.startsWith("次");
            boolean said = per > 1;
            if (!time && said && per <= MOST) {
                found = new DensityWords(per, base.isEmpty() ? "persons" : base);
            }
        }
        if (found == null) {
            Matcher behind =
                    CHINESE_BEHIND.matcher(folded).region(figure.end, Math.min(folded.length(), figure.end + 8));
            if (behind.lookingAt()) {
                found = new DensityWords(chineseNumber(behind.group(1)), "persons");
            }
        }
        return found;
    }

    static @Nullable DensityWords english(String folded, int left, Found figure, int right) {
        Matcher behind = ENGLISH.matcher(folded)
                .region(figure.coreEnd, Math.min(folded.length(), Math.max(right, figure.coreEnd) + 30));
        behind.useTransparentBounds(true);
        if (behind.find()
                && NOUN_GAP.matcher(folded.substring(figure.coreEnd, behind.start()))
                        .matches()) {
            DensityWords density = english(behind);
            if (density != null) {
                figure.end = Math.max(figure.end, behind.end());
                return density;
            }
        }
        Matcher plain = PLAIN.matcher(folded).region(figure.coreEnd, folded.length());
        if (plain.lookingAt()) {
            figure.end = Math.max(figure.end, plain.end());
            return new DensityWords(Long.parseLong(plain.group(1).replace(",", "")), "persons");
        }
        Matcher before = ENGLISH.matcher(folded).region(Math.min(left, figure.start), figure.start);
        before.useTransparentBounds(true);
        return !isPopulation(folded, figure.start) && before.find() ? english(before) : null;
    }

    /** Whether a figure is the number of heads of "per head of the 96 million inhabitants". */
    static boolean isPopulation(String folded, int start) {
        if (start < 1 || folded.charAt(start - 1) != ' ') {
            return false;
        }
        String before = folded.substring(Math.max(0, start - 24), start);
        boolean may = before.contains("per ") || before.contains("population");
        return may && PER_HEAD_OF.matcher(before).matches();
    }

    private static @Nullable DensityWords english(Matcher match) {
        if (match.group(4) == null) {
            return new DensityWords(1, "inhabitants");
        }
        String digits = match.group(2) != null ? match.group(2).replace(",", "") : "";
        long per = switch (match.group(3) == null ? "" : match.group(3)) {
            case "hundred" -> 100;
            case "thousand" -> 1_000;
            case "million" -> 1_000_000;
            default -> digits.isEmpty() || digits.length() > 9 ? 0 : new BigDecimal(digits).longValue();
        };
        String base = match.group(4);
        int space = base.indexOf(' ');
        return per < 2 ? null : new DensityWords(per, space > 0 ? base.substring(0, space) : base);
    }

    private static long chineseNumber(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        long number = digits.isEmpty() || digits.length() > 9 ? 1 : Long.parseLong(digits);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            number *= c == '百' ? 100 : c == '千' ? 1_000 : c == '万' ? 10_000 : c == '亿' ? 100_000_000 : 1;
        }
        return number;
    }
}
