package dev.saidao.core.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What something is counted from, where the next sentence tells it: "… will be cut by 1,500 to 9,800. At present it is 11,300." */
final class BasesBehind {

    private static final String NOW = "at present|currently|today|at the moment|now";
    private static final String BEFORE =
            "(?:a|one) year (?:earlier|ago|before)|the year before|the (?:previous|prior) year";
    private static final Pattern OPENS_CHINESE =
            Pattern.compile("(?:而)?(?:目前|当前|现在|如今|现有|上年同期|去年同期|上年|去年|一年前|上季度|上月|\\d{4}年(?:底|末|同期)?)[^,，;；。\\d]{0,16}");
    private static final Pattern OPENS_ENGLISH = LatinPattern.of(
            "(?:" + NOW + "|" + BEFORE + "|in \\d{4}),? [a-z' ]{0,40}|[a-z' ]{0,40}\\b(?:" + NOW + ")\\b[a-z' ]{0,30}");
    private static final Pattern NOW_BEHIND = LatinPattern.of(" (?:[a-z]+ ){0,2}(?:" + NOW + "|" + BEFORE + ")\\b");
    private static final Pattern ELSEWHERE =
            LatinPattern.of("\\b(?:worldwide|nationwide|globally|across|elsewhere)\\b");
    private static final List<String> BASES = List.of("previous", "from", "base");
    private static final List<String> ENDS = List.of("current", "to", "cumulative", "end", "value");

    private final Context context;
    private final GrowthFit fit;

    BasesBehind(Context context) {
        this.context = context;
        this.fit = new GrowthFit(context);
    }

    /** The relations, with what the sentences behind them tell; of those of one claim the first is completed, and no other left. */
    List<Draft> complete(List<Draft> drafts) {
        List<Draft> result = new ArrayList<>(drafts);
        List<Found> told = new ArrayList<>();
        for (Draft draft : drafts) {
            Found end = end(draft);
            Found claim = claim(draft);
            if (end == null || claim == null || !result.contains(draft) || told.contains(claim)) {
                continue;
            }
            Found base = behind(end, claim);
            if (base == null) {
                continue;
            }
            told.add(claim);
            draft.members.replaceAll((role, figure) -> figure == null ? base : figure);
            draft.sureness = ELSEWHERE.matcher(context.behind(base)).find() ? Sureness.POSSIBLE : Sureness.LIKELY;
            result.removeIf(other -> other != draft && !other.isComplete() && other.members.containsValue(claim));
        }
        return result;
    }

    /** The level that a relation leads to, if the one it starts from is all that is missing. */
    private static @Nullable Found end(Draft draft) {
        Found end = null;
        for (Map.Entry<String, @Nullable Found> member : draft.members.entrySet()) {
            if (member.getValue() == null && !BASES.contains(member.getKey())) {
                return null;
            }
            end = ENDS.contains(member.getKey()) ? member.getValue() : end;
        }
        return draft.isComplete() ? null : end;
    }

    private static @Nullable Found claim(Draft draft) {
        for (Map.Entry<String, @Nullable Found> member : draft.members.entrySet()) {
            if (!BASES.contains(member.getKey()) && !ENDS.contains(member.getKey())) {
                return member.getValue();
            }
        }
        return null;
    }

    private @Nullable Found behind(Found end, Found claim) {
        int s = claim.sentence;
        boolean next = end.sentence == s
                && s + 1 < context.scan.bySentence.size()
                && context.sentence(s + 1).paragraph() == context.sentence(s).paragraph();
        Found base = null;
        for (Found level : next ? context.figures(s + 1) : List.<Found>of()) {
            if (Context.isLevel(level) && level.sameUnit(end)) {
                if (base != null) {
                    return null;
                }
                base = level;
            }
        }
        boolean told = base != null
                && fit.countedAlike(base, end)
                && isTold(base)
                && base.time != null
                && end.time != null
                && base.time.compareTo(end.time) < 0
                && base.region.equals(end.region)
                && isComparedWith(claim, end, base)
                && Context.oneIndicator(base, end);
        return told ? base : null;
    }

    /** Growth of a month that is not said to be since a year before may be that since the month before. */
    private static boolean isComparedWith(Found claim, Found end, Found base) {
        boolean ofYears = end.time != null && end.time.grain().isYear();
        boolean said = claim.timeSaid && claim.from != null && Context.at(base, claim.from);
        return !claim.adjusted && (ofYears || said || claim.compared.equals("year"));
    }

    private boolean isTold(Found base) {
        String before = context.before(base);
        return context.figures(base.sentence).get(0) == base
                && (context.sentence(base.sentence).chinese()
                        ? OPENS_CHINESE.matcher(before).matches()
                        : OPENS_ENGLISH.matcher(before.strip() + " ").matches()
                                || NOW_BEHIND.matcher(context.behind(base)).lookingAt());
    }
}
