package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An assessment in the making.
 *
 * @param touched right code to touched or not touched; rights not yet marked are absent
 * @param impacts what was written so far of the rights touched
 * @param saved by part ({@link #MARKS}, or the code of a right): who saved it last
 */
public record AssessmentDraft(
        Map<String, Boolean> touched,
        Map<String, Impact> impacts,
        String consultation,
        String proxyReason,
        Map<String, Saved> saved) {

    /** The part that holds the marks and the consultation. */
    public static final String MARKS = "marks";

    public AssessmentDraft {
        touched = Map.copyOf(touched);
        impacts = Map.copyOf(impacts);
        saved = Map.copyOf(saved);
    }

    /** @param version counts the savings of this part from 1 */
    public record Saved(int version, String by, Instant at) {}

    /** What a form that shows this part has to carry; 0 where nothing was saved yet. */
    public int version(String part) {
        Saved last = saved.get(part);
        return last == null ? 0 : last.version();
    }

    /** The same draft with marks and words that are not saved yet. */
    public AssessmentDraft typed(Map<String, Boolean> marks, String newConsultation, String newProxyReason) {
        return new AssessmentDraft(marks, impacts, newConsultation, newProxyReason, saved);
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
