package org.contractethics.review.internal.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.panel.PanelTerm.Basis;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chair keeps the terms of panelists, never their own. A panel that was drawn keeps its members when a term ends. */
@Component
public class KeepingTerms {

    /** The roles that are drawn. */
    public static final List<Role> ROLES =
            List.of(Role.EMPLOYEE_PANELIST, Role.LEGAL_REVIEWER, Role.HR_REVIEWER, Role.EXTERNAL_EXPERT);

    /** A later day is a year typed wrong. */
    private static final int LONGEST_YEARS = 10;

    private final PanelTerms terms;
    private final PeopleDirectory people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingTerms(PanelTerms terms, PeopleDirectory people, ApplicationEventPublisher events, Clock clock) {
        this.terms = terms;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** A term as typed. */
    public record NewTerm(
            String person,
            @Nullable Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Basis basis,
            String chosenBy) {}

    public List<FormProblem> problems(NewTerm term, Actor actor) {
        LocalDate from = term.from();
        LocalDate until = term.until();
        Role role = term.role();
        boolean known = people.find(term.person()).isPresent();
        return new Problems()
                .when(!known, "person", "Choose the person.")
                .when(term.person().equals(actor.username()), "person", "Nobody keeps a term of their own.")
                .when(role == null || !ROLES.contains(role), "role", "Choose the role in which the person is drawn.")
                .when(
                        known && role != null && !rolesOf(term.person()).contains(role),
                        "role",
                        "This person does not hold this role.")
                .when(from == null, "from", "Enter the first day.")
                .when(until == null, "until", "Enter the last day. A term always ends.")
                .when(
                        from != null && until != null && !until.isAfter(from),
                        "until",
                        "The last day is after the first.")
                .when(until != null && until.isBefore(today()), "until", "This term is over already.")
                .when(
                        from != null && from.isAfter(today().plusYears(LONGEST_YEARS)),
                        "from",
                        "A term begins within ten years.")
                .when(
                        from != null && until != null && until.isAfter(from.plusYears(LONGEST_YEARS)),
                        "until",
                        "A term lasts ten years at most. The person can be chosen again.")
                .when(overlaps(term), "from", "A term of this person in this role covers some of these days already.")
                .when(term.basis() == null, "basis", "Say how the person came to this term.")
                .text(term.chosenBy(), "chosen-by", "Say who elected, drew or appointed them.")
                .list();
    }

    private Set<Role> rolesOf(String person) {
        return people.find(person).map(PeopleDirectory.Person::roles).orElse(Set.of());
    }

    private boolean overlaps(NewTerm term) {
        LocalDate from = term.from();
        LocalDate until = term.until();
        return from != null
                && until != null
                && terms.all().stream()
                        .filter(kept -> kept.person().equals(term.person()) && kept.role() == term.role())
                        .anyMatch(kept -> kept.overlaps(from, until));
    }

    /** @return the id of the term */
    @Transactional
    public UUID add(NewTerm typed, Actor actor) {
        demandChair(actor);
        terms.hold(typed.person());
        Problems.refuse(problems(typed, actor));
        Instant now = clock.instant();
        PanelTerm term = new PanelTerm(
                UUID.randomUUID(),
                typed.person(),
                Objects.requireNonNull(typed.role()),
                Objects.requireNonNull(typed.from()),
                Objects.requireNonNull(typed.until()),
                Objects.requireNonNull(typed.basis()),
                typed.chosenBy(),
                actor.username(),
                now,
                null,
                null);
        tellOfFirst(term.role());
        terms.add(term);
        events.publishEvent(facts(term)
                .and("from", term.from())
                .and("until", term.until())
                .and("basis", term.basis().name())
                .and("chosenBy", term.chosenBy())
                .recorded("panel-term-begun", null, actor.username(), now));
        return term.id();
    }

    /** For reviews that are opened from tomorrow on the person is not drawn any more. */
    @Transactional
    public void end(UUID id, String reason, Actor actor) {
        demandChair(actor);
        PanelTerm term = terms.find(id).orElseThrow(() -> Refused.notFound("There is no such term."));
        if (!term.endsAfter(today())) {
            throw Refused.conflict("This term has ended already.");
        }
        Problems.refuse(new Problems()
                .text(reason, "reason", "Give the reason for ending the term early. It is recorded.")
                .when(term.person().equals(actor.username()), "reason", "Nobody ends a term of their own.")
                .list());
        terms.end(id, today(), actor.username(), reason);
        events.publishEvent(facts(term)
                .and("endedOn", today())
                .and("reason", reason)
                .recorded("panel-term-ended", null, actor.username(), clock.instant()));
        tellOfEnd(term, reason, actor);
    }

    /** Its holder and the board committee: whoever keeps the terms does not do so alone. */
    private void tellOfEnd(PanelTerm term, String reason, Actor actor) {
        events.publishEvent(new Notice(
                Set.of(term.person()),
                Set.of(Role.BOARD_COMMITTEE),
                "A term as " + term.role().label() + " was ended early",
                people.displayName(actor.username()) + " ended the term of " + people.displayName(term.person())
                        + ", which would have run until " + Times.words(term.until()) + ". The reason: " + reason
                        + " Reviews that are open by now draw as if it still ran. Whoever sees it otherwise tells the"
                        + " board committee.",
                "/panel"));
    }

    private void tellOfFirst(Role role) {
        if (!terms.keptFor().contains(role)) {
            events.publishEvent(Notice.toRoles(
                    Set.of(Role.BOARD_COMMITTEE),
                    "From now on only people with a term are drawn as " + role.label(),
                    "The panel chair entered the first term for this role. For reviews that are opened from now on nobody is"
                            + " drawn in it without a running term; those that are open by now draw from everybody who holds it.",
                    "/panel"));
        }
    }

    private static Facts facts(PanelTerm term) {
        return Facts.of("termId", term.id())
                .and("person", term.person())
                .and("role", term.role().name());
    }

    private static void demandChair(Actor actor) {
        if (!actor.has(Role.PANEL_CHAIR)) {
            throw Refused.notAllowed("The panel chair keeps the terms of panelists.");
        }
    }

    /** The day on which terms are told to run. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
