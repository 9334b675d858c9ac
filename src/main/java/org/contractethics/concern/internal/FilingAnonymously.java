package org.contractethics.concern.internal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.concern.internal.anonymous.CodeDerivation;
import org.contractethics.concern.internal.anonymous.FilerKeys;
import org.contractethics.concern.internal.anonymous.ReturnCode;
import org.contractethics.concern.internal.anonymous.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files a concern of somebody nobody knows, and gives them the code to come back with. Nothing here logs, publishes or keeps a time: what
 * became of it is told when the day is over.
 */
@Service
public class FilingAnonymously {

    private final NewAnonymousConcerns drafting;
    private final CodeDerivation derivation;
    private final KeepingAnonymous keeping;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    FilingAnonymously(
            NewAnonymousConcerns drafting,
            CodeDerivation derivation,
            KeepingAnonymous keeping,
            TransactionTemplate transaction) {
        this.drafting = drafting;
        this.derivation = derivation;
        this.keeping = keeping;
        this.transaction = transaction;
    }

    /** @param code shown to the filer this once */
    public record Filed(ReturnCode code, LocalDate acknowledgeBy, LocalDate answerBy) {}

    /**
     * @param files secret of the files that were shown to the filer before
     */
    public Filed file(FileConcern command, Optional<Secret> files) {
        ReturnCode code = ReturnCode.random(random);
        // before the transaction: whoever waits for a turn must not hold a connection
        FilerKeys keys = derivation.keysOf(code);
        return Objects.requireNonNull(transaction.execute(status -> {
            Concern concern = drafting.of(command);
            keeping.keep(concern, command.words(), keys, files);
            return new Filed(code, concern.acknowledgeBy(), concern.answerBy());
        }));
    }
}
