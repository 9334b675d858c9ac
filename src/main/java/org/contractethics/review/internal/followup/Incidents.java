package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.review.internal.followup.Incident.Kind;
import org.contractethics.review.internal.followup.Incident.Reliability;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became known of contracts after they were signed. */
@Repository
public class Incidents {

    private final JdbcClient jdbc;
    private final IncidentEvidence evidence;

    Incidents(JdbcClient jdbc, IncidentEvidence evidence) {
        this.jdbc = jdbc;
        this.evidence = evidence;
    }

    /** The latest first. */
    public List<Incident> of(ContractId contract) {
        List<Incident> incidents = jdbc.sql(
                        "select * from review.incident where contract_id = :contract order by happened_on desc, recorded_at desc")
                .param("contract", contract.value())
                .query((row, number) -> map(row))
                .list();
        return incidents.isEmpty() ? incidents : withEvidence(incidents, evidence.of(contract));
    }

    private static List<Incident> withEvidence(List<Incident> incidents, Map<UUID, List<EvidenceFile>> files) {
        return incidents.stream()
                .map(incident -> incident.with(files.getOrDefault(incident.id(), List.of())))
                .toList();
    }

    void add(ContractId contract, Incident incident) {
        jdbc.sql(
                        """
                        insert into review.incident (id, contract_id, kind, happened_on, source, reliability, account,
                            rights, files, recorded_by, recorded_at)
                        values (:id, :contract, :kind, :on, :source, :reliability, :account, :rights, :files, :by, :at)
                        """)
                .param("id", incident.id())
                .param("contract", contract.value())
                .param("kind", incident.kind().name())
                .param("on", incident.happenedOn())
                .param("source", incident.source())
                .param("reliability", incident.reliability().name())
                .param("account", incident.account())
                .param("rights", Rows.array(incident.rights()))
                .param("files", incident.evidence().size())
                .param("by", incident.recordedBy())
                .param("at", Rows.at(incident.recordedAt()))
                .update();
    }

    private static Incident map(ResultSet row) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getObject("happened_on", LocalDate.class)),
                row.getString("source"),
                Reliability.valueOf(row.getString("reliability")),
                row.getString("account"),
                Rows.texts(row, "rights"),
                List.of(),
                row.getString("recorded_by"),
                Rows.instant(row, "recorded_at"));
    }
}
