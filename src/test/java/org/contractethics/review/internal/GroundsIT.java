package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;
import static org.contractethics.review.internal.ReviewWorld.TARIQ;
import static org.contractethics.review.internal.ReviewWorld.harmless;
import static org.contractethics.review.internal.ReviewWorld.impact;
import static org.contractethics.review.internal.ReviewWorld.moderate;
import static org.contractethics.review.internal.ReviewWorld.research;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.Research;
import org.contractethics.review.internal.evidence.Consultation.Kind;
import org.contractethics.review.internal.evidence.EvidenceTables;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What research and assessment have to rest on: the server refuses what does not, and the database whoever gets around it. */
class GroundsIT {

    private static final String REASON = "They are detained and nobody may visit them.";

    private final ReviewWorld world = new ReviewWorld();
    private ReviewId review = new ReviewId(UUID.randomUUID());

    /** A border contract in T3, before its research. */
    @BeforeEach
    void triaged() {
        review = world.submit(world.borderContract(), SOFIA);
        world.checkDocuments(review, PRIYA);
        world.legal(review, LegalResult.CLEAR, PRIYA);
        world.triage(review, harmless(), null, "", TARIQ);
    }

    @Test
    void research_without_an_independent_source_is_refused_by_the_server_and_by_the_database() {
        invalid(() -> world.research(review, research(false), DANA), "independent of the customer");

        byHand("RESEARCH", "a source that is independent");
    }

