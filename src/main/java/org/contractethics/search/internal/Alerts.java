package org.contractethics.search.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The alerts in the database: how far each has looked, and what it has told. */
@Service
public class Alerts {

    private static final int AT_ONCE = 50;
    private static final int MOST_SHOWN = 200;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Alerts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** An alert behind which versions or texts of incidents have taken their turn. */
    record Waiting(UUID id, String owner, String name, String query, long seenTurn) {}

    /** Those that are furthest behind first, so that none is forgotten. */
    List<Waiting> waiting() {
        return jdbc.sql(
                        """
                select id, owner, name, query, seen_turn from search.saved_search
                where alert = 'ON' and seen_turn < %s
                order by seen_turn, id limit :most"""
                                .formatted(GivingTurns.LAST))
                .param("most", AT_ONCE)
                .query(Waiting.class)
                .list();
    }

    /** Those of these clauses whose words the alert has not told of the same document yet. */
    List<ClauseDocument> untold(Waiting alert, List<ClauseDocument> clauses) {
        if (clauses.isEmpty()) {
            return List.of();
        }
        Set<String> told = Set.copyOf(jdbc.sql(
                        """
                select distinct document || ' ' || wording from search.alert_hit
                where search = :search and document = any(cast(:documents as uuid[]))""")
                .param("search", alert.id())
                .param(
                        "documents",
                        clauses.stream()
                                .map(ClauseDocument::documentId)
                                .distinct()
                                .toArray(String[]::new))
                .query(String.class)
                .list());
        return clauses.stream()
                .filter(clause -> !told.contains(News.wordsOf(clause)))
                .toList();
    }

    /**
     * Keeps and tells what of these clauses was not told before. The notice says how many, never which: what it leads to asks for
     * the rights of the moment it is opened.
     */
    @Transactional
    public void tell(Waiting alert, long lastTurn, News found) {
        boolean moved = jdbc.sql(
                                """
                        update search.saved_search set seen_turn = :last
                        where id = :id and alert = 'ON' and seen_turn = :seen""")
                        .param("last", lastTurn)
                        .param("id", alert.id())
                        .param("seen", alert.seenTurn())
                        .update()
                == 1;
        if (!moved) {
            // paused, deleted, or another node was faster
            return;
        }
        List<ClauseDocument> news = found.clauses().stream()
                .filter(clause -> keep(alert.id(), clause))
                .toList();
        if (!news.isEmpty()) {
            events.publishEvent(Notice.toPerson(
                    alert.owner(),
                    "New matches of a saved search",
                    "“%s” finds %s.".formatted(alert.name(), amount(news, found.more())),
                    ShownAlerts.linkOf(alert.id())));
        }
    }

    private static String amount(List<ClauseDocument> news, boolean more) {
        long passages =
                news.stream().filter(clause -> clause.incident() != null).count();
        long clauses = news.size() - passages;
        String words = Stream.of(
                        amount(clauses, "clause", "clauses"),
                        amount(
                                passages,
                                "passage of an incident or its evidence",
                                "passages of incidents and evidence"))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" and "));
        return more ? words + " or more; run the search to see all" : words;
    }

    private static String amount(long count, String one, String several) {
        if (count == 0) {
            return "";
        }
        return count == 1 ? "1 new " + one : count + " new " + several;
    }

    private boolean keep(UUID search, ClauseDocument clause) {
        return jdbc.sql(
                                """
                insert into search.alert_hit (search, document, wording, clause, contract, found_at)
                values (:search, :document, :wording, :clause, :contract, :now) on conflict do nothing""")
                        .param("search", search)
                        .param("document", UUID.fromString(clause.documentId()))
                        .param("wording", NewWording.of(clause.text()))
                        .param("clause", clause.id())
                        .param("contract", UUID.fromString(clause.contractId()))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Ids of the clauses told of a search that the caller has checked to be the viewer's own; the newest first. */
    public List<String> told(SavedSearch search, Actor owner) {
        return search.owner().equals(owner.username())
                ? jdbc.sql(
                                "select clause from search.alert_hit where search = :search order by found_at desc, clause limit :most")
                        .param("search", search.id())
                        .param("most", MOST_SHOWN)
                        .query(String.class)
                        .list()
                : List.of();
    }
}
