package dev.saidao.policy.talent;

import dev.saidao.core.convention.Label;

/**
 * The tiers of front-line industrial talent (产业一线科技人才) that the policy of Beijing names, top first.
 *
 * @since 0.1
 */
public enum TalentCategory {
    /** National Craftsmen (大国工匠): they lead the others. */
    NATIONAL_CRAFTSMEN(Label.of("National Craftsmen", "大国工匠")),
    /** Beijing Grand Craftsmen (北京大工匠): selected in rounds, as models. */
    BEIJING_GRAND_CRAFTSMEN(Label.of("Beijing Grand Craftsmen", "北京大工匠")),
    /** Craftsmen of a district or an industry (区(产业)级工匠): the base of the three. */
    DISTRICT_CRAFTSMEN(Label.of("district or industry craftsmen", "区(产业)级工匠")),
    /** Front-line engineers (产业一线工程师): they develop technology, run projects and bring results into use. */
    FRONT_LINE_ENGINEERS(Label.of("front-line engineers", "产业一线工程师")),
    /** Highly skilled personnel (高技能人才): they operate, assemble, adjust and maintain in core posts of production. */
    HIGHLY_SKILLED_PERSONNEL(Label.of("highly skilled personnel", "高技能人才"));

    private final Label text;

    TalentCategory(Label text) {
        this.text = text;
    }

    /** {@return the name for readers} */
    public Label text() {
        return text;
    }
}
