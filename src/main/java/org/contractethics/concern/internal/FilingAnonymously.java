package org.contractethics.concern.internal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.contractethics.concern.internal.anonymous.CodeDerivation;
import org.contractethics.concern.internal.anonymous.FilerKeys;
import org.contractethics.concern.internal.anonymous.ReturnCode;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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

    /** A code that nobody was given yet, with the keys made of it. */
    public record Coded(ReturnCode code, FilerKeys keys) {

        @Override
        public String toString() {
            return "Coded";
        }
    }

    /** @param code shown to the filer this once */
    public record Filed(ReturnCode code, LocalDate acknowledgeBy, LocalDate answerBy) {}

    /**
     * @param files secret of the files that were shown to the filer before
     */
    public Filed file(FileConcern command, Optional<Secret> files) {
        Coded coded = coded();
        return Objects.requireNonNull(transaction.execute(status -> {
            Concern concern = drafting.of(command);
            keeping.keep(concern, drafting.words(command), Set.of(), coded.keys(), files);
            return filed(concern, coded);
        }));
    }

    /** To be asked for before the transaction: whoever waits for a turn must not hold a connection. */
    public Coded coded() {
        ReturnCode code = ReturnCode.random(random);
        return new Coded(code, derivation.keysOf(code));
    }

    /**
     * A case of its own about what happened to the filer of a concern, in the transaction of the caller, who holds that one.
     *
     * @param keptFrom account names of those from whom the first one is kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filed fileRetaliation(ConcernId ownCase, Concern first, Set<String> keptFrom, String account, Coded coded) {
        Concern concern = drafting.aboutRetaliation(ownCase, first);
        keeping.keep(concern, new FiledWords(account, List.of(), ""), keptFrom, coded.keys(), Optional.empty());
        return filed(concern, coded);
    }

    private static Filed filed(Concern concern, Coded coded) {
        return new Filed(coded.code(), concern.acknowledgeBy(), concern.answerBy());
    }
}
