package org.contractethics.concern.internal.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.HandledConcerns.Reader;
import org.contractethics.concern.internal.OpenedEvidence;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Openings as those who handle the concern, its filer and the second person read them. */
@Service
public class ReadingOpenings {

    private final HandledConcerns concerns;
    private final OpenedEvidence evidence;
    private final SealedOpenings openings;
    private final Vault vault;
    private final PeopleDirectory people;
    private final Clock clock;

    ReadingOpenings(
            HandledConcerns concerns,
            OpenedEvidence evidence,
            SealedOpenings openings,
            Vault vault,
            PeopleDirectory people,
            Clock clock) {
        this.concerns = concerns;
        this.evidence = evidence;
        this.openings = openings;
        this.vault = vault;
        this.people = people;
        this.clock = clock;
    }

    /** How far an opening is. */
    public enum State {
        WAITS,
        IN_FORCE,
        REFUSED,
        OVER
    }

    /**
     * @param file number of the file; null for a name
     * @param basis which law and whose demand; empty where the filer is asked
     * @param askedBy name of whoever asked
     * @param mine whether the viewer asked
     * @param confirmedBy name of the second person; null without one
     * @param uses each day on which it was shown, as often as it was
     */
    public record Shown(
            UUID id,
            OpeningKind kind,
            @Nullable Integer file,
            OpeningGround ground,
            String reason,
            String basis,
            String askedBy,
            boolean mine,
            LocalDate askedOn,
            @Nullable String confirmedBy,
            @Nullable LocalDate grantedOn,
            @Nullable LocalDate lastDay,
            State state,
            List<LocalDate> uses) {

        /** What is opened, in words. */
        public String what() {
            return file == null ? kind.label() : "The original of attachment " + file;
        }

        /** Whether the filer has to say yes or no. */
        public boolean asksFiler() {
            return ground == OpeningGround.CONSENT && state == State.WAITS;
        }

        /** Whether the filer can take their consent back. */
        public boolean endsByFiler() {
            return ground == OpeningGround.CONSENT && state == State.IN_FORCE;
        }
    }

    /** @param words reason and legal basis */
    public record ToConfirm(UUID id, ConcernId concern, String what, String words, String askedBy, LocalDate askedOn) {}

    /** For somebody who may read the concern; that was asked before. Of one that was withdrawn nothing is read. */
    @Transactional
    public List<Shown> of(Concern concern, Actor viewer) {
        List<SealedOpening> all = openings.of(concern.id());
        if (all.isEmpty() || concerns.isWithdrawn(concern.id())) {
            return List.of();
        }
        Reader reader = concerns.reader(concern, viewer);
        return all.stream().map(one -> shown(one, reader, viewer.username())).toList();
    }

    /** For a filer whom nobody knows. */
    @Transactional(readOnly = true)
    public List<Shown> of(FilerSession session) {
        ConcernId id = session.concern();
        List<SealedOpening> all = openings.of(id);
        if (all.isEmpty() || concerns.isWithdrawn(id)) {
            return List.of();
        }
        Reader reader = vault.opening(id, Part.HANDLING, Opener.filer(session.key()))::text;
        return all.stream().map(one -> shown(one, reader, "")).toList();
    }

    /** What this person may confirm. Of the concern they learn what they are asked, and nothing else. */
    @Transactional
    public List<ToConfirm> forSecondPerson(Actor person) {
        LocalDate today = today();
        return vault.isSealed()
                ? List.of()
                : openings.toConfirmFor(person.username()).stream()
                        .filter(one -> one.waits(today))
                        .filter(one -> concerns.handlesOrSitsOnBoard(one.concern(), person))
                        .map(one -> toConfirm(one, person))
                        .toList();
    }

    private ToConfirm toConfirm(SealedOpening one, Actor person) {
        String words =
                evidence.toConfirm(one.concern(), SealedOpening.field(one.id(), "confirm"), one.toConfirm(), person);
        return new ToConfirm(
                one.id(), one.concern(), one.kind().label(), words, people.displayName(one.askedBy()), one.askedOn());
    }

    private Shown shown(SealedOpening one, Reader reader, String viewer) {
        String second = one.grantedBy();
        return new Shown(
                one.id(),
                one.kind(),
                one.file(),
                one.ground(),
                reader.text(SealedOpening.field(one.id(), "reason"), one.reason()),
                reader.text(SealedOpening.field(one.id(), "basis"), one.basis()),
                people.displayName(one.askedBy()),
                one.askedBy().equals(viewer),
                one.askedOn(),
                second == null ? null : people.displayName(second),
                one.grantedOn(),
                one.lastDay(),
                state(one),
                openings.usesOf(one.id()));
    }

    private State state(SealedOpening one) {
        LocalDate today = today();
        if (one.refusedOn() != null) {
            return State.REFUSED;
        }
        if (one.waits(today)) {
            return State.WAITS;
        }
        return one.isInForce(today) ? State.IN_FORCE : State.OVER;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
