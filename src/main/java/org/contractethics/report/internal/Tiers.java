package org.contractethics.report.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The review tiers, and the row for what was not triaged. */
public final class Tiers {

    public static final List<String> ALL = List.of("T1", "T2", "T3", "T4");

    private static final String NONE = "none";
    private static final String NONE_LABEL = "Not triaged";

    private Tiers() {}

    /** What a form offers, by the values it sends. */
    public static Map<String, String> toChoose() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "Every tier");
        ALL.forEach(tier -> choices.put(tier, tier));
        return choices;
    }

    static String key(@Nullable String tier) {
        int known = tier == null ? -1 : ALL.indexOf(tier);
        return known < 0 ? NONE : ALL.get(known);
    }

    static void asRows(Tally tally) {
        ALL.forEach(tier -> tally.row(tier, tier));
        tally.row(NONE, NONE_LABEL);
    }

    static void asColumns(Tally tally) {
        ALL.forEach(tier -> tally.column(tier, tier));
        tally.column(NONE, NONE_LABEL);
    }
}
