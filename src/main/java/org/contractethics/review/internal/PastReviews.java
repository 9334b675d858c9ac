package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.PastCases;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.DecisionFacts;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Residual;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reviews as cases for the dry run of a proposed policy: three statements, however many there are. */
@Repository
class PastReviews implements PastCases {

    private static final String TRIAGED =
            """
            select r.id, r.contract_id, r.closed_at is null as open, t.form as triage, m.form as mitigation,
                   a.id as assessment, review.residual_countersigned(r.id, t.pass) as countersigned
            from review.review r
            join lateral (select s.pass, s.form from review.stage_result s
                          where s.review_id = r.id and s.stage = 'TRIAGE' order by s.pass desc limit 1) t on true
            left join review.stage_in_effect m on m.review_id = r.id and m.pass = t.pass and m.stage = 'MITIGATION'
            left join review.stage_in_effect e on e.review_id = r.id and e.pass = t.pass and e.stage = 'ASSESSMENT'
            left join review.assessment a on a.review_id = e.from_review and a.pass = e.from_pass
            order by r.opened_at, r.id
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final ContractRegister contracts;

    PastReviews(JdbcClient jdbc, Json json, ContractRegister contracts) {
        this.jdbc = jdbc;
        this.json = json;
        this.contracts = contracts;
    }

    /** Reviews that were triaged before the inputs of the tables were kept are no cases: there is nothing to run. */
    @Override
    public List<PastCase> all() {
        List<Triaged> triaged = jdbc.sql(TRIAGED).query(this::triaged).list();
        Map<UUID, List<Assessed>> impacts = impacts();
        Map<ContractId, Contract> named =
                contracts.findAll(triaged.stream().map(Triaged::contract).collect(Collectors.toSet()));
        return triaged.stream()
                .map(one -> one.toCase(named.get(one.contract()), impacts.getOrDefault(one.assessment(), List.of())))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Set<ContractId> gainedBy(String person) {
        return jdbc.sql(
                        """
                        select contract from review.participant where paid and person = :person
                        union
                        select r.contract_id from review.recusal c join review.review r on r.id = c.review_id
                        where c.person = :person
                        """)
                .param("person", person)
                .query((row, number) -> new ContractId(row.getObject("contract", UUID.class)))
                .set();
    }

    @Override
    public Space together(
            Policy version, @Nullable Boolean blockingGaps, List<DecisionFacts> impacts, boolean critical) {
        AllowedSpace tables = new DecisionSpaces(version)
                .of(
                        blockingGaps,
                        impacts.stream()
                                .map(facts -> new ResidualImpact(
                                        "-",
                                        Objects.requireNonNull(facts.residualSeverity()),
                                        facts.residualLikelihood(),
                                        facts.involvement(),
                                        facts.leverage()))
                                .toList(),
                        false);
        AllowedSpace space = critical ? tables.beforeBoard(OpeningVote.CRITICAL) : tables;
        return new Space(space.allowed(), space.decider(), space.majority());
    }

    private Map<UUID, List<Assessed>> impacts() {
        Map<UUID, List<Assessed>> byAssessment = new HashMap<>();
        jdbc.sql(
                        """
                        select assessment_id, right_code, kind, scale, scope, irremediability, likelihood, involvement, leverage
                        from review.impact_in_effect where touched order by assessment_id, right_code
                        """)
                .query((row, number) -> byAssessment
                        .computeIfAbsent(row.getObject("assessment_id", UUID.class), id -> new ArrayList<>())
                        .add(Assessed.of(row)))
                .list();
        return byAssessment;
    }

    private Triaged triaged(ResultSet row, int number) throws SQLException {
        String mitigation = row.getString("mitigation");
        return new Triaged(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getBoolean("open"),
                json.read(row.getString("triage"), TriageConfirmation.class),
                mitigation == null ? null : json.read(mitigation, Mitigation.class),
                row.getObject("assessment", UUID.class),
                row.getBoolean("countersigned"));
    }

    private record Triaged(
            UUID review,
            ContractId contract,
            boolean open,
            TriageConfirmation triage,
            @Nullable Mitigation mitigation,
            @Nullable UUID assessment,
            boolean countersigned) {

        private Listed listed(Contract named) {
            Map<String, String> agencies = new LinkedHashMap<>();
            Stream.of(named.awardingAgency(), named.fundingAgency())
                    .flatMap(Stream::ofNullable)
                    .forEach(agency -> agencies.put(agency.name(), agency.type().name()));
            return new Listed(agencies, triage.weighedFlags(), RedFlags.stated(named));
        }

        @Nullable
        PastCase toCase(@Nullable Contract named, List<Assessed> impacts) {
            TriageFacts facts = triage.facts();
            PolicyVersion policy = triage.policy();
            if (facts == null || named == null) {
                return null;
            }
            boolean light = triage.tier() == Tier.T1;
            return new PastCase(
                    review,
                    contract,
                    named.reference(),
                    open,
                    policy == null ? null : policy.number(),
                    facts,
                    listed(named),
                    triage.tier(),
                    // T1 has neither mitigation nor blocking safeguards
                    mitigation == null ? null : mitigation.safeguards(),
                    mitigation != null || (light && assessment != null),
                    impacts.stream()
                            .map(impact -> impact.beside(mitigation, countersigned))
                            .toList());
        }
    }

    private record Assessed(
            String right,
            Impact.@Nullable Kind kind,
            Numbers numbers,
            @Nullable Involvement involvement,
            @Nullable Leverage leverage) {

        static Assessed of(ResultSet row) throws SQLException {
            return new Assessed(
                    row.getString("right_code"),
                    Rows.constant(row, "kind", Impact.Kind.class),
                    new Numbers(
                            Rows.number(row, "scale"),
                            Rows.number(row, "scope"),
                            Rows.number(row, "irremediability"),
                            Rows.constant(row, "likelihood", Likelihood.class)),
                    Rows.constant(row, "involvement", Involvement.class),
                    Rows.constant(row, "leverage", Leverage.class));
        }

        PastImpact beside(@Nullable Mitigation mitigation, boolean countersigned) {
            Numbers left = mitigation == null
                    ? null
                    : mitigation.residuals().stream()
                            .filter(residual -> residual.right().equals(right))
                            .findFirst()
                            .map(this::left)
                            .orElse(null);
            return new PastImpact(numbers, left, countersigned, involvement, leverage);
        }

        private Numbers left(Residual residual) {
            return new Numbers(
                    residual.scale(),
                    residual.scope(),
                    residual.irremediability(),
                    ResidualRules.atLeast(kind, numbers.likelihood(), residual.likelihood()));
        }
    }
}
