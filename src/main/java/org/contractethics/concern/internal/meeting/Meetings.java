package org.contractethics.concern.internal.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.HandledConcerns.Reader;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.meeting.MeetingRows.Row;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The filer asks for a meeting; whoever handles the concern offers one and notes whether it was held. The record says that, not what was said. */
@Service
public class Meetings {

    public static final int LONGEST = 2_000;

    private final HandledConcerns concerns;
    private final MeetingRows rows;
    private final PeopleDirectory people;
    private final Clock clock;

    Meetings(HandledConcerns concerns, MeetingRows rows, PeopleDirectory people, Clock clock) {
        this.concerns = concerns;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    /** @param by name of the officer; null for the filer */
    public record Done(MeetingAct act, @Nullable String by, String said, LocalDate on) {}

    /** For somebody who may read the concern; that was asked before. Of one that was withdrawn nothing is read. */
    @Transactional
    public List<Done> of(Concern concern, Actor viewer) {
        return concerns.isWithdrawn(concern.id()) ? List.of() : of(concern.id(), concerns.reader(concern, viewer));
    }

    /** For whoever opened it by its return code. */
    List<Done> of(ConcernId concern, Reader reader) {
        return rows.of(concern).stream().map(row -> done(row, reader)).toList();
    }

    /** What can be done next: a meeting is asked for and offered while the concern is open, what became of it is noted after that too. */
    public boolean isPossible(Concern concern, MeetingAct act) {
        boolean noted = act == MeetingAct.HELD || act == MeetingAct.DECLINED;
        return (concern.open() || noted)
                && !concerns.isWithdrawn(concern.id())
                && act.mayFollow(last(rows.of(concern.id())));
    }

    @Transactional
    public void ask(ConcernId id, String words, Actor filer) {
        ask(concerns.lockForFiler(id, filer), words);
    }

    /** For a filer who came with a return code: the caller has found the concern by it and holds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ask(Concern concern, String words) {
        add(concern, MeetingAct.ASKED, words, null);
        concerns.tellWhenTheDayIsOver(concern.id(), HandledConcerns.MEETING, today());
    }

    /** @param words when and where, or how; at least that is said */
    @Transactional
    public void offer(ConcernId id, String words, Actor officer) {
        act(id, () -> offered(words), words, officer);
    }

    private static MeetingAct offered(String words) {
        if (PlainText.isBlank(words)) {
            throw wrong("meeting-offer", "Write when and where you can meet, or how.");
        }
        return MeetingAct.OFFERED;
    }

    /** @param became name of an act: held or declined */
    @Transactional
    public void note(ConcernId id, String became, String words, Actor officer) {
        act(id, () -> became(became), words, officer);
    }

    private static MeetingAct became(String named) {
        return switch (named) {
            case "HELD" -> MeetingAct.HELD;
            case "DECLINED" -> MeetingAct.DECLINED;
            default -> throw wrong("meeting-became", "Choose what became of the meeting.");
        };
    }

    /** Whoever does not handle the concern learns nothing of it by what is wrong with their form. */
    private void act(ConcernId id, Supplier<MeetingAct> typed, String words, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        if (concern.acknowledgedOn() == null) {
            throw Refused.conflict("Acknowledge the concern first: its filer waits for that.");
        }
        MeetingAct act = typed.get();
        concerns.announceBeforeActOn(concern);
        add(concern, act, words, officer.username());
        concerns.recordAct(act.kind(), concern, officer.username(), clock.instant());
    }

    private void add(Concern concern, MeetingAct act, String words, @Nullable String officer) {
        String said = HandledConcerns.plain(words).strip();
        if (said.length() > LONGEST) {
            throw wrong(
                    act == MeetingAct.OFFERED ? "meeting-offer" : "meeting-words",
                    "Use at most 2,000 characters here.");
        }
        if (!isPossible(concern, act)) {
            throw Refused.conflict(
                    switch (act) {
                        case ASKED -> "A meeting is asked for or offered already, or the concern is closed.";
                        case OFFERED ->
                            "A meeting is offered already, or the concern is closed. Note first what became of it.";
                        case HELD, DECLINED -> "No meeting is offered of which you could note what became.";
                    });
        }
        int number = rows.of(concern.id()).size() + 1;
        byte[] sealed = concerns.seal(concern.id(), field(number), said);
        rows.add(concern.id(), new Row(number, act, officer, sealed, today()));
    }

    private Done done(Row row, Reader reader) {
        String officer = row.officer();
        return new Done(
                row.act(),
                officer == null ? null : people.displayName(officer),
                reader.text(field(row.number()), row.said()),
                row.doneOn());
    }

    private static @Nullable MeetingAct last(List<Row> rows) {
        return rows.isEmpty() ? null : rows.get(rows.size() - 1).act();
    }

    private static Refused wrong(String field, String message) {
        return Refused.invalid(List.of(new FormProblem(field, message)));
    }

    private static String field(int number) {
        return "meeting/" + number;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
