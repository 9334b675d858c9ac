package org.contractethics.record.internal;

/** Wants to know when entries have been committed. */
public interface Committed {

    /**
     * @param size number of entries up to the last one of the transaction
     * @param decided whether a decision is among them
     */
    void entries(long size, boolean decided);
}
