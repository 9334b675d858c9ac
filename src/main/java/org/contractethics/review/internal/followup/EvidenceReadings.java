package org.contractethics.review.internal.followup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.followup.EvidenceTexts.Awaited;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is reading which file of an incident, and how often that was begun. Whoever reads holds a lease that has to be renewed; when a node
 * dies, its leases lapse and another node takes the files up. Times are those of the database.
 */
@Repository
class EvidenceReadings {

    /** Renewed about once a second; long enough for a process that collects garbage or a slow database. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;

    EvidenceReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reader names this one attempt
     * @param attempts how often the reading was begun, this time included
     */
    record Lease(Awaited file, UUID reader, int attempts) {}

    /** The lease, where the file waits for its text and nobody else holds it. The attempt counts from now on. */
    Optional<Lease> claim(Awaited file, UUID reader) {
        return jdbc.sql(
                        """
                        insert into review.incident_reading as r (incident_id, number, reader, attempts, lease_until)
                        select f.incident_id, f.number, :reader, 1, clock_timestamp() + make_interval(secs => :seconds)
                          from review.incident_file f
                         where f.incident_id = :incident and f.number = :number
                           and not exists (select from review.incident_text t
                                            where t.incident_id = f.incident_id and t.number = f.number)
                        on conflict (incident_id, number) do update
                           set reader = excluded.reader, attempts = r.attempts + 1, lease_until = excluded.lease_until
                         where r.lease_until < clock_timestamp()
                        returning r.attempts
                        """)
                .param("incident", file.incident())
                .param("number", file.number())
                .param("reader", reader)
                .param("seconds", (double) LEASE.toSeconds())
                .query(Integer.class)
                .optional()
                .map(attempts -> new Lease(file, reader, attempts));
    }

    /** Renews the lease; without effect where somebody else holds it by now. */
    void renew(Lease lease) {
        jdbc.sql(
                        """
                        update review.incident_reading set lease_until = clock_timestamp() + make_interval(secs => ?)
                         where incident_id = ? and number = ? and reader = ?
                        """)
                .params(List.of(
                        (double) LEASE.toSeconds(),
                        lease.file().incident(),
                        lease.file().number(),
                        lease.reader()))
                .update();
    }

    /** Ends the reading; false where somebody else holds the lease by now, whose result will be kept instead. */
    boolean end(Lease lease) {
        return jdbc.sql("delete from review.incident_reading where incident_id = ? and number = ? and reader = ?")
                        .params(List.of(lease.file().incident(), lease.file().number(), lease.reader()))
                        .update()
                == 1;
    }

    /** Gives the lease back, as if this attempt had not been: what stopped it was not the file. */
    void giveBack(Lease lease) {
        jdbc.sql(
                        """
                        update review.incident_reading
                           set lease_until = clock_timestamp(), attempts = greatest(attempts - 1, 1)
                         where incident_id = ? and number = ? and reader = ?
                        """)
                .params(List.of(lease.file().incident(), lease.file().number(), lease.reader()))
                .update();
    }
}
