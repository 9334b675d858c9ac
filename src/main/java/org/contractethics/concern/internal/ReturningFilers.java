package org.contractethics.concern.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.concern.internal.anonymous.CodeDerivation;
import org.contractethics.concern.internal.anonymous.FilerKeys;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.anonymous.FilerSessions;
import org.contractethics.concern.internal.anonymous.ReturnCode;
import org.contractethics.concern.internal.anonymous.ReturnCodes;
import org.contractethics.concern.internal.anonymous.ReturnCodes.Entry;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets filers back in by their code, and gives them another one. */
@Service
public class ReturningFilers {

    private final CodeDerivation derivation;
    private final ReturnCodes codes;
    private final FilerSessions sessions;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReturningFilers(
            CodeDerivation derivation,
            ReturnCodes codes,
            FilerSessions sessions,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.derivation = derivation;
        this.codes = codes;
        this.sessions = sessions;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The secret of a new session; empty for whatever is no code of a concern here. Mistyped, made up and expired codes cost the same work
     * and say the same, so that nobody learns which it was (S10, S11).
     */
    public Optional<Secret> enter(String typed) {
        Optional<ReturnCode> code = ReturnCode.parse(typed);
        if (code.isEmpty()) {
            derivation.asIfFor(typed);
            return Optional.empty();
        }
        FilerKeys keys = derivation.keysOf(code.get());
        return Objects.requireNonNull(
                transaction.execute(status -> codes.find(keys.lookup()).map(entry -> begin(entry, keys, code.get()))));
    }

    private Secret begin(Entry entry, FilerKeys keys, ReturnCode code) {
        Instant now = clock.instant();
        codes.opened(entry.concern(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return sessions.begin(FilerSession.begun(entry.concern(), keys, code, entry.lastOpened(), now));
    }

    /**
     * Another code for the same concern; the old one opens nothing from now on, nor does any other session that came by it.
     *
     * @param turn how often the code had been changed when the page was made: sending the same page twice changes it once
     */
    public ReturnCode change(Secret secret, FilerSession session, int turn) {
        ReturnCode code = ReturnCode.random(random);
        FilerKeys keys = derivation.keysOf(code);
        transaction.executeWithoutResult(status -> {
            if (!codes.replace(session.concern(), turn, keys.lookup())) {
                throw Refused.conflict("The code was changed already. It was shown then.");
            }
            vault.rewrapForFiler(session.concern(), session.key(), keys.key());
            sessions.keep(secret, session.under(keys, code));
        });
        return code;
    }
}
