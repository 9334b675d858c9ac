package org.contractethics.record;

/**
 * The record at one moment.
 *
 * @param size number of entries; the entries are numbered 0 to {@code size - 1}
 * @param rootHash RFC 6962 Merkle tree hash over all of them, lower-case hex
 */
public record TreeHead(long size, String rootHash) {}
