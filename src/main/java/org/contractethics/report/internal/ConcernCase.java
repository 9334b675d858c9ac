package org.contractethics.report.internal;

import java.time.Instant;

/** A concern as the record tells of it: when it was filed, to the day, and where it stands. Nothing else is known of it. */
final class ConcernCase {

    private final Mark filed;
    private final Changes states = new Changes();

    ConcernCase(Mark filed) {
        this.filed = filed;
        states.add(State.OPEN.name(), filed);
    }

    Mark filed() {
        return filed;
    }

    /** An answer is the last word; what follows it does not open the concern again. */
    void becomes(State state, Mark mark) {
        if (!State.ANSWERED.name().equals(states.valueAt(Instant.MAX))) {
            states.add(state.name(), mark);
        }
    }

    Changes.Change stateAt(Instant moment) {
        Changes.Change change = states.at(moment);
        return change == null ? new Changes.Change(State.OPEN.name(), filed) : change;
    }

    /** Where a concern stands. */
    enum State {
        OPEN("Waiting for acknowledgement"),
        ACKNOWLEDGED("Acknowledged, answer to come"),
        OVERDUE("Overdue for an answer"),
        ANSWERED("Answered");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
