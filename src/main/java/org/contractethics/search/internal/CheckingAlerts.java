package org.contractethics.search.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.search.internal.AlertTurns.Versions;
import org.contractethics.search.internal.Alerts.Waiting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells owners of alerts what new versions bring. Runs with the rights that the owner has at this moment, and moves on only in
 * the transaction that tells: a crash or an outage repeats the look, not the news.
 */
@Component
class CheckingAlerts implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(CheckingAlerts.class);

    /** Told at once of one alert; whoever has more looks at the search itself. */
    static final int MOST_TOLD = 200;

    private final Alerts alerts;
    private final VersionTurns given;
    private final AlertTurns turns;
    private final AllHits hits;
    private final NewWording wording;
    private final ClauseIndex index;
    private final PeopleDirectory people;

    CheckingAlerts(
            Alerts alerts,
            VersionTurns given,
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
            waiting.forEach(this::check);
        } catch (SearchDown | PeopleUnavailable down) {
            log.warn("alerts wait: {}", down.getMessage());
        }
    }

    private void check(Waiting alert) {
        Versions versions = turns.behind(alert.seenTurn());
        if (versions.ids().isEmpty()) {
            return;
        }
        List<ClauseDocument> found = ownerOf(alert)
                .map(owner -> hits.in(versions.ids(), QueryAddress.read(alert.query()), owner, MOST_TOLD))
                .map(wording::among)
                .orElse(List.of());
        alerts.tell(alert, versions.last(), found);
    }

    /** Empty for whoever has left or may no longer search: there is nobody to tell. */
    private Optional<Actor> ownerOf(Waiting alert) {
        Set<Role> searching = Set.copyOf(SharingSearches.searching());
        return people.find(alert.owner())
                .filter(person -> person.roles().stream().anyMatch(searching::contains))
                .map(person -> new Actor(person.username(), person.displayName(), person.roles()));
    }
}
