package org.contractethics.record.internal.erasure;

/**
 * How much of the record an erasure removes.
 *
 * @param fields values that are removed
 * @param entries in how many entries these stand
 * @param named how many of them are texts of others in which the person is named
 * @param reads access entries whose reader is removed
 * @param fixed entries and access entries of the first version by this person, which hold the account name for ever
 */
public record Extent(long fields, long entries, long named, long reads, long fixed) {}
