package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.contract.ContractFixtures.packedAgencies;

import java.nio.charset.StandardCharsets;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.internal.ContractDraft;
import org.junit.jupiter.api.Test;

class OcdsReaderTests {

    private static final String RELEASE =
            """
            {"ocid":"ocds-x-1","id":"1","date":"2018-01-02T10:00:00Z","tag":["contract"],
             "parties":[{"id":"B","name":"Border Force","roles":["buyer"],"address":{"countryName":"United Kingdom"},
                         "contactPoint":{"name":"Jane Doe","email":"jane@example.org","telephone":"123"}},
                        {"id":"S","name":"Vision Ltd","roles":["supplier"],"identifier":{"scheme":"GB-COH","id":"1"}}],
             "buyer":{"id":"B","name":"Border Force"},
             "tender":{"title":"Face matching","description":"<p>Ask jane@example.org</p>"},
             "awards":[{"id":"a1","status":"active","value":{"amount":10.5,"currency":"GBP"},"suppliers":[{"id":"S","name":"Vision Ltd"}]}],
             "contracts":[{"id":"c1","awardID":"a1","status":"active","value":{"amount":11000000,"currency":"GBP"},
                           "dateSigned":"2018-02-01T00:00:00Z","period":{"startDate":"2018-03-01T00:00:00Z","endDate":"2019-02-28T00:00:00Z"}}]}""";

    @Test
    void a_release_becomes_a_contract_and_an_award_with_a_contract_counts_once() throws UnreadableFile {
        Collected found =
                Collected.of(new OcdsReader(packedAgencies()), "{\"version\":\"1.1\",\"releases\":[" + RELEASE + "]}");
        ContractDraft draft = draft(found);

        assertThat(found.problems).isEmpty();
        assertThat(draft.title()).isEqualTo("Face matching");
        assertThat(draft.awardingAgency().type()).isEqualTo(AgencyType.BORDER);
        assertThat(draft.awardingAgency().country()).isEqualTo("GB");
        assertThat(draft.value().obligatedMinor()).isEqualTo(1_100_000_000L);
        assertThat(draft.value().currency()).isEqualTo("GBP");
        assertThat(draft.identifiers().ocid()).isEqualTo("ocds-x-1");
    }

    @Test
    void contact_points_and_addresses_in_text_are_not_taken_in() throws UnreadableFile {
        ContractDraft draft = draft(Collected.of(new OcdsReader(packedAgencies()), RELEASE));

        assertThat(draft.toString()).doesNotContain("Jane", "jane", "example.org", "123");
        assertThat(draft.description()).isEqualTo("Ask [contact removed]");
    }

    @Test
    void a_record_stands_for_its_compiled_release() throws UnreadableFile {
        Collected found = Collected.of(
                new OcdsReader(packedAgencies()),
                "{\"records\":[{\"ocid\":\"ocds-x-1\",\"compiledRelease\":" + RELEASE + "}]}");

        assertThat(found.rows).hasSize(1);
    }

    @Test
    void bad_releases_are_told_with_line_and_path_and_good_ones_kept() throws UnreadableFile {
        Collected found = Collected.of(
                new OcdsReader(packedAgencies()),
                "{\"releases\":[\n{\"id\":\"1\"},\n"
                        + RELEASE.replace("11000000", "\"much\"").replace("\n", " ") + ",\n"
                        + RELEASE.replace("2018-02-01T", "2018-02-31T").replace("\n", " ") + ",\n" + RELEASE + "]}");

        assertThat(found.rows).hasSize(1);
        assertThat(found.problems).extracting(ImportProblem::line).containsExactly(2, 3, 4);
        assertThat(found.problems)
                .extracting(ImportProblem::column)
                .containsExactly("ocid", "contracts.value.amount", "contracts.dateSigned");
    }

    @Test
    void what_was_read_before_the_file_breaks_off_is_kept() {
        Collected kept = new Collected();

        assertThatThrownBy(() -> new OcdsReader(packedAgencies())
                        .read(("{\"releases\":[" + RELEASE + ",{\"ocid\":").getBytes(StandardCharsets.UTF_8), kept))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("breaks off");
        assertThat(kept.rows).hasSize(1);
    }

    @Test
    void what_is_no_release_is_told_and_hides_nothing_behind_it() throws UnreadableFile {
        Collected found = Collected.of(
                new OcdsReader(packedAgencies()),
                "{\"releases\":[null,\n" + RELEASE.replace("\n", " ")
                        + ",[1,{}],5],\"version\":\"1.1\",\"records\":[]}");

        assertThat(found.rows).hasSize(1);
        assertThat(found.problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.reason()).startsWith("3 of the entries");
        });
    }

    @Test
    void a_list_that_is_nested_without_end_is_not_taken_for_an_empty_one() {
        assertThatThrownBy(() -> Collected.of(new OcdsReader(packedAgencies()), "[".repeat(100_000)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("not well formed");
    }

    @Test
    void other_json_is_refused() {
        assertThatThrownBy(() -> Collected.of(new OcdsReader(packedAgencies()), "{\"hello\":\"world\"}"))
                .isInstanceOf(UnreadableFile.class);
    }

    private static ContractDraft draft(Collected found) {
        GroupedContract group = new GroupedContract(found.rows.get(0).key());
        found.rows.forEach(group::add);
        return DerivedFacts.of(group.transactions()).over(group.over(Facts.blank()));
    }
}
