package org.contractethics.workflow.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.KeptInTransaction;
import org.contractethics.review.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The targets in force and all that were in force before. What nobody set stands in the settings. A target of a tier goes before
 * the one of its stage.
 */
@Repository
public class TargetBook implements Targets {

    public static final List<String> TIERS = List.of("T1", "T2", "T3", "T4");

    /** What there are targets for, by key, in the order of the procedure. */
    public static final Map<String, String> STEPS = steps();

    private final JdbcClient jdbc;
    private final WorkflowSettings settings;

    TargetBook(JdbcClient jdbc, WorkflowSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param tier null where it holds for every tier without a target of its own */
    public record Change(
            String step, @Nullable String tier, int workingDays, Instant validFrom, String changedBy, String reason) {

        public String label() {
            return STEPS.getOrDefault(step, step);
        }
    }

    /** @param days by tier, T1 to T4 */
    public record Line(String step, String label, List<Integer> days) {}

    @Override
    public int workingDays(String step, @Nullable String tier) {
        return resolve(step, tier, readHere());
    }

    /** What one transaction has read of the targets. Being a synchronization ties it to the transaction. */
    private record Read(Map<String, Integer> set) implements TransactionSynchronization {}

    /** Once in a transaction: a task that opens asks three times, for its due date and for its two timers. */
    private Map<String, Integer> readHere() {
        return KeptInTransaction.begin(Read.class, () -> new Read(inForce()))
                .map(Read::set)
                .orElseGet(this::inForce);
    }

    /** The table people read: each step with its targets in every tier. */
    public List<Line> lines() {
        Map<String, Integer> set = inForce();
        return STEPS.entrySet().stream()
                .map(step -> new Line(
                        step.getKey(),
                        step.getValue(),
                        TIERS.stream()
                                .map(tier -> resolve(step.getKey(), tier, set))
                                .toList()))
                .toList();
    }

    /** Every change, the newest first. */
    public List<Change> history() {
        return jdbc.sql(
                        """
                        select step, tier, working_days, valid_from, changed_by, reason from workflow.target
                        order by valid_from desc, id limit 500
                        """)
                .query(TargetBook::change)
                .list();
    }

    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('workflow.target'))")
                .query((row, number) -> "")
                .list();
    }

    void add(UUID id, Change change) {
        jdbc.sql(
                        """
                        insert into workflow.target (id, step, tier, working_days, valid_from, changed_by, reason)
                        values (:id, :step, :tier, :days, :from, :by, :reason)
                        """)
                .param("id", id)
                .param("step", change.step())
                .param("tier", change.tier())
                .param("days", change.workingDays())
                .param("from", Timestamp.from(change.validFrom()))
                .param("by", change.changedBy())
                .param("reason", change.reason())
                .update();
    }

    private int resolve(String step, @Nullable String tier, Map<String, Integer> set) {
        return own(step, tier, set)
                .or(() -> settings.own(step, tier))
                .or(() -> own(step, null, set))
                .orElseGet(() -> settings.workingDays(step, tier));
    }

    private static Optional<Integer> own(String step, @Nullable String tier, Map<String, Integer> set) {
        return Optional.ofNullable(set.get(key(step, tier)));
    }

    /** The newest of each step and tier. */
    private Map<String, Integer> inForce() {
        Map<String, Integer> set = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select distinct on (step, tier) step, tier, working_days, valid_from, changed_by, reason
                        from workflow.target order by step, tier, valid_from desc
                        """)
                .query(TargetBook::change)
                .list()
                .forEach(change -> set.put(key(change.step(), change.tier()), change.workingDays()));
        return set;
    }

    private static String key(String step, @Nullable String tier) {
        return tier == null ? step : step + " " + tier;
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getString("step"),
                row.getString("tier"),
                row.getInt("working_days"),
                row.getTimestamp("valid_from").toInstant(),
                row.getString("changed_by"),
                row.getString("reason"));
    }

    private static void put(Map<String, String> steps, FollowUpStep step) {
        String code =
                switch (step.followUp()) {
                    case SUSPENSION, INTERIM_MEASURE -> "S13 ";
                    case REMEDIATION -> "S14 ";
                    case EXIT -> "S15 ";
                    case CONDITION, RE_REVIEW -> "S11 ";
                    case SAMPLE_REVIEW -> "S16 ";
                };
        steps.put(step.taskKey(), code + step.label());
        if (step.followUp() == FollowUp.SUSPENSION) {
            steps.put(
                    step.taskKey() + "-" + FollowUpSteps.URGENT, code + step.label() + ", services restricted at once");
        }
    }

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        List<Stage> stages = new ArrayList<>(Arrays.asList(Stage.values()));
        stages.forEach(stage -> steps.put(stage.taskKey(), stage.code() + " " + stage.label()));
        steps.put(ProcessNames.ANSWER_QUESTION, "Answer a question of a stage");
        steps.put(ProcessNames.WHOLE_REVIEW, "Whole review, from submission to decision");
        Arrays.stream(FollowUpStep.values())
                .filter(step -> !FollowUpSteps.OWN_DAY.containsKey(step))
                .forEach(step -> put(steps, step));
        steps.put(ProcessNames.DECIDE_POLICY_VERSION, "S0 Decide on a change of the rules");
        return java.util.Collections.unmodifiableMap(steps);
    }
}
