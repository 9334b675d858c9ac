package org.contractethics.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the history of the process engine tells of reviews, to be held against the record. It is no record: it can be edited. */
public interface ProcessHistory {

    /** How long the history of a review is kept after its end; what is older may be gone. */
    Duration kept();

    /** Every review that the history knows. */
    Map<ReviewId, Trace> reviews();

    /**
     * What is left of one review.
     *
     * @param steps tasks that were completed
     * @param passed how often the process has left each stage, by its name
     */
    record Trace(Instant begunAt, List<Step> steps, Map<String, Integer> passed) {}

    /**
     * A completed task.
     *
     * @param stage as the entry {@code stage-completed} names it
     * @param holder who held the task; null where many worked on it at once
     */
    record Step(String stage, @Nullable String holder, Instant completedAt) {}
}
