package org.contractethics.concern.internal.retaliation;

/** What can happen to somebody at work because they filed a concern. */
public enum AdverseActKind {
    DISMISSAL("Dismissal, or a contract that is not renewed"),
    DEMOTION("Demotion, or a promotion that is withheld"),
    PAY("Less pay or bonus"),
    RATING("A worse rating, or a warning"),
    TRANSFER("Another place, team, shift or manager"),
    HARASSMENT("Harassment, threats or exclusion"),
    OTHER("Something else");

    private final String label;

    AdverseActKind(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
