package org.contractethics.access;

/**
 * How often something may be done where people file concerns, by one client and by all together. Clients are told apart by a number that
 * nobody can lead back to an address or account and that changes every day; nothing of it leaves the memory of this node.
 */
public interface ClientLimits {

    /** What is counted; half of what anybody can do costs nobody anything and is not. */
    enum Act {
        /** A return code that opens nothing. */
        WRONG_CODE(10, 300),
        /** A concern or a message, many of which may come from one company's address. */
        SEND(60, 600),
        /** Having files looked at, which takes a process of its own. */
        FILES(20, 60);

        private final int aMinute;
        private final int aMinuteByAll;

        Act(int aMinute, int aMinuteByAll) {
            this.aMinute = aMinute;
            this.aMinuteByAll = aMinuteByAll;
        }

        public int aMinute() {
            return aMinute;
        }

        public int aMinuteByAll() {
            return aMinuteByAll;
        }
    }

    /** Counts the act of whoever sent the current request; false where it was done too often and must not be done now. */
    boolean take(Act act);

    /** What was counted turned out not to be of that kind. */
    void giveBack(Act act);
}
