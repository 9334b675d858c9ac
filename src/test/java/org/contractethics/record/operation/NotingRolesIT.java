package org.contractethics.record.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.UnansweredDirectory;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** R34: whoever gains or loses a role that counts is told by an entry, once. */
class NotingRolesIT {

    private final OperatedRecord record;
    private final Map<String, Set<Role>> realm = new HashMap<>();
    private final NotingRoles node;

    NotingRolesIT() throws NotProvenException {
        record = new OperatedRecord();
        node = node(new Realm());
        realm.put("ruth.castillo", Set.of(Role.PANEL_CHAIR, Role.EMPLOYEE));
        realm.put("erin.walsh", Set.of(Role.EMPLOYEE));
        realm.put("dana.whitfield", Set.of(Role.HR_REVIEWER));
    }

    @Test
    void the_first_comparison_tells_all_roles_that_count_and_the_next_one_nothing() {
        node.run();
        later();
        node.run();

        assertThat(changes(0, 1))
                .isEqualTo(List.of(
                        change("dana.whitfield", List.of("HR_REVIEWER"), List.of()),
                        change("ruth.castillo", List.of("PANEL_CHAIR"), List.of())));
        assertThat(record.entries(RolesChanged.KIND).get(0).body()).doesNotContain("whitfield", "castillo");
    }

    @Test
    void what_a_person_gains_and_loses_is_told_and_whoever_was_switched_off_loses_everything() {
        node.run();
        later();
        realm.put("dana.whitfield", Set.of(Role.OMBUDS, Role.BOARD_COMMITTEE));
        realm.remove("ruth.castillo");
        node.run();

        assertThat(changes(1, 2))
                .isEqualTo(List.of(
                        change("dana.whitfield", List.of("BOARD_COMMITTEE", "OMBUDS"), List.of("HR_REVIEWER")),
                        change("ruth.castillo", List.of(), List.of("PANEL_CHAIR"))));
    }

    @Test
    void while_the_directory_does_not_answer_nobody_loses_anything() {
        node.run();
        later();
        node(new UnansweredDirectory()).run();

        changes(0, 1);
    }

    @Test
    void before_somebody_acts_in_a_new_role_it_is_told_and_an_older_answer_of_the_directory_does_not_take_it_back() {
        node.run();
        Actor dana = new Actor("dana.whitfield", "Dana", Set.of(Role.HR_REVIEWER, Role.OMBUDS, Role.EMPLOYEE));
        node.acts(dana);
        node.acts(dana);
        node(new Realm()).run();
        assertThat(changes(1, 2)).isEqualTo(List.of(change("dana.whitfield", List.of("OMBUDS"), List.of())));

        later();
        node.run();
        assertThat(changes(2, 3)).isEqualTo(List.of(change("dana.whitfield", List.of(), List.of("OMBUDS"))));
    }

    @Test
    void a_token_with_fewer_roles_and_an_employee_without_any_tell_nothing() {
        node.run();
        node.acts(new Actor("dana.whitfield", "Dana", Set.of()));
        node.acts(new Actor("erin.walsh", "Erin", Set.of(Role.EMPLOYEE)));
        node.acts(new Actor("filer", "Filer", Set.of(Role.EXTERNAL_FILER)));

        changes(0, 1);
    }

    @Test
    void whoever_was_erased_stands_for_nobody_and_is_told_again_only_while_they_hold_a_role() {
        node.run();
        erase("dana.whitfield");
        erase("ruth.castillo");
        realm.remove("ruth.castillo");
        later();
        node.run();

        assertThat(String.valueOf(changes(0, 2))).contains("person=erased on ").doesNotContain("whitfield", "castillo");
        assertThat(changes(1, 2)).isEqualTo(List.of(change("dana.whitfield", List.of("HR_REVIEWER"), List.of())));
    }

    @Test
    void two_nodes_at_once_tell_one_entry() throws Exception {
        OperatedRecord.atOnce(node::run, node(new Realm())::run);

        changes(0, 1);
    }

    private void erase(String person) {
        UUID request = UUID.randomUUID();
        record.jdbc
                .sql(
                        """
                        insert into record.erasure (id, state, basis, subject, subject_name, reason, requested_by, requested_at)
                        values (:id, 'REQUESTED', 'a', :person, 'Some Body', 'Left the company more than ten years ago.',
                            'august.lund', now())""")
                .param("id", request)
                .param("person", person)
                .update();
        record.jdbc
                .sql("select * from record.erase(:id, 'george.tan', now())")
                .param("id", request)
                .query(row -> {});
    }

    private void later() {
        record.clock.forward(Duration.ofMinutes(6));
    }

    private NotingRoles node(PeopleDirectory directory) {
        return new NotingRoles(directory, record.reader, record.telling(), record.clock);
    }

    private List<?> changes(int place, int of) {
        List<RecordEntry> told = record.entries(RolesChanged.KIND);
        assertThat(told).hasSize(of);
        return told.get(place).list("changes");
    }

    private static Map<String, Object> change(String person, List<String> gained, List<String> lost) {
        return Map.of("person", person, "gained", gained, "lost", lost);
    }

    private final class Realm implements PeopleDirectory {

        @Override
        public Optional<Person> find(String username) {
            return Optional.ofNullable(realm.get(username)).map(roles -> new Person(username, username, "", roles));
        }

        @Override
        public List<Person> withRole(Role role) {
            return realm.keySet().stream()
                    .flatMap(name -> find(name).stream())
                    .filter(person -> person.roles().contains(role))
                    .toList();
        }
    }
}
