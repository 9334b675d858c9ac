package org.contractethics.review.internal.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.panel.LotNonces.LotNonce;
import org.contractethics.review.internal.panel.PanelSeats.Panel;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the votes of panels again and again, and at suspensions and hearings that wait for their chair: where conflicts bar everybody
 * who could chair, a member of the panel is drawn by lot. No
 * person's act brings it about, so nobody chooses the moment either.
 */
@Component
public class DrawingActingChair implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(DrawingActingChair.class);

    private final Drawn drawn;
    private final ReviewCases reviews;
    private final VoteRounds rounds;
    private final Participation participation;
    private final PeopleDirectory people;
    private final LotNonces nonces;
    private final PanelNotices notices;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DrawingActingChair(
            Drawn drawn,
            ReviewCases reviews,
            VoteRounds rounds,
            Participation participation,
            PeopleDirectory people,
            LotNonces nonces,
            PanelNotices notices,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.drawn = drawn;
        this.reviews = reviews;
        this.rounds = rounds;
        this.participation = participation;
        this.people = people;
        this.nonces = nonces;
        this.notices = notices;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What is known of panels and their chairs. */
    @Component
    record Drawn(
            PanelSeats seats,
            ActingChairs acting,
            ChairOfPanel chair,
            Absences absences,
            ChairOfContract outsideVotes,
            ChairConflicts conflicts) {}

    @Override
    public void run() {
        try {
            List<Person> chairs = people.withRole(Role.PANEL_CHAIR);
            if (!chairs.isEmpty()) {
                drawn.acting().votingWhereAllHaveAPart(takingPart(chairs)).forEach(this::lookAlone);
                drawn.conflicts().needingChair(takingPart(chairs)).forEach(this::lookAlone);
            }
        } catch (PeopleUnavailable unknown) {
            log.debug("nobody says who chairs panels, so no acting chair is drawn", unknown);
        }
    }

    /** Auditors and leadership take part in no vote, so they are barred from each. */
    private static List<String> takingPart(List<Person> chairs) {
        return chairs.stream()
                .filter(chair -> !chair.observes())
                .map(Person::username)
                .toList();
    }

    /** One that fails is tried again the next time, and keeps none of the others from being looked at. */
    private void lookAlone(Panel panel) {
        try {
            transaction.executeWithoutResult(status -> look(panel));
        } catch (PeopleUnavailable unknown) {
            log.debug(
                    "nobody says who may chair a panel, so no acting chair is drawn review={}",
                    panel.review(),
                    unknown);
        } catch (RuntimeException failed) {
            log.error("no acting chair was drawn review={}", panel.review(), failed);
        }
    }

    private void look(Panel panel) {
        ReviewCase review = reviews.lock(panel.review());
        boolean votes = !review.closed()
                && rounds.open(review.id())
                        .filter(round -> round.panel() && round.pass() == panel.pass())
                        .isPresent();
        Map<String, String> chairs = votes ? drawn.chair().barred(review) : barredOutsideVotes(review.contract());
        if (chairs.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Members members = members(review, panel.pass(), votes, now);
        Optional<String> last = drawn.acting().last(review.id(), panel.pass());
        boolean acts = members.eligible().stream()
                .anyMatch(sitting -> last.filter(sitting.person()::equals).isPresent());
        if (!acts && !members.eligible().isEmpty()) {
            ActingChair chair = draw(panel, review.contract(), members, chairs, now);
            tell(review, chair, votes);
        }
    }

    private Map<String, String> barredOutsideVotes(ContractId contract) {
        return drawn.conflicts().chairNeeded(contract) ? drawn.outsideVotes().barred(contract) : Map.of();
    }

    /** @param excluded account name to the reason */
    private record Members(List<Sitting> eligible, Map<String, String> excluded) {}

    private Members members(ReviewCase review, int pass, boolean votes, Instant now) {
        Participation.Conflicts conflicts = participation.conflicts(review);
        Set<String> absent = drawn.absences().absentOn(LocalDate.ofInstant(now, ZoneOffset.UTC));
        List<Sitting> eligible = new ArrayList<>();
        Map<String, String> excluded = new TreeMap<>();
        List<Sitting> sitting = drawn.seats().sitting(review.id(), pass);
        Map<String, String> elsewhere = votes
                ? Map.of()
                : drawn.conflicts()
                        .of(
                                review.contract(),
                                sitting.stream().map(Sitting::person).toList());
        for (Sitting one : sitting) {
            Optional.ofNullable(elsewhere.get(one.person()))
                    .or(() -> against(one.person(), conflicts, absent))
                    .ifPresentOrElse(because -> excluded.put(one.person(), because), () -> eligible.add(one));
        }
        return new Members(eligible, excluded);
    }

    private Optional<String> against(String member, Participation.Conflicts conflicts, Set<String> absent) {
        if (absent.contains(member)) {
            return Optional.of("Is absent.");
        }
        return people.find(member)
                .map(person -> conflicts.against(new Actor(member, person.displayName(), person.roles())))
                .orElse(Optional.of("Has no account any more."));
    }

    private ActingChair draw(
            Panel panel, ContractId contract, Members members, Map<String, String> chairs, Instant now) {
        int number = drawn.acting().of(panel.review(), panel.pass()).size() + 1;
        LotNonce nonce = nonces.of(
                new LotNonces.Key(panel.review(), panel.pass(), LotNonces.Purpose.ACTING_CHAIR, number), contract);
        String seed = Lots.seedOfChair(
                panel.review(), panel.pass(), number, nonce.head().rootHash(), nonce.nonce());
        List<Ticket> urn = members.eligible().stream()
                .map(sitting -> new Ticket(sitting.person(), sitting.role(), Lots.lot(seed, sitting.person())))
                .sorted(Comparator.comparing(Ticket::lot))
                .toList();
        ActingChair chair = new ActingChair(
                panel.review(),
                panel.pass(),
                number,
                urn.get(0).person(),
                nonce.head(),
                nonce.nonce(),
                seed,
                urn,
                members.excluded(),
                chairs,
                now);
        drawn.acting().add(chair);
        return chair;
    }

    private void tell(ReviewCase review, ActingChair chair, boolean votes) {
        events.publishEvent(fact(chair)
                .recorded("acting-chair-drawn", review.contract(), Actor.SYSTEM.username(), chair.drawnAt()));
        if (votes) {
            notices.chairs(review, chair.person());
        } else {
            notices.actsOutsideVotes(review, chair.person());
        }
    }

    /** Everything it takes to draw again; the lots themselves anybody can compute. */
    private static Facts fact(ActingChair chair) {
        return Facts.of("reviewId", chair.review())
                .and("pass", chair.pass())
                .and("number", chair.number())
                .and("person", chair.person())
                .and("recordSize", chair.head().size())
                .and("recordRoot", chair.head().rootHash())
                .and("nonce", chair.nonce())
                .and("seed", chair.seed())
                .and(
                        "urn",
                        Facts.list(chair.urn().stream()
                                .map(ticket -> Facts.of("person", ticket.person())
                                        .and("role", ticket.role().name()))
                                .toList()))
                .and("excluded", reasons(chair.excluded()))
                .and("chairs", reasons(chair.chairs()));
    }

    private static List<Object> reasons(Map<String, String> people) {
        return Facts.list(people.entrySet().stream()
                .map(one -> Facts.of("person", one.getKey()).and("because", one.getValue()))
                .toList());
    }
}
