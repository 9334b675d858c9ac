package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.research;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.UntouchedReasons;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.review.internal.Assessment.Untouched;
import org.contractethics.review.internal.StageForm.AssessmentSummary;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.evidence.Consultation.Kind;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What the capabilities of a contract bring to mind is not found untouched without a word: by the use case, and past it. */
class RightsBroughtToMindIT {

    private static final String FUSION = "ENFORCEMENT_DATA_FUSION";
    /** Another right that data fusion brings to mind, beside R05. */
    private static final String BROUGHT = "R03";

    private final ReviewWorld world = new ReviewWorld();
    private ReviewId review = new ReviewId(UUID.randomUUID());

    /** A border contract with data fusion, before its assessment. */
    @BeforeEach
    void researched() {
        ContractId contract = world.borderContract();
        world.jdbc
                .sql("update contract.contract set capabilities = array[?] where id = ?")
                .params(FUSION, contract.value())
                .update();
        review = world.submit(contract, SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);
        world.research(review, research(true), DANA);
        world.evidence.consult(world.reviews.get(review), Kind.AFFECTED, "helen.okafor");
    }

    @Test
    void without_a_reason_the_assessment_is_refused_and_names_the_right_and_what_brings_it_to_mind() {
        Map<String, String> reasons = reasons();
        reasons.remove(BROUGHT);

        assertThatThrownBy(() -> send(reasons)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(refused.fields()).extracting(FormProblem::field).containsExactly("untouched-because-R03");
            assertThat(refused.getMessage()).contains("R03 Non-refoulement", label(), "why it is not touched");
        });
        assertThat(world.assessments.find(review, 1)).isEmpty();
    }

    @Test
    void words_that_say_nothing_are_no_reason() {
        for (String said : List.of("  ", "n/a", "x".repeat(60), "no no no no no no no no no no no")) {
            Map<String, String> reasons = reasons();
            reasons.put(BROUGHT, said);

            assertThatThrownBy(() -> send(reasons))
                    .as(said)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("R03");
        }
    }

    @Test
    void what_nothing_brings_to_mind_needs_no_reason() {
        send(reasons());

        assertThat(world.assessments.find(review, 1).orElseThrow().untouched())
                .hasSize(42)
                .filteredOn(right -> right.right().equals("R33"))
                .containsExactly(new Untouched("R33", List.of(), ""));
    }

    @Test
    void the_reason_stands_with_the_assessment_with_its_stage_and_in_the_record_by_its_hash() {
        send(reasons());

        Untouched kept = new Untouched(BROUGHT, List.of(FUSION), UntouchedReasons.REASON);
        assertThat(world.assessments.find(review, 1).orElseThrow().explained())
                .contains(kept)
                .hasSize(reasons().size());
        assertThat(world.results
                        .form(review, 1, AssessmentSummary.class)
                        .orElseThrow()
                        .untouched())
                .contains(kept);
        assertThat(world.last("assessment-recorded").facts().get("untouched"))
                .asInstanceOf(list(Object.class))
                .contains(Map.of(
                        "code",
                        BROUGHT,
                        "broughtToMindBy",
                        List.of(FUSION),
                        "reasonHash",
                        Sha256.hex(UntouchedReasons.REASON)));
    }

    @Test
    void a_reason_for_no_right_of_the_catalogue_is_refused() {
        Map<String, String> reasons = reasons();
        reasons.put("R99", UntouchedReasons.REASON);

        assertThatThrownBy(() -> send(reasons)).isInstanceOf(Refused.class).hasMessageContaining("R99");
    }

    @Test
    void the_database_reads_the_catalogue_as_the_application_does() throws IOException {
        versionIsStored();

        Map<String, String> known = new HashMap<>();
        world.jdbc
                .sql("select right_code, string_agg(capability, ' ' order by capability) as capabilities"
                        + " from review.capabilities_of_rights(1) group by 1")
                .query(row -> {
                    known.put(row.getString("right_code"), row.getString("capabilities"));
                });

        Map<String, String> expected = new HashMap<>();
        world.policy.rights().stream()
                .filter(right -> !right.triggers().isEmpty())
                .forEach(right -> expected.put(
                        right.code(),
                        String.join(" ", right.triggers().stream().sorted().toList())));
        assertThat(known).isEqualTo(expected).hasSizeGreaterThan(30);
    }

    @Test
    void the_database_refuses_a_right_that_the_contract_brings_to_mind_without_what_brings_it_and_why()
            throws IOException {
        versionIsStored();

        byHand(new Untouched(BROUGHT, List.of(), ""), "brings these rights to mind");
        byHand(new Untouched(BROUGHT, List.of(), UntouchedReasons.REASON), "brings these rights to mind");
        byHand(new Untouched(BROUGHT, List.of(FUSION), ""), "brought_to_mind_has_a_reason");
        byHand(new Untouched(BROUGHT, List.of(FUSION), " \n "), "brought_to_mind_has_a_reason");
        world.inTransaction(() -> world.assessments.add(made(
                new Untouched(BROUGHT, List.of(FUSION), UntouchedReasons.REASON),
                new Untouched("R33", List.of(), ""))));
    }

    @Test
    void a_right_that_is_touched_holds_no_reason_why_it_is_not() {
        assertThatThrownBy(() -> world.inTransaction(() -> {
                    world.assessments.add(made());
                    world.jdbc
                            .sql(
                                    """
                                    insert into review.assessed_impact (assessment_id, right_code, touched, kind, affected,
                                        severity, untouched_because)
                                    select id, 'R05', true, 'POTENTIAL', 'Migrants', 'INCOMPLETE', 'Not at all'
                                    from review.assessment where review_id = :review
                                    """)
                            .param("review", review.value())
                            .update();
                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("touched_rights_need_no_reason");
    }

    @Test
    void a_citation_names_the_reason_with_the_text() {
        send(reasons());
        UUID assessment = world.assessments.find(review, 1).orElseThrow().id();

        assertThat(text(assessment, BROUGHT)).contains(UntouchedReasons.REASON, FUSION);
        assertThat(text(assessment, "R33"))
                .as("the text of what was assessed before reasons were asked for")
                .doesNotContain("untouched_because", "brought_to_mind_by");
    }

    private String text(UUID assessment, String right) {
        return world.jdbc
                .sql(
                        "select review.impact_text(i) from review.assessed_impact i where assessment_id = ? and right_code = ?")
                .params(assessment, right)
                .query(String.class)
                .single();
    }

    /** For each right that data fusion brings to mind but R05, which is touched. */
    private Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>(UntouchedReasons.of(world.policy.rights().stream()
                .filter(right -> right.triggers().contains(FUSION))
                .map(HumanRight::code)
                .toList()));
        reasons.remove("R05");
        return reasons;
    }

    private String label() {
        return world.policy.capabilities().stream()
                .filter(capability -> capability.code().equals(FUSION))
                .findFirst()
                .orElseThrow()
                .label();
    }

    private void send(Map<String, String> reasons) {
        world.draft(review, reasons, HELEN, serious());
        world.inTransaction(() -> world.recordingAssessment().record(review, HELEN));
    }

    private void byHand(Untouched right, String because) {
        assertThatThrownBy(() -> world.inTransaction(() -> world.assessments.add(made(right))))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(because);
    }

    private Assessment made(Untouched... rights) {
        return new Assessment(
                UUID.randomUUID(),
                review,
                1,
                "helen.okafor",
                world.clock.instant(),
                "",
                "",
                List.of(),
                List.of(rights));
    }

    /** The rules that the review was triaged under, as the start of the application stores them. */
    private void versionIsStored() throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/policy/rights.csv"))) {
            world.jdbc
                    .sql(
                            """
                            insert into policy.version (number, id, content_hash, author, reason, effective_on, combinations, consultation_days,
                                proposed_at)
                            values (1, gen_random_uuid(), repeat('a', 64), 'system', 'The first', current_date, 0, 0, now())
                            on conflict do nothing
                            """)
                    .update();
            world.jdbc
                    .sql(
                            "insert into policy.version_file (number, ordinal, name, content) values (1, 0, 'rights.csv', ?) on conflict do nothing")
                    .param(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .update();
        }
    }
}
