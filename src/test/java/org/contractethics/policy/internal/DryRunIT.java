package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.policy.internal.PolicyWorld.DANA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.PastCases;
import org.contractethics.policy.PastCases.Listed;
import org.contractethics.policy.PastCases.WeighedFlags;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.PolicyLists.StatedFacts;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proposed version would change of the cases so far, before anybody puts it in force. */
class DryRunIT {

    private static final PolicyContent PACKED = PolicyFiles.packed();
    private static final StatedFacts NOTHING_STATED = new StatedFacts(Set.of(), Set.of(), false, false);
    private static final Listed NOTHING_LISTED = new Listed(Map.of(), null, NOTHING_STATED);

    private final PolicyWorld world = new PolicyWorld();
    private final GivenCases cases = world.cases;
    private final DryRun dryRun = new DryRun(cases, world.policy);

    @BeforeEach
    void install() {
        world.start(PACKED);
    }

    @Test
    void shows_which_cases_get_another_tier_and_leaves_the_others_out() {
        cases.all.add(agencyCase("C-1", "MEDIUM", false));
        cases.all.add(agencyCase("C-2", "LOW", true));
        int milder = propose("context-risk.dmn", "context-risk-08-o1\"><text>2", "context-risk-08-o1\"><text>3");
        cases.all.add(agencyCase("C-3", "HIGH", true));

        DryRun.Result result = dryRun.of(milder);

        assertThat(result.total()).isEqualTo(3);
        assertThat(result.open()).isEqualTo(2);
        assertThat(result.lines()).singleElement().satisfies(line -> {
            assertThat(line.past().reference()).isEqualTo("C-3");
            assertThat(line.before().triage().tier()).isEqualTo(Tier.T2);
            assertThat(line.after().triage().tier()).isEqualTo(Tier.T3);
            assertThat(line.tierFalls()).isFalse();
        });
        assertThat(world.policy.current().number()).as("nothing is changed").isEqualTo(1);
    }

    @Test
    void shows_other_outcomes_that_follow_from_another_severity() {
        cases.all.add(assessed("C-4", 3, 1, 1));
        int stricter = severer();

        DryRun.Result result = dryRun.of(stricter);

        assertThat(result.outcomes()).isEqualTo(1);
        assertThat(result.deciders()).isEqualTo(1);
        assertThat(result.tiers()).isZero();
        assertThat(result.lines().get(0).before().allowed()).isEqualTo("Approve with conditions, Reject");
        assertThat(result.lines().get(0).after().allowed()).isEqualTo("Approve with conditions, Reject, Suspend");
    }

    @Test
    void asks_the_tables_once_for_equal_cases_however_many_there_are() {
        for (int i = 0; i < 5_000; i++) {
            cases.all.add(assessed("C-" + i, 3, 1, 1));
        }
        int stricter = severer();

        DryRun.Result result = dryRun.of(stricter);

        assertThat(result.lines()).hasSize(5_000);
        assertThat(cases.asked).isEqualTo(2);
    }

    @Test
    void shows_which_cases_get_another_tier_because_their_agency_has_another_class() {
        cases.all.add(listed("C-5", Map.of("Ministry of Odd Things", "CULTURE"), null));
        cases.all.add(listed("C-6", Map.of("City Library", "CULTURE"), null));
        String list = PACKED.file("agencies.csv").orElseThrow() + "odd things,,,POLICE,\n";

        DryRun.Result result =
                dryRun.of(propose("agencies.csv", PACKED.file("agencies.csv").orElseThrow(), list));

        assertThat(result.lines()).singleElement().satisfies(line -> {
            assertThat(line.past().reference()).isEqualTo("C-5");
            assertThat(line.before().triage().tier()).isEqualTo(Tier.T1);
            assertThat(line.after().triage().tier()).isEqualTo(Tier.T2);
        });
    }

