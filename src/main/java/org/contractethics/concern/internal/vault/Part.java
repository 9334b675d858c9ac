package org.contractethics.concern.internal.vault;

/** A readership of a concern; each has a key pair of its own. */
public enum Part {
    /** Those who handle the concern, and its filer: everything. */
    HANDLING,
    /** Reviewers of the contract: what an open concern says, never who filed it nor what filer and officers write each other. */
    REVIEW,
    /** A collective letter itself, as which nobody can sign in: names until their number is reached, keys of blind signatures. */
    LETTER,
    /** The name of a confidential filer: for nobody until an opening is granted, and then for one person. */
    IDENTITY,
    /** The files as they came: likewise. */
    ORIGINAL,
    /** Why somebody asks for an opening: for those who may confirm it. */
    OPENING;

    /** Whether whoever handles the concern reads it, without anybody's leave. */
    boolean isForHandlers() {
        return this == HANDLING || this == REVIEW;
    }
}
