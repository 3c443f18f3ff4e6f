package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text whose time is being read, and the place in it. */
final class PeriodText {

    final String original;
    final String text;
    final Optional<LocalDate> published;
    int index;

    PeriodText(String original, Optional<LocalDate> published) {
        this.original = original;
        this.text = Folding.of(original).toLowerCase(Locale.ROOT);
        this.published = published;
    }

    @Nullable Matcher matching(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(index, text.length());
        if (matcher.lookingAt() && matcher.end() > index) {
            index = matcher.end();
            return matcher;
        }
        return null;
    }

    boolean looking(Pattern words) {
        Matcher matcher = words.matcher(text).region(index, text.length());
        if (matcher.lookingAt() && matcher.end() > index) {
            index = matcher.end();
            return true;
        }
        return false;
    }

    LocalDate published(int at) {
        return published.orElseThrow(
                () -> error("Relative time must have a date of publication to count from", "相对时间须有发布日期才能推算", at));
    }

    /** What stands behind the index, for a message; small letters may be more than the capital they come from. */
    String rest() {
        return Decimals.shown(original.substring(Math.min(index, original.length())));
    }

    FigureParseException error(String en, String zh, int at) {
        return new FigureParseException(Label.of(en, zh), original, Math.min(at, original.length()), Optional.empty());
    }
}
