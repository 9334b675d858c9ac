package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.contractethics.finding.Findings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A page asks for the red flags in several places and loads them once. */
class RedFlagsOfRequestTests {

    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final Counted findings = new Counted();
    private final RedFlags flags = new RedFlags(findings, scanned -> {});

    @AfterEach
    void outsideOfARequest() {
        RequestContextHolder.resetRequestAttributes();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void they_are_loaded_once_for_a_request() {
        begin();
        assertThat(flags.secret(contract)).isFalse();
        assertThat(flags.of(contract)).isEmpty();
        flags.seenBy(ReviewWorld.PRIYA, contract);
        flags.seenBy(ReviewWorld.PRIYA, contract);
        assertThat(findings.loaded).isEqualTo(1);
        assertThat(findings.seen).isEqualTo(1);

        begin();
        assertThat(flags.of(contract)).isEmpty();
        assertThat(findings.loaded).as("another request").isEqualTo(2);
    }

    @Test
    void what_one_viewer_sees_is_not_shown_to_another() {
        begin();
        flags.seenBy(ReviewWorld.PRIYA, contract);
        flags.seenBy(ReviewWorld.SOFIA, contract);

        assertThat(findings.seen).isEqualTo(2);
    }

    @Test
    void they_are_loaded_anew_after_a_scan() {
        begin();
        assertThat(flags.of(contract)).isEmpty();

        flags.scanned(ReviewWorld.PRIYA, contract);

        assertThat(flags.of(contract)).isEmpty();
        assertThat(findings.loaded).isEqualTo(2);
    }

    @Test
    void outside_of_a_request_they_are_loaded_once_for_a_transaction() {
        TransactionSynchronizationManager.initSynchronization();
        assertThat(flags.secret(contract)).isFalse();
        assertThat(flags.of(contract)).isEmpty();
        assertThat(findings.loaded).isEqualTo(1);

        flags.scanned(ReviewWorld.PRIYA, contract);
        assertThat(flags.of(contract)).isEmpty();
        assertThat(findings.loaded).as("after a scan").isEqualTo(2);

        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();
        assertThat(flags.of(contract)).isEmpty();
        assertThat(findings.loaded).as("another transaction").isEqualTo(3);
    }

    @Test
    void they_are_loaded_each_time_where_there_is_neither() {
        assertThat(flags.of(contract)).isEmpty();
        assertThat(flags.of(contract)).isEmpty();

        assertThat(findings.loaded).isEqualTo(2);
    }

    private static void begin() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    /** Nothing is found, and each question counts. */
    private static final class Counted extends NoFindings {

        private int loaded;
        private int seen;

        @Override
        public Optional<Findings.ContractFindings> of(ContractId contract, Actor viewer) {
            seen++;
            return Optional.of(super.of(contract));
        }

        @Override
        public Findings.ContractFindings of(ContractId contract) {
            loaded++;
            return super.of(contract);
        }
    }
}
