package dev.saidao.samples.programs.page;

import java.util.List;

/**
 * A picture.
 *
 * @param title its name
 * @param svg the picture
 * @param legend what its colours mean; empty if there is but one
 * @param note what else is to be said; may be empty
 * @param data its numbers
 */
public record Chart(String title, String svg, List<Key> legend, String note, Table data) {

    /**
     * What a colour means.
     *
     * @param style the colour
     * @param text what it means
     */
    public record Key(String style, String text) {}
}
