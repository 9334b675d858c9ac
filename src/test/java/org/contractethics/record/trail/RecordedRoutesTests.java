package org.contractethics.record.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contractethics.record.trail.RecordedRoutes.Recorded;
import org.junit.jupiter.api.Test;

/** Every address is on one of the two published lists. */
class RecordedRoutesTests {

    private static final Path ROUTES = Path.of("src", "test", "resources", "access", "routes.csv");

    private final RecordedRoutes routes = new RecordedRoutes();

    /** R31 */
    @Test
    void every_address_is_recorded_or_published_as_not_recorded_with_its_reason() throws IOException {
        Set<String> listed = new TreeSet<>(routes.unrecorded().keySet());
        routes.recorded().forEach(route -> listed.add(route.pattern()));

        assertThat(listed)
                .as("RouteMatrixIT holds this table against the application; a new address goes to recorded-reads.csv"
                        + " or, with its reason, to unrecorded-reads.csv")
                .isEqualTo(readable());
        assertThat(routes.unrecorded().values()).noneMatch(String::isBlank);
    }

    @Test
    void no_address_is_on_both_lists() {
        assertThat(routes.recorded())
                .extracting(Recorded::pattern)
                .doesNotContainAnyElementsOf(routes.unrecorded().keySet());
    }

    /** A file, a download and what a program reads are reads of their own, whatever header comes with them. */
    @Test
    void only_pages_whose_reads_are_recorded_are_parts_of_pages() {
        assertThat(routes.parts().values()).noneMatch(String::isBlank);
        assertThat(routes.recorded())
                .filteredOn(route -> routes.parts().containsKey(route.pattern()))
                .hasSameSizeAs(routes.parts().keySet())
                .noneMatch(Recorded::ofFile)
                .extracting(Recorded::pattern)
                .noneMatch(pattern -> pattern.startsWith("/api/"));
    }

    @Test
    void an_address_on_neither_list_is_recorded_rather_than_missed() {
        assertThat(routes.of("GET", "/brand-new/{id}")).map(Recorded::kind).contains(AccessKind.OTHER);
    }

    @Test
    void what_is_sent_to_a_recorded_page_is_recorded_with_it_because_the_answer_may_show_it() {
        assertThat(routes.of("POST", "/reviews/{reviewId}/stages/{taskKey}/check"))
                .map(Recorded::pattern)
                .contains("/reviews/{reviewId}/stages/{taskKey}");
        assertThat(routes.of("POST", "/contracts/{contractId}/redaction/{id}/approve"))
                .map(Recorded::pattern)
                .contains("/contracts/{contractId}/redaction");
        assertThat(routes.of("POST", "/inbox/tasks/{task}/claim")).isEmpty();
        assertThat(routes.of("POST", "/concerns")).isEmpty();
        assertThat(routes.of("POST", "/letters/{id}/signature")).isEmpty();
    }

    @Test
    void what_a_program_writes_is_an_entry_of_the_record_and_no_read() {
        assertThat(routes.of("POST", "/api/contracts/{contractId}/exits")).isEmpty();
        assertThat(routes.of("PUT", "/api/contracts/{contractId}")).isEmpty();
        assertThat(routes.of("HEAD", "/api/contracts/{contractId}"))
                .map(Recorded::kind)
                .contains(AccessKind.CASE);
    }

    @Test
    void nothing_of_the_anonymous_way_is_on_the_list_of_recorded_addresses() {
        assertThat(routes.recorded()).extracting(Recorded::pattern).noneMatch(pattern -> pattern.startsWith("/speak"));
    }

    private static Set<String> readable() throws IOException {
        List<String> lines = Files.readAllLines(ROUTES);
        return lines.stream()
                .filter(line -> line.startsWith("GET,"))
                .map(line -> line.split(",", -1)[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
