package dev.saidao.samples.programs.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/** What a page says in one language: a title, what matters in a few sentences, and sections. */
public final class Body {

    private final Kit kit;
    private final String title;
    private final String lead;
    private final List<Sentence> headline = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private String foot = "";

    Body(Kit kit, String title, String lead) {
        this.kit = kit;
        this.title = title;
        this.lead = lead;
    }

    /**
     * A sentence of the headline.
     *
     * @param text the sentence
     * @param verdict the code of the verdict that it tells, or nothing
     */
    public record Sentence(String text, String verdict) {}

    /**
     * A part of the page with a heading of its own.
     *
     * @param id its id in the page
     * @param title the heading
     * @param parts what stands in it
     */
    public record Section(String id, String title, List<Content> parts) {}

    /** Adds a sentence that says what matters. */
    public Body headline(String text, String verdict) {
        headline.add(new Sentence(text, verdict));
        return this;
    }

    /** Adds a section, unless it has no parts. */
    public Body section(String id, String heading, List<Content> parts) {
        if (!parts.isEmpty()) {
            sections.add(new Section(kit.id(id), heading, List.copyOf(parts)));
        }
        return this;
    }

    /** Says at the foot what the numbers mean and where they are from. */
    public Body foot(String text) {
        foot = text;
        return this;
    }

    public String language() {
        return kit.locale().getLanguage();
    }

    public String title() {
        return title;
    }

    public String lead() {
        return lead;
    }

    public List<Sentence> headline() {
        return headline;
    }

    public List<Section> sections() {
        return sections;
    }

    public String foot() {
        return foot;
    }

    /** The language that the switch leads to. */
    public String otherLanguage() {
        return language().equals("zh") ? "en" : "zh";
    }

    /** The name of that language in itself. */
    public String otherName() {
        return language().equals("zh") ? "English" : "中文";
    }

    /** What the list of sections is called. */
    public String contents() {
        return kit.text("Sections", "目录");
    }
}
