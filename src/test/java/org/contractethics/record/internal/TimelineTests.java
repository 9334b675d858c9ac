package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelineTests {

    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final List<RecordEntry> entries = new ArrayList<>();
    private final String concern = UUID.randomUUID().toString();
    private final Knowledge knowledge = new Knowledge();
    private final Timeline timeline = new Timeline(
            new Kept(),
            new ReadingRules(knowledge),
            new ActorNames(new Directory()),
            knowledge,
            new RecordFixtures.WitnessedBelow(7));

    TimelineTests() {
        happened("contract-registered", "sofia.marin", Map.of("reference", "C-000001"));
        happened("review-opened", "sofia.marin", Map.of());
        happened("document-added", "sofia.marin", Map.of("fileName", "award.pdf", "versionId", "v1", "number", 1));
        happened("vote-cast", "dana.whitfield", Map.of());
        happened("concern-filed", "-", Map.of("concernId", concern));
        happened("stage-escalated", "system", Map.of("stage", "LEGAL_STOP", "dueAt", "2026-11-20T09:00:00Z"));
        happened("decision-recorded", "ruth.castillo", Map.of("outcome", "CONDITIONAL", "conditions", 2));
        happened("invented-tomorrow", "ruth.castillo", Map.of());
    }

    @Test
    void tells_reviewers_what_happened_newest_first() {
        assertThat(sentences(Role.LEGAL_REVIEWER))
                .containsExactly(
                        "Invented tomorrow",
                        "Decided: approved with conditions, 2 conditions",
                        "Overdue: Legal stop, due 20 Nov 2026",
                        "A vote was cast and sealed",
                        "Document award.pdf was added",
                        "The contract was submitted for review",
                        "Contract C-000001 was registered");
    }

    @Test
    void says_of_each_decision_and_of_nothing_else_whether_witnesses_have_seen_it() {
        assertThat(events(Role.LEGAL_REVIEWER))
                .filteredOn(event -> event.standing() != null)
                .singleElement()
                .satisfies(event -> assertThat(event.standing()).isEqualTo("Recorded"));

        happened("decision-recorded", "ruth.castillo", Map.of("outcome", "APPROVE"));

        assertThat(events(Role.LEGAL_REVIEWER).get(0).standing()).isEqualTo("Not yet witnessed");
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPLOYEE", "SUBMITTER", "EXTERNAL_FILER"})
    void tells_staff_only_what_the_register_is_open_for(Role role) {
        assertThat(sentences(role))
                .containsExactly(
                        "Decided: approved with conditions, 2 conditions",
                        "The contract was submitted for review",
                        "Contract C-000001 was registered");
    }

    @ParameterizedTest
    @EnumSource(names = {"OMBUDS", "AUDITOR", "BOARD_COMMITTEE", "HR_REVIEWER"})
    void tells_of_concerns_only_those_who_follow_them_up(Role role) {
        assertThat(sentences(role)).contains("A concern was filed");
    }

    @Test
    void names_people_and_keeps_the_unnamed_unnamed() {
        assertThat(events(Role.AUDITOR))
                .extracting(Timeline.Event::who)
                .contains("Name of ruth.castillo", "System", "Not recorded");
        assertThat(events(Role.AUDITOR).stream().filter(Timeline.Event::byPerson))
                .hasSize(6);
    }

    @Test
    void leads_to_the_document_and_to_the_concern_only_those_who_may_open_it() {
        assertThat(events(Role.HR_REVIEWER))
                .extracting(Timeline.Event::link)
                .contains("/contracts/" + contract + "/documents/v1")
                .doesNotContain("/concerns/" + concern);

        knowledge.opened.add(ConcernId.valueOf(concern));

        assertThat(events(Role.OMBUDS)).extracting(Timeline.Event::link).contains("/concerns/" + concern);
    }

    @ParameterizedTest
    @EnumSource(names = {"OMBUDS", "AUDITOR", "BOARD_COMMITTEE", "HR_REVIEWER"})
    void tells_nobody_of_a_concern_that_is_kept_from_them(Role role) {
        knowledge.withheld.add(ConcernId.valueOf(concern));

        assertThat(sentences(role))
                .contains("Decided: approved with conditions, 2 conditions")
                .doesNotContain("A concern was filed");
    }

    @Test
    void tells_of_the_work_on_concerns_only_those_who_follow_them_up_under_whatever_kind_it_was_recorded() {
        happened("concern-claimed", "olga.petrova", Map.of("concernId", concern, "stage", "acknowledge-concern"));
        happened("task-returned", "olga.petrova", Map.of("concernId", concern, "stage", "acknowledge-concern"));

        assertThat(sentences(Role.OMBUDS))
                .contains("A concern officer took on: acknowledge concern", "Gave back: Acknowledge concern");
        assertThat(sentences(Role.LEGAL_REVIEWER))
                .doesNotContain("A concern officer took on: acknowledge concern", "Gave back: Acknowledge concern");
    }

    @ParameterizedTest
    @EnumSource(names = {"LEADERSHIP", "LEGAL_REVIEWER", "EMPLOYEE"})
    void tells_of_what_a_concern_led_to_only_those_who_follow_concerns_up(Role role) {
        happened("appeal-filed", "olga.petrova", Map.of("concernId", concern, "reviewId", "r1"));

        assertThat(events(role)).extracting(Timeline.Event::who).doesNotContain("Name of olga.petrova");
    }

    @Test
    void leadership_reads_an_appeal_but_none_that_is_for_a_concern() {
        happened("appeal-filed", "august.lund", Map.of("reviewId", "r1"));
        happened("appeal-filed", "olga.petrova", Map.of("concernId", concern, "reviewId", "r2"));

        assertThat(entries.stream().filter(readable(Role.LEADERSHIP)))
                .extracting(RecordEntry::actor)
                .contains("august.lund")
                .doesNotContain("olga.petrova");
        assertThat(entries.stream().filter(readable(Role.OMBUDS)))
                .extracting(RecordEntry::actor)
                .contains("olga.petrova");
    }

    @Test
    void the_steps_of_a_remediation_are_kept_from_whom_its_concern_is_kept() {
        happened("remedy-planned", "dana.whitfield", Map.of("concernId", concern, "remediationId", "m1", "number", 1));
        assertThat(events(Role.HR_REVIEWER)).extracting(Timeline.Event::who).contains("Name of dana.whitfield");
        int seen = events(Role.HR_REVIEWER).size();

        knowledge.withheld.add(ConcernId.valueOf(concern));

        assertThat(events(Role.HR_REVIEWER)).hasSize(seen - 2);
    }

    private Predicate<RecordEntry> readable(Role role) {
        return new ReadingRules(knowledge).readableBy(new Actor("somebody", "Somebody", Set.of(role)));
    }

    @Test
    void leads_to_entries_only_those_who_may_open_them() {
        assertThat(events(Role.AUDITOR)).allMatch(Timeline.Event::entryReadable);
        assertThat(events(Role.LEGAL_REVIEWER)).noneMatch(Timeline.Event::entryReadable);
    }

    /** H18: reasons may tell what the register withholds. */
    @Test
    void tells_the_reasons_of_a_waiver_to_reviewers_and_not_to_leadership() {
        happened("condition-waived", "ruth.castillo", Map.of("reasons", "The Agency pays"));

        assertThat(sentences(Role.LEGAL_REVIEWER)).contains("A condition was waived: The Agency pays");
        assertThat(sentences(Role.LEADERSHIP)).contains("A condition was waived");
        assertThat(sentences(Role.AUDITOR)).contains("A condition was waived: The Agency pays");
    }

    private List<String> sentences(Role role) {
        return events(role).stream().map(Timeline.Event::sentence).toList();
    }

    private List<Timeline.Event> events(Role role) {
        CasePanel.View view = timeline.panel(contract, new Actor("somebody", "Somebody", Set.of(role)))
                .orElseThrow();
        List<Timeline.Event> events = new ArrayList<>();
        ((List<?>) view.model().getOrDefault("events", List.of())).forEach(event -> events.add((Timeline.Event) event));
        return events;
    }

    private void happened(String kind, String actor, Map<String, Object> facts) {
        entries.add(new RecordEntry(
                entries.size(), kind, contract, actor, RecordFixtures.NOW, RecordFixtures.NOW, facts, "{}", "leaf"));
    }

    private static final class Knowledge implements ConcernKnowledge {

        private final Set<ConcernId> withheld = new HashSet<>();
        private final Set<ConcernId> opened = new HashSet<>();

        @Override
        public Set<ConcernId> withheldFrom(Actor viewer) {
            return withheld;
        }

        @Override
        public Set<String> keptFrom(ConcernId concern) {
            return Set.of();
        }

        @Override
        public boolean isOpenAbout(ConcernId concern, ContractId contract) {
            return false;
        }

        @Override
        public boolean mayOpen(ConcernId concern, Actor viewer) {
            return opened.contains(concern);
        }
    }

    private static final class Directory implements PeopleDirectory {

        @Override
        public Optional<Person> find(String username) {
            return Optional.of(new Person(username, "Name of " + username, "", Set.of()));
        }

        @Override
        public List<Person> withRole(Role role) {
            return List.of();
        }
    }

    /** Knows the entries of one contract. */
    private final class Kept implements RecordReader {

        @Override
        public TreeHead head() {
            return new TreeHead(entries.size(), "root");
        }

        @Override
        public Optional<RecordEntry> find(long index) {
            return Optional.empty();
        }

        @Override
        public List<RecordEntry> newest(EntryFilter filter, long before, int limit) {
            List<RecordEntry> newest = new ArrayList<>(entries);
            java.util.Collections.reverse(newest);
            return newest.stream()
                    .filter(entry -> entry.index() < before)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<RecordEntry> oldest(EntryFilter filter, long after, int limit) {
            return List.of();
        }

        @Override
        public void each(EntryFilter filter, long from, long to, Consumer<RecordEntry> consumer) {
            entries.forEach(consumer);
        }

        @Override
        public long count(EntryFilter filter) {
            return entries.size();
        }

        @Override
        public List<String> kinds() {
            return List.of();
        }

        @Override
        public Optional<RecordVerification> lastVerification() {
            return Optional.empty();
        }

        @Override
        public RecordVerification verify(String requestedBy) {
            throw new UnsupportedOperationException("nothing to verify");
        }
    }
}
