package org.contractethics.record.verification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a verification came to: the tree as recomputed from the stored bytes, and what is wrong with it and beside it. */
public final class Verdict {

    private final long size;
    private final byte[] root;
    private final List<Found> found;
    private final long erased;

    Verdict(CompactRange recomputed, @Nullable Finding finding, long erased) {
        this(recomputed.size(), recomputed.root(), Found.of("entries", finding).toList(), erased);
    }

    private Verdict(long size, byte[] root, List<Found> found, long erased) {
        this.size = size;
        this.root = root;
        this.found = found;
        this.erased = erased;
    }

    /** How many values are missing because an entry of the record says that they were erased, and on which basis. */
    public long erased() {
        return erased;
    }

    /** The same tree, and what is wrong beside it. */
    Verdict with(Stream<Found> beside) {
        return new Verdict(size, root, Stream.concat(found.stream(), beside).toList(), erased);
    }

    /** How many entries were found in order; with a finding, how many before it. */
    public long size() {
        return size;
    }

    /** Root hash over these. */
    public byte[] root() {
        return root.clone();
    }

    /** The first of everything that is wrong; empty where the record is intact. */
    public Optional<Finding> finding() {
        return found.stream().map(Found::finding).findFirst();
    }

    /** What is wrong, place by place. */
    public List<Found> found() {
        return found;
    }
}
