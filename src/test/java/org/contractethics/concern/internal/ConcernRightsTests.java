package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.UnansweredDirectory;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.concern.internal.vault.TestVault;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ContractParticipants;
import org.contractethics.shared.ContractParticipants.Participants;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ConcernRightsTests {

    private static final ContractId CONTRACT = new ContractId(UUID.randomUUID());
    private static final Actor OLGA = actor("olga", Role.OMBUDS, Role.EMPLOYEE);
    private static final Actor OSCAR = actor("oscar", Role.OMBUDS);
    private static final Actor GEORGE = actor("george", Role.BOARD_COMMITTEE);

    @Test
    void the_ombuds_handles_concerns_and_the_board_committee_does_not() {
        ConcernRights rights = rights("erin", Set.of(), "sofia", OLGA, GEORGE);

        assertThat(rights.mayHandle(concern(), OLGA)).isTrue();
        assertThat(rights.mayHandle(concern(), GEORGE)).isFalse();
        assertThat(rights.handlers(concern())).containsExactly("olga");
    }

    @Test
    void nobody_handles_a_concern_on_their_own_contract() {
        ConcernRights rights = rights("erin", Set.of(), "olga", OLGA, OSCAR, GEORGE);

        assertThat(rights.mayHandle(concern(), OLGA)).isFalse();
        assertThat(rights.handlers(concern())).containsExactly("oscar");
    }

    @Test
    void a_letter_about_several_contracts_is_kept_from_the_people_of_each() {
        ContractId other = new ContractId(UUID.randomUUID());
        ConcernRights rights = new ConcernRights(
                new Filed("erin", Set.of()),
                new About(Set.of(CONTRACT, other)),
                new KnownParticipants(Map.of(
                        CONTRACT, new Participants(Set.of("sofia"), Set.of()),
                        other, new Participants(Set.of("olga"), Set.of("oscar")))),
                new Directory(List.of(OLGA, OSCAR, GEORGE)),
                new OutsideOmbuds(""),
                new NoAppeals(),
                new KnownHands(Set.of()));

        assertThat(rights.mayHandle(concern(null), OLGA))
                .as("paid by one of them")
                .isFalse();
        assertThat(rights.mayHandle(concern(null), OSCAR))
                .as("judged one of them")
                .isFalse();
        assertThat(rights.handlers(concern(null))).containsExactly("george");
    }

    @Test
    void whoever_wrote_the_policy_or_runs_the_office_complained_of_does_not_handle_it_and_the_board_may_follow() {
        ConcernRights rights = new ConcernRights(
                new Filed("erin", Set.of()),
                new About(Set.of()),
                new KnownParticipants(Map.of()),
                new Directory(List.of(OLGA, GEORGE)),
                new OutsideOmbuds(""),
                new NoAppeals(),
                new KnownHands(Set.of("olga")));
        ConcernMatter policy = new ConcernMatter(ConcernMatter.Kind.POLICY, "1");

        assertThat(rights.mayHandle(concern(null, policy), OLGA)).isFalse();
        assertThat(rights.handlers(concern(null, policy))).containsExactly("george");
        assertThat(rights.mayHandle(concern(null, policy), GEORGE)).isTrue();
        assertThat(rights.keptFrom(List.of(concern(null, policy))).isWithheld(concern(null, policy), "olga"))
                .as("they may know that there is one")
                .isFalse();
        assertThat(rights.mayHandle(concern(null, null), OLGA)).isTrue();
    }

    @Test
    void an_appeal_falls_to_the_ombudsperson_outside_when_the_only_board_member_answered() {
        Actor outside = actor("outside.person", Role.EXTERNAL_FILER);
        ConcernRights answeredByGeorge =
                rights(new Appealed(Set.of("george")), "erin", Set.of("olga"), "sofia", OLGA, GEORGE);

        assertThat(answeredByGeorge.appealDeciders(concern())).containsExactly("outside.person");
        assertThat(answeredByGeorge.mayRuleOnAppeal(concern(), outside)).isTrue();
        assertThat(answeredByGeorge.mayHandle(concern(), outside))
                .as("to read what they rule on")
                .isTrue();
        assertThat(answeredByGeorge.mayRuleOnAppeal(concern(), GEORGE)).isFalse();

        ConcernRights answeredByOlga = rights(new Appealed(Set.of("olga")), "erin", Set.of(), "sofia", OLGA, GEORGE);
        assertThat(answeredByOlga.mayRuleOnAppeal(concern(), outside)).isFalse();
        assertThat(answeredByOlga.mayRuleOnAppeal(concern(), GEORGE)).isTrue();
    }

    @Test
    void nobody_handles_a_concern_they_filed() {
        assertThat(rights("olga", Set.of(), "sofia", OLGA, OSCAR).mayHandle(concern(), OLGA))
                .isFalse();
    }

    @Test
    void whoever_the_filer_excluded_does_not_handle_it() {
        assertThat(rights("erin", Set.of("olga"), "sofia", OLGA, OSCAR).mayHandle(concern(), OLGA))
                .isFalse();
    }

    @Test
    void where_no_ombuds_is_left_the_board_committee_steps_in() {
        ConcernRights rights = rights("erin", Set.of("olga"), "sofia", OLGA, GEORGE);

        assertThat(rights.mayHandle(concern(), GEORGE)).isTrue();
        assertThat(rights.handlers(concern())).containsExactly("george");
    }

    @Test
    void a_directory_that_does_not_answer_is_no_proof_that_no_ombuds_is_left() {
        ConcernRights rights = new ConcernRights(
                new Filed("erin", Set.of()),
                new About(Set.of(CONTRACT)),
                paid("sofia"),
                new UnansweredDirectory(),
                new OutsideOmbuds(""),
                new NoAppeals(),
                new KnownHands(Set.of()));

        assertThat(rights.mayHandle(concern(), GEORGE)).isFalse();
        assertThat(rights.mayHandle(concern(), OLGA)).isTrue();
        assertThatExceptionOfType(PeopleUnavailable.class).isThrownBy(() -> rights.handlers(concern()));
    }

    @Test
    void leadership_handles_and_weighs_nothing_whatever_else_they_are() {
        Actor leader = actor("lena", Role.LEADERSHIP, Role.OMBUDS, Role.HR_REVIEWER);
        ConcernRights rights = rights("erin", Set.of(), "sofia", OLGA, leader);

        assertThat(rights.mayHandle(concern(), leader)).isFalse();
        assertThat(rights.handlers(concern())).containsExactly("olga");
        assertThat(rights.weighsConcernsOn(CONTRACT, leader)).isFalse();
    }

    @Test
    void reviewers_weigh_concerns_but_not_those_on_their_own_contract() {
        Actor dana = actor("dana", Role.HR_REVIEWER);

        assertThat(rights("erin", Set.of(), "sofia", OLGA).weighsConcernsOn(CONTRACT, dana))
                .isTrue();
        assertThat(rights("erin", Set.of(), "dana", OLGA).weighsConcernsOn(CONTRACT, dana))
                .isFalse();
        assertThat(rights("erin", Set.of(), "sofia", OLGA).weighsConcernsOn(CONTRACT, actor("noah", Role.EMPLOYEE)))
                .isFalse();
    }

    @Test
    void whoever_judged_the_contract_does_not_handle_a_concern_about_it() {
        ConcernRights rights = rights("erin", Set.of(), "sofia", actor("judge", Role.OMBUDS), OLGA);

        assertThat(rights.mayHandle(concern(), actor("judge", Role.OMBUDS))).isFalse();
        assertThat(rights.handlers(concern())).containsExactly("olga");
    }

    @Test
    void where_nobody_inside_is_left_it_falls_to_the_ombudsperson_outside_and_to_nobody_before() {
        Actor outside = actor("outside.person", Role.EXTERNAL_FILER);
        ConcernRights everyoneExcluded = rights("erin", Set.of("olga", "george"), "sofia", OLGA, GEORGE);

        assertThat(everyoneExcluded.handler(concern())).isEqualTo(Handler.OUTSIDE);
        assertThat(everyoneExcluded.handlers(concern())).containsExactly("outside.person");
        assertThat(everyoneExcluded.mayHandle(concern(), outside)).isTrue();
        assertThat(rights("erin", Set.of("olga"), "sofia", OLGA, GEORGE).mayHandle(concern(), outside))
                .isFalse();
        assertThat(rights("erin", Set.of("olga", "george", "outside.person"), "sofia", OLGA, GEORGE)
                        .handler(concern()))
                .isEqualTo(Handler.NOBODY);
    }

    private static ConcernRights rights(String filer, Set<String> excluded, String owner, Actor... people) {
        return rights(new NoAppeals(), filer, excluded, owner, people);
    }

    private static ConcernRights rights(
            AppealedConcerns appeals, String filer, Set<String> excluded, String owner, Actor... people) {
        return new ConcernRights(
                new Filed(filer, excluded),
                new About(Set.of(CONTRACT)),
                paid(owner),
                new Directory(List.of(people)),
                new OutsideOmbuds("outside.person"),
                appeals,
                new KnownHands(Set.of()));
    }

    private static ContractParticipants paid(String owner) {
        return new KnownParticipants(Map.of(CONTRACT, new Participants(Set.of(owner), Set.of("judge"))));
    }

    private static Concern concern() {
        return concern(CONTRACT);
    }

    private static Concern concern(@Nullable ContractId contract) {
        return concern(contract, null);
    }

    private static Concern concern(@Nullable ContractId contract, @Nullable ConcernMatter matter) {
        LocalDate today = LocalDate.of(2026, 11, 24);
        return new Concern(
                new ConcernId(UUID.randomUUID()),
                contract,
                null,
                matter,
                ConcernMode.OPEN,
                ConcernTopic.OTHER,
                ConcernStatus.RECEIVED,
                today,
                Concern.acknowledgeBy(today),
                Concern.answerBy(today),
                null,
                null,
                null,
                null);
    }

    private static Actor actor(String username, Role... roles) {
        return new Actor(username, username, Set.copyOf(Arrays.asList(roles)));
    }

    private static final class Filed extends Reporters {

        private final String filer;
        private final Set<String> excluded;

        Filed(String filer, Set<String> excluded) {
            super(JdbcClient.create(new DriverManagerDataSource()), TestVault.marks());
            this.filer = filer;
            this.excluded = excluded;
        }

        @Override
        FiledBy marksOf(Collection<ConcernId> concerns) {
            return (concern, username) -> username.equals(filer);
        }

        @Override
        Map<ConcernId, Set<String>> keptFrom(Collection<ConcernId> concerns) {
            return concerns.stream().collect(Collectors.toMap(concern -> concern, concern -> excluded));
        }
    }

    private record Directory(List<Actor> people) implements PeopleDirectory {

        @Override
        public Optional<Person> find(String username) {
            return people.stream()
                    .filter(actor -> actor.username().equals(username))
                    .map(Directory::person)
                    .findFirst();
        }

        @Override
        public List<Person> withRole(Role role) {
            return people.stream()
                    .filter(actor -> actor.has(role))
                    .map(Directory::person)
                    .toList();
        }

        private static Person person(Actor actor) {
            return new Person(actor.username(), actor.displayName(), "", actor.roles());
        }
    }
}
