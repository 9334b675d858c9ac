package org.contractethics.review.internal.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this package keeps, for tests that put the reviews together by hand. */
public final class MeasureTables {

    private MeasureTables() {}

    public static WhatWaits waits(JdbcClient jdbc) {
        return new WhatWaits(new Measures(jdbc));
    }

    /** A concern that nobody knows of asked for the review to be opened again. */
    public static void reopeningTaken(JdbcClient jdbc, ContractId contract, @Nullable ReviewId review, LocalDate on) {
        new Measures(jdbc)
                .add(new Taken(
                        contract,
                        new ConcernId(UUID.randomUUID()),
                        Measure.REOPEN,
                        "Harm was done.",
                        "system",
                        on,
                        review,
                        review != null,
                        null));
    }

    /** Where nobody filed anything. */
    public static HeardTiers heard(JdbcClient jdbc) {
        return new HeardTiers(jdbc);
    }

    public static AnsweringInDecision noConcerns(JdbcClient jdbc) {
        return new AnsweringInDecision(letters(Set.of()), jdbc);
    }

    /** No concern anybody has to answer, and an open letter on each of these contracts. */
    public static OpenConcerns letters(Set<ContractId> contracts) {
        return new OpenConcerns() {

            @Override
            public int openOn(ContractId contract, Actor viewer) {
                return 0;
            }

            @Override
            public String openInWords(ContractId contract, Actor viewer) {
                return "No open concerns.";
            }

            @Override
            public List<OpenConcern> openConcerns(ContractId contract, Actor viewer) {
                return List.of();
            }

            @Override
            public boolean letterOpenOn(ContractId contract) {
                return contracts.contains(contract);
            }
        };
    }
}
