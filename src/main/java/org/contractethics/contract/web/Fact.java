package org.contractethics.contract.web;

import java.util.List;

/**
 * A fact as the case page shows it.
 *
 * @param values what is known; empty where it is a gap
 */
record Fact(String label, List<String> values) {

    Fact {
        values = List.copyOf(values);
    }

    /** Public because the template asks. */
    public boolean gap() {
        return values.isEmpty();
    }
}