    @Test
    void of_two_agencies_the_one_of_which_the_version_thinks_worse_counts() {
        cases.all.add(listed("C-7", Map.of("City Library", "CULTURE", "Ministry of Odd Things", "CULTURE"), null));
        String list = PACKED.file("agencies.csv").orElseThrow() + "odd things,,,POLICE,\n";

        DryRun.Result result =
                dryRun.of(propose("agencies.csv", PACKED.file("agencies.csv").orElseThrow(), list));

        assertThat(result.lines()).hasSize(1);
        assertThat(result.lines().get(0).after().triage().agencyScore()).isEqualTo(3);
    }

    @Test
    void shows_which_cases_get_another_tier_because_a_fact_tells_their_red_flag_or_does_not() {
        cases.all.add(listed("C-8", Map.of(), new WeighedFlags(List.of("K20"), false)));
        cases.all.add(listed("C-9", Map.of(), new WeighedFlags(List.of("K20"), true)));
        cases.all.add(listed("C-10", Map.of(), null));

        DryRun.Result result = dryRun.of(propose("red-flag-facts.csv", "K20,", "K20,PUBLIC_WEBSITE;"));

        assertThat(result.lines()).singleElement().satisfies(line -> {
            assertThat(line.past().reference()).as("nothing else was unknown").isEqualTo("C-8");
            assertThat(line.tierFalls()).isTrue();
        });
    }

    private static PastCases.PastCase listed(
            String reference, Map<String, String> agencies, @Nullable WeighedFlags flags) {
        return new PastCases.PastCase(
                UUID.randomUUID(),
                new ContractId(UUID.randomUUID()),
                reference,
                true,
                1,
                facts("LOW"),
                new Listed(agencies, flags, new StatedFacts(Set.of("PUBLIC_WEBSITE"), Set.of(), false, false)),
                Tier.T1,
                null,
                false,
                List.of());
    }

    /** One step more severe, wherever one dimension alone is serious. */
    private int severer() {
        return propose(
                "severity.dmn",
                "severity-13-o1\"><text>\"SERIOUS\"",
                "severity-13-o1\"><text>\"SEVERE\"",
                "severity-14-o1\"><text>\"SERIOUS\"",
                "severity-14-o1\"><text>\"SEVERE\"",
                "severity-15-o1\"><text>\"SERIOUS\"",
                "severity-15-o1\"><text>\"SEVERE\"");
    }

    private int propose(String file, String... oldAndNew) {
        String text = PACKED.file(file).orElseThrow();
        for (int i = 0; i < oldAndNew.length; i += 2) {
            assertThat(text).contains(oldAndNew[i]);
            text = text.replace(oldAndNew[i], oldAndNew[i + 1]);
        }
        return world.propose(new Proposal(1, PACKED.text(), Map.of(file, text), "x", world.today()), DANA);
    }

    private static PastCases.PastCase agencyCase(String reference, String band, boolean open) {
        return new PastCases.PastCase(
                UUID.randomUUID(),
                new ContractId(UUID.randomUUID()),
                reference,
                open,
                1,
                facts(band),
                NOTHING_LISTED,
                Tier.T2,
                null,
                false,
                List.of());
    }

    private static PastCases.PastCase assessed(String reference, int scale, int scope, int irremediability) {
        return new PastCases.PastCase(
                UUID.randomUUID(),
                new ContractId(UUID.randomUUID()),
                reference,
                false,
                1,
                facts("LOW"),
                NOTHING_LISTED,
                Tier.T2,
                null,
                true,
                List.of(new PastCases.PastImpact(
                        new PastCases.Numbers(scale, scope, irremediability, Likelihood.POSSIBLE),
                        null,
                        false,
                        Involvement.LINKED,
                        Leverage.SOME)));
    }

    private static TriageFacts facts(String band) {
        return new TriageFacts(
                Set.of("PUBLIC_WEBSITE"), "CULTURE", band, "NONE", false, false, false, false, false, false, false);
    }
}
