package org.contractethics.policy.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.policy.internal.RecordedVersion.Step;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version there ever was. Rows are only added. */
@Repository
public class PolicyVersions {

    private static final String SELECT =
            """
            select v.*, (select count(*) from policy.comment c where c.number = v.number) as comments
            from policy.version v
            """;

    private final JdbcClient jdbc;

    PolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Steps of any version come one after the other: held until the end of the transaction. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('policy.version_step'))")
                .query((row, number) -> "")
                .list();
    }

    /** Numbers are given one after the other, whoever asks at once. */
    int nextNumber() {
        hold();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from policy.version")
                .query(Integer.class)
                .single();
    }

    /** The version with its files, without a step: the first one follows in the same transaction. */
    void add(RecordedVersion version, PolicyContent content) {
        jdbc.sql(
                        """
                        insert into policy.version (number, id, based_on, content_hash, author, reason, effective_on,
                            consultation_days, combinations, proposed_at)
                        values (:number, :id, :basedOn, :hash, :author, :reason, :effectiveOn,
                            :consultation, :combinations, :at)
                        """)
                .param("number", version.number())
                .param("id", version.id())
                .param("basedOn", version.basedOn())
                .param("hash", version.contentHash())
                .param("author", version.author())
                .param("reason", version.reason())
                .param("effectiveOn", version.effectiveOn())
                .param("consultation", version.consultationDays())
                .param("combinations", version.combinations())
                .param("at", version.proposedAt().atOffset(ZoneOffset.UTC))
                .update();
        int ordinal = 0;
        for (Map.Entry<String, String> file : content.files().entrySet()) {
            jdbc.sql("insert into policy.version_file (number, ordinal, name, content) values (?, ?, ?, ?)")
                    .params(version.number(), ordinal, file.getKey(), file.getValue())
                    .update();
            ordinal++;
        }
    }

    /** Refuses with 409 where the version moved meanwhile. */
    void step(int number, VersionMove move, String actor, Instant at, String reason) {
        NumberOfRequest.forget();
        VersionState before = move.before();
        try {
            jdbc.sql(
                            """
                            insert into policy.version_step (number, ordinal, before, state, actor, at, reason)
                            select :number, coalesce(max(ordinal), 0) + 1, :before, :state, :actor, :at, :reason
                            from policy.version_step where number = :number
                            """)
                    .param("number", number)
                    .param("before", before == null ? null : before.name())
                    .param("state", move.state().name())
                    .param("actor", actor)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("reason", reason)
                    .update();
        } catch (DataIntegrityViolationException moved) {
            throw Refused.conflict(
                    "This version changed in the meantime. Nothing of yours was saved; look at it again.");
        }
    }

    /** Every version, the newest first. */
    public List<RecordedVersion> all() {
        Map<Integer, List<Step>> steps = steps();
        return jdbc.sql(SELECT + "order by v.number desc")
                .query((row, at) -> version(row, steps.getOrDefault(row.getInt("number"), List.of())))
                .list();
    }

    public Optional<RecordedVersion> find(int number) {
        return all().stream().filter(version -> version.number() == number).findFirst();
    }

    public Optional<RecordedVersion> find(UUID id) {
        return all().stream().filter(version -> version.id().equals(id)).findFirst();
    }

    /** Like {@link #find(int)}, but a missing version is refused with 404. */
    public RecordedVersion get(int number) {
        return find(number).orElseThrow(() -> Refused.notFound("There is no version " + number + " of the rules."));
    }

    /**
     * The number of the version in force on this day: an approved version counts from its date on, even where nobody has
     * noted yet that it came into force.
     */
    Optional<Integer> inForce(LocalDate today) {
        return jdbc.sql(
                        """
                        select max(s.number) from policy.version_state s join policy.version v using (number)
                        where s.state = 'IN_FORCE' or s.state = 'APPROVED' and v.effective_on <= :today
                        """)
                .param("today", today)
                .query(Integer.class)
                .optional();
    }

    PolicyContent content(int number) {
        Map<String, String> files = new LinkedHashMap<>();
        jdbc.sql("select name, content from policy.version_file where number = :number order by ordinal")
                .param("number", number)
                .query((row, at) -> files.put(row.getString("name"), row.getString("content")))
                .list();
        return new PolicyContent(files);
    }

    /**
     * The first version that has lists of its own: what was in use when lists became part of the policy holds for the versions before. A
     * later release brings other lists by a proposal only.
     */
    Optional<PolicyContent> firstLists() {
        return jdbc.sql("select min(number) from policy.version_file where name = :name")
                .param("name", PolicyContent.AGENCIES)
                .query(Integer.class)
                .optional()
                .map(this::content);
    }

    private Map<Integer, List<Step>> steps() {
        record Numbered(int number, Step step) {}
        return jdbc
                .sql("select number, state, actor, at, reason from policy.version_step order by number, ordinal")
                .query((row, at) -> new Numbered(
                        row.getInt("number"),
                        new Step(
                                VersionState.valueOf(row.getString("state")),
                                row.getString("actor"),
                                instant(row, "at"),
                                row.getString("reason"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Numbered::number, Collectors.mapping(Numbered::step, Collectors.toCollection(ArrayList::new))));
    }

    private static RecordedVersion version(ResultSet row, List<Step> steps) throws SQLException {
        return new RecordedVersion(
                row.getInt("number"),
                row.getObject("id", UUID.class),
                number(row, "based_on"),
                row.getString("content_hash"),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("effective_on", LocalDate.class),
                row.getInt("consultation_days"),
                row.getInt("combinations"),
                instant(row, "proposed_at"),
                steps,
                row.getInt("comments"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
