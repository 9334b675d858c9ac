package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenMatters.OpenMatter;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No version is approved past an open concern about the policy: in server and database. */
class PolicyConcernsIT {

    private static final String TEXT = "Nobody delivers to those who separate families.";

    private final PolicyWorld world = new PolicyWorld();
    private final ConcernId concern = new ConcernId(UUID.randomUUID());

    @BeforeEach
    void a_version_is_in_force() {
        world.start(PolicyFiles.packed());
    }

    @Test
    void whoever_approves_says_of_each_what_it_weighs() {
        file();
        world.open.add(new OpenMatter(
                concern, "What the contract says", new ConcernMatter(Kind.POLICY, "1"), "Version 1 of the rules"));
        int number = world.proposed(TEXT, PolicyWorld.DANA);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.approve(number, PolicyWorld.GEORGE))
                .satisfies(refused -> assertThat(refused.fields())
                        .extracting(FormProblem::field)
                        .containsExactly("concern-" + concern));
        assertThat(world.state(number)).isEqualTo(VersionState.PROPOSED);

        world.said.put(concern.toString(), "The new version says so.");
        world.approve(number, PolicyWorld.GEORGE);

        assertThat(world.kinds()).containsSubsequence("policy-concern-weighed", "policy-approved");
        assertThat(world.weighing.of(number, PolicyWorld.DANA)).singleElement().satisfies(weighed -> {
            assertThat(weighed.about()).isEqualTo("What the contract says: Version 1 of the rules");
            assertThat(weighed.text()).isEqualTo("The new version says so.");
            assertThat(weighed.actor()).isEqualTo("george.tan");
        });
        refused("update policy.weighed_concern set text = 'x'", "never change");
        refused(weighed(number), "for a version that is proposed");
    }

    @Test
    void the_database_refuses_an_approval_past_one_and_not_past_one_that_is_kept_from_whoever_approves() {
        file();
        int number = world.proposed(TEXT, PolicyWorld.DANA);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> world.approve(number, PolicyWorld.GEORGE));
        assertThat(world.state(number)).isEqualTo(VersionState.PROPOSED);

        world.owner
                .sql("insert into concern.exclusion (concern, username) values (:id, 'george.tan')")
                .param("id", concern.value())
                .update();
        world.approve(number, PolicyWorld.GEORGE);
        assertThat(world.state(number)).isEqualTo(VersionState.IN_FORCE);
    }

    private void file() {
        world.owner
                .sql(
                        """
                        insert into concern.concern (id, matter, matter_code, mode, topic, status, filed_on, acknowledge_by, answer_by)
                        values (:id, 'POLICY', '1', 'OPEN', 'TERMS', 'RECEIVED', current_date, current_date, current_date)""")
                .param("id", concern.value())
                .update();
    }

    private String weighed(int number) {
        return "insert into policy.weighed_concern values (" + number
                + ", gen_random_uuid(), 'x', 'george.tan', now(), 'x')";
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> world.owner.sql(statement).update()).hasStackTraceContaining(why);
    }
}
