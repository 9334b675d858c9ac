package org.contractethics.concern.internal.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ConcernMode;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.OpenedEvidence;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever handles a concern asks to see the name of its confidential filer, or a file as it came. The filer reads who asked, why and when
 * from that moment on, and so before anything is shown; what is asked for stays sealed until somebody else says yes.
 */
@Service
public class AskingForOpenings {

    private static final Logger log = LoggerFactory.getLogger(AskingForOpenings.class);

    private final HandledConcerns concerns;
    private final OpenedEvidence evidence;
    private final SealedOpenings openings;
    private final Clock clock;

    AskingForOpenings(HandledConcerns concerns, OpenedEvidence evidence, SealedOpenings openings, Clock clock) {
        this.concerns = concerns;
        this.evidence = evidence;
        this.openings = openings;
        this.clock = clock;
    }

    @Transactional
    public void ask(ConcernId id, AskOpening command, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        if (concerns.isWithdrawn(id)) {
            throw Refused.conflict("Its filer withdrew this concern. Nothing of it is opened any more.");
        }
        List<FormProblem> problems = command.problems();
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        OpeningKind kind = command.kind().orElseThrow();
        requireThere(concern, kind, command, officer);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var unused = openings.endOver(today);
        requireNoOther(id, command, today);
        concerns.announceBeforeActOn(concern);
        openings.add(sealed(id, kind, command, officer.username(), today));
        concerns.recordAct("concern-opening-asked", concern, officer.username(), clock.instant());
        log.info("opening asked for concern={} kind={}", id, kind);
    }

    private void requireThere(Concern concern, OpeningKind kind, AskOpening command, Actor officer) {
        if (kind == OpeningKind.IDENTITY && concern.mode() != ConcernMode.CONFIDENTIAL) {
            throw wrong(
                    concern.mode() == ConcernMode.ANONYMOUS
                            ? "Nobody knows who filed an anonymous concern: there is no name to open."
                            : "The name beside this concern is not sealed apart: there is nothing to open.");
        }
        Integer file = command.file();
        if (file != null && evidence.files(concern.id(), officer).stream().noneMatch(known -> known.number() == file)) {
            throw wrong("No such file came with this concern.");
        }
    }

    private static Refused wrong(String reason) {
        return Refused.invalid(List.of(new FormProblem("opening-what", reason)));
    }

    private void requireNoOther(ConcernId id, AskOpening command, LocalDate today) {
        boolean other = openings.of(id).stream()
                .filter(known -> known.waits(today) || known.isInForce(today))
                .anyMatch(known -> command.kind().filter(known.kind()::equals).isPresent()
                        && Objects.equals(known.file(), command.file()));
        if (other) {
            throw Refused.conflict("Somebody asked for this already, and it is not over yet.");
        }
    }

    private SealedOpening sealed(ConcernId concern, OpeningKind kind, AskOpening asked, String by, LocalDate today) {
        UUID id = UUID.randomUUID();
        OpeningGround ground = asked.parsedGround().orElseThrow();
        String basis = ground == OpeningGround.LEGAL_BASIS ? asked.basis() : "";
        return new SealedOpening(
                id,
                concern,
                kind,
                asked.file(),
                ground,
                concerns.seal(concern, SealedOpening.field(id, "reason"), asked.reason()),
                concerns.seal(concern, SealedOpening.field(id, "basis"), basis),
                evidence.sealToConfirm(concern, SealedOpening.field(id, "confirm"), asked.reason() + "\n\n" + basis),
                by,
                today,
                null,
                null,
                null,
                null,
                null);
    }
}
