package org.contractethics.workflow.internal;

import java.util.Set;
import java.util.UUID;

/**
 * What reaches a viewer's work list besides the tasks of their roles.
 *
 * @param concerns those the viewer may handle; no other concern appears in the list or its count (H13)
 * @param absent those whose tasks the viewer may do today as their delegate
 * @param inPlace what waits for the viewer in the place of barred panel chairs
 */
record InboxReach(Set<UUID> concerns, Set<String> absent, Set<UUID> inPlace) {

    InboxReach {
        concerns = Set.copyOf(concerns);
        absent = Set.copyOf(absent);
        inPlace = Set.copyOf(inPlace);
    }
}
