package org.contractethics.concern.internal.vault;

/** Whose wrap opens a concern. */
public sealed interface Opener {

    /** Somebody with an account who was entitled. */
    static Opener person(String account) {
        return new Person(account);
    }

    /** The filer, by the 32 bytes that the concern was begun with. */
    static Opener filer(byte[] key) {
        return new Filer(key);
    }

    /** By the wrap of an account. */
    record Person(String account) implements Opener {}

    /** By the wrap of the filer. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and wiped by whoever made it
    record Filer(byte[] key) implements Opener {}
}
