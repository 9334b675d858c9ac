package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.Optional;
import org.contractethics.concern.internal.anonymous.FilerKeys;
import org.contractethics.concern.internal.anonymous.ReturnCodes;
import org.contractethics.concern.internal.anonymous.Secret;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that is kept of an anonymous filing, all of it or nothing: words and files sealed, the code's lookup, the proof. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeepingAnonymous {

    private final KeepingConcerns keeping;
    private final ReturnCodes codes;
    private final FilesOfConcerns files;
    private final ProofsOfFiling proofs;
    private final Untold untold;

    KeepingAnonymous(
            KeepingConcerns keeping, ReturnCodes codes, FilesOfConcerns files, ProofsOfFiling proofs, Untold untold) {
        this.keeping = keeping;
        this.codes = codes;
        this.files = files;
        this.proofs = proofs;
        this.untold = untold;
    }

    /** @param excluded account names of those from whom it is kept */
    void keep(Concern concern, FiledWords words, Collection<String> excluded, FilerKeys keys, Optional<Secret> sent) {
        keeping.keepAnonymous(concern, words, excluded, keys.key());
        codes.add(concern.id(), keys.lookup());
        sent.ifPresent(draft -> files.keep(concern.id(), 0, draft, concern.filedOn()));
        proofs.keep(concern, words);
        untold.add(concern.id(), 0, concern.filedOn());
    }
}
