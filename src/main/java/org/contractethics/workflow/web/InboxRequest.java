package org.contractethics.workflow.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.InboxQuery;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;

/** The filters of the inbox as they stand in its address; what is not understood means "any". */
public record InboxRequest(View view, String q, String tier, String sort, int page) {

    static final List<String> TIERS = List.of("T1", "T2", "T3", "T4");

    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_PAGE = 100_000;

    static InboxRequest of(
            View view, @Nullable String q, @Nullable String tier, @Nullable String sort, @Nullable String page) {
        String words = q == null ? "" : q.strip();
        return new InboxRequest(
                view,
                words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words,
                tier != null && TIERS.contains(tier) ? tier : "",
                sortOf(sort).path(),
                number(page));
    }

    InboxQuery toQuery(Actor viewer, Instant now) {
        return new InboxQuery(viewer, view, q, tier.isEmpty() ? null : tier, sortOf(sort), page, now);
    }

    /** Whether anything but the view narrows the list. */
    public boolean filtered() {
        return !q.isEmpty() || !tier.isEmpty();
    }

    /** The parameters to keep when going to another page. */
    public Map<String, List<String>> filters() {
        return Map.of("q", List.of(q), "tier", List.of(tier), "sort", List.of(sort));
    }

    private static Sort sortOf(@Nullable String text) {
        return Sort.NEWEST.path().equals(text) ? Sort.NEWEST : Sort.DUE;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 1 : Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(text)));
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }
}
