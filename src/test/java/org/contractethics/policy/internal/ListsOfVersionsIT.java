package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.policy.internal.PolicyWorld.DANA;
import static org.contractethics.policy.internal.PolicyWorld.GEORGE;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.PolicyLists.StatedFacts;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.Test;

/** The lists of agencies and of facts that tell red flags change as the tables do: by a proposal that the board committee approves. */
class ListsOfVersionsIT {

    private static final PolicyContent PACKED = PolicyFiles.packed();
    private static final String ODD = "Ministry of Odd Things";
    private static final StatedFacts CLOUD = new StatedFacts(Set.of("CLOUD_HOSTING"), Set.of(), false, false);

    private final PolicyWorld world = new PolicyWorld();

    @Test
    void an_agency_has_another_class_only_when_the_version_is_in_force() {
        world.start(PACKED);
        int number = propose(Map.of("agencies.csv", agencies("odd things,,,POLICE,")), 5);
        world.approve(number, GEORGE);
        assertThat(world.policy.agencyType(ODD)).isEmpty();

        world.clock.forward(Duration.ofDays(5));

        assertThat(world.policy.agencyType(ODD)).contains("POLICE");
        assertThat(world.policy.under(1).agencyType(ODD))
                .as("what was judged before")
                .isEmpty();
    }

    @Test
    void a_release_with_other_lists_proposes_them_and_changes_nothing() {
        world.start(PACKED);

        world.start(PACKED.with(Map.of("agencies.csv", agencies("odd things,,,CULTURE,"))));

        assertThat(world.policy.agencyType(ODD)).isEmpty();
        assertThat(world.state(2)).isEqualTo(VersionState.PROPOSED);
        assertThat(world.versions.content(2).changedFrom(PACKED)).containsExactly("agencies-list");
    }

    @Test
    void a_version_without_lists_has_those_that_were_recorded_first_whatever_a_later_release_brings() {
        world.start(withoutLists());
        world.start(PACKED);
        assertThat(world.policy.current().contentHash())
                .as("its files and hash stay")
                .isEqualTo(withoutLists().hash());
        assertThat(world.policy.agencyType("ICE")).contains("IMMIGRATION_ENFORCEMENT");
        world.withdraw(2, GEORGE);

        world.start(PACKED.with(Map.of("agencies.csv", "pattern,name,parent,type,country\nodd things,,,CULTURE,\n")));

        PolicyInForce restarted = new PolicyInForce(world.versions, world.clock);
        assertThat(restarted.agencyType(ODD)).isEmpty();
        assertThat(restarted.agencyType("ICE")).contains("IMMIGRATION_ENFORCEMENT");
        assertThat(world.state(3)).isEqualTo(VersionState.PROPOSED);
    }

    @Test
    void a_change_proposed_on_a_version_without_lists_holds_them_from_then_on() {
        world.start(withoutLists());
        world.start(PACKED);

        int number = world.proposed("Other words.", DANA);

        assertThat(world.versions.content(number).files()).containsKeys("agencies.csv", "red-flag-facts.csv");
        assertThat(world.versions.content(number).changedFrom(PACKED)).containsExactly("text");
        assertThatThrownBy(() -> world.proposed(PACKED.text(), DANA))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nothing differs");
    }

    @Test
    void a_list_without_a_red_flag_that_is_weighed_is_refused_and_leaves_nothing_behind() {
        world.start(PACKED);
        String without = PACKED.file("red-flag-facts.csv").orElseThrow().replaceAll("(?m)^K20.*\n", "");

        assertThatThrownBy(() -> propose(Map.of("red-flag-facts.csv", without), 0))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID))
                .hasMessageContaining("K20");
        assertThat(world.versions.all()).hasSize(1);
    }

    @Test
    void what_tells_a_red_flag_changes_with_the_version() {
        world.start(PACKED);
        String told = PACKED.file("red-flag-facts.csv").orElseThrow().replace("K20,", "K20,CLOUD_HOSTING;");
        world.approve(propose(Map.of("red-flag-facts.csv", told), 0), GEORGE);

        assertThat(world.policy.untold(List.of("K20", "K99"), CLOUD)).isEmpty();
        assertThat(world.policy.under(1).untold(List.of("K20", "K99"), CLOUD))
                .singleElement()
                .satisfies(untold -> assertThat(untold.words()).isEqualTo("no capability that was stated tells it"));
    }

    @Test
    void a_version_has_all_lists_or_none() {
        Map<String, String> half = new LinkedHashMap<>(PACKED.files());
        half.remove("agencies.csv");

        assertThatThrownBy(() -> new PolicyContent(half)).isInstanceOf(IllegalArgumentException.class);
    }

    private int propose(Map<String, String> files, int inDays) {
        return world.propose(
                new Proposal(
                        1, PACKED.text(), files, "We learned.", world.today().plusDays(inDays)),
                DANA);
    }

    private static String agencies(String line) {
        return PACKED.file("agencies.csv").orElseThrow() + line + "\n";
    }

    private static PolicyContent withoutLists() {
        Map<String, String> files = new LinkedHashMap<>(PACKED.files());
        PolicyContent.LISTS.forEach(files::remove);
        return new PolicyContent(files);
    }
}
