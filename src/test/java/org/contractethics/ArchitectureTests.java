package org.contractethics;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: which module may use which, and which library lives where. */
class ArchitectureTests {

    private static final String BASE = "org.contractethics.";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.contractethics");

    @Test
    void modules_use_only_what_they_declare() {
        ApplicationModules.of(ContractEthicsApplication.class).verify();
    }

    @TestFactory
    Stream<DynamicTest> a_library_lives_in_one_module() {
        return Stream.of(
                        new Home("Spring Security", "access", "org.springframework.security.."),
                        new Home("Keycloak", "access", "org.keycloak.."),
                        new Home("the workflow engine", "workflow", "org.camunda.bpm.engine.."),
                        new Home("the decision engine", "policy", "org.camunda.bpm.dmn.."),
                        new Home(
                                "reading PDF",
                                "document",
                                "org.apache.pdfbox",
                                "org.apache.pdfbox.contentstream..",
                                "org.apache.pdfbox.cos..",
                                "org.apache.pdfbox.rendering..",
                                "org.apache.pdfbox.text.."),
                        new Home("HTML to PDF", "paper", "com.openhtmltopdf.."),
                        new Home("QR codes", "paper", "com.google.zxing.."),
                        new Home("Tika", "document", "org.apache.tika.."),
                        new Home("mail parsing", "document", "org.apache.james.."),
                        new Home("metadata of pictures", "document", "com.drew.."),
                        new Home("key derivation", "concern", "org.bouncycastle.crypto.."),
                        new Home("checking signatures", "record", "org.bouncycastle.math.."),
                        new Home("time stamps", "record", "org.bouncycastle.tsp..", "org.bouncycastle.cert.."),
                        new Home("limits of clients", "access", "io.github.bucket4j.."),
                        new Home("Elasticsearch", "search", "co.elastic..", "org.elasticsearch.."),
                        new Home("transliteration", "screening", "com.ibm.icu.."),
                        new Home("canonical JSON", "record", "org.erdtman.."),
                        new Home("the HTTP client of webhooks", "webhook", "org.apache.hc.."),
                        new Home("mail", "notification", "jakarta.mail..", "org.springframework.mail.."))
                .map(home -> DynamicTest.dynamicTest(home.library() + " lives in " + home.module(), () -> home.rule()
                        .check(PRODUCT)));
    }

    /** Both look clauses through in process: one for findings, one for the concepts that the index keeps of them. */
    @Test
    void lucene_lives_where_clauses_are_looked_through() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "finding..", BASE + "search.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..")
                .check(PRODUCT);
    }

    /** One reads what others sent, the other fills a page of ours. */
    @Test
    void html_is_parsed_where_documents_are_read_and_where_a_refused_form_is_filled_again() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "document..", BASE + "access.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jsoup..")
                .check(PRODUCT);
    }

    @Test
    void poi_reads_documents_and_spreadsheets_and_writes_papers_reports_and_hits() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        BASE + "document..",
                        BASE + "contract..",
                        BASE + "report..",
                        BASE + "paper..",
                        BASE + "search.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(PRODUCT);
    }

    /** Bad input 25 */
    @Test
    void search_cannot_see_concerns() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "concern..")
                .check(PRODUCT);
    }

    @Test
    void beans_take_what_they_need_through_the_constructor() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(PRODUCT);
    }

    @Test
    void every_package_is_null_marked() {
        List<String> unmarked = PRODUCT.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(pack -> !pack.isAnnotatedWith(NullMarked.class))
                .map(pack -> pack.getName())
                .sorted()
                .toList();

        assertThat(unmarked).isEmpty();
    }

    /** A stream of rows keeps its connection until it is closed. The record reads more rows than memory holds, and closes each. */
    @Test
    void rows_are_read_into_lists_outside_of_the_record() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "record..")
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .orShould()
                .callMethodWhere(target(name("queryForStream")))
                .check(PRODUCT);
    }

    @Test
    void the_shared_kernel_has_no_beans() {
        classes()
                .that()
                .resideInAPackage(BASE + "shared..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", BASE + "shared..", "org.springframework.modulith..")
                .check(PRODUCT);
    }

    /** A library and the only module that may use it. */
    private record Home(String library, String module, List<String> packages) {

        Home(String library, String module, String... packages) {
            this(library, module, List.of(packages));
        }

        ArchRule rule() {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(BASE + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages.toArray(String[]::new));
        }
    }
}
