package org.contractethics.review.internal.panel;

import org.contractethics.shared.Role;

/**
 * Somebody on whom the lot fell.
 *
 * @param number of the drawing
 * @param place alternates come in by this order within their seat; -1 for who sits without a lot
 */
public record PanelMember(String person, Role role, Seat seat, Standing standing, int number, String lot, int place) {

    /** What the lot made of them. */
    public enum Standing {
        MEMBER,
        ALTERNATE
    }

    /** Whether they sit without a lot, because they had voted before the case came before the panel. */
    public boolean kept() {
        return place < 0;
    }

    public boolean alternate() {
        return standing == Standing.ALTERNATE;
    }
}
