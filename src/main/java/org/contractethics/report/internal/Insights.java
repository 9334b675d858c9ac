package org.contractethics.report.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.record.RecordReader;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers questions with figures, each a fold over the record. */
@Service
public class Insights {

    private final CurrentCasebook casebook;
    private final RecordReader record;
    private final KeptFigures kept = new KeptFigures();

    Insights(CurrentCasebook casebook, RecordReader record) {
        this.casebook = casebook;
        this.record = record;
    }

    /** Every figure, all of them from the same state of the record. */
    public FigureSet figures(Scope asked, Actor viewer) {
        return figures(asked, List.of(viewer)).get(0);
    }

    /** What each of them sees, all of it from the same state of the record. */
    List<FigureSet> figures(Scope asked, List<Actor> viewers) {
        viewers.forEach(Insights::refuseOthers);
        return casebook.look((book, head) -> viewers.stream()
                .map(viewer -> set(book, head, seenBy(viewer, asked)))
                .toList());
    }

    private FigureSet set(Casebook book, TreeHead head, Scope scope) {
        long state = casebook.state();
        FigureSet set = kept.find(scope, state, book.latest())
                .map(before -> before.at(head, scope, CriticalCase.of(book, scope)))
                .orElseGet(() -> counted(book, head, scope));
        kept.keep(set, state);
        return set;
    }

    private static FigureSet counted(Casebook book, TreeHead head, Scope scope) {
        Map<Figure, Tally> now = counted(book, figure -> scope);
        return new FigureSet(
                head,
                scope,
                now,
                counted(book, figure -> before(figure, scope)),
                book.agencies(scope),
                book.withheld(scope),
                dissented(book, scope, now.get(Figure.DISSENTS)),
                CriticalCase.of(book, scope));
    }

    private static Map<ContractId, String> dissented(Casebook book, Scope scope, @Nullable Tally dissents) {
        Map<ContractId, String> agencies = new HashMap<>();
        if (dissents != null) {
            for (Item item : dissents.items(null, null)) {
                ContractId contract = item.contract();
                if (contract != null) {
                    book.agency(contract, scope).ifPresent(agency -> agencies.put(contract, agency));
                }
            }
        }
        return agencies;
    }

    /** On all processors: each figure reads the casebook, which nobody writes meanwhile, and writes a tally of its own. */
    private static Map<Figure, Tally> counted(Casebook book, Function<Figure, Scope> scope) {
        return Arrays.stream(Figure.values())
                .parallel()
                .map(figure -> Figures.count(figure, book, scope.apply(figure)))
                .collect(Collectors.toUnmodifiableMap(Tally::figure, tally -> tally));
    }

    /** One figure, with all that it counts. */
    public Tally figure(Figure figure, Scope scope, Actor viewer) {
        refuseOthers(viewer);
        return casebook.look((book, head) -> Figures.count(figure, book, seenBy(viewer, scope)));
    }

    /** Leadership takes no part in reviews: what the register withholds from staff is withheld from them (H15, H18). */
    private static Scope seenBy(Actor viewer, Scope scope) {
        return viewer.hasAny(Role.BOARD_COMMITTEE, Role.AUDITOR) ? scope : scope.forStaff();
    }

    /** The day of the first entry; empty while there is none. */
    public Optional<LocalDate> firstDay() {
        return record.find(0).map(entry -> entry.day());
    }

    static void refuseOthers(Actor viewer) {
        if (!viewer.hasAny(Role.LEADERSHIP, Role.BOARD_COMMITTEE, Role.AUDITOR)) {
            throw Refused.notAllowed("Figures are for leadership, the board committee and auditors.");
        }
    }

    private static Scope before(Figure figure, Scope scope) {
        if (figure.moment() == Figure.Moment.QUARTER) {
            Period quarter = Period.quarterOf(scope.period().to()).before();
            return new Scope(quarter, scope.tier(), scope.agency(), scope.now(), scope.redacted());
        }
        if (figure.moment() == Figure.Moment.LAST_QUARTER) {
            Period told = ConcernQuarter.of(scope);
            return new Scope(told.before(), scope.tier(), scope.agency(), scope.now(), scope.redacted());
        }
        return scope.before();
    }
}
