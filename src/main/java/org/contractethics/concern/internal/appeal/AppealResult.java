package org.contractethics.concern.internal.appeal;

/** What the ruling on an appeal does to the answer. */
public enum AppealResult {
    CONFIRMED("The answer stands"),
    CHANGED("The answer is changed");

    private final String label;

    AppealResult(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
