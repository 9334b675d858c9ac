package org.contractethics.search.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.search.internal.AllHits.Shown;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions have come into the index since an alert last looked, in the order of their turns. */
@Component
class AlertTurns {

    private static final int AT_ONCE = 200;

    /** A version that the index does not show for so long is passed over: one that is lost must not silence every alert. */
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
     * Versions to look at.
     *
     * @param last the turn of the last one; that of the alert itself where there is none
     */
    record Versions(Set<DocumentVersionId> ids, long last) {}

    private record Turn(UUID version, long turn, Instant indexedAt) {}

    /** Those behind this turn, as far as the index shows all of their clauses and findings. */
    Versions behind(long seen) {
        List<Turn> next = jdbc.sql(
                        """
                select version, turn, indexed_at from search.version where turn > :seen order by turn limit :most""")
                .param("seen", seen)
                .param("most", AT_ONCE)
                .query((row, n) -> new Turn(
                        row.getObject("version", UUID.class),
                        row.getLong("turn"),
                        row.getObject("indexed_at", Timestamp.class).toInstant()))
                .list();
        if (next.isEmpty()) {
            return new Versions(Set.of(), seen);
        }
        Map<String, Shown> shown = hits.shown(
                next.stream().map(turn -> new DocumentVersionId(turn.version())).collect(Collectors.toSet()));
        var ready = new ArrayList<Turn>();
        for (Turn turn : next) {
            if (!isShown(turn, shown)) {
                break;
            }
            ready.add(turn);
        }
        var ids = new LinkedHashSet<DocumentVersionId>();
        ready.forEach(turn -> ids.add(new DocumentVersionId(turn.version())));
        return new Versions(
                ids, ready.isEmpty() ? seen : ready.get(ready.size() - 1).turn());
    }

    /** With its findings: an alert narrowed by one of them would otherwise pass over a version that is not scanned yet. */
    private boolean isShown(Turn turn, Map<String, Shown> shown) {
        if (turn.indexedAt().isBefore(clock.instant().minus(PATIENCE))) {
            return true;
        }
        var id = new DocumentVersionId(turn.version());
        return documents
                .find(id)
                .filter(version -> version.status() == ExtractionStatus.READ)
                .map(version -> isWhole(version, shown.getOrDefault(id.toString(), Shown.NOTHING)))
                .orElse(true);
    }

    private boolean isWhole(DocumentVersion version, Shown shown) {
        int refused = refusals.of(version.id());
        return shown.clauses() >= version.clauseCount() - refused
                && findings.complete(version.id())
                && shown.withFindings() >= findings.of(version).size() - refused;
    }
}
