package org.contractethics.screening.internal;

/** The part that a named party has in a contract. */
public enum PartyRole {
    AWARDING_AGENCY("Awarding agency"),
    AWARDING_PARENT("Department of the awarding agency"),
    FUNDING_AGENCY("Funding agency"),
    FUNDING_PARENT("Department of the funding agency"),
    SUPPLIER("Supplier"),
    SUPPLIER_GROUP("Group of the supplier"),
    RESELLER("Reseller"),
    END_USER("End user");

    private final String label;

    PartyRole(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
