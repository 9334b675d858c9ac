package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an anonymous filer does with their concern after it was filed; told to others when the day is over. */
@Service
public class WritingOfFilers {

    private final ConcernStore concerns;
    private final SealedWords words;
    private final FilesOfConcerns files;
    private final Untold untold;
    private final WithdrawingConcerns withdrawing;
    private final Vault vault;
    private final Clock clock;

    WritingOfFilers(
            ConcernStore concerns,
            SealedWords words,
            FilesOfConcerns files,
            Untold untold,
            WithdrawingConcerns withdrawing,
            Vault vault,
            Clock clock) {
        this.concerns = concerns;
        this.words = words;
        this.files = files;
        this.untold = untold;
        this.withdrawing = withdrawing;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param sent secret of the files that were shown to the filer before
     */
    @Transactional
    public void write(FilerSession session, String typed, Optional<Secret> sent) {
        Concern concern = locked(session);
        String text = PlainText.of(typed);
        if (PlainText.isBlank(text) || text.length() > FileConcern.MAX_TEXT) {
            throw Refused.invalid("Write a message of at most 100,000 characters.");
        }
        if (session.hasCodeIn(text)) {
            throw Refused.invalid(
                    "Your return code stands in this message. Whoever knows it can read your concern: take it out.");
        }
        LocalDate today = today();
        int number = words.addMessage(concern.id(), null, text, today);
        sent.ifPresent(draft -> files.keep(concern.id(), number, draft, today));
        untold.add(concern.id(), number, today);
    }

    @Transactional
    public void withdraw(FilerSession session) {
        withdrawing.withdraw(locked(session));
    }

    /** Only whoever holds the key of the concern gets it, and only while it was not withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Concern locked(FilerSession session) {
        Concern concern = concerns.lock(session.concern()).orElseThrow(Vault::unknown);
        if (concerns.withdrawnOn(concern.id()).isPresent()) {
            throw Refused.conflict("This concern was withdrawn.");
        }
        var unused = vault.opening(concern.id(), Part.HANDLING, Opener.filer(session.key()));
        return concern;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
