package org.contractethics.report.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature that the record tells of.
 *
 * @param decision the decision it names; null where it names none
 */
record Signature(Mark mark, ContractCase contract, @Nullable UUID decision, String documentSetHash) {}
