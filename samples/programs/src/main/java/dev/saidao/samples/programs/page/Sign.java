package dev.saidao.samples.programs.page;

/** The signs by which statistical offices show progress: an arrow by where it leads, or whether a target was met. */
public enum Sign {
    DONE("M4 13 L10 19 L20 6", ""),
    UP(Sign.ARROW, "rotate(0 12 12)"),
    RISING(Sign.ARROW, "rotate(45 12 12)"),
    LEVEL(Sign.ARROW, "rotate(90 12 12)"),
    FALLING(Sign.ARROW, "rotate(135 12 12)"),
    DOWN(Sign.ARROW, "rotate(180 12 12)"),
    MISSED("M5 5 L19 19 M19 5 L5 19", ""),
    UNKNOWN("M5 12 H19", "");

    private static final String ARROW = "M12 21 V4 M5 11 L12 4 L19 11";

    private final String path;
    private final String turn;

    Sign(String path, String turn) {
        this.path = path;
        this.turn = turn;
    }

    /** The lines of it, for the template. */
    public String path() {
        return path;
    }

    /** How they are turned, for the template. */
    public String turn() {
        return turn;
    }
}
