package org.contractethics.review.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the triage officer found out. Null means not researched, which is never low (H16).
 *
 * @param countryBand {@code LOW}, {@code MEDIUM}, {@code HIGH} or {@code CRITICAL}
 * @param agencyRecord {@code NONE}, {@code ALLEGATIONS}, {@code DOCUMENTED} or {@code SYSTEMATIC}
 * @param recordReason why the agency's record is better than an earlier triage found; null in triages from before it was asked for
 */
public record TriageAnswers(
        @Nullable String countryBand,
        @Nullable String agencyRecord,
        @Nullable Boolean sanctionsHit,
        @Nullable Boolean activeConflict,
        @Nullable Boolean internationalFinding,
        @Nullable Boolean vulnerableGroups,
        @Nullable Boolean informationGap,
        @Nullable Boolean collectiveConcern,
        @Nullable String recordReason) {}
