package org.contractethics.concern.internal.appeal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.WritingOfFilers;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.appeal.ReadingAppeals.Appeal;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appeal of a filer whom nobody knows: by their return code they may do what every other filer may. */
@Service
public class AppealingWithCode {

    private final HandledConcerns concerns;
    private final WritingOfFilers writing;
    private final Appealing appealing;
    private final ReadingAppeals reading;
    private final Vault vault;
    private final Clock clock;

    AppealingWithCode(
            HandledConcerns concerns,
            WritingOfFilers writing,
            Appealing appealing,
            ReadingAppeals reading,
            Vault vault,
            Clock clock) {
        this.concerns = concerns;
        this.writing = writing;
        this.appealing = appealing;
        this.reading = reading;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param until the last day on which the filer may appeal; null without an answer, and after withdrawal
     * @param possible whether they may now
     * @param appeal null where they did not
     */
    public record State(@Nullable LocalDate until, boolean possible, @Nullable Appeal appeal) {}

    @Transactional(readOnly = true)
    public State of(FilerSession session) {
        Concern concern = concerns.get(session.concern());
        if (concerns.isWithdrawn(concern.id())) {
            return new State(null, false, null);
        }
        var opening = vault.opening(concern.id(), Part.HANDLING, Opener.filer(session.key()));
        Optional<Appeal> appeal = reading.of(concern.id(), opening::text);
        Optional<LocalDate> until = AppealRules.until(concern);
        boolean inTime = until.filter(day -> !today().isAfter(day)).isPresent();
        return new State(until.orElse(null), appeal.isEmpty() && inTime, appeal.orElse(null));
    }

    /** @param typed refused where the return code stands in it: those who rule would read it */
    @Transactional
    public void appeal(FilerSession session, String typed) {
        Concern concern = writing.locked(session);
        if (session.hasCodeIn(typed)) {
            throw Refused.invalid(
                    "Your return code stands in this text. Whoever knows it can read your concern: take it out.");
        }
        appealing.appeal(concern, typed);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
