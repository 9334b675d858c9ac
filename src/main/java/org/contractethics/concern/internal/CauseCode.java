package org.contractethics.concern.internal;

import java.util.Arrays;
import java.util.Optional;

/** What an answered concern came from, for learning (UNGP 31 g, ISO 37002 9.1.2). */
public enum CauseCode {
    FACTS_UNKNOWN("Facts about use, customer or end user were not known"),
    RULE_MISSING("The policy or its tables have no rule for it"),
    RULE_NOT_FOLLOWED("A rule was not followed"),
    TERMS_WEAK("A term of the contract was missing or too weak"),
    CONDITION_NOT_KEPT("A condition was not kept"),
    CUSTOMER_CONDUCT("The customer acted otherwise than agreed"),
    NOT_EXPLAINED("What was done right was not explained"),
    NOTHING_WRONG("Nothing was wrong"),
    OTHER("Something else");

    private final String label;

    CauseCode(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    static Optional<CauseCode> named(String name) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst();
    }
}
