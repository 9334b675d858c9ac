package org.contractethics.workflow.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.contractethics.review.Stage;
import org.contractethics.shared.ProcessHistory;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the record see what the engine's history tells of reviews: three statements over its tables, whatever their number. */
@Component
class HistoryForTheRecord implements ProcessHistory {

    private static final String[] PROCEDURES = {ProcessNames.CONTRACT_REVIEW, ProcessNames.DELTA_REVIEW};

    /** A task in a process that the review calls has the same root. */
    private static final String OF_REVIEWS =
            " join engine.act_hi_procinst p on p.id_ = h.root_proc_inst_id_ where p.proc_def_key_ = any(:procedures)"
                    + " and h.end_time_ is not null";

    private final JdbcClient jdbc;
    private final RepositoryService models;

    HistoryForTheRecord(JdbcClient jdbc, RepositoryService models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /** By the version of a procedure that keeps the shortest. */
    @Override
    public Duration kept() {
        return Duration.ofDays(models.createProcessDefinitionQuery().processDefinitionKeyIn(PROCEDURES).list().stream()
                .map(ProcessDefinition::getHistoryTimeToLive)
                .filter(days -> days != null)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0));
    }

    @Override
    public Map<ReviewId, Trace> reviews() {
        Map<ReviewId, List<Step>> steps = steps();
        Map<ReviewId, Map<String, Integer>> passed = passed();
        Map<ReviewId, Trace> traces = new HashMap<>();
        jdbc.sql("select business_key_, start_time_ from engine.act_hi_procinst where proc_def_key_ = any(:procedures)")
                .param("procedures", PROCEDURES)
                .query(row -> {
                    Instant begun = row.getTimestamp("start_time_").toInstant();
                    review(row.getString("business_key_"))
                            .ifPresent(review -> traces.put(
                                    review,
                                    new Trace(
                                            begun,
                                            steps.getOrDefault(review, List.of()),
                                            passed.getOrDefault(review, Map.of()))));
                });
        return traces;
    }

    private Map<ReviewId, List<Step>> steps() {
        Map<ReviewId, List<Step>> steps = new HashMap<>();
        jdbc.sql("select p.business_key_, h.task_def_key_, h.assignee_, h.end_time_ from engine.act_hi_taskinst h"
                        + OF_REVIEWS + " order by h.end_time_, h.id_")
                .param("procedures", PROCEDURES)
                .query(row -> {
                    Step step = new Step(
                            stage(row.getString("task_def_key_")),
                            row.getString("assignee_"),
                            row.getTimestamp("end_time_").toInstant());
                    review(row.getString("business_key_"))
                            .ifPresent(review -> steps.computeIfAbsent(review, id -> new ArrayList<>())
                                    .add(step));
                });
        return steps;
    }

    private Map<ReviewId, Map<String, Integer>> passed() {
        Map<ReviewId, Map<String, Integer>> passed = new HashMap<>();
        jdbc.sql("select p.business_key_, h.act_id_, count(*) as times from engine.act_hi_actinst h" + OF_REVIEWS
                        + " and h.act_type_ = 'userTask' group by p.business_key_, h.act_id_")
                .param("procedures", PROCEDURES)
                .query(row -> {
                    String stage = stage(row.getString("act_id_"));
                    int times = row.getInt("times");
                    review(row.getString("business_key_"))
                            .ifPresent(review -> passed.computeIfAbsent(review, id -> new HashMap<>())
                                    .put(stage, times));
                });
        return passed;
    }

    /** As entries name it; the key itself where it is no stage. */
    private static String stage(String taskKey) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.taskKey().equals(taskKey))
                .map(Enum::name)
                .findFirst()
                .orElse(taskKey);
    }

    private static Optional<ReviewId> review(String businessKey) {
        try {
            return Optional.of(new ReviewId(UUID.fromString(businessKey)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
