package org.contractethics.concern.internal.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.ConcernsAlone;
import org.contractethics.concern.internal.destroyed.DestroyedList;
import org.contractethics.concern.internal.destroyed.Destroying;
import org.contractethics.concern.internal.letter.LetterSignatures.Signer;
import org.contractethics.concern.internal.letter.LetterStore.Version;
import org.contractethics.concern.internal.vault.TestVault;
import org.contractethics.shared.ConcernId;

/** Letters on the same database as {@link ConcernsAlone}. */
public final class LettersAlone {

    private final ConcernsAlone concerns;
    private final LetterStore letters;
    private final LetterSignatures signatures;
    private final LetterSecrets secrets;

    public LettersAlone(ConcernsAlone concerns, DestroyedList list) {
        this.concerns = concerns;
        this.letters = new LetterStore(concerns.jdbc);
        this.signatures = new LetterSignatures(concerns.jdbc);
        this.secrets = new LetterSecrets(concerns.vault, TestVault.marks(), list, new IssuingKeys());
    }

    /** A letter whose names those who handle it read, with one signature. */
    public ConcernId signed(String signer) {
        ConcernId id = concerns.file(ConcernMode.COLLECTIVE, "A letter");
        LocalDate today = LocalDate.now(Clock.systemUTC());
        Letter letter = new Letter(id, "A letter", SigningMode.CUSTODIAN_ONLY, null, 1, today, null, null, null);
        secrets.begin(id);
        letters.add(letter);
        letters.addVersion(id, new Version(new LetterText(1, "What is asked.", List.of("Stop."), today), null));
        UUID signature = UUID.randomUUID();
        signatures.add(
                id,
                1,
                signature,
                Signer.under(secrets.mark(letter, signer)),
                secrets.sealName(letter, signature, signer),
                false);
        return id;
    }

    /** Destroys the names of every letter whose answer stands. */
    public void destroy() {
        destroying().run();
    }

    public Destroying names() {
        return destroying();
    }

    private DestroyingNames destroying() {
        return new DestroyingNames(
                letters, signatures, secrets, concerns.transaction, concerns::tell, Clock.systemUTC());
    }
}
