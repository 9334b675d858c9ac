package org.contractethics.contract.internal;

import java.util.List;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.Refused;

/** The contract was changed or signed while somebody edited it; carries what it holds now. */
public class StaleContract extends Refused {

    private final transient RegisterEntry current;

    private StaleContract(RegisterEntry current, String reason) {
        super(Kind.CONFLICT, List.of(reason));
        this.current = current;
    }

    static StaleContract changed(RegisterEntry current) {
        return new StaleContract(
                current,
                "This contract was changed by somebody else after you opened it. Compare both versions, then save again.");
    }

    static StaleContract signed(RegisterEntry current) {
        return new StaleContract(
                current,
                "A signed contract is not changed any more (H8). Register the amendment as a contract of its own.");
    }

    /** Signed for good: there is nothing to save again. */
    public boolean isSigned() {
        return current.contract().state() == ContractState.SIGNED;
    }

    public RegisterEntry current() {
        return current;
    }
}
