package org.contractethics.report.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is about.
 *
 * @param tier T1 to T4; null for all
 * @param agency name of the awarding agency; null for all
 * @param now the moment of asking; a period that has not ended yet is told as of now
 */
public record Scope(Period period, @Nullable String tier, @Nullable String agency, Instant now) {

    /** The moment at which states are told: the end of the period, or now where it has not ended. */
    Instant asOf() {
        return period.end().isBefore(now) ? period.end() : now;
    }

    /** The same question about the period before. */
    public Scope before() {
        return new Scope(period.before(), tier, agency, now);
    }

    boolean takes(@Nullable String tierOfCase, @Nullable String agencyOfCase) {
        return (tier == null || tier.equals(tierOfCase)) && (agency == null || agency.equals(agencyOfCase));
    }
}
