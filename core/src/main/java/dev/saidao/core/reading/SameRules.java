package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One fact printed twice, and sizes that are to each other as given numbers. */
final class SameRules {

    private static final Pattern THAT_IS =
            Pattern.compile(" ?[(,，] ?(?:即|也就是|亦即|i\\.e\\.,? |that is,? |equal to |equivalent to |or )");
    private static final Pattern OTHER_SOURCE = Pattern.compile(
            "(?:另一(?:家|份|项|机构|个)[^,，。]{0,12}(?:数字|数据|估计|测算|口径|认为|给出|显示|则)|"
                    + "(?:another|a second|a rival|the other|a different|a competing) (?:[a-z]+ ){0,3}(?:puts|put|estimates|estimated|gives|gave|has|arrives? at|arrived at|comes to|came to|reports|reported|counts|counted|sees|cites|cited|quotes|speaks of) )");
    private static final Pattern OF_WHOLE_OR = LatinPattern.of(
            "(?s) of (?:the |all |its |our )?([a-z -]+?),? (?:or|that is,?|i\\.e\\.,?|which is|equivalent to|equal to|meaning) ");
    private static final Pattern PER_ONE = Pattern.compile(
            "(?: (?:net )?(?:loss|earnings|income|profit))? ?(?:(?:per|a|an|each|apiece|every) ?[a-z]*|/ ?[^\\d ]|每|一[股人户台张吨])");

    private static final int STEM = 5;
    private static final Pattern AS_RATIO = Pattern.compile("(?s)(?:的?比例| ratio).*");

    private final Context context;

    SameRules(Context context) {
        this.context = context;
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>();
        List<Found> own = context.figures(s);
        for (int i = 1; i < own.size(); i++) {
            Found first = own.get(i - 1);
            Found second = own.get(i);
            String between = context.between(first, second);
            boolean alike = first.sameUnit(second)
                    || (first.kind == MentionKind.PHYSICAL
                            && second.kind == MentionKind.PHYSICAL
                            && MeasuredUnits.areAlike(first.unit, second.unit));
            if (alike
                    && Context.isAmount(first)
                    && THAT_IS.matcher(between).matches()
                    && !isPerOne(first, second)
                    && !isWholeOfShare(first)) {
                drafts.add(same("said-in-other-units", Sureness.STATED, first, second));
            } else if (first.sameUnit(second)
                    && Context.isAmount(first)
                    && isOtherSource(between)
                    && Context.areOfOneTime(first, second)) {
                drafts.add(same("other-source", Sureness.LIKELY, first, second));
            }
        }
        drafts.addAll(sharesAsDensities(own));
        Draft chain = ratioChain(s, own);
        if (chain != null) {
            drafts.add(chain);
        }
        return drafts;
    }

    /** "$3.9 million, or $0.05 per share": of one of them the other is many. */
    private boolean isPerOne(Found first, Found second) {
        return PER_ONE.matcher(context.behind(first)).lookingAt()
                != PER_ONE.matcher(context.behind(second)).lookingAt();
    }

    /** "25% of their sales of $2.4 billion, or $0.6 billion": what stands behind is the part. */
    private boolean isWholeOfShare(Found first) {
        Found share = context.scan.figure(first.index - 1);
        return share != null
                && share.sentence == first.sentence
                && share.kind == MentionKind.SHARE
                && context.between(share, first).startsWith(" of ");
    }

    /** 另一家协会给出的数字是, "another firm puts it at": the same fact by somebody else. */
    private static boolean isOtherSource(String between) {
        return OTHER_SOURCE.matcher(between).find();
    }

    private static Draft same(String rule, Sureness sureness, Found first, Found second) {
        return new Draft(Kind.SAME, rule, sureness).with("number1", first).with("number2", second);
    }

    /** 占就业人口的20%,每万人就业人口中拥有200名: one part of one whole, as a share and as a density. */
    private List<Draft> sharesAsDensities(List<Found> own) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 1; i < own.size(); i++) {
            if (isEnglishShareAsDensity(own.get(i - 1), own.get(i))) {
                drafts.add(same("share-as-density", Sureness.LIKELY, own.get(i - 1), own.get(i)));
                continue;
            }
            Found density = own.get(i);
            Found share = own.get(i - 1);
            if (density.kind != MentionKind.DENSITY || share.kind != MentionKind.SHARE || density.per < 2) {
                continue;
            }
            String of = context.before(share);
            int at = of.lastIndexOf('占');
            String whole = at < 0 ? "" : of.substring(at);
            Found part = i > 1 ? own.get(i - 2) : null;
            String counted = context.behind(density);
            String name = counted.substring(0, Math.min(counted.length(), 12));
            boolean onePart = name.isBlank()
                    || ",，。;；".indexOf(name.charAt(0)) >= 0
                    || part == null
                    || Context.alike(name, context.name(part)) >= 3
                    || (i > 2 && Context.alike(name, context.name(own.get(i - 3))) >= 3);
            if (Context.alike(density.base, whole) >= Math.min(2, density.base.length())
                    && !density.base.isEmpty()
                    && onePart) {
                drafts.add(same("share-as-density", Sureness.LIKELY, share, density));
            }
        }
        return drafts;
    }

    /** "20% of the employed, or 200 of every 10,000 employed persons". */
    private boolean isEnglishShareAsDensity(Found share, Found density) {
        if (share.kind != MentionKind.SHARE || density.kind != MentionKind.DENSITY || density.per < 2) {
            return false;
        }
        Matcher of = OF_WHOLE_OR.matcher(context.between(share, density));
        String stem = density.base.substring(0, Math.min(density.base.length(), STEM));
        return of.matches() && stem.length() == STEM && of.group(1).contains(stem);
    }

    /** 按1:10:50的比例…60名、600名、3000名. */
    private @Nullable Draft ratioChain(int s, List<Found> own) {
        if (context.scan.ratios.isEmpty() || own.size() < 2) {
            return null;
        }
        for (OtherNumbers.Ratio ratio : context.scan.ratios) {
            boolean here = ratio.start() >= context.sentence(s).start()
                    && ratio.end() <= context.sentence(s).end();
            boolean said = here
                    && ratio.parts().size() > 2
                    && AS_RATIO.matcher(context.folded.substring(
                                    ratio.end(), Math.min(context.folded.length(), ratio.end() + 8)))
                            .matches();
            if (!said) {
                continue;
            }
            List<Found> sizes = own.stream()
                    .filter(figure ->
                            figure.start > ratio.end() && figure.kind == MentionKind.COUNT && figure.role.isEmpty())
                    .limit(ratio.parts().size())
                    .toList();
            if (sizes.size() == ratio.parts().size() && sizes.stream().allMatch(size -> size.sameUnit(sizes.get(0)))) {
                Draft draft = new Draft(Kind.RATIO_CHAIN, "as-a-ratio", Sureness.LIKELY);
                for (int i = 0; i < sizes.size(); i++) {
                    draft.with("size" + (i + 1), sizes.get(i));
                }
                draft.constants.put(
                        "ratio",
                        String.join(
                                ":",
                                ratio.parts().stream()
                                        .map(java.math.BigDecimal::toPlainString)
                                        .toList()));
                return draft;
            }
        }
        return null;
    }
}
