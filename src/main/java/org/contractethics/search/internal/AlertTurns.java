package org.contractethics.search.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.search.internal.AllHits.Shown;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions and texts of incidents have come into the index since an alert last looked, in the order of their turns. */
@Component
class AlertTurns {

    private static final int AT_ONCE = 200;

    /** What the index does not show for so long is passed over: a version that is lost must not silence every alert. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Documents documents;
    private final RefusedClauses refusals;
    private final AllHits hits;
    private final FoundInClauses findings;
    private final Clock clock;

    AlertTurns(
            JdbcClient jdbc,
            Documents documents,
            RefusedClauses refusals,
            AllHits hits,
            FoundInClauses findings,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.refusals = refusals;
        this.hits = hits;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * What to look at.
     *
     * @param ids of versions, accounts of incidents and their files, as the index knows them
     * @param last the turn of the last one; that of the alert itself where there is none
     */
    record Sources(Set<String> ids, long last) {}

    /**
     * @param source its id in the index
     * @param passages how many the index holds of a text of an incident; null for a version
     */
    private record Turn(String source, @Nullable Integer passages, long turn, Instant indexedAt) {}

    /** Those behind this turn, as far as the index shows all of their clauses, passages and findings. */
    Sources behind(long seen) {
        List<Turn> next = jdbc.sql(
                        """
                select version::text as source, null::int as passages, turn, indexed_at
                  from search.version where turn > :seen
                union all
                select incident || case number when 0 then '' else '-' || number end, passages, turn, indexed_at
                  from search.incident_text where turn > :seen
                order by turn limit :most""")
                .param("seen", seen)
                .param("most", AT_ONCE)
                .query((row, n) -> new Turn(
                        Objects.requireNonNull(row.getString("source")),
                        row.getObject("passages", Integer.class),
                        row.getLong("turn"),
                        row.getObject("indexed_at", Timestamp.class).toInstant()))
                .list();
        if (next.isEmpty()) {
            return new Sources(Set.of(), seen);
        }
        Map<String, Shown> shown = hits.shown(next.stream().map(Turn::source).collect(Collectors.toSet()));
        var ready = new ArrayList<Turn>();
        for (Turn turn : next) {
            if (!isShown(turn, shown)) {
                break;
            }
            ready.add(turn);
        }
        var ids = new LinkedHashSet<String>();
        ready.forEach(turn -> ids.add(turn.source()));
        return new Sources(
                ids, ready.isEmpty() ? seen : ready.get(ready.size() - 1).turn());
    }

    /** With its findings: an alert narrowed by one of them would otherwise pass over a version that is not scanned yet. */
    private boolean isShown(Turn turn, Map<String, Shown> shown) {
        if (turn.indexedAt().isBefore(clock.instant().minus(PATIENCE))) {
            return true;
        }
        Shown there = shown.getOrDefault(turn.source(), Shown.NOTHING);
        Integer passages = turn.passages();
        if (passages != null) {
            return there.clauses() >= passages;
        }
        return documents
                .find(DocumentVersionId.valueOf(turn.source()))
                .filter(version -> version.status() == ExtractionStatus.READ)
                .map(version -> isWhole(version, there))
                .orElse(true);
    }

    private boolean isWhole(DocumentVersion version, Shown shown) {
        int refused = refusals.of(version.id());
        return shown.clauses() >= version.clauseCount() - refused
                && findings.complete(version.id())
                && shown.withFindings() >= findings.of(version).size() - refused;
    }
}
