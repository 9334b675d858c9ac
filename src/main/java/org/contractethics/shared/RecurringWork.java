package org.contractethics.shared;

/**
 * Work that falls due again and again: sending what waits, removing what is no longer kept. The engine's timer calls each bean of
 * this type several times a minute, on one node at a time and outside of any transaction; what fails is tried with the next call.
 */
public interface RecurringWork {

    void run();
}
