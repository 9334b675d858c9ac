package org.contractethics.search.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.finding.Findings;
import org.contractethics.finding.Findings.CheckInfo;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Component;

/** What was found in the clauses of a version, for the facet of findings. */
@Component
class FoundInClauses {

    private final Findings findings;

    FoundInClauses(Findings findings) {
        this.findings = findings;
    }

    /** Codes of the findings that count, by ordinal of the clause; a clause without one is absent. */
    Map<Integer, List<String>> of(DocumentVersion version) {
        return findings.counting(version);
    }

    /** Whether a version was looked through, so that a clause without findings is one. */
    boolean complete(DocumentVersionId version) {
        return findings.scanned(version);
    }

    /** The words for a code; the code itself where there are none. */
    String label(String code) {
        return findings.check(code).map(CheckInfo::name).orElse(code);
    }
}
