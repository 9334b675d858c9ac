package org.contractethics.policy.internal;

import java.util.List;

/**
 * What the software relies on in a decision table: its columns. The rows may change, these may not.
 *
 * @param id of the decision
 * @param hitPolicy as written in the file
 */
record TableShape(String id, String hitPolicy, List<Column> inputs, List<Column> outputs) {

    /** @param type {@code string}, {@code integer} or {@code boolean} */
    record Column(String name, String type) {

        @Override
        public String toString() {
            return name + " (" + type + ")";
        }
    }
}
