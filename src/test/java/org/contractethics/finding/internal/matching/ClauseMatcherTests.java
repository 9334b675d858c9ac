package org.contractethics.finding.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.contractethics.finding.internal.matching.ClauseMatcher.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packed query set finds in single clauses, and what it does not. */
class ClauseMatcherTests {

    private static final ClauseMatcher MATCHER = new ClauseMatcher(QuerySetFiles.packed(), Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    K01 | The Customer may use the Platform for any lawful purpose.
                    K02 | The Provider shall not restrict the Customer's use of the Services.
                    K03 | The Acceptable Use Policy shall not apply to the Government.
                    K05 | In no event may the Provider suspend access. Provider shall not suspend the Services for any reason.
                    K14 | The system alerts officers to persons of interest on the watchlist.
                    K15 | The software supports facial-recognition searches against booking photos.
                    K18 | Contractor will intercept telephone communications as directed.
                    K26 | Support services for Enforcement and Removal Operations (ERO) and detained docket.
                    K32 | Records are retained indefinitely.
                    K33 | Data may be shared with other law enforcement agencies and foreign partners.
                    G03 | The Licensor has the right to audit the use of the Software once a year.
                    G08 | All personal data shall be deleted within 30 days of termination.
                    G10 | Every match shall be subject to human review by a trained examiner.
                    """)
    void finds_what_a_clause_says(String check, String text) {
        assertThat(found(text)).contains(check);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    K15 | The Services shall not be used for facial recognition.
                    K15 | Facial recognition is strictly prohibited.
                    K15 | The use of facial recognition shall not be permitted under this Agreement.
                    K14 | The Customer must not use the Services for surveillance of journalists or for watchlists.
                    K15 | Neither the Customer nor its users may use facial recognition.
                    K22 | Under no circumstances will the Agency use predictive policing.
                    """)
    void a_prohibition_is_a_safeguard_and_no_red_flag(String check, String text) {
        assertThat(found(text)).doesNotContain(check).containsAnyOf("G01", "G10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    K15 | Nothing herein shall restrict the use of facial recognition.
                    K15 | The Provider shall not terminate this Agreement, and the Agency may use facial recognition.
                    K15 | The Services shall not be used except for facial recognition.
                    K15 | The Agency uses biometric tools, including but not limited to facial recognition.
                    K15 | The Supplier may not suspend the Service; the Agency will use facial recognition.
                    K15 | Facial recognition shall be delivered no later than 1 May.
                    K15 | To prevent fraud the system uses facial recognition.
                    """)
    void a_negation_of_something_else_leaves_the_red_flag(String check, String text) {
        assertThat(found(text)).contains(check);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    K15 | No warrant is required for facial recognition searches.
                    K15 | The Agency shall not be restricted from using the Services for facial recognition of detainees.
                    K15 | The Agency shall not be limited in its use of the Services for facial recognition.
                    K15 | The Agency does not need consent to use facial recognition.
                    K15 | The Agency is not required to obtain a warrant before using facial recognition.
                    K15 | The Provider shall not disable facial recognition.
                    K15 | The Provider shall not object to the use of facial recognition.
                    K15 | The Provider does not obstruct or frustrate the use of facial recognition.
                    K15 | The restrictions on facial recognition shall not apply.
                    K15 | No facial recognition restrictions apply to the Agency.
                    K15 | Under no circumstances will the Provider oppose the use of facial recognition.
                    K15 | No use of facial recognition shall be deemed a breach of this Agreement.
                    K15 | Claims arising from facial recognition are excluded.
                    K15 | Audits of facial recognition shall not be performed.
                    K15 | The Services shall include, but shall not be limited to, facial recognition.
                    K26 | The Contractor will not delay removal of aliens.
                    K17 | The Agency shall not be prevented from social media monitoring.
                    K30 | The Supplier shall not be entitled to terminate on account of the use of drones for targeting.
                    K33 | No consent is required for sharing of data with other agencies.
                    """)
    void words_that_forbid_a_hindrance_permit_the_use_and_are_no_safeguard(String check, String text) {
        assertThat(found(text)).contains(check).doesNotContain("G01", "G06");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Services shall not be used for facial recognition without a warrant.",
                "The Agency may not use facial recognition unless its head agrees."
            })
    void a_prohibition_with_an_exception_is_judged_as_a_red_flag_too(String text) {
        assertThat(found(text)).contains("K15", "G01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Customer is prohibited from using the Services for facial recognition.",
                "The Agency shall refrain from using facial recognition.",
                "No user may use the Services for facial recognition.",
                "No facial recognition shall be performed.",
                "The Services do not support facial recognition.",
                "The Customer shall not, directly or indirectly, permit any user to carry out facial recognition.",
                "This Agreement prohibits the use of facial recognition."
            })
    void a_prohibition_of_the_use_itself_is_a_safeguard_only(String text) {
        assertThat(found(text)).contains("G01").doesNotContain("K15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Provider may suspend or terminate, without penalty, any use that violates human rights.",
                "Either party may withdraw without a termination fee.",
                "There is no penalty for termination under this section."
            })
    void leaving_without_a_penalty_is_no_penalty_for_leaving(String text) {
        assertThat(found(text)).doesNotContain("K07");
    }

