package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.document.ExecutedCopies.Likeness;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.ConfirmingSignature.Confirmation;
import org.contractethics.review.internal.StageForm.GateResult;
import org.contractethics.review.internal.execution.Execution;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** H7 at the gate: only executed copies that are what was decided on carry a signature, of a day on which the approval held. */
class ExecutedCopiesAtGateIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_signature_is_recorded_with_the_hashes_of_its_copies() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());

        assertThat(world.sign(review, new Confirmation(true, "", ""), PRIYA)).isEqualTo(GateResult.SIGNED);

        Map<String, Object> facts = world.last("contract-signed").facts();
        assertThat(facts)
                .containsEntry("verdict", "IDENTICAL")
                .containsEntry("signedOn", world.execution().today().toString());
        assertThat(String.valueOf(facts.get("executedCopies"))).contains("0".repeat(64));
    }

    @ParameterizedTest
    @EnumSource(
            value = Likeness.class,
            names = {"DIFFERENT", "NOT_COMPARABLE", "UNREADABLE", "READING"})
    void nothing_is_signed_on_a_copy_that_is_not_what_was_decided_on(Likeness likeness) {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        world.executed.likeness = likeness;
        Execution stated = world.signedToday(review, PRIYA);

        assertThat(problems(review, stated)).extracting(FormProblem::field).containsExactly("copies");
        assertThatThrownBy(() -> world.sign(review, new Confirmation(true, "", "", stated), PRIYA))
                .isInstanceOf(Refused.class);
        assertThat(world.kinds()).doesNotContain("contract-signed");
    }

    @Test
    void another_document_goes_back_and_the_record_names_it() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        world.executed.likeness = Likeness.DIFFERENT;
        Execution stated = world.signedToday(review, PRIYA);

        assertThat(world.sign(review, new Confirmation(false, "", "Clause 7 differs.", stated), PRIYA))
                .isEqualTo(GateResult.RETURN);

        assertThat(String.valueOf(world.last("signature-refused").facts().get("executedCopies")))
                .contains("1".repeat(64));
    }

    @Test
    void words_filled_in_have_to_be_read() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        world.executed.likeness = Likeness.SAME_CLAUSES;
        world.executed.additions = List.of("Jane Doe");
        Execution unread = world.signedToday(review, PRIYA);

        assertThat(problems(review, unread)).extracting(FormProblem::field).containsExactly("additions-read");
        Execution read = new Execution(unread.copies(), "A", "B", unread.signedOn(), true);
        assertThat(world.sign(review, new Confirmation(true, "", "", read), PRIYA))
                .isEqualTo(GateResult.SIGNED);
        assertThat(world.last("contract-signed").facts()).containsEntry("verdict", "SAME_CLAUSES");
    }

    @Test
    void signatories_and_the_day_are_stated_and_the_day_lies_between_the_decision_and_today() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Execution today = world.signedToday(review, PRIYA);
        LocalDate day = world.execution().today();

        assertThat(problems(review, new Execution(today.copies(), " ", "", null, false)))
                .extracting(FormProblem::field)
                .containsExactly("company-signatory", "customer-signatory", "signed-on");
        assertThat(problems(review, on(today, day.plusDays(1))))
                .extracting(FormProblem::message)
                .containsExactly("The day of the signature is in the future.");
        assertThat(problems(review, on(today, day.minusDays(1))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("before the decision"));
        assertThat(problems(review, new Execution(List.of(), "A", "B", day, false)))
                .extracting(FormProblem::field)
                .containsExactly("copies");
        assertThat(problems(
                        review, new Execution(List.of(new DocumentVersionId(UUID.randomUUID())), "A", "B", day, false)))
                .extracting(FormProblem::field)
                .containsExactly("copies");
    }

    @Test
    void each_document_that_no_copy_holds_is_named_whichever_copies_were_chosen() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Execution stated = world.signedToday(review, PRIYA);
        SentDocument file = new SentDocument("another.docx", new ByteArrayResource(new byte[] {2}));
        world.executed.missing =
                List.of(world.executed.keep(world.reviews.get(review).contract(), file, PRIYA));

        for (List<DocumentVersionId> chosen : List.of(
                stated.copies(), List.<DocumentVersionId>of(), List.of(new DocumentVersionId(UUID.randomUUID())))) {
            assertThat(problems(review, new Execution(chosen, "A", "B", stated.signedOn(), true)))
                    .extracting(FormProblem::message)
                    .contains("“Statement of work” was decided on and stands in no executed copy (H7).");
        }
    }

    @Test
    void one_request_holds_the_copies_against_the_documents_once() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Decision decision = world.decisions.latestOf(review).orElseThrow();
        Execution stated = world.signedToday(review, PRIYA);
        world.executed.compared = 0;
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            world.execution().brought(world.reviews.get(review), decision);
            assertThat(problems(review, stated)).isEmpty();
            world.sign(review, new Confirmation(true, "", "", stated), PRIYA);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }

        assertThat(world.executed.compared).isEqualTo(1);
        world.execution().brought(world.reviews.get(review), decision);
        assertThat(world.executed.compared).as("another request").isEqualTo(2);
    }

    @Test
    void only_who_works_on_the_gate_brings_a_copy() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        world.signedToday(review, PRIYA);

        assertThatThrownBy(() -> world.signedToday(review, ReviewWorld.SOFIA)).isInstanceOf(Refused.class);
        ReviewId voting = world.upToTheVote(serious());
        assertThatThrownBy(() -> world.signedToday(voting, LEO)).isInstanceOf(Refused.class);
    }

    @Test
    void the_database_takes_no_day_outside_of_the_approval() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Decision decision = world.decisions.latestOf(review).orElseThrow();

        LocalDate today = world.execution().today();
        for (LocalDate day : List.of(today.minusDays(1), today.plusDays(1), LocalDate.of(2999, 1, 1))) {
            assertThatThrownBy(() -> execution(decision, day, "SAME_CLAUSES"))
                    .as(day.toString())
                    .hasMessageContaining("date of signature");
        }
        assertThatThrownBy(() -> execution(decision, today, "LOOKS_FINE")).hasMessageContaining("verdict");
        world.clock.forward(Duration.ofDays(200));
        assertThatThrownBy(() -> execution(decision, today.plusDays(150), "SAME_CLAUSES"))
                .hasMessageContaining("date of signature");
    }

    @Test
    void the_database_confirms_no_signature_without_a_copy_nor_on_files_that_are_not_the_very_ones() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Decision decision = world.decisions.latestOf(review).orElseThrow();
        UUID empty = execution(decision, world.execution().today(), "SAME_CLAUSES");
        assertThatThrownBy(() -> confirm(decision, empty)).hasMessageContaining("no executed copy");
        assertThatThrownBy(() -> confirm(decision, UUID.randomUUID())).hasMessageContaining("no executed copy");

        world.executed.likeness = Likeness.SAME_CLAUSES;
        Execution stated = world.signedToday(review, PRIYA);
        UUID forged = execution(decision, world.execution().today(), "IDENTICAL");
        world.jdbc
                .sql(
                        """
                        insert into review.execution_copy (execution_id, review_id, pass, version_id)
                        select id, review_id, pass, :version from review.execution where id = :id""")
                .param("version", stated.copies().get(0).value())
                .param("id", forged)
                .update();

        assertThatThrownBy(() -> confirm(decision, forged)).hasMessageContaining("not the very files");
        assertThatThrownBy(() -> world.jdbc
                        .sql("update contract.contract set state = 'SIGNED' where id = :id")
                        .param("id", decision.contract().value())
                        .update())
                .hasMessageContaining("no valid decision");
    }

    @Test
    void an_approval_that_ran_out_carries_no_signature_of_an_earlier_day_either() {
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        Execution stated = world.signedToday(review, PRIYA);
        world.clock.set(world.clock.instant().plus(Duration.ofDays(200)));

        assertThat(world.sign(review, new Confirmation(true, "", "", stated), PRIYA))
                .isEqualTo(GateResult.RETURN);
    }

    private List<FormProblem> problems(ReviewId review, Execution stated) {
        return world.gate().problems(world.reviews.get(review), new Confirmation(true, "", "", stated));
    }

    private static Execution on(Execution stated, LocalDate day) {
        return new Execution(
                stated.copies(), stated.companySignatory(), stated.customerSignatory(), day, stated.additionsRead());
    }

    /** By the clock of the application, as the application states it. */
    private UUID execution(Decision decision, LocalDate day, String verdict) {
        UUID id = UUID.randomUUID();
        world.jdbc
                .sql(
                        """
                        insert into review.execution (id, review_id, pass, decision_id, document_set_hash, verdict,
                            company_signatory, customer_signatory, signed_on, stated_by, stated_at)
                        select :id, review_id, pass, id, document_set_hash, :verdict, 'A', 'B', :day, 'priya.raman', :at
                        from review.decision where id = :decision""")
                .param("id", id)
                .param("verdict", verdict)
                .param("day", day)
                .param("at", world.clock.instant().atOffset(ZoneOffset.UTC))
                .param("decision", decision.id().value())
                .update();
        return id;
    }

    private void confirm(Decision decision, UUID execution) {
        world.decisions.confirm(decision, decision.documentSetHash(), execution, "priya.raman", world.clock.instant());
    }
}
