package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;

/**
 * An assessment in the making.
 *
 * @param touched right code to touched or not touched; rights not yet marked are absent
 * @param impacts what was written so far of the rights touched
 */
public record AssessmentDraft(
        Map<String, Boolean> touched, Map<String, Impact> impacts, String consultation, String proxyReason) {

    public AssessmentDraft {
        touched = Map.copyOf(touched);
        impacts = Map.copyOf(impacts);
    }

    /** Codes of the rights marked as touched, in the order of the catalogue. */
    public List<String> touchedRights() {
        return touched.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
