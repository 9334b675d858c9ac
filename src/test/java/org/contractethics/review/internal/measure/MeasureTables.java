package org.contractethics.review.internal.measure;

import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.OpenConcerns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this package keeps, for tests that put the reviews together by hand. */
public final class MeasureTables {

    private MeasureTables() {}

    public static WhatWaits waits(JdbcClient jdbc) {
        return new WhatWaits(new Measures(jdbc));
    }

    /** Where nobody filed anything. */
    public static AnsweringInDecision noConcerns(JdbcClient jdbc) {
        return new AnsweringInDecision(
                new OpenConcerns() {

                    @Override
                    public int openOn(ContractId contract, Actor viewer) {
                        return 0;
                    }

                    @Override
                    public List<OpenConcern> openConcerns(ContractId contract, Actor viewer) {
                        return List.of();
                    }
                },
                jdbc);
    }
}
