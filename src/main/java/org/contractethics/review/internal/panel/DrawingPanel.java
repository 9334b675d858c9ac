package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.panel.LotNonces.LotNonce;
import org.contractethics.review.internal.panel.PanelPool.Pool;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Draws the panel by lot, in the transaction that brings the case before it. The seed rests on a random number that nobody knew before
 * and that is the same however often the act is tried. Pool, number, seed and result are recorded.
 */
@Component
public class DrawingPanel {

    private final PanelPool pools;
    private final PanelSeats seats;
    private final VotesSoFar votes;
    private final PanelSettings settings;
    private final LotNonces nonces;
    private final PanelNotices notices;
    private final ApplicationEventPublisher events;

    DrawingPanel(
            PanelPool pools,
            PanelSeats seats,
            VotesSoFar votes,
            PanelSettings settings,
            LotNonces nonces,
            PanelNotices notices,
            ApplicationEventPublisher events) {
        this.pools = pools;
        this.seats = seats;
        this.votes = votes;
        this.settings = settings;
        this.nonces = nonces;
        this.notices = notices;
        this.events = events;
    }

    /** The first drawing of a pass. Who voted as a reviewer before the case came before the panel keeps their seat. */
    public void draw(ReviewCase review, VoteRound round, String actor, Instant now) {
        if (!round.panel() || !seats.draws(review.id(), round.pass()).isEmpty()) {
            return;
        }
        Map<String, Role> kept = new LinkedHashMap<>();
        votes.cast(round).forEach(cast -> kept.put(cast.voter(), cast.role()));
        draw(new Act(review, round.pass(), 1, actor, now), kept, settings.seats(review.confirmedTier()), Set.of());
    }

    /** Another drawing, for seats that no alternate is left for. */
    List<String> drawFurther(ReviewCase review, Map<Seat, Integer> wanted, String actor, Instant now) {
        Set<String> drawn = seats.members(review.id(), review.pass()).stream()
                .map(PanelMember::person)
                .collect(Collectors.toSet());
        int number = seats.draws(review.id(), review.pass()).size() + 1;
        return draw(new Act(review, review.pass(), number, actor, now), Map.of(), wanted, drawn);
    }

    /** Which drawing it is, and whose act brings it about. */
    private record Act(ReviewCase review, int pass, int number, String actor, Instant now) {}

    private List<String> draw(Act act, Map<String, Role> kept, Map<Seat, Integer> wanted, Set<String> before) {
        Pool pool = pools.of(act.review(), LocalDate.ofInstant(act.now(), ZoneOffset.UTC));
        LotNonce drawn = nonce(act);
        String seed = Lots.seed(
                act.review().id(), act.pass(), act.number(), drawn.head().rootHash(), drawn.nonce());
        Drawing drawing = new Drawing(seed, act.number(), settings.alternates());
        Map<Seat, Integer> left = new LinkedHashMap<>(wanted);
        kept.forEach((person, role) -> {
            drawing.keep(person, role);
            left.merge(Seat.of(role), -1, Integer::sum);
        });
        left.forEach((seat, number) ->
                drawing.fill(seat, without(pool.eligible().getOrDefault(seat, Map.of()), before), Math.max(number, 0)));
        PanelDraw draw = new PanelDraw(
                act.review().id(),
                act.pass(),
                act.number(),
                act.review().confirmedTier(),
                drawn.head(),
                drawn.nonce(),
                seed,
                drawing.urns(),
                pool.excluded(),
                drawing.missing(),
                act.now());
        seats.add(draw, drawing.members());
        events.publishEvent(fact(draw, drawing, kept.keySet())
                .recorded("panel-drawn", act.review().contract(), act.actor(), act.now()));
        notices.drawn(act.review(), draw, drawing.members());
        return drawing.missing();
    }

    private LotNonce nonce(Act act) {
        return nonces.of(
                new LotNonces.Key(act.review().id(), act.pass(), LotNonces.Purpose.PANEL, act.number()),
                act.review().contract());
    }

    private static Map<String, Role> without(Map<String, Role> pool, Set<String> drawn) {
        Map<String, Role> left = new LinkedHashMap<>(pool);
        left.keySet().removeAll(new HashSet<>(drawn));
        return left;
    }

    /** Everything it takes to draw again; the lots themselves anybody can compute. */
    private static Facts fact(PanelDraw draw, Drawing drawing, Set<String> kept) {
        Map<String, Object> urns = new LinkedHashMap<>();
        draw.urns()
                .forEach((seat, urn) -> urns.put(
                        seat.name(),
                        Facts.list(urn.stream()
                                .map(ticket -> Facts.of("person", ticket.person())
                                        .and("role", ticket.role().name()))
                                .toList())));
        return Facts.of("reviewId", draw.review())
                .and("pass", draw.pass())
                .and("number", draw.number())
                .and("tier", draw.tier().name())
                .and("recordSize", draw.head().size())
                .and("recordRoot", draw.head().rootHash())
                .and("nonce", draw.nonce())
                .and("seed", draw.seed())
                .and("urns", urns)
                .and("kept", List.copyOf(kept))
                .and("excluded", excluded(draw))
                .and("members", people(drawing, false))
                .and("alternates", people(drawing, true))
                .and("missing", draw.missing());
    }

    /** No person as a name of a fact: only values can be erased. */
    private static List<Object> excluded(PanelDraw draw) {
        return Facts.list(draw.excluded().entrySet().stream()
                .map(one -> Facts.of("person", one.getKey()).and("because", one.getValue()))
                .toList());
    }

    private static List<Object> people(Drawing drawing, boolean alternates) {
        List<Facts> people = new ArrayList<>();
        drawing.members().stream()
                .filter(member -> member.alternate() == alternates)
                .forEach(member -> people.add(Facts.of("person", member.person())
                        .and("role", member.role().name())
                        .and("seat", member.seat().name())));
        return Facts.list(people);
    }
}
