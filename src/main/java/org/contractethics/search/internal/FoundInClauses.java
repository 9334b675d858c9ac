package org.contractethics.search.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The findings of all that find something; none where nobody does. */
@Component
class FoundInClauses {

    private final ObjectProvider<ClauseFindings> finding;

    FoundInClauses(ObjectProvider<ClauseFindings> finding) {
        this.finding = finding;
    }

    Map<Integer, List<String>> of(DocumentVersionId version) {
        ClauseFindings known = finding.getIfAvailable();
        return known == null ? Map.of() : known.of(version);
    }

    String label(String code) {
        ClauseFindings known = finding.getIfAvailable();
        return known == null ? code : known.label(code);
    }
}
