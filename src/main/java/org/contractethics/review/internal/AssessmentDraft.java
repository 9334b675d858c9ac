package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An assessment in the making.
 *
 * @param marks what is said of all rights together
 * @param impacts what was written so far of the rights touched
 * @param saved by part ({@link #MARKS}, or the code of a right): who saved it last
 */
public record AssessmentDraft(Marks marks, Map<String, Impact> impacts, Map<String, Saved> saved) {

    /** The part that holds the marks and the consultation. */
    public static final String MARKS = "marks";

    /** The field of the form that takes why a right is not touched. */
    public static String reasonField(String right) {
        return "untouched-because-" + right;
    }

    public AssessmentDraft {
        impacts = Map.copyOf(impacts);
        saved = Map.copyOf(saved);
    }

    /**
     * The first part of a draft.
     *
     * @param touched right code to touched or not touched; rights not yet marked are absent
     * @param untouchedBecause right code to why it is not touched, where something is said of it
     * @param consultation with whom it was talked over; empty where nobody was consulted
     * @param proxyReason why not with the affected themselves, and who speaks for them
     */
    public record Marks(
            Map<String, Boolean> touched,
            Map<String, String> untouchedBecause,
            String consultation,
            String proxyReason) {

        static final Marks NONE = new Marks(Map.of(), Map.of(), "", "");

        /** Drafts from before reasons were asked for hold none. */
        public Marks {
            touched = Map.copyOf(touched);
            untouchedBecause = Map.copyOf(Objects.requireNonNullElse(untouchedBecause, Map.of()));
        }
    }

    /** @param version counts the savings of this part from 1 */
    public record Saved(int version, String by, Instant at) {}

    /** What a form that shows this part has to carry; 0 where nothing was saved yet. */
    public int version(String part) {
        Saved last = saved.get(part);
        return last == null ? 0 : last.version();
    }

    /** What a form that shows all of it has to carry: the version of each part that was saved. */
    public String versions() {
        return saved.entrySet().stream()
                .map(part -> part.getKey() + ":" + part.getValue().version())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** The same draft with marks and words that are not saved yet. */
    public AssessmentDraft typed(Marks typed) {
        return new AssessmentDraft(typed, impacts, saved);
    }

    public Map<String, Boolean> touched() {
        return marks.touched();
    }

    /** Why this right is not touched; empty where nothing is said. */
    public String untouchedBecause(String right) {
        return marks.untouchedBecause().getOrDefault(right, "");
    }

    public String consultation() {
        return marks.consultation();
    }

    public String proxyReason() {
        return marks.proxyReason();
    }

    /** Codes of the rights marked as touched, in the order of the catalogue. */
    public List<String> touchedRights() {
        return touched().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
