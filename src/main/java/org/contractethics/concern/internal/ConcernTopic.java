package org.contractethics.concern.internal;

/** What a concern is about; the only words of it that leave this module. */
public enum ConcernTopic {
    END_USE("How the technology may be used"),
    CUSTOMER("Who the customer or end user is"),
    IMMINENT_HARM("People are about to be harmed"),
    HARM("People are being harmed, or were"),
    DATA("Personal data, surveillance or profiling"),
    TERMS("What the contract says or leaves out"),
    REVIEW("How the contract was reviewed"),
    RETALIATION("Pressure or retaliation"),
    OTHER("Something else");

    private final String label;

    ConcernTopic(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
