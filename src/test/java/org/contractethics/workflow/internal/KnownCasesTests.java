package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownCasesTests {

    private static final Actor CHAIR = new Actor("ruth", "Ruth Castillo", Set.of(Role.PANEL_CHAIR));
    private static final Actor BOARD = new Actor("george", "George Tan", Set.of(Role.BOARD_COMMITTEE));
    private static final Actor AUDITOR = new Actor("august", "August Lund", Set.of(Role.AUDITOR));
    private static final Actor OMBUDS = new Actor("olga", "Olga Petrova", Set.of(Role.OMBUDS));

    private final Neighbours neighbours = new Neighbours();
    private final KnownCases known = new KnownCases(neighbours.concerns(), neighbours.followUps());
    private final UUID subject = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {ProcessNames.CONCERN_HANDLING, ProcessNames.CONCERN_APPEAL})
    void neither_a_concern_nor_its_appeal_is_shown_or_counted_to_who_does_not_handle_it(String procedure) {
        assertThat(known.differ(procedure)).isTrue();
        assertThat(List.of(CHAIR, AUDITOR)).noneMatch(viewer -> known.mayKnow(procedure, viewer));
        assertThat(known.mayKnow(procedure, subject, BOARD)).isFalse();
        assertThat(known.mayKnow(procedure, OMBUDS)).isTrue();
        assertThat(known.mayKnow(procedure, subject, OMBUDS)).isTrue();
    }

    @Test
    void a_remedy_that_began_with_a_concern_is_kept_from_the_same_people_and_names_it() {
        ConcernId concern = new ConcernId(UUID.randomUUID());
        assertThat(known.mayKnow(ProcessNames.REMEDIATION, subject, CHAIR)).isTrue();

        neighbours.begunWith.put(subject, concern);

        assertThat(known.mayKnow(ProcessNames.REMEDIATION, subject, CHAIR)).isFalse();
        assertThat(known.differ(ProcessNames.REMEDIATION)).isTrue();
        assertThat(known.concernOf(ProcessNames.REMEDIATION, subject)).contains(concern);
        assertThat(known.concernOf(ProcessNames.EXIT, subject)).isEmpty();
    }

    @Test
    void what_runs_every_few_minutes_is_no_case_of_anybody() {
        assertThat(ProcessNames.HOUSEKEEPING)
                .contains(ProcessNames.RECURRING_WORK)
                .noneMatch(procedure ->
                        Stream.of(CHAIR, BOARD, AUDITOR, OMBUDS).anyMatch(viewer -> known.mayKnow(procedure, viewer)));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void every_case_that_can_be_moved_has_a_name_in_the_record(String procedure) {
        assertThat(ProcessNames.idFact(procedure)).endsWith("Id");
    }

    static List<String> procedures() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            return models.map(model -> model.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.replace(".bpmn", ""))
                    .filter(name -> !ProcessNames.HOUSEKEEPING.contains(name))
                    .sorted()
                    .toList();
        }
    }
}
