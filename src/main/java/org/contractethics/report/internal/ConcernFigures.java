package org.contractethics.report.internal;

/** Counts concerns, and knows nothing of them but a day and a state. */
final class ConcernFigures {

    private ConcernFigures() {}

    /**
     * Always whole calendar quarters, one at a time, and never cut further: the difference of two such numbers is then never a
     * number that would itself be hidden.
     */
    static void concerns(Casebook book, Scope scope, Tally tally) {
        Period quarter = Period.quarterOf(scope.period().to());
        Scope whole = new Scope(quarter, null, null, scope.now());
        for (ConcernCase.State state : ConcernCase.State.values()) {
            tally.row(state.name(), state.label());
        }
        for (ConcernCase concern : book.concerns()) {
            if (quarter.holds(concern.filed().at())) {
                Changes.Change change = concern.stateAt(whole.asOf());
                Mark mark = change.mark();
                String label = ConcernCase.State.valueOf(change.value()).label();
                tally.add(change.value(), Tally.ALL, new Item(mark.entry(), mark.at(), true, null, "A concern", label));
            }
        }
    }
}
