package org.contractethics.record.internal.erasure;

import java.time.Instant;
import org.contractethics.record.internal.ErasureBasis;

/**
 * An erasure that was decided on. Whom it was about nobody knows any more.
 *
 * @param erased false where it was declined
 */
public record DecidedErasure(boolean erased, ErasureBasis basis, Instant decidedAt, long fields, long entries) {}
