package org.contractethics.concern.internal.appeal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The filer appeals against the answer: once, in time. Nobody hears of it before its day is over. */
@Service
public class Appealing {

    public static final int LONGEST = 10_000;

    private final HandledConcerns concerns;
    private final AppealRows appeals;
    private final Clock clock;

    Appealing(HandledConcerns concerns, AppealRows appeals, Clock clock) {
        this.concerns = concerns;
        this.appeals = appeals;
        this.clock = clock;
    }

    @Transactional
    public void appeal(ConcernId id, String reasons, Actor filer) {
        appeal(concerns.lockForFiler(id, filer), reasons);
    }

    /** For a filer who came with a return code: the caller has found the concern by it and holds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appeal(Concern concern, String reasons) {
        String text = HandledConcerns.plain(reasons);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Refused.invalid("Write why the answer should not stand, in at most 10,000 characters.");
        }
        if (concerns.isWithdrawn(concern.id())) {
            throw Refused.conflict("You withdrew this concern. There is nothing left to appeal against.");
        }
        LocalDate today = today();
        LocalDate until = AppealRules.until(concern)
                .orElseThrow(() -> Refused.conflict("There is no answer yet against which you could appeal."));
        if (today.isAfter(until)) {
            throw Refused.conflict("The time to appeal is over. You can write a message, or file a new concern.");
        }
        if (appeals.find(concern.id()).isPresent()) {
            throw Refused.conflict("You appealed against this answer already.");
        }
        appeals.add(concern.id(), concerns.seal(concern.id(), "appeal", text), today, AppealRules.decideBy(today));
        concerns.tellWhenTheDayIsOver(concern.id(), HandledConcerns.APPEAL, today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
