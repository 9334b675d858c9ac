package org.contractethics.concern.internal.anonymous;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Makes the keys of a filer from their code: one run of Argon2id. All codes share one salt, because a code has to be found again without
 * knowing whose it is; 100 random bits make up for that. Each run takes its memory from the heap, so only so many run side by side (S13).
 */
@Component
public class CodeDerivation {

    private final SpeakSettings settings;
    private final CodeSalt salt;
    private final Semaphore turns;

    CodeDerivation(SpeakSettings settings, CodeSalt salt) {
        this.settings = settings;
        this.salt = salt;
        this.turns = new Semaphore(settings.codesAtATime(), true);
    }

    /** Refuses with 503 where too many wait already. */
    public FilerKeys keysOf(ReturnCode code) {
        return keysOf(code.characters());
    }

    /** Takes as long as for a code, so that nobody can tell from the time whether something looks like one. */
    public void asIfFor(String typed) {
        var unused = keysOf(typed.substring(0, Math.min(typed.length(), ReturnCode.LENGTH)));
    }

    private FilerKeys keysOf(String characters) {
        byte[] password = characters.getBytes(StandardCharsets.UTF_8);
        byte[] derived = new byte[2 * FilerKeys.BYTES];
        enter();
        try {
            Argon2BytesGenerator argon = new Argon2BytesGenerator();
            argon.init(parameters());
            argon.generateBytes(password, derived);
            return FilerKeys.of(derived);
        } finally {
            turns.release();
            Arrays.fill(password, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }

    private void enter() {
        try {
            if (!turns.tryAcquire(settings.codeWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private Argon2Parameters parameters() {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(settings.codeRounds())
                .withMemoryAsKB((int) settings.codeMemory().toKilobytes())
                .withParallelism(1)
                .withSalt(salt.bytes())
                .build();
    }

    private static Refused busy() {
        return new Refused(
                Refused.Kind.UNAVAILABLE, List.of("Too many people come back at once. Try again in a minute."));
    }
}
