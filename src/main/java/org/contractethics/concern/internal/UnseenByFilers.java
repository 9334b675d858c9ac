package org.contractethics.concern.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.NewsForPerson;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Concerns in which something was done that their filer has not seen. A notice would put a name beside a concern, so none is kept: the
 * filer is told when they look, found by the mark that only their name leads to. Anonymous filers have the page behind their code.
 */
@Repository
public class UnseenByFilers implements NewsForPerson {

    /** The same words, whatever it is, so that nobody who looks over a shoulder reads more than that there is something. */
    private static final News NEWS =
            new News("News among the concerns", "The list of concerns says where something is new.", "/concerns");

    /** What a handler does that changes the page of the filer. */
    private static final Set<String> SEEN_BY_FILER = Set.of(
            "concern-acknowledged",
            "concern-answered",
            "concern-message-added",
            "concern-question-passed-on",
            "concern-meeting-offered",
            "concern-meeting-held",
            "concern-meeting-declined",
            "concern-opening-asked",
            "concern-opening-confirmed",
            "concern-appeal-decided");

    private final JdbcClient jdbc;
    private final Reporters reporters;

    UnseenByFilers(JdbcClient jdbc, Reporters reporters) {
        this.jdbc = jdbc;
        this.reporters = reporters;
    }

    // in the transaction of the act; nobody is beside an anonymous concern, so nothing is kept of one
    @EventListener
    void on(ConcernFact fact) {
        if (SEEN_BY_FILER.contains(fact.kind()) && "officer".equals(fact.facts().get("by"))) {
            jdbc.sql(
                            """
                            insert into concern.unseen_by_filer (concern)
                            select r.concern from concern.reporter r where r.concern = :id::uuid
                            on conflict do nothing""")
                    .param("id", fact.facts().get("concernId"))
                    .update();
        }
    }

    /** The filer has seen the concern as it is now. */
    @Transactional
    public void seen(ConcernId concern) {
        jdbc.sql("delete from concern.unseen_by_filer where concern = :id")
                .param("id", concern.value())
                .update();
    }

    /** Those of this person. */
    @Transactional(readOnly = true)
    public Set<ConcernId> of(Actor filer) {
        List<ConcernId> unseen =
                jdbc.sql("select concern from concern.unseen_by_filer").query(UUID.class).list().stream()
                        .map(ConcernId::new)
                        .toList();
        Reporters.FiledBy marks = reporters.marksOf(unseen);
        return unseen.stream()
                .filter(concern -> marks.isOf(concern, filer.username()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<News> newsFor(Actor person) {
        return of(person).isEmpty() ? Optional.empty() : Optional.of(NEWS);
    }
}
