package org.contractethics.workflow.internal;

import java.util.UUID;

/**
 * A question to the inbox that its owner gave a name.
 *
 * @param address path and query inside the application, for example {@code /inbox/overdue?tier=T3}
 * @param isDefault whether the inbox opens with it
 */
public record SavedView(UUID id, String name, String address, boolean isDefault) {}
