package org.contractethics.screening.internal.countries;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.screening.RecordWorsened;
import org.contractethics.screening.internal.ScreeningFact;
import org.contractethics.screening.internal.TypedWords;
import org.contractethics.screening.internal.countries.CountryRecord.Ruling;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the record of a country, and rules on it (S0: the board committee decides on country bands). What is worse than before counts at
 * once; what is milder counts when somebody else of the board committee confirmed it.
 */
@Service
public class KeepingCountryRecords {

    private static final Role[] WRITING = {Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.BOARD_COMMITTEE};
    private static final Role[] RULING = {Role.BOARD_COMMITTEE};
    private static final int LONGEST_REASON = 2_000;
    private static final int SHOWN = 1_000;

    private final CountryStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingCountryRecords(CountryStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    public static Role[] writing() {
        return WRITING.clone();
    }

    public static Role[] ruling() {
        return RULING.clone();
    }

    public static boolean mayWrite(Actor actor) {
        return actor.hasAny(WRITING) && !actor.observes();
    }

    public static boolean mayRule(Actor actor) {
        return actor.hasAny(RULING) && !actor.observes();
    }

    /** By country, the newest first. */
    public List<CountryRecord> all() {
        return store.all(SHOWN);
    }

    @Transactional
    public CountryRecord write(CountryStatement typed, Actor actor) {
        if (!mayWrite(actor)) {
            throw Refused.notAllowed(
                    "Records of countries are written by triage officers, human-rights reviewers and the board committee.");
        }
        List<FormProblem> problems = typed.problems();
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Instant now = clock.instant();
        CountryRecord written = new CountryRecord(
                UUID.randomUUID(),
                typed.country(),
                typed.chosen().orElseThrow(),
                typed.conflict(),
                typed.lines(),
                typed.reading().strip(),
                actor.username(),
                now,
                true,
                null);
        store.add(written);
        events.publishEvent(new ScreeningFact(
                "country-record-written",
                null,
                actor.username(),
                now,
                Map.of(
                        "recordId", written.id().toString(),
                        "country", written.country(),
                        "band", written.band().name(),
                        "conflict", written.conflict())));
        events.publishEvent(new RecordWorsened(
                written.id(),
                Set.of(),
                Set.of(written.country()),
                "The register of countries",
                StandingCountryRecords.line(written) + ".",
                now));
        return written;
    }

    @Transactional
    public void rule(UUID id, boolean confirmed, String reason, Actor actor) {
        if (!mayRule(actor)) {
            throw Refused.notAllowed("The board committee confirms the records of countries.");
        }
        store.lock();
        CountryRecord written =
                store.find(id).orElseThrow(() -> Refused.notFound("There is no such record of a country."));
        if (written.ruling() != null) {
            throw Refused.conflict("Somebody has ruled on this record already.");
        }
        if (!written.stands()) {
            throw Refused.conflict("A later record of this country was confirmed; this one no longer counts.");
        }
        if (written.statedBy().equals(actor.username())) {
            throw Refused.notAllowed("Nobody confirms or refuses a record that they wrote.");
        }
        List<FormProblem> problems = new ArrayList<>();
        TypedWords.text(problems, "ruling", reason, 1, LONGEST_REASON, "why");
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Instant now = clock.instant();
        store.rule(id, new Ruling(confirmed, reason.strip(), actor.username(), now));
        events.publishEvent(new ScreeningFact(
                confirmed ? "country-record-confirmed" : "country-record-refused",
                null,
                actor.username(),
                now,
                Map.of("recordId", id.toString(), "country", written.country())));
    }
}
