package org.contractethics.concern.internal.vault;

/**
 * A readership of a concern; each has a key pair of its own.
 *
 * @param name as it stands in the database, and as keys and sealed values are bound to it
 */
public record Part(String name) {

    /** Those who handle the concern, and its filer: everything. */
    public static final Part HANDLING = new Part("HANDLING");
    /**
     * Reviewers of the contract: what an open concern says, and of the others what reviewers ask and what its handlers release; never who
     * filed it nor what filer and officers write each other.
     */
    public static final Part REVIEW = new Part("REVIEW");
    /** A collective letter itself, as which nobody can sign in: names until their number is reached, keys of blind signatures. */
    public static final Part LETTER = new Part("LETTER");
    /** The name of a confidential filer: for nobody until an opening is granted, and then for one person. */
    public static final Part IDENTITY = new Part("IDENTITY");
    /** Why somebody asks for an opening: for those who may confirm it. */
    public static final Part OPENING = new Part("OPENING");
    /** All files as they came, as an earlier version sealed them; nobody gets a wrap of it any more. */
    public static final Part ALL_ORIGINALS = new Part("ORIGINAL");

    /** One file as it came: for nobody until an opening is granted, and then for one person. */
    public static Part original(int file) {
        if (file < 1) {
            throw new IllegalArgumentException("files are numbered from 1");
        }
        return new Part(ALL_ORIGINALS.name + "/" + file);
    }

    /** Whether whoever handles the concern reads it, without anybody's leave. */
    boolean isForHandlers() {
        return equals(HANDLING) || equals(REVIEW);
    }
}
