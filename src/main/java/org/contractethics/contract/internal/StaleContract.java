package org.contractethics.contract.internal;

import java.util.List;
import org.contractethics.shared.Refused;

/** Somebody else changed the contract while it was being edited; carries what it holds now. */
public class StaleContract extends Refused {

    private final transient RegisterEntry current;

    StaleContract(RegisterEntry current) {
        super(
                Kind.CONFLICT,
                List.of(
                        "This contract was changed by somebody else after you opened it. Compare both versions, then save again."));
        this.current = current;
    }

    public RegisterEntry current() {
        return current;
    }
}
