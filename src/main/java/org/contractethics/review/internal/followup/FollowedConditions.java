package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.FollowedCondition.Report;
import org.contractethics.review.internal.followup.FollowedCondition.Result;
import org.contractethics.review.internal.followup.FollowedCondition.Ruling;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All conditions of decisions, with their reports and rulings. */
@Repository
public class FollowedConditions {

    public static final int PAGE_SIZE = 25;

    private static final String SELECT =
            """
            select c.id, c.decision_id, d.review_id, d.contract_id, c.text, c.due_on, c.blocking, c.evidence,
                   f.started_at, f.closed_at,
                   case when contract.ever_owned(d.contract_id, c.owner)
                        then (select k.submitter from contract.contract k where k.id = d.contract_id)
                        else c.owner end as owner
            from review.condition c
            join review.decision d on d.id = c.decision_id
            left join review.condition_follow_up f on f.condition_id = c.id
            """;

    private final JdbcClient jdbc;
    private final ReportFiles files;

    FollowedConditions(JdbcClient jdbc, ReportFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** Which conditions a list shows. */
    public enum Filter {
        OPEN("Open", "f.closed_at is null"),
        OVERDUE("Overdue", "f.closed_at is null and c.due_on < :today"),
        MET("Met", "exists (select 1 from review.condition_ruling r where r.condition_id = c.id and r.result = 'MET')"),
        WAIVED(
                "Waived",
                "exists (select 1 from review.condition_ruling r where r.condition_id = c.id and r.result = 'WAIVED')"),
        ALL("All", "true");

        private final String label;
        private final String condition;

        Filter(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        public String label() {
            return label;
        }

        /** The name in addresses, for example {@code overdue}. */
        public String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The filter of an address; what is none means the open ones. */
        public static Filter of(@Nullable String path) {
            for (Filter filter : values()) {
                if (filter.path().equals(path)) {
                    return filter;
                }
            }
            return OPEN;
        }
    }

    public Optional<FollowedCondition> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    List<FollowedCondition> findAll(Collection<UUID> ids) {
        return load(jdbc.sql(SELECT + "where c.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(FollowedConditions::map)
                .list());
    }

    /** Like {@link #find}, but a missing condition is refused with 404. */
    public FollowedCondition get(UUID id) {
        return find(id).orElseThrow(() -> Refused.notFound("There is no such condition."));
    }

    /** In the order of the decision. */
    public List<FollowedCondition> of(DecisionId decision) {
        return load(jdbc.sql(SELECT + "where c.decision_id = :decision order by c.ordinal")
                .param("decision", decision.value())
                .query(FollowedConditions::map)
                .list());
    }

    /** Those of a contract that are followed up and not closed. */
    public List<FollowedCondition> openOf(ContractId contract) {
        return load(jdbc.sql(SELECT + "where f.contract_id = :contract and f.closed_at is null order by c.due_on, c.id")
                .param("contract", contract.value())
                .query(FollowedConditions::map)
                .list());
    }

    /** One page of the conditions that are followed up, the first due first. */
    public List<FollowedCondition> page(Filter filter, LocalDate today, int page) {
        return load(jdbc.sql(SELECT + "where f.condition_id is not null and " + filter.condition
                        + " order by c.due_on, c.id limit :limit offset :offset")
                .param("today", today)
                .param("limit", PAGE_SIZE)
                .param("offset", (page - 1) * PAGE_SIZE)
                .query(FollowedConditions::map)
                .list());
    }

    public int count(Filter filter, LocalDate today) {
        return jdbc.sql(
                        "select count(*) from review.condition c join review.condition_follow_up f on f.condition_id = c.id where "
                                + filter.condition)
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    void begin(UUID condition, ContractId contract, ReviewId review, Instant at) {
        jdbc.sql(
                        """
                        insert into review.condition_follow_up (condition_id, contract_id, review_id, started_at)
                        values (:condition, :contract, :review, :at)
                        """)
                .param("condition", condition)
                .param("contract", contract.value())
                .param("review", review.value())
                .param("at", Rows.at(at))
                .update();
    }

    /** Holds the condition until the end of the transaction: a ruling and a waiver come one after the other. */
    FollowedCondition lock(UUID id) {
        boolean begun = jdbc.sql(
                        "select condition_id from review.condition_follow_up where condition_id = :id for no key update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!begun) {
            throw Refused.conflict("This condition begins when the contract is signed.");
        }
        return get(id);
    }

    void add(UUID condition, Report report) {
        DocumentVersionId document = report.document();
        jdbc.sql(
                        """
                        insert into review.condition_report (id, condition_id, number, evidence, document_version, files,
                            reported_by, reported_at)
                        values (:id, :condition, :number, :evidence, cast(:document as uuid), :files, :by, :at)
                        """)
                .param("id", report.id())
                .param("condition", condition)
                .param("number", report.number())
                .param("evidence", report.evidence())
                .param("document", document == null ? null : document.toString())
                .param("files", report.files().size())
                .param("by", report.reportedBy())
                .param("at", Rows.at(report.reportedAt()))
                .update();
    }

    void add(UUID condition, Ruling ruling) {
        UUID report = ruling.report();
        jdbc.sql(
                        """
                        insert into review.condition_ruling (id, condition_id, report_id, result, reasons, ruled_by,
                            ruled_as, ruled_at)
                        values (:id, :condition, cast(:report as uuid), :result, :reasons, :by, :as, :at)
                        """)
                .param("id", ruling.id())
                .param("condition", condition)
                .param("report", report == null ? null : report.toString())
                .param("result", ruling.result().name())
                .param("reasons", ruling.reasons())
                .param("by", ruling.by())
                .param("as", ruling.as().name())
                .param("at", Rows.at(ruling.at()))
                .update();
    }

    void close(UUID condition, Instant at) {
        jdbc.sql("update review.condition_follow_up set closed_at = :at where condition_id = :id")
                .param("at", Rows.at(at))
                .param("id", condition)
                .update();
    }

    private List<FollowedCondition> load(List<FollowedCondition> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        UUID[] ids = bare.stream().map(FollowedCondition::id).toArray(UUID[]::new);
        Map<UUID, List<Report>> reports = reports(ids);
        Map<UUID, List<Ruling>> rulings = rulings(ids);
        return bare.stream()
                .map(condition -> condition.with(
                        reports.getOrDefault(condition.id(), List.of()),
                        rulings.getOrDefault(condition.id(), List.of())))
                .toList();
    }

    private record Keyed<T>(UUID condition, T value) {}

    private Map<UUID, List<Report>> reports(UUID[] ids) {
        Map<UUID, List<EvidenceFile>> kept = files.of(ids);
        return grouped(jdbc.sql("select * from review.condition_report where condition_id = any(:ids) order by number")
                .param("ids", ids)
                .query((row, number) -> new Keyed<>(row.getObject("condition_id", UUID.class), report(row, kept)))
                .list());
    }

    private Map<UUID, List<Ruling>> rulings(UUID[] ids) {
        return grouped(
                jdbc.sql("select * from review.condition_ruling where condition_id = any(:ids) order by ruled_at")
                        .param("ids", ids)
                        .query((row, number) -> new Keyed<>(row.getObject("condition_id", UUID.class), ruling(row)))
                        .list());
    }

    private static <T> Map<UUID, List<T>> grouped(List<Keyed<T>> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(Keyed::condition, Collectors.mapping(Keyed::value, Collectors.toList())));
    }

    private static FollowedCondition map(ResultSet row, int number) throws SQLException {
        return new FollowedCondition(
                row.getObject("id", UUID.class),
                new DecisionId(row.getObject("decision_id", UUID.class)),
                new ReviewId(row.getObject("review_id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("text"),
                row.getString("owner"),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                row.getBoolean("blocking"),
                row.getString("evidence"),
                Rows.instantOrNull(row, "started_at"),
                Rows.instantOrNull(row, "closed_at"),
                List.of(),
                List.of());
    }

    private static Report report(ResultSet row, Map<UUID, List<EvidenceFile>> kept) throws SQLException {
        UUID document = row.getObject("document_version", UUID.class);
        UUID id = row.getObject("id", UUID.class);
        return new Report(
                id,
                row.getInt("number"),
                row.getString("evidence"),
                document == null ? null : new DocumentVersionId(document),
                kept.getOrDefault(id, List.of()),
                row.getString("reported_by"),
                Rows.instant(row, "reported_at"));
    }

    private static Ruling ruling(ResultSet row) throws SQLException {
        return new Ruling(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                Result.valueOf(row.getString("result")),
                row.getString("reasons"),
                row.getString("ruled_by"),
                Role.valueOf(row.getString("ruled_as")),
                Rows.instant(row, "ruled_at"));
    }
}
