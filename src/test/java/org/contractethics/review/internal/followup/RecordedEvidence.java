package org.contractethics.review.internal.followup;

import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.review.internal.followup.EvidenceTexts.Awaited;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An incident of a contract of its own, and its files, without the event that has them read. */
final class RecordedEvidence {

    final UUID incident = UUID.randomUUID();

    private final JdbcClient database;
    private final ContractId contract;

    RecordedEvidence(RegisteringContracts registering, JdbcClient database) {
        this.database = database;
        this.contract = registering
                .register(RegisteredContracts.aDraft("Evidence"), "FORM", RegisteredContracts.SOFIA)
                .id();
    }

    Awaited file(int number) {
        return new Awaited(incident, contract, number);
    }

    void record(String ago) {
        database.sql(
                        """
                        insert into review.incident (id, contract_id, kind, happened_on, source, reliability, account, files,
                            recorded_by, recorded_at)
                        values (:id, :contract, 'PRESS', current_date, 'A newspaper', 'B', 'Families were traced', 1,
                            'mona.keller', now() - cast(:ago as interval))
                        """)
                .param("id", incident)
                .param("contract", contract.value())
                .param("ago", ago)
                .update();
    }

    void attach(int number, byte[] bytes) {
        database.sql(
                        """
                        insert into review.incident_file (incident_id, number, file_name, sha256, original, outcome, extension)
                        values (:id, :number, 'article.pdf', encode(sha256(:bytes), 'hex'), :bytes, 'NOT_REBUILT', '')
                        """)
                .param("id", incident)
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }
}
