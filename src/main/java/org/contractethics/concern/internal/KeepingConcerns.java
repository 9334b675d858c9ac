package org.contractethics.concern.internal;

import java.util.Collection;
import java.util.Set;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.concern.internal.vault.FilerMarks;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a concern that is filed: its line, its key with a wrap for each person who handles it now, and everything in words sealed. However
 * it came, this is the one way in.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeepingConcerns {

    private final ConcernStore concerns;
    private final Reporters reporters;
    private final ConcernRights rights;
    private final SealedWords words;
    private final Vault vault;
    private final FilerMarks marks;
    private final ProofsOfFiling proofs;

    KeepingConcerns(
            ConcernStore concerns,
            Reporters reporters,
            ConcernRights rights,
            SealedWords words,
            Vault vault,
            FilerMarks marks,
            ProofsOfFiling proofs) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.rights = rights;
        this.words = words;
        this.vault = vault;
        this.marks = marks;
        this.proofs = proofs;
    }

    /**
     * Of somebody who is signed in: found again by them, named for nobody but those who handle it; a confidential filer is named for
     * nobody at all until an opening is granted.
     */
    void keep(Concern concern, FiledWords filed, Collection<String> excluded, String filer) {
        ConcernId id = concern.id();
        concerns.add(concern);
        reporters.add(id, filer);
        reporters.exclude(id, excluded);
        seal(concern, filed, marks.key(id, filer));
        if (concern.mode() == ConcernMode.CONFIDENTIAL) {
            words.keepNameApart(id, filer);
        } else {
            words.keepName(id, filer);
        }
        proofs.keep(concern, filed);
    }

    /**
     * Of somebody nobody knows.
     *
     * @param filerKey 32 bytes that only they can bring again
     */
    void keepAnonymous(Concern concern, FiledWords filed, Collection<String> excluded, byte @Nullable [] filerKey) {
        concerns.add(concern);
        reporters.exclude(concern.id(), excluded);
        seal(concern, filed, filerKey);
    }

    private void seal(Concern concern, FiledWords filed, byte @Nullable [] filerKey) {
        ConcernId id = concern.id();
        Set<String> handlers = handlersOf(concern);
        Part part = SealedWords.partOf(concern.mode());
        vault.begin(id, handlers, filerKey);
        if (!part.equals(Part.HANDLING)) {
            vault.begin(id, part, handlers, filerKey);
        }
        words.keep(id, part, filed);
        words.keepClauses(id, part, filed.clauses());
    }

    /** Nobody yet where the people directory does not answer: filing must not wait for it, and they get their wrap at first reading. */
    private Set<String> handlersOf(Concern concern) {
        try {
            return Set.copyOf(rights.handlers(concern));
        } catch (PeopleUnavailable unknown) {
            return Set.of();
        }
    }
}
