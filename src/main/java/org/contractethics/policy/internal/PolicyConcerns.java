package org.contractethics.policy.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenMatters;
import org.contractethics.shared.OpenMatters.OpenMatter;
import org.contractethics.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whoever approves a version says of each open concern about the policy what it weighs for it, as decisions do of those about a contract. */
@Repository
public class PolicyConcerns {

    /** Before the id of a concern in the name of its field. */
    public static final String FIELD = "concern-";

    private static final int LONGEST = 10_000;

    private final JdbcClient jdbc;
    private final OpenMatters concerns;
    private final ConcernKnowledge knowledge;
    private final ApplicationEventPublisher events;

    PolicyConcerns(
            JdbcClient jdbc, OpenMatters concerns, ConcernKnowledge knowledge, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.concerns = concerns;
        this.knowledge = knowledge;
        this.events = events;
    }

    /** @param about what it is about, in words */
    public record Weighed(UUID concern, String about, String actor, String text) {}

    /** Those that the viewer may know of, as they stood when the last day was over. */
    public List<OpenMatter> open(Actor viewer) {
        return concerns.told(Kind.POLICY, viewer);
    }

    /** Those that this person has to weigh at this moment; shown to whoever tried to approve without. */
    public List<OpenMatter> toWeigh(Actor actor) {
        return concerns.open(Kind.POLICY, actor);
    }

    /** Of these the ones about this version, or a table of it. */
    public static List<OpenMatter> aboutVersion(int number, List<OpenMatter> open) {
        String version = String.valueOf(number);
        return open.stream()
                .filter(one -> one.matter().code().equals(version)
                        || one.matter().code().startsWith(version + "/"))
                .toList();
    }

    /** What was said when the version was approved, without concerns that are kept from the viewer. */
    public List<Weighed> of(int number, Actor viewer) {
        Set<ConcernId> withheld = knowledge.withheldFrom(viewer);
        return jdbc
                .sql(
                        "select concern, about, actor, text from policy.weighed_concern where number = :number order by about, concern")
                .param("number", number)
                .query(Weighed.class)
                .list()
                .stream()
                .filter(one -> !withheld.contains(new ConcernId(one.concern())))
                .toList();
    }

    /** @param said by the ids of concerns; what it says of others is left out */
    void weigh(RecordedVersion version, Map<String, String> said, Actor actor, Instant now) {
        List<OpenMatter> open = toWeigh(actor);
        List<FormProblem> problems = open.stream()
                .filter(one -> isMissing(said.getOrDefault(one.id().toString(), "")))
                .map(one -> new FormProblem(
                        FIELD + one.id(),
                        "Say in up to 10,000 characters what the open concern about “" + one.words()
                                + "” weighs for this version."))
                .toList();
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        open.forEach(one -> {
            String text = said.getOrDefault(one.id().toString(), "").strip();
            add(version.number(), one, actor, now, text);
            events.publishEvent(PolicyFact.of(
                    "policy-concern-weighed",
                    version,
                    actor.username(),
                    now,
                    Map.of("concernId", one.id().toString(), "text", text)));
        });
    }

    private void add(int number, OpenMatter one, Actor actor, Instant now, String text) {
        jdbc.sql(
                        """
                        insert into policy.weighed_concern (number, concern, about, actor, at, text)
                        values (:number, :concern, :about, :actor, :at, :text)""")
                .param("number", number)
                .param("concern", one.id().value())
                .param("about", one.topic() + ": " + one.words())
                .param("actor", actor.username())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("text", text)
                .update();
    }

    private static boolean isMissing(String text) {
        return text.isBlank() || text.strip().length() > LONGEST;
    }
}
