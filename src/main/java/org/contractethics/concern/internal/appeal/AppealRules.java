package org.contractethics.concern.internal.appeal;

import java.time.LocalDate;
import java.util.Optional;
import org.contractethics.concern.internal.Concern;

/** When an answer can be appealed, and until when the appeal is decided. */
public final class AppealRules {

    /** Twice what a company usually gives: who was refused once needs time to find help. */
    public static final int DAYS_TO_APPEAL = 60;

    /** As long as the first answer may take at most (Directive (EU) 2019/1937 art. 9(1)(f)). */
    static final int MONTHS_TO_DECIDE = 3;

    private AppealRules() {}

    /** The last day on which the filer may appeal; empty while there is no answer. */
    public static Optional<LocalDate> until(Concern concern) {
        return Optional.ofNullable(concern.answeredOn()).map(day -> day.plusDays(DAYS_TO_APPEAL));
    }

    static LocalDate decideBy(LocalDate filedOn) {
        return filedOn.plusMonths(MONTHS_TO_DECIDE);
    }
}
