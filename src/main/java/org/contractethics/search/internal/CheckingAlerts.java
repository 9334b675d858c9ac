package org.contractethics.search.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.search.internal.AlertTurns.Sources;
import org.contractethics.search.internal.Alerts.Waiting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells owners of alerts what new versions and incidents bring. Runs with the rights that the owner has at this moment, and moves on only in
 * the transaction that tells: a crash or an outage repeats the look, not the news.
 */
@Component
class CheckingAlerts implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(CheckingAlerts.class);

    /** So many that fail in one round are not the alerts' own fault. */
    private static final int MOST_FAILURES = 3;

    /** Told at once of one alert; whoever has more looks at the search itself. */
    static final int MOST_TOLD = 200;

    private final Alerts alerts;
    private final GivingTurns given;
    private final AlertTurns turns;
    private final AllHits hits;
    private final NewWording wording;
    private final ClauseIndex index;
    private final PeopleDirectory people;
    private final Set<UUID> failed = ConcurrentHashMap.newKeySet();

    CheckingAlerts(
            Alerts alerts,
            GivingTurns given,
            AlertTurns turns,
            AllHits hits,
            NewWording wording,
            ClauseIndex index,
            PeopleDirectory people) {
        this.alerts = alerts;
        this.given = given;
        this.turns = turns;
        this.hits = hits;
        this.wording = wording;
        this.index = index;
        this.people = people;
    }

    @Override
    public void run() {
        given.give();
        List<Waiting> waiting = alerts.waiting();
        if (waiting.isEmpty()) {
            return;
        }
        try {
            index.refresh();
            checkAll(waiting);
        } catch (SearchDown | PeopleUnavailable down) {
            log.warn("alerts wait: {}", down.getMessage());
        }
    }

    /** Those that failed the last time come last: however many they are, they stop none that works. */
    private void checkAll(List<Waiting> waiting) {
        List<Waiting> inOrder = waiting.stream()
                .sorted(Comparator.comparing(alert -> failed.contains(alert.id())))
                .toList();
        int failures = 0;
        for (Waiting alert : inOrder) {
            try {
                check(alert);
                failed.remove(alert.id());
            } catch (SearchDown | PeopleUnavailable down) {
                throw down;
            } catch (RuntimeException failure) {
                log.error("alert failed id={}", alert.id(), failure);
                failed.add(alert.id());
                failures++;
            }
            if (failures == MOST_FAILURES) {
                return;
            }
        }
    }

    private void check(Waiting alert) {
        Sources sources = turns.behind(alert.seenTurn());
        if (sources.ids().isEmpty()) {
            return;
        }
        var news = new News(MOST_TOLD);
        ownerOf(alert)
                .ifPresent(owner -> hits.in(
                        sources.ids(),
                        QueryAddress.read(alert.query()),
                        owner,
                        piece -> news.add(alerts.untold(alert, wording.among(piece)))));
        alerts.tell(alert, sources.last(), news);
    }

    /** Empty for whoever has left or may no longer search: there is nobody to tell. */
    private Optional<Actor> ownerOf(Waiting alert) {
        Set<Role> searching = Set.copyOf(SharingSearches.searching());
        return people.find(alert.owner())
                .filter(person -> person.roles().stream().anyMatch(searching::contains))
                .map(person -> new Actor(person.username(), person.displayName(), person.roles()));
    }
}
