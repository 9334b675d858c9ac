package org.contractethics.concern.internal.appeal;

import java.time.LocalDate;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.HandledConcerns.Reader;
import org.contractethics.concern.internal.appeal.AppealRows.Row;
import org.contractethics.concern.internal.appeal.AppealRows.RulingRow;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appeal against an answer, as filer and handlers read it. */
@Service
public class ReadingAppeals {

    private final HandledConcerns concerns;
    private final AppealRows appeals;
    private final PeopleDirectory people;

    ReadingAppeals(HandledConcerns concerns, AppealRows appeals, PeopleDirectory people) {
        this.concerns = concerns;
        this.appeals = appeals;
        this.people = people;
    }

    /** @param ruling null while it waits */
    public record Appeal(String reasons, LocalDate filedOn, LocalDate decideBy, @Nullable Ruling ruling) {}

    public record Ruling(AppealResult result, String reasons, String effect, String ruledBy, LocalDate ruledOn) {}

    /** For somebody who may read the concern; that was asked before. Of one that was withdrawn nothing is read. */
    @Transactional
    public Optional<Appeal> of(Concern concern, Actor viewer) {
        return concerns.isWithdrawn(concern.id())
                ? Optional.empty()
                : appeals.find(concern.id()).map(row -> read(row, concerns.reader(concern, viewer)));
    }

    /** For whoever opened the concern by its return code. */
    Optional<Appeal> of(ConcernId concern, Reader reader) {
        return appeals.find(concern).map(row -> read(row, reader));
    }

    private Appeal read(Row row, Reader reader) {
        RulingRow ruling = row.ruling();
        return new Appeal(
                reader.text("appeal", row.reasons()),
                row.filedOn(),
                row.decideBy(),
                ruling == null
                        ? null
                        : new Ruling(
                                ruling.result(),
                                reader.text("appeal-reasons", ruling.reasons()),
                                reader.text("appeal-effect", ruling.effect()),
                                people.displayName(ruling.ruledBy()),
                                ruling.ruledOn()));
    }

    /** Whether this person may rule now. */
    @Transactional(readOnly = true)
    public boolean mayRule(Concern concern, Actor actor) {
        return appeals.isOpen(concern.id()) && concerns.mayRuleOnAppeal(concern, actor);
    }
}
