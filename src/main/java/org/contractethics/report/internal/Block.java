package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Some hundred contracts, reviews or documents that became known one after the other, and how often something about them changed. */
final class Block<T> {

    private final List<T> members = new ArrayList<>();
    private long changes;

    void add(T member) {
        members.add(member);
        changed();
    }

    List<T> members() {
        return Collections.unmodifiableList(members);
    }

    void changed() {
        changes++;
    }

    long changes() {
        return changes;
    }
}
