package org.contractethics.contract.internal;

import org.jspecify.annotations.Nullable;

/** Classes of the committed amount, in whole units of the contract's own currency. */
public enum ValueBand {
    UP_TO_100K("Below 100,000", null, 100_000L),
    UP_TO_1M("100,000 to 1 million", 100_000L, 1_000_000L),
    UP_TO_10M("1 to 10 million", 1_000_000L, 10_000_000L),
    UP_TO_100M("10 to 100 million", 10_000_000L, 100_000_000L),
    OVER_100M("100 million and more", 100_000_000L, null),
    UNKNOWN("Amount unknown", null, null);

    private final String label;
    private final @Nullable Long from;
    private final @Nullable Long below;

    ValueBand(String label, @Nullable Long from, @Nullable Long below) {
        this.label = label;
        this.from = from;
        this.below = below;
    }

    public String label() {
        return label;
    }

    @Nullable
    Long from() {
        return from;
    }

    @Nullable
    Long below() {
        return below;
    }
}
