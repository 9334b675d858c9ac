package org.contractethics.screening.internal.agencies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contractethics.screening.AgencyRecords;
import org.contractethics.screening.CitedFindings;
import org.contractethics.screening.OnRecord;
import org.springframework.stereotype.Component;

/** The register of agencies as the reviews ask it. */
@Component
class CitedRecords implements AgencyRecords, CitedFindings {

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

    @Override
    public List<Finding> standing(Collection<String> agencies) {
        return findings.standing(agencies).stream()
                .map(finding -> new Finding(
                        finding.level(),
                        finding.international(),
                        finding.source(),
                        finding.title(),
                        finding.address(),
                        finding.foundOn(),
                        finding.summary(),
                        finding.steps(),
                        finding.waits()))
                .toList();
    }

    private static String line(AgencyFinding finding) {
        LocalDate on = finding.foundOn();
        return finding.level().words() + ": " + finding.source() + ", " + finding.title() + ", " + on.getYear();
    }
}
