package org.contractethics.record.trail;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;

/** A filter of the access trail as SQL. Only what narrows is written, so that the planner sees which index serves. */
final class AccessMatching {

    /** Rows from before name their reader, later ones have the name beside them. */
    private static final String READER = "n in (select e.n from record.access_entry e where e.actor = :actor"
            + " union all select p.n from record.access_person p where p.actor = :actor)";

    /** A file names what it belongs to before a dot. */
    private static final String SUBJECT =
            "n in (select e.n from record.access_entry e where e.subject = :subject union all select f.n from"
                    + " record.access_entry f where split_part(f.subject, '.', 1) = :subject and f.subject like '%.%')";

    private final StringBuilder where = new StringBuilder(" where refuses is null");
    private final Map<String, Object> parameters = new HashMap<>();

    AccessMatching(AccessFilter filter) {
        and(READER, "actor", filter.actor());
        and("kind = :kind", "kind", filter.kind() == null ? null : filter.kind().name());
        and(SUBJECT, "subject", filter.subject());
        and("contract = :contract", "contract", filter.contract());
        and("at >= :from", "from", start(filter.from()));
        and(
                "at < :before",
                "before",
                start(filter.to() == null ? null : filter.to().plusDays(1)));
        if (!filter.withheld().isEmpty()) {
            and(
                    "(kind <> 'CONCERN' or split_part(subject, '.', 1) <> all (string_to_array(:withheld, ',')))",
                    "withheld",
                    filter.withheld().stream().map(ConcernId::toString).collect(Collectors.joining(",")));
        }
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
