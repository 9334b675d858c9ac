package org.contractethics.contract;

import java.util.List;
import org.contractethics.shared.Refused;

/**
 * Facts of a contract cannot be changed now, because somebody's work rests on them. Thrown by whoever hears of the change
 * in its transaction, which then does not happen.
 */
public class FactsInUse extends Refused {

    public FactsInUse(String reason) {
        super(Kind.CONFLICT, List.of(reason));
    }
}
