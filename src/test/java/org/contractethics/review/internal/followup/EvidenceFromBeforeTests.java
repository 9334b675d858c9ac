package org.contractethics.review.internal.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.contractethics.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database from before files inside evidence were read, and before alerts told of incidents. */
class EvidenceFromBeforeTests {

    private static final String NOT_INSIDE = "Search does not find what stands in files inside this one.";

    private final UUID incident = UUID.randomUUID();
    private final UUID contract = UUID.randomUUID();
    private final UUID version = UUID.randomUUID();

    @Test
    void files_with_others_inside_wait_to_be_read_again_and_what_was_found_is_no_news() {
        MigratedDatabase database = MigratedDatabase.upTo("980");
        JdbcTemplate owner = new JdbcTemplate(database.asOwner());
        owner.execute(filled());

        database.migrate();

        assertThat(owner.queryForList("select number from review.incident_text order by number", Integer.class))
                .as("the mail waits")
                .containsExactly(2);
        assertThat(owner.queryForList("select number from review.incident_passage", Integer.class))
                .containsExactly(2);
        assertThat(owner.queryForList(
                        "select number || ' at ' || turn from search.incident_text order by number", String.class))
                .containsExactly("0 at 0", "1 at 0", "2 at 0");
        assertThat(owner.queryForList("select contract from search.alert_hit", UUID.class))
                .containsExactly(contract);
    }

    /** Without the rows they refer to, as nothing here depends on these. */
    private String filled() {
        return String.join(
                ";",
                List.of(
                        "set session_replication_role = replica",
                        "insert into review.incident_text (incident_id, number, ending, passages, gaps, read_at)"
                                + " values ('%s', 1, 'READ', 1, array['%s'], now()), ('%s', 2, 'READ', 1, '{}', now())"
                                        .formatted(incident, NOT_INSIDE, incident),
                        "insert into review.incident_passage (incident_id, number, ordinal, part, printed, heading, text)"
                                + " values ('%s', 1, 0, 'body', '', '', 'Mail'), ('%s', 2, 0, 'body', '', '', 'Note')"
                                        .formatted(incident, incident),
                        "insert into search.incident (incident, contract, noted_at) values ('%s', '%s', now())"
                                .formatted(incident, contract),
                        "insert into search.version (version, contract, noted_at) values ('%s', '%s', now())"
                                .formatted(version, contract),
                        "insert into search.alert_hit (search, document, wording, clause, found_at)"
                                + " values (gen_random_uuid(), gen_random_uuid(), repeat('0', 32), '%s-7', now())"
                                        .formatted(version),
                        "set session_replication_role = origin"));
    }
}
