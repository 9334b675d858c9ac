package org.contractethics.review.internal.team;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is named as paid by a contract says that they are not.
 *
 * @param person account name of who is named, and denies it
 * @param ruling null while nobody ruled on it; the person stays out of the review until then
 */
public record PayDenial(
        UUID id, ContractId contract, String person, String reasons, Instant deniedAt, @Nullable Ruling ruling) {

    /**
     * @param paid whether the person stays out of the review
     * @param by account name
     */
    public record Ruling(boolean paid, String reasons, String by, Instant at) {}

    public boolean open() {
        return ruling == null;
    }
}
