package org.contractethics.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.finding.CheckKind;
import org.contractethics.finding.internal.matching.Check;
import org.contractethics.finding.internal.matching.QuerySetFiles;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.internal.RedFlagFacts.Row;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class RedFlagFactsTests {

    private static final List<Row> PACKED =
            EvaluatedPolicy.packed().redFlagFacts().rows();

    @Test
    void every_red_flag_about_use_or_data_is_weighed_at_triage() {
        Set<String> groups = Set.of("Surveillance", "Decision", "Immigration", "Weapons", "Data");

        assertThat(PACKED)
                .extracting(Row::check)
                .containsAll(QuerySetFiles.packed().checks().stream()
                        .filter(check -> check.kind() == CheckKind.RED_FLAG && groups.contains(check.group()))
                        .map(Check::id)
                        .toList());
    }

    @Test
    void the_file_names_red_flags_and_facts_that_there_are() throws IOException {
        Set<String> flags = QuerySetFiles.packed().checks().stream()
                .filter(check -> check.kind() == CheckKind.RED_FLAG)
                .map(Check::id)
                .collect(Collectors.toSet());
        Set<String> capabilities = EvaluatedPolicy.packed().capabilities().stream()
                .map(Capability::code)
                .collect(Collectors.toSet());
        String kinds = new ClassPathResource("policy/data-kinds.csv").getContentAsString(StandardCharsets.UTF_8);
        Set<String> dataKinds =
                kinds.lines().map(line -> line.substring(0, line.indexOf(','))).collect(Collectors.toSet());

        assertThat(PACKED).allSatisfy(row -> {
            assertThat(flags).contains(row.check());
            assertThat(capabilities).containsAll(row.capabilities());
            assertThat(dataKinds).containsAll(row.dataKinds());
            assertThat(row.fact()).isIn("", "SECRECY", "RESELLERS");
            assertThat(row.untold()).isNotBlank();
        });
    }

    @Test
    void use_by_anybody_and_secrecy_are_weighed_as_well() {
        assertThat(PACKED).extracting(Row::check).contains("K01", "K02", "K10", "K11", "K12", "K36", "K37");
    }
}