    @Test
    void research_puts_its_sources_into_the_list_and_cites_them() {
        world.research(review, research(true), DANA);

        assertThat(world.evidence.sources().of(review)).singleElement().satisfies(source -> {
            assertThat(source.words()).isEqualTo("Ruling on detention, Supreme Court, 5 Jan 2026, A1, independent");
            assertThat(source.addedBy()).isEqualTo("dana.whitfield");
        });
        assertThat(world.evidence.sources().uses(review)).extracting("what").containsExactly("AGENCY_RECORD");
        assertThat(world.last("source-added").facts())
                .containsEntry("grade", "A1")
                .containsEntry("independent", true);
        assertThat(world.results.form(review, 1, Research.class).orElseThrow().evidence())
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.number()).isEqualTo(1));
    }

    @Test
    void a_source_that_was_corrected_carries_nothing_more() {
        world.declares(review, "dana.whitfield");
        world.inTransaction(() -> world.evidence
                .sources()
                .add(
                        world.reviews.get(review),
                        EvidenceTables.ruling(true),
                        null,
                        "dana.whitfield",
                        world.clock.instant()));
        world.inTransaction(() -> world.evidence
                .sources()
                .add(
                        world.reviews.get(review),
                        EvidenceTables.ruling(false),
                        1,
                        "dana.whitfield",
                        world.clock.instant()));

        invalid(() -> world.research(review, research(false), DANA), "independent of the customer");
        byHand("RESEARCH", "a source that is independent");
    }

    @Test
    void what_the_customer_says_is_not_independent_of_it() {
        world.declares(review, "dana.whitfield");
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                """
                                insert into review.source (id, review_id, number, pass, title, publisher, kind, location,
                                    published_on, reliability, credibility, independent, added_by, added_at)
                                values (gen_random_uuid(), :review, 1, 1, 'Leaflet', 'Agency', 'CUSTOMER', '', current_date, 'A', 1,
                                    true, 'dana.whitfield', now())
                                """)
                        .param("review", review.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("customer_and_company_are_not_independent");
    }

    @Test
    void who_is_paid_by_the_deal_names_no_source_and_logs_no_consultation() {
        assertThatThrownBy(() -> world.evidence
                        .sources()
                        .add(
                                world.reviews.get(review),
                                EvidenceTables.ruling(true),
                                null,
                                "tom.lindqvist",
                                world.clock.instant()))
                .hasMessageContaining("names no sources");
        assertThatThrownBy(() -> world.evidence.consult(world.reviews.get(review), Kind.AFFECTED, "tom.lindqvist"))
                .hasMessageContaining("logs no consultation");
    }

    @Test
    void an_impact_that_rests_on_no_source_is_refused() {
        world.research(review, research(true), DANA);
        world.evidence.consult(world.reviews.get(review), Kind.AFFECTED, "helen.okafor");

        invalid(() -> world.assess(review, "", HELEN, without(serious())), "choose the sources");
        byHandAssessed("the impact on each right rests on a source");
    }

    @Test
    void from_tier_three_on_an_assessment_without_consultation_is_refused() {
        world.research(review, research(true), DANA);

        invalid(() -> world.assess(review, REASON, HELEN), "log a consultation");
        byHandAssessed("the affected are consulted");
    }

    @Test
    void below_tier_three_a_consultation_is_owed_only_where_the_triage_asks_for_it() {
        review = triagedInTierOne(world.policy);
        assertThatCode(() -> world.assess(review, "", HELEN)).doesNotThrowAnyException();

        review = triagedInTierOne(asking(false, true));
        invalid(() -> world.assess(review, REASON, HELEN), "where the triage asks for it");
        byHandAssessed("the affected are consulted");
        world.evidence.consult(world.reviews.get(review), Kind.AFFECTED, "helen.okafor");
        assertThatCode(() -> world.assess(review, "", HELEN)).doesNotThrowAnyException();
    }

    @Test
    void below_tier_two_an_impact_rests_on_sources_only_where_the_triage_asks_for_an_impact_assessment() {
        review = triagedInTierOne(world.policy);
        assertThatCode(() -> world.assess(review, "", HELEN, without(moderate())))
                .doesNotThrowAnyException();

        review = triagedInTierOne(asking(true, false));
        invalid(
                () -> world.assess(review, "", HELEN, without(moderate())),
                "where the triage asks for an impact assessment");
        byHandAssessed("the impact on each right rests on a source");
        byHandAssessed("is independent of customer and company");
    }

    private ReviewId triagedInTierOne(Policy tables) {
        world.triageTables = tables;
        ReviewId harmless = world.submit(world.libraryContract(), SOFIA);
        world.checkDocuments(harmless, PRIYA);
        world.legal(harmless, LegalResult.CLEAR, PRIYA);
        assertThat(world.triage(harmless, harmless(), null, "", TARIQ)).isEqualTo(Tier.T1);
        return harmless;
    }

    /** The tables in force, but for these columns. */
    private Policy asking(boolean impactAssessment, boolean consultation) {
        return (Policy) Proxy.newProxyInstance(
                Policy.class.getClassLoader(),
                new Class<?>[] {Policy.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "under" -> proxy;
                    case "triage" ->
                        asking((Triage) method.invoke(world.policy, arguments), impactAssessment, consultation);
                    default -> method.invoke(world.policy, arguments);
                });
    }

    private static Triage asking(Triage found, boolean impactAssessment, boolean consultation) {
        return new Triage(
                found.tier(),
                found.capabilityRisk(),
                found.agencyScore(),
                found.contextScore(),
                found.contextReason(),
                found.decisionWorkingDays(),
                found.quorum(),
                impactAssessment,
                consultation,
                found.boardRequired(),
                found.reviewEveryMonths(),
                found.why(),
                found.matched());
    }

    @Test
    void a_proxy_needs_a_recorded_reason_why_not_the_affected() {
        world.research(review, research(true), DANA);
        world.evidence.consult(world.reviews.get(review), Kind.PROXY, "helen.okafor");

        invalid(() -> world.assess(review, "", HELEN), "say why not");
        byHandAssessed("the affected are consulted");
        assertThatCode(() -> world.assess(review, REASON, HELEN)).doesNotThrowAnyException();
    }

    @Test
    void an_assessment_keeps_the_sources_and_the_severity_of_each_right_and_averages_nothing() {
        world.research(review, research(true), DANA);
        world.evidence.consult(world.reviews.get(review), Kind.AFFECTED, "helen.okafor");

        world.assess(
                review,
                "",
                HELEN,
                impact("R01", 4, 1, 4, Likelihood.RARE),
                moderate(),
                impact("R27", 1, 1, 1, Likelihood.RARE));

        Assessment kept = world.assessments.find(review, 1).orElseThrow();
        assertThat(kept.impacts())
                .extracting(Rated::severity)
                .extracting(Enum::name)
                .containsExactly("CRITICAL", "MODERATE", "LOW");
        assertThat(kept.impacts())
                .allSatisfy(rated -> assertThat(rated.impact().sources()).containsExactly(1));
        assertThat(kept.impacts().size() + kept.untouched().size()).isEqualTo(43);
        assertThat(world.last("assessment-recorded").facts()).containsEntry("overallSeverity", "CRITICAL");
    }

    @Test
    void vulnerable_groups_and_the_use_of_leverage_are_asked_of_each_right() {
        Impact bare = new Impact(
                "R05",
                Impact.Kind.POTENTIAL,
                "Migrants",
                "",
                serious().scale(),
                serious().scope(),
                serious().irremediability(),
                Likelihood.POSSIBLE,
                serious().involvement(),
                serious().leverage(),
                "",
                "",
                List.of(),
                List.of(1));

        assertThat(bare.problems()).extracting("field").containsExactly("vulnerable-groups", "leverage-use");
    }

    private static Impact without(Impact impact) {
        return new Impact(
                impact.right(),
                impact.kind(),
                impact.affected(),
                impact.vulnerableGroups(),
                impact.scale(),
                impact.scope(),
                impact.irremediability(),
                impact.likelihood(),
                impact.involvement(),
                impact.leverage(),
                impact.leverageUse(),
                impact.mitigation(),
                impact.clauses(),
                List.of());
    }

    private static void invalid(ThrowingCallable attempt, String because) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID))
                .hasMessageContaining(because);
    }

    /** An assessment past the server; it is rolled back with the refusal. */
    private void byHandAssessed(String because) {
        List<Rated> impacts =
                because.contains("source") ? List.of(new Rated(without(serious()), Severity.SERIOUS)) : List.of();
        assertThatThrownBy(() -> world.inTransaction(() -> {
                    world.assessments.add(new Assessment(
                            UUID.randomUUID(),
                            review,
                            1,
                            "helen.okafor",
                            world.clock.instant(),
                            "",
                            "",
                            impacts,
                            List.of()));
                    insert("ASSESSMENT");
                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(because);
    }

    private void byHand(String stage, String because) {
        assertThatThrownBy(() -> insert(stage))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(because);
    }

    private void insert(String stage) {
        world.jdbc
                .sql(
                        """
                        insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                        values (gen_random_uuid(), :review, 1, :stage, 'dana.whitfield', now(), now(), '{}')
                        """)
                .param("review", review.value())
                .param("stage", stage)
                .update();
    }
}
