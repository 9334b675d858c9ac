package org.contractethics.record.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.beside.Migrations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** R34: what a start of the whole application tells of how it is run. */
@IntegrationTest
class OperationIT {

    private final RecordReader record;
    private final EffectiveSettings effective;
    private final NotingSettings settings;
    private final NotingMigrations migrations;
    private final Environment environment;
    private final MockMvcTester mvc;

    @Autowired
    OperationIT(
            RecordReader record,
            EffectiveSettings effective,
            NotingSettings settings,
            NotingMigrations migrations,
            Environment environment,
            MockMvcTester mvc) {
        this.record = record;
        this.effective = effective;
        this.settings = settings;
        this.migrations = migrations;
        this.environment = environment;
        this.mvc = mvc;
    }

    @Test
    void a_start_has_told_its_settings_and_no_secret_among_them() {
        assertThat(effective.now())
                .containsKeys(
                        "contract-ethics.review.cleared-reviewers",
                        "contract-ethics.record.origin",
                        "contract-ethics.record.policy-file hash",
                        "contract-ethics.record.signer-key",
                        "contract-ethics.concerns.keep-answered-months",
                        "contract-ethics.workflow.due-working-days.legal-stop",
                        "spring.datasource.username",
                        "file bpmn/contract-review.bpmn",
                        "file calendars/DE.csv",
                        "file policy/rights.csv",
                        "file record/recorded-reads.csv");
        int before = entries(SettingsChanged.KIND).size();
        settings.note();
        assertThat(entries(SettingsChanged.KIND)).hasSize(before).isNotEmpty();

        List<String> said = entries(SettingsChanged.KIND).stream()
                .map(entry -> entry.body() + entry.facts())
                .toList();
        assertThat(secrets()).hasSizeGreaterThan(4).allSatisfy(secret -> assertThat(said)
                .noneMatch(text -> text.contains(secret)));
    }

    @Test
    void a_start_has_told_its_migrations() {
        int before = entries(Migrations.KIND).size();
        migrations.note();

        List<RecordEntry> told = entries(Migrations.KIND);
        assertThat(told).hasSize(before).isNotEmpty();
        assertThat(told.stream().flatMap(entry -> entry.list("migrations").stream()))
                .anySatisfy(one -> assertThat(String.valueOf(one)).contains("V601__append_only_record.sql"));
    }

    @Test
    void whoever_acts_in_a_role_is_known_to_the_record_and_an_employee_is_not() {
        assertThat(mvc.get().uri("/contracts").with(People.signedInAs("erin.walsh")))
                .hasStatusOk();
        assertThat(mvc.get().uri("/audit?kind=roles-changed").with(People.signedInAs("august.lund")))
                .bodyText()
                .contains("Roles");

        ToldRoles told = new ToldRoles();
        entries(RolesChanged.KIND).forEach(told::add);
        assertThat(told.of("august.lund")).isNotEmpty();
        assertThat(told.people()).doesNotContain("erin.walsh");
    }

    private List<RecordEntry> entries(String kind) {
        List<RecordEntry> found = new ArrayList<>();
        record.each(EntryFilter.ofKind(kind), 0, record.head().size(), found::add);
        return found;
    }

    private List<String> secrets() {
        return Stream.of(
                        "contract-ethics.record.signer-key",
                        "contract-ethics.record.mac-key",
                        "contract-ethics.custodian.private-key",
                        "contract-ethics.custodian.lookup-key",
                        "contract-ethics.webhooks.secret-key",
                        "contract-ethics.keycloak.pages-secret",
                        "contract-ethics.keycloak.directory-secret")
                .map(name -> environment.getProperty(name, ""))
                .filter(value -> value.length() > 5)
                .toList();
    }
}
