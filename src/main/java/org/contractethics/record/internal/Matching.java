package org.contractethics.record.internal;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.record.EntryFilter;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;

/** A filter as SQL. Only what narrows is written, so that the planner sees which index serves. */
final class Matching {

    private final StringBuilder where = new StringBuilder(" where n > :above and n < :below");
    private final Map<String, Object> parameters = new HashMap<>();

    Matching(EntryFilter filter, long above, long below) {
        parameters.put("above", above);
        parameters.put("below", below);
        and("kind = :kind", "kind", filter.kind());
        and("strpos(kind, :part) > 0", "part", filter.kindContains());
        actor(filter.actor());
        if (filter.contract() != null) {
            and("contract = :contract", "contract", filter.contract().value());
        }
        if (filter.from() != null) {
            and("occurred_at >= :from", "from", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.before() != null) {
            and("occurred_at < :before", "before", filter.before().atOffset(ZoneOffset.UTC));
        }
        without(filter.withheld());
    }

    /** In the column stand people of entries of the first version, and whoever is no person. */
    private void actor(@Nullable String actor) {
        and(
                "n in (select n from record.entry where actor = :actor"
                        + " union all select n from record.sealed where person = :actor and field = '/actor')",
                "actor",
                actor);
    }

    /** Escaped, because a body that was tampered with may be no text any more and is still listed. */
    private void without(Set<ConcernId> withheld) {
        if (!withheld.isEmpty()) {
            and(
                    "coalesce(substring(encode(body, 'escape') from '\"concernId\":\"([0-9a-f-]{36})\"')"
                            + " <> all (string_to_array(:withheld, ',')), true)",
                    "withheld",
                    withheld.stream().map(ConcernId::toString).collect(Collectors.joining(",")));
        }
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
