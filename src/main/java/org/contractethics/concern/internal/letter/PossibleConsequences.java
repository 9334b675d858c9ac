package org.contractethics.concern.internal.letter;

import java.util.Arrays;
import java.util.List;
import org.contractethics.concern.internal.CollectiveConcerns;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** What can follow from a letter at the moment. */
@Component
class PossibleConsequences {

    private final LetterStore letters;
    private final CollectiveConcerns concerns;

    PossibleConsequences(LetterStore letters, CollectiveConcerns concerns) {
        this.letters = letters;
        this.concerns = concerns;
    }

    /**
     * A letter about the process or about retaliation goes to the ombuds and the board, never to the panel complained of. Without a
     * contract there is nothing to hold or to open again.
     */
    List<Consequence> of(Letter letter) {
        if (concerns.isForOmbuds(letter.id())) {
            return List.of(Consequence.BOARD);
        }
        List<ContractId> contracts = letters.contracts(letter.id());
        if (contracts.isEmpty()) {
            return List.of(Consequence.HEARING, Consequence.BOARD);
        }
        return Arrays.stream(Consequence.values())
                .filter(consequence -> !contractsOf(consequence, contracts).isEmpty())
                .toList();
    }

    /** Those of the letter's contracts for which the consequence means something. */
    List<ContractId> contractsOf(Consequence consequence, Letter letter) {
        return contractsOf(consequence, letters.contracts(letter.id()));
    }

    private List<ContractId> contractsOf(Consequence consequence, List<ContractId> contracts) {
        return contracts.stream()
                .filter(contract -> consequence.concerns(concerns.phaseOf(contract)))
                .toList();
    }
}
