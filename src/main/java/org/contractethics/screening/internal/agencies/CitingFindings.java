package org.contractethics.screening.internal.agencies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.screening.RecordLevel;
import org.contractethics.screening.RecordWorsened;
import org.contractethics.screening.internal.ScreeningFact;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cites what was found of an agency. It counts at once, as it can only raise. */
@Service
public class CitingFindings {

    private static final Role[] CITING = {
        Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.EXTERNAL_EXPERT
    };
    private static final int SHOWN = 500;

    private final AgencyFindings findings;
    private final RegisteredAgencies agencies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CitingFindings(
            AgencyFindings findings, RegisteredAgencies agencies, ApplicationEventPublisher events, Clock clock) {
        this.findings = findings;
        this.agencies = agencies;
        this.events = events;
        this.clock = clock;
    }

    /** Who cites, and who asks to take back. */
    public static Role[] roles() {
        return CITING.clone();
    }

    public static boolean mayCite(Actor actor) {
        return actor.hasAny(CITING) && !actor.observes();
    }

    /** @param agency how its name begins, or another name that the list of agencies knows it by; all where it is blank */
    public List<AgencyFinding> beginning(String agency) {
        List<AgencyFinding> found = findings.beginning(agency.strip(), SHOWN);
        return found.isEmpty() && !agency.isBlank() ? findings.beginning(agencies.listed(agency), SHOWN) : found;
    }

    /** @return the finding, by the one name of its agency */
    @Transactional
    public AgencyFinding cite(Citation citation, Actor actor) {
        if (!mayCite(actor)) {
            throw Refused.notAllowed("What was found of agencies is cited by those who research and triage contracts.");
        }
        Instant now = clock.instant();
        List<FormProblem> problems = new ArrayList<>(citation.problems(LocalDate.ofInstant(now, ZoneOffset.UTC)));
        if (problems.isEmpty() && citedAlready(citation)) {
            problems.add(new FormProblem("title", "This is cited already of this agency."));
        }
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        AgencyFinding finding = finding(citation, actor, now);
        findings.add(finding);
        events.publishEvent(fact(finding, actor, now));
        events.publishEvent(new RecordWorsened(
                finding.id(),
                Set.of(finding.agency()),
                Set.of(),
                finding.source(),
                finding.level().words() + " of " + finding.agency() + " found: " + finding.title() + ".",
                now));
        if (finding.level() != RecordLevel.ALLEGATIONS) {
            tell(finding);
        }
        return finding;
    }

    private boolean citedAlready(Citation citation) {
        return findings.cited(
                agencies.listed(citation.agency()),
                citation.source().strip(),
                citation.title().strip());
    }

    private AgencyFinding finding(Citation citation, Actor actor, Instant now) {
        return new AgencyFinding(
                UUID.randomUUID(),
                agencies.listed(citation.agency()),
                citation.grave().orElseThrow(),
                citation.international(),
                citation.source().strip(),
                citation.title().strip(),
                orNull(citation.address()),
                citation.day().orElseThrow(),
                citation.summary().strip(),
                orNull(citation.steps()),
                actor.username(),
                now,
                null);
    }

    private static ScreeningFact fact(AgencyFinding finding, Actor actor, Instant now) {
        return new ScreeningFact(
                "agency-finding-cited",
                null,
                actor.username(),
                now,
                Map.of(
                        "findingId", finding.id().toString(),
                        "agency", finding.agency(),
                        "level", finding.level().name(),
                        "international", finding.international(),
                        "source", finding.source(),
                        "title", finding.title(),
                        "foundOn", finding.foundOn().toString()));
    }

    /** Contracts that are signed or under review may need another look; which those are, the reader looks up. */
    private void tell(AgencyFinding finding) {
        if (!agencies.contractsOf(finding.agency()).isEmpty()) {
            events.publishEvent(Notice.toRoles(
                    Set.of(Role.MONITOR, Role.TRIAGE_OFFICER),
                    "Found of an agency: " + finding.agency(),
                    finding.source() + " found: " + finding.title()
                            + ". Look whether contracts with this agency need another triage or an early re-review.",
                    "/agencies"));
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
