package org.contractethics.search.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.review.IncidentTexts.EvidenceRead;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An incident of a contract nobody signed, with a file, both of which tell of one word. */
final class RecordedNews {

    final UUID incident = UUID.randomUUID();

    private final ContractId contract;
    private final String word;
    private final Recording recording;

    RecordedNews(ContractId contract, String word, Recording recording) {
        this.contract = contract;
        this.word = word;
        this.recording = recording;
    }

    /** What it takes to record one. */
    record Recording(
            JdbcClient database,
            TransactionTemplate transaction,
            IncidentListeners listeners,
            ApplicationEventPublisher events) {}

    void record() {
        recording.transaction().executeWithoutResult(status -> {
            recording
                    .database()
                    .sql(
                            """
                            insert into review.incident (id, contract_id, kind, happened_on, source, reliability, account,
                                files, recorded_by, recorded_at)
                            values (:id, :contract, 'PRESS', date '2026-05-12', 'A newspaper', 'B', :account, 1, 'mona.keller', now())
                            """)
                    .param("id", incident)
                    .param("contract", contract.value())
                    .param("account", "People were held by " + word)
                    .update();
            recording.listeners().note(new Recorded(contract, incident));
        });
    }

    /** Long after it was recorded, as a file in a queue is. */
    void readFile() {
        recording.transaction().executeWithoutResult(status -> {
            for (String sql : List.of(
                    """
                    insert into review.incident_file (incident_id, number, file_name, sha256, original, outcome, extension)
                    values (:id, 1, 'article.pdf', encode(sha256('x'::bytea), 'hex'), 'x'::bytea, 'NOT_REBUILT', '')
                    """,
                    "insert into review.incident_text (incident_id, number, ending, passages, read_at) values (:id, 1, 'READ', 1, now())",
                    """
                    insert into review.incident_passage (incident_id, number, ordinal, part, printed, heading, text, page)
                    values (:id, 1, 0, 'body', '', '', 'At night, wrote %s', 1)
                    """
                            .formatted(word))) {
                recording.database().sql(sql).param("id", incident).update();
            }
            recording.events().publishEvent(new EvidenceRead(incident, contract));
        });
    }

    /** As the use case tells it, without a signature before. */
    record Recorded(ContractId contract, UUID incident) implements RecordedEvent {

        @Override
        public String kind() {
            return "incident-recorded";
        }

        @Override
        public String actor() {
            return "mona.keller";
        }

        @Override
        public Instant occurredAt() {
            return Instant.now();
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("incidentId", incident);
        }
    }
}
