package org.contractethics.review.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.contractethics.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** S1: a contract is submitted so many working days before it is to be signed that there is time for its review. */
@Component
class PlannedSignature {

    private final WorkingDays days;
    private final ReviewProperties properties;

    PlannedSignature(WorkingDays days, ReviewProperties properties) {
        this.days = days;
        this.properties = properties;
    }

    String inWords() {
        return "At least " + properties.submissionWorkingDays()
                + " working days from now, so that there is time for the review.";
    }

    /** What is to be said of a planned day that is too near; empty where it leaves enough time or is not known. */
    Optional<String> tooSoon(@Nullable LocalDate planned, Instant submittedAt) {
        if (planned == null) {
            return Optional.empty();
        }
        LocalDate first = days.after(submittedAt, properties.submissionWorkingDays());
        return planned.isBefore(first)
                ? Optional.of("The planned day of signature is too soon: a contract is to be submitted at least "
                        + properties.submissionWorkingDays()
                        + " working days before it. The review takes its time; nothing is signed before it is decided.")
                : Optional.empty();
    }
}
