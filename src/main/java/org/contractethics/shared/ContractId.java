package org.contractethics.shared;

import java.util.UUID;

/** Identifies a contract of the register. */
public record ContractId(UUID value) {

    /** Reads the textual form of a UUID; used by Spring to convert path variables. */
    public static ContractId valueOf(String text) {
        return new ContractId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
