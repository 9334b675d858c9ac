package org.contractethics.review.internal;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.screening.AgencyRecords;
import org.contractethics.screening.CountryBand;
import org.contractethics.screening.CountryRecords;
import org.contractethics.screening.RecordLevel;
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
        @Nullable String recordReason) {

    private static final List<String> RECORDS = Stream.concat(
                    Stream.of("NONE"), Stream.of(RecordLevel.values()).map(RecordLevel::name))
            .toList();

    /**
     * These answers, and of the agency no less than what the register cites. An allegation is less than not to have looked, which stays; and
     * what an officer found worse than the register stays.
     */
    TriageAnswers atLeast(AgencyRecords.Worst cited) {
        boolean worse = agencyRecord == null
                ? cited.level() != RecordLevel.ALLEGATIONS
                : RECORDS.indexOf(agencyRecord) < RECORDS.indexOf(cited.level().name());
        return new TriageAnswers(
                countryBand,
                worse ? cited.level().name() : agencyRecord,
                sanctionsHit,
                activeConflict,
                cited.international() ? Boolean.TRUE : internationalFinding,
                vulnerableGroups,
                informationGap,
                collectiveConcern,
                recordReason);
    }

    /** These answers, and of the countries no less than what is on record: a band below "High" is milder than none, which stays. */
    TriageAnswers atLeast(CountryRecords.Worst rated) {
        boolean worse = countryBand == null
                ? rated.band().compareTo(CountryBand.HIGH) >= 0
                : rated.band().compareTo(CountryBand.valueOf(countryBand)) > 0;
        return new TriageAnswers(
                worse ? rated.band().name() : countryBand,
                agencyRecord,
                sanctionsHit,
                rated.conflict() ? Boolean.TRUE : activeConflict,
                internationalFinding,
                vulnerableGroups,
                informationGap,
                collectiveConcern,
                recordReason);
    }
}
