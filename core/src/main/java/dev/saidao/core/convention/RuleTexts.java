package dev.saidao.core.convention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in Chinese what the rules of values say in English: "Base must be positive: 0" is 基数须为正数:0.
 *
 * <p>Values refuse what breaks a rule with one sentence, "What must rule: value". How these sentences are said in Chinese stands
 * in the resource {@code rules.txt}. A place before the sentence, such as {@code plan.json: line 3, column 5}, is kept.
 *
 * <pre>{@code
 * RuleTexts.label("Base must be positive: 0").zh() // 基数须为正数:0
 * }</pre>
 *
 * @since 0.1
 */
public final class RuleTexts {

    private static final int LONGEST = 2_000;
    private static final Pattern PLACE =
            Pattern.compile("(?s)((?:line (\\d+), column (\\d+)(?:, ([^:]*))?|[^:]{1,300})): (.+)");
    private static final Pattern ARGUMENT = Pattern.compile("\\$([1-9])");

    private final Map<String, String> subjects = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Pattern english, String chinese, boolean hasSubject) {}

    /** Read when the first rule is to be said. */
    private static final class Read {
        private static final RuleTexts TEXTS = ofResource();
    }

    private static RuleTexts ofResource() {
        try (InputStream stream = Objects.requireNonNull(RuleTexts.class.getResourceAsStream("rules.txt"))) {
            return new RuleTexts(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines such as those of the resource, whose head says what they mean. */
    RuleTexts(BufferedReader reader) throws IOException {
        boolean subject = true;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int equals = line.lastIndexOf(" = ");
            if (line.startsWith("[")) {
                subject = line.equals("[subject]");
            } else if (equals > 0 && !line.startsWith("#")) {
                String english = line.substring(0, equals);
                String chinese = line.substring(equals + 3);
                if (subject) {
                    subjects.put(english, chinese);
                } else {
                    String[] parts = english.split("\\*", -1);
                    StringBuilder pattern = new StringBuilder("(?s)" + Pattern.quote(parts[0]));
                    for (int i = 1; i < parts.length; i++) {
                        pattern.append("(.*?)").append(Pattern.quote(parts[i]));
                    }
                    rules.add(new Rule(Pattern.compile(pattern.toString()), chinese, english.startsWith("*")));
                }
            }
        }
    }

    /**
     * Returns a rule in both languages.
     *
     * @param english the rule, such as {@code Base must be positive: 0}
     * @return the rule; in Chinese it is as it was given where no text is known for it
     */
    public static Label label(String english) {
        if (english.length() > LONGEST) {
            return Label.same(english);
        }
        return Label.of(english, Read.TEXTS.chinese(english).orElse(english));
    }

    /** The rule in Chinese, if there is a text for it. */
    Optional<String> chinese(String english) {
        for (Rule rule : rules) {
            // a rule has one subject, and what stands before a colon is a place
            Matcher matcher = rule.english().matcher(english);
            if (matcher.matches() && !(rule.hasSubject() && matcher.group(1).contains(": "))) {
                return Optional.of(filled(rule, matcher));
            }
        }
        Matcher place = PLACE.matcher(english);
        if (!place.matches()) {
            return Optional.empty();
        }
        Optional<String> rest = chinese(place.group(5));
        boolean inText = place.group(2) != null;
        String field = place.group(4) == null ? "" : "," + place.group(4);
        String at = inText ? "第" + place.group(2) + "行第" + place.group(3) + "列" + field : place.group(1);
        return rest.or(() -> inText ? Optional.of(place.group(5)) : Optional.empty())
                .map(text -> at + ": " + text);
    }

    private String filled(Rule rule, Matcher matcher) {
        return ARGUMENT.matcher(rule.chinese()).replaceAll(argument -> {
            int group = Integer.parseInt(argument.group(1));
            String text = matcher.group(group);
            return Matcher.quoteReplacement(group == 1 ? subjects.getOrDefault(text, text) : text);
        });
    }
}
