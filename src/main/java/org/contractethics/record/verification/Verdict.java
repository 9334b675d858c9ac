package org.contractethics.record.verification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a verification came to: the tree as recomputed from the stored bytes, and the first thing that is wrong with it. */
public final class Verdict {

    private final long size;
    private final byte[] root;
    private final @Nullable Finding finding;
    private final long erased;

    Verdict(CompactRange recomputed, @Nullable Finding finding, long erased) {
        this(recomputed.size(), recomputed.root(), finding, erased);
    }

    private Verdict(long size, byte[] root, @Nullable Finding finding, long erased) {
        this.size = size;
        this.root = root;
        this.finding = finding;
        this.erased = erased;
    }

    /** How many values are missing because an entry of the record says that they were erased, and on which basis. */
    public long erased() {
        return erased;
    }

    /** The same tree, and what is wrong beside it. */
    Verdict with(@Nullable Finding beside) {
        return new Verdict(size, root, beside, erased);
    }

    /** How many entries were found in order; with a finding, how many before it. */
    public long size() {
        return size;
    }

    /** Root hash over these. */
    public byte[] root() {
        return root.clone();
    }

    /** The first bad entry; empty where the record is intact. */
    public Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }
}
