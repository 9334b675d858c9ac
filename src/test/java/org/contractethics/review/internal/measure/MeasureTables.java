package org.contractethics.review.internal.measure;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What this package keeps, for tests that put the reviews together by hand. */
public final class MeasureTables {

    private MeasureTables() {}

    public static WhatWaits waits(JdbcClient jdbc) {
        return new WhatWaits(new Measures(jdbc));
    }
}
