package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.document.ReadingLeases;
import org.contractethics.document.ReadingLeases.Held;
import org.contractethics.review.internal.followup.EvidenceTexts.Awaited;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is reading which file of an incident, and how often that was begun. */
@Repository
class EvidenceReadings {

    private static final String WAITING =
            """
            select from review.incident_file f
             where f.incident_id = :incident_id and f.number = :number
               and not exists (select from review.incident_text t
                                where t.incident_id = f.incident_id and t.number = f.number)
            """;

    private final ReadingLeases leases;

    EvidenceReadings(JdbcClient jdbc) {
        leases = new ReadingLeases(jdbc, "review.incident_reading", List.of("incident_id", "number"), Map.of());
    }

    record Lease(Awaited file, Held held) {}

    /** The lease, where the file waits for its text and nobody else holds it. The attempt counts from now on. */
    Optional<Lease> claim(Awaited file, UUID reader) {
        return leases.claim(List.of(file.incident(), file.number()), reader, ReadingLeases.LEASE, WAITING)
                .map(held -> new Lease(file, held));
    }

    /** Renews the lease; false where somebody else holds it by now. */
    boolean renew(Lease lease) {
        return leases.renew(lease.held(), Map.of());
    }

    /** Ends the reading; false where somebody else holds the lease by now, whose result will be kept instead. */
    boolean end(Lease lease) {
        return leases.end(lease.held());
    }

    /** Gives the lease back, as if this attempt had not been: the application ends. */
    void giveBack(Lease lease) {
        leases.giveBack(lease.held());
    }

    /** Leaves the file to whoever comes after a pause; the attempt counts. */
    void putOff(Lease lease) {
        leases.putOff(lease.held());
    }
}
