package org.contractethics.report.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A concern as the record tells of it: the way it came in, its topic, and the days of what was done about it. */
final class ConcernCase {

    private final Mark filed;
    private final String mode;
    private final String topic;
    private final Changes states = new Changes();
    private @Nullable Mark acknowledged;
    private @Nullable Mark answered;
    private @Nullable Mark withdrawn;
    private @Nullable Mark appealed;
    private @Nullable Mark ruled;
    private @Nullable Mark acted;

    ConcernCase(Mark filed, String mode, String topic) {
        this.filed = filed;
        this.mode = mode;
        this.topic = topic;
        states.add(State.OPEN.name(), filed);
    }

    Mark filed() {
        return filed;
    }

    String mode() {
        return mode;
    }

    String topic() {
        return topic;
    }

    @Nullable
    Mark acknowledged() {
        return acknowledged;
    }

    @Nullable
    Mark answered() {
        return answered;
    }

    @Nullable
    Mark withdrawn() {
        return withdrawn;
    }

    @Nullable
    Mark appealed() {
        return appealed;
    }

    @Nullable
    Mark ruled() {
        return ruled;
    }

    /** When something was first done to a contract because of it. */
    @Nullable
    Mark acted() {
        return acted;
    }

    void acknowledged(Mark mark) {
        acknowledged = acknowledged == null ? mark : acknowledged;
        becomes(State.ACKNOWLEDGED, mark);
    }

    void answered(Mark mark) {
        answered = answered == null ? mark : answered;
        becomes(State.ANSWERED, mark);
    }

    void withdrawn(Mark mark) {
        withdrawn = withdrawn == null ? mark : withdrawn;
        becomes(State.WITHDRAWN, mark);
    }

    void appealed(Mark mark) {
        appealed = appealed == null ? mark : appealed;
    }

    void ruled(Mark mark) {
        ruled = ruled == null ? mark : ruled;
    }

    void acted(Mark mark) {
        acted = acted == null ? mark : acted;
    }

    /** An answer and a withdrawal are the last word; what follows them does not open the concern again. */
    void becomes(State state, Mark mark) {
        String last = states.valueAt(Instant.MAX);
        if (!State.ANSWERED.name().equals(last) && !State.WITHDRAWN.name().equals(last)) {
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
        ANSWERED("Answered"),
        WITHDRAWN("Withdrawn by its filer");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
