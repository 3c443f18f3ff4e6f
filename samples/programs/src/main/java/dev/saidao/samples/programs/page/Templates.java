package dev.saidao.samples.programs.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;

/** The templates, which were compiled with the program; they escape all text. */
final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Templates() {}

    /** What a template makes of a model. */
    static Content of(String template, Object model) {
        return output -> ENGINE.render(template + ".jte", model, output);
    }
}