    @Test
    void a_right_that_is_denied_is_no_safeguard() {
        assertThat(found("The Licensor shall have no right to audit the Customer."))
                .doesNotContain("G03");
        assertThat(found("The Licensor waives any right to audit the Customer."))
                .doesNotContain("G03");
        assertThat(found("Nothing herein shall limit the right to audit the Customer."))
                .contains("G03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    G01 | The acceptable use policy of the Supplier shall not apply to the Agency.
                    G01 | The Agency may use the Services for any purpose, whether or not it is a permitted purpose.
                    G01 | Flags may be used as the sole basis for referral to enforcement.
                    G02 | Human rights reviews are not part of this order.
                    G04 | Suspension of the Services for any other reason is a material breach.
                    G04 | The Supplier may not suspend the Services for any reason, including alleged misuse.
                    G04 | Any interruption by the Supplier is a breach.
                    G05 | The Supplier may terminate only for non-payment.
                    G05 | Termination by the Supplier for misuse constitutes a material breach.
                    G06 | The Supplier shall not disclose the existence of this Agreement without written consent of the Agency.
                    G10 | A human review is not required.
                    G10 | The system acts without human review.
                    G10 | Review of a flag by an officer is at the discretion of the Agency.
                    G11 | The Agency may query without a warrant.
                    G12 | Incidents shall not be reported to the Supplier.
                    G13 | A change of purpose needs no consent of the Supplier.
                    G15 | The Supplier may not disclose the existence of the agreement.
                    G18 | The Agency may disable usage logs.
                    """)
    void words_of_a_safeguard_that_take_it_back_are_none(String check, String text) {
        assertThat(found(text)).doesNotContain(check);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    G01 | The acceptable use policy applies to the Agency.
                    G04 | The Supplier may suspend the Services where the Agency is in material breach of the use policy.
                    G05 | Either party may terminate if the other is in material breach.
                    G06 | The Supplier shall not disclose personal data to third parties without consent.
                    G10 | Matches shall not be used as the sole basis for arrest.
                    G11 | The Agency may not query records without a warrant.
                    G13 | The purpose may not be changed without the written consent of the Supplier.
                    G15 | The Supplier may disclose the existence of this agreement.
                    G18 | The Agency shall keep usage logs for two years.
                    K05 | The Supplier may suspend the Services only for non-payment.
                    K05 | Suspension of the Services for any other reason is a material breach.
                    K14 | The Agency may place persons on a list.
                    K14 | The software shall identify family members and close contacts of a flagged person.
                    K19 | The Services combine licence-plate readings and records of address.
                    K21 | The tool identifies participants of public demonstrations.
                    K22 | The software shall assign each person a risk score.
                    K23 | Flags may be used as the sole basis for referral to enforcement.
                    K23 | A human review is not required.
                    K32 | Collected posts are retained for seventy-five years.
                    """)
    void the_same_words_that_keep_it_are_found(String check, String text) {
        assertThat(found(text)).contains(check);
    }

    @Test
    void a_demonstration_of_software_is_no_protest() {
        assertThat(found("Demonstration of the software takes place on site.")).doesNotContain("K21");
    }

    @Test
    void the_items_of_a_list_belong_to_the_words_that_lead_it_in() {
        Result result = MATCHER.match("The Customer shall not:", "(b) use the Services for facial recognition;");

        assertThat(result.hits()).noneMatch(hit -> hit.check().equals("K15"));
        assertThat(result.hits()).anySatisfy(hit -> {
            assertThat(hit.check()).isEqualTo("G01");
            assertThat(hit.topic()).isEqualTo("K15");
        });
    }

    @Test
    void offsets_point_at_the_words() {
        String text = "7.2 Use. The Agency runs face matching\nagainst a gallery.";

        Hit hit = MATCHER.match("", text).hits().stream()
                .filter(one -> one.check().equals("K15"))
                .findFirst()
                .orElseThrow();

        assertThat(text.substring(hit.start(), hit.end()))
                .isEqualTo("face matching")
                .isEqualTo(hit.words());
    }

    @Test
    void abbreviations_are_found_in_capitals_only() {
        assertThat(found("Support to the HART programme.")).contains("K16");
        assertThat(found("Mr Hart and the ident number.")).doesNotContain("K16");
    }

    @Test
    void no_phrase_reaches_across_two_sentences() {
        assertThat(found("The invoices are sent for any lawful. Purpose codes are optional."))
                .doesNotContain("K01");
    }

    @Test
    void the_same_clause_gives_the_same_hits() {
        String text = "Data is retained indefinitely and shared with foreign partners; audit logs are kept.";

        assertThat(MATCHER.match("", text)).isEqualTo(MATCHER.match("", text));
    }

    @Test
    void hostile_text_takes_no_more_than_its_time() {
        String nested = "shall not use for any purpose any use any agency ".repeat(20_000);
        long before = System.nanoTime();

        MATCHER.match("", "(".repeat(50_000) + nested + ";:".repeat(50_000));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void running_out_of_time_is_told() {
        long[] now = {0};
        ClauseMatcher hurried = new ClauseMatcher(QuerySetFiles.packed(), Duration.ofNanos(5), () -> now[0]++);

        assertThat(hurried.match("", "facial recognition").complete()).isFalse();
    }

    @Test
    void every_check_has_phrases() {
        QuerySet set = QuerySetFiles.packed();

        assertThat(set.checks()).hasSize(78).allSatisfy(check -> assertThat(set.phrases(check.id()))
                .isNotEmpty());
        assertThat(set.checks().stream().filter(check -> check.id().startsWith("K")))
                .hasSize(41);
        assertThat(set.checks().stream().filter(check -> check.id().startsWith("G")))
                .hasSize(18);
    }

    private static List<String> found(String text) {
        return MATCHER.match("", text).hits().stream()
                .filter(hit -> !hit.negated())
                .map(Hit::check)
                .distinct()
                .toList();
    }
}
