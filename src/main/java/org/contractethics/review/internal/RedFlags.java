package org.contractethics.review.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.finding.Findings;
import org.contractethics.finding.FirstScans;
import org.contractethics.finding.RedFlag;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** S2: a red flag that the scan shows in the documents is judged by a person before the documents count as checked. */
@Component
public class RedFlags {

    private final Findings findings;
    private final FirstScans scans;

    RedFlags(Findings findings, FirstScans scans) {
        this.findings = findings;
        this.scans = scans;
    }

    /** For whoever may read the documents; nothing for anybody else. */
    public List<RedFlag> seenBy(Actor viewer, ContractId contract) {
        return findings.of(contract, viewer).map(found -> found.redFlags()).orElse(List.of());
    }

    List<RedFlag> of(ContractId contract) {
        return findings.of(contract).redFlags();
    }

    /** Whatever was just read is scanned, so that nothing passes because it was faster than the scan. */
    void scanned(ContractId contract) {
        scans.scan(contract);
    }

    void refuseUnjudged(ContractId contract, Problems problems) {
        List<RedFlag> open =
                of(contract).stream().filter(flag -> !flag.judged()).toList();
        problems.when(
                !open.isEmpty(),
                "confirmed",
                "The scan found red flags that nobody has judged: "
                        + open.stream().map(RedFlag::name).collect(Collectors.joining("; "))
                        + ". Confirm each, or set it aside with a reason, on the page of the findings; then confirm the documents.");
    }
}
