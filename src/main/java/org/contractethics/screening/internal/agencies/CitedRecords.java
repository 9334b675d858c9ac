package org.contractethics.screening.internal.agencies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contractethics.screening.AgencyRecords;
import org.contractethics.screening.OnRecord;
import org.springframework.stereotype.Component;

/** The register of agencies as the reviews ask it. */
@Component
class CitedRecords implements AgencyRecords {

    private final AgencyFindings findings;

    CitedRecords(AgencyFindings findings) {
        this.findings = findings;
    }

    @Override
    public Optional<Worst> worst(Collection<String> agencies) {
        List<AgencyFinding> standing = findings.standing(agencies);
        return standing.stream()
                .findFirst()
                .map(gravest -> new Worst(
                        gravest.level(),
                        standing.stream().anyMatch(AgencyFinding::international),
                        standing.stream()
                                .map(finding -> new OnRecord(finding.id(), line(finding)))
                                .toList()));
    }

    private static String line(AgencyFinding finding) {
        LocalDate on = finding.foundOn();
        return finding.level().words() + ": " + finding.source() + ", " + finding.title() + ", " + on.getYear();
    }
}
