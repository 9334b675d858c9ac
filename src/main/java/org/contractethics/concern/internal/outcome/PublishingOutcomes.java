package org.contractethics.concern.internal.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.outcome.OutcomeRegister.Batch;
import org.contractethics.concern.internal.outcome.OutcomeRegister.Published;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever handled a concern publishes what came of it, once, in words that point to nobody. */
@Service
public class PublishingOutcomes {

    private final HandledConcerns concerns;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublishingOutcomes(HandledConcerns concerns, JdbcClient jdbc, Clock clock) {
        this.concerns = concerns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What every employee reads. */
    @Transactional(readOnly = true)
    public List<Batch> register() {
        List<Published> published = jdbc.sql(
                        "select quarter, topic, result, summary from concern.published_outcome order by quarter, id")
                .query((row, number) -> new Published(
                        row.getObject("quarter", LocalDate.class),
                        ConcernTopic.valueOf(row.getString("topic")),
                        OutcomeResult.valueOf(row.getString("result")),
                        row.getString("summary")))
                .list();
        return OutcomeRegister.of(published, quarterOf(clock.instant()));
    }

    /** Whether the outcome can be published: answered, and not published yet. */
    @Transactional(readOnly = true)
    public boolean possible(Concern concern) {
        return !concern.open()
                && !jdbc.sql("select exists (select 1 from concern.outcome_published where concern = :id)")
                        .param("id", concern.id().value())
                        .query(Boolean.class)
                        .single();
    }

    /** @param result name of an {@link OutcomeResult} */
    @Transactional
    public void publish(ConcernId id, String result, String typed, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        if (!possible(concern)) {
            throw Refused.conflict(
                    concern.open()
                            ? "The concern is answered first. Then its outcome can be published."
                            : "The outcome of this concern is published already.");
        }
        String summary = HandledConcerns.plain(typed);
        List<FormProblem> problems = new ArrayList<>();
        if (Arrays.stream(OutcomeResult.values())
                .noneMatch(known -> known.name().equals(result))) {
            problems.add(new FormProblem("outcome-result", "Say what was found."));
        }
        if (!GivenReason.isWhole(summary)) {
            problems.add(
                    new FormProblem("outcome-summary", "Write in 30 to 2,000 characters what was decided and why."));
        }
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        jdbc.sql(
                        """
                insert into concern.published_outcome (id, quarter, topic, result, summary)
                values (:id, :quarter, :topic, :result, :summary)""")
                .param("id", UUID.randomUUID())
                .param("quarter", quarterOf(clock.instant()))
                .param("topic", concern.topic().name())
                .param("result", result)
                .param("summary", summary)
                .update();
        jdbc.sql("insert into concern.outcome_published (concern) values (:id)")
                .param("id", id.value())
                .update();
        concerns.recordAct("concern-outcome-published", concern, officer.username(), clock.instant());
    }

    /** The first day of the quarter. */
    static LocalDate quarterOf(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }
}
