package org.contractethics.crash;

import java.util.List;
import java.util.Map;

/**
 * Where the application is killed: at a few telling points in every build, at each moment of each step with {@code
 * -Dcrash.points=all}.
 */
final class KillPlan {

    private static final Map<String, List<Moment>> TELLING = Map.of(
            "upload the document", List.of(Moment.JUST_COMMITTED),
            "finish vote", List.of(Moment.AT_RANDOM),
            "finish decision", List.of(Moment.ON_THE_BRINK));

    /** A filing reaches the record when its day is over, so it has no entry to wait for. */
    private static final Map<String, List<Moment>> WITHOUT_ENTRY =
            Map.of("file a concern", List.of(Moment.AT_RANDOM, Moment.JUST_COMMITTED));

    private KillPlan() {}

    static List<Moment> of(Step step) {
        return System.getProperty("crash.points", "").equals("all")
                ? WITHOUT_ENTRY.getOrDefault(step.name(), List.of(Moment.values()))
                : TELLING.getOrDefault(step.name(), List.of());
    }
}
