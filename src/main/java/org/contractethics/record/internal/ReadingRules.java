package org.contractethics.record.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.contractethics.record.ReadingRights;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may read which entries. */
@Component
public class ReadingRules implements ReadingRights {

    private static final Role[] READERS = {Role.AUDITOR, Role.BOARD_COMMITTEE, Role.OMBUDS};
    private static final Role[] REVIEWERS = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.PRODUCT_EXPERT,
        Role.EXTERNAL_EXPERT,
        Role.EMPLOYEE_PANELIST,
        Role.PANEL_CHAIR,
        Role.MONITOR,
    };

    /** Kinds that every employee may see of a contract (H18: the register is open to all staff). */
    private static final Set<String> OPEN_TO_STAFF = Set.of(
            "contract-registered",
            "contract-taken",
            "contract-handed-over",
            "review-opened",
            "decision-recorded",
            "approval-lapsed",
            "approval-ran-out",
            "contract-signed",
            "suspension-decided",
            "interim-measure-imposed",
            "interim-measure-expired",
            "exit-opened",
            "contract-ended");

    /** Kinds that leadership may see, because figures lead to them; nothing of single votes or of concerns. */
    private static final Set<String> BEHIND_FIGURES = Set.of(
            "contract-registered",
            "contracts-imported",
            "contract-taken",
            "review-opened",
            "triage-confirmed",
            "stage-completed",
            "stage-escalated",
            "question-asked",
            "question-answered",
            "question-withdrawn",
            "target-changed",
            "recusal-declared",
            "safeguards-agreed",
            "decision-recorded",
            "condition-imposed",
            "condition-met",
            "condition-waived",
            "condition-overdue",
            "suspension-review-opened",
            "suspension-decided",
            "interim-measure-imposed",
            "interim-measure-expired",
            "interim-measure-confirmed",
            "interim-measure-ended",
            "appeal-filed",
            "appeal-joined",
            "appeal-decided",
            "contract-signed",
            "signature-refused",
            "approval-lapsed",
            "report-signed",
            "approval-ran-out",
            "report-exported");

    /** Facts that name a contract, its agency, its supplier or its amount, and free texts, which may tell them. */
    private static final Set<String> NAMING = Set.of(
            "title",
            "agency",
            "agencies",
            "supplier",
            "obligatedMinor",
            "currency",
            "reasons",
            "reason",
            "why",
            "wholeBecause",
            "restriction");

    private final ConcernKnowledge concerns;

    ReadingRules(ConcernKnowledge concerns) {
        this.concerns = concerns;
    }

    @Override
    public boolean mayReadAll(Actor viewer) {
        return viewer.hasAny(READERS);
    }

    @Override
    public boolean mayRead(String kind, Actor viewer) {
        return mayReadAll(viewer) || (viewer.has(Role.LEADERSHIP) && BEHIND_FIGURES.contains(kind));
    }

    /**
     * The facts of an entry as far as this viewer may read them: whoever does not read the record as a whole is told of no
     * contract what the register may withhold from them (H18).
     */
    public Map<String, Object> facts(RecordEntry entry, Actor viewer) {
        if (mayReadAll(viewer)) {
            return entry.facts();
        }
        Map<String, Object> facts = new LinkedHashMap<>(entry.facts());
        facts.keySet().removeAll(NAMING);
        return facts;
    }

    /** The entry as it is told in a sentence: what is open to staff and to reviewers as it is, to others as far as they may read it. */
    public RecordEntry told(RecordEntry entry, Actor viewer) {
        if (viewer.hasAny(REVIEWERS) || OPEN_TO_STAFF.contains(entry.kind())) {
            return entry;
        }
        return new RecordEntry(
                entry.index(),
                entry.kind(),
                entry.contract(),
                entry.actor(),
                entry.occurredAt(),
                entry.recordedAt(),
                facts(entry, viewer),
                entry.body(),
                entry.leafHash());
    }

    @Override
    public Predicate<RecordEntry> readableBy(Actor viewer) {
        Predicate<RecordEntry> known = new NotWithheld(concerns, viewer);
        boolean all = mayReadAll(viewer);
        return entry -> mayRead(entry.kind(), viewer) && (all || !isConcern(entry)) && known.test(entry);
    }

    /** The concerns of which this viewer must see no entry. */
    public Set<ConcernId> withheldFrom(Actor viewer) {
        return concerns.withheldFrom(viewer);
    }

    /** Which entries of a contract its timeline shows to this viewer. */
    public Predicate<RecordEntry> onTimeline(Actor viewer) {
        return kindsOnTimeline(viewer).and(new NotWithheld(concerns, viewer));
    }

    private Predicate<RecordEntry> kindsOnTimeline(Actor viewer) {
        if (mayReadAll(viewer)) {
            return entry -> true;
        }
        if (viewer.hasAny(REVIEWERS)) {
            return entry -> !isConcern(entry) || viewer.has(Role.HR_REVIEWER);
        }
        if (viewer.has(Role.LEADERSHIP)) {
            return entry -> BEHIND_FIGURES.contains(entry.kind()) && !isConcern(entry);
        }
        return entry -> OPEN_TO_STAFF.contains(entry.kind()) && !isConcern(entry);
    }

    /** Entries that tell of concerns; few may see them one by one. */
    static boolean isConcern(RecordEntry entry) {
        return entry.kind().startsWith("concern-")
                || entry.kind().startsWith("concerns-")
                || entry.concern().isPresent();
    }
}
