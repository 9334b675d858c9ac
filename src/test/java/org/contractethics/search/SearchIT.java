package org.contractethics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.DocumentId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the upload of a document to its clause in the list of hits. */
@IntegrationTest
class SearchIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final ContractRegister register;
    private final Uploading uploading;
    private final ElasticsearchClient elasticsearch;
    private final String alias;

    SearchIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired ContractRegister register,
            @Autowired Uploading uploading,
            @Autowired ElasticsearchClient elasticsearch,
            @Value("${contract-ethics.elasticsearch.index-prefix}") String prefix) {
        this.mvc = mvc;
        this.registering = registering;
        this.register = register;
        this.uploading = uploading;
        this.elasticsearch = elasticsearch;
        this.alias = prefix + "-clauses";
    }

    @Test
    void a_clause_of_an_uploaded_document_is_found_and_leads_to_its_place() {
        String word = word();
        Contract contract = contract();
        DocumentVersion version = upload(contract, null, "The agency may use " + word + " to identify persons.");

        awaitFound(word, "sofia.marin");

        MvcTestResult page = search(word, "dana.whitfield");
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("1 clause found")
                .contains("<mark>" + word + "</mark>")
                .contains("/contracts/" + contract.id() + "/documents/" + version.id() + "?q=" + word
                        + "&amp;clause=0#clause-0");
        assertThat(open(contract, version, word, "dana.whitfield"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"clause-0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tom.lindqvist", "erin.walsh", "lena.hoffman"})
    void whoever_may_not_read_a_document_learns_nothing_of_it(String username) {
        String word = word();
        Contract contract = contract();
        DocumentVersion version = upload(contract, null, "Hidden words around " + word + " here.");
        awaitFound(word, "sofia.marin");

        MvcTestResult page = search(word, username);

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("No clause found")
                .doesNotContain("Hidden words")
                // nor its title; its number may be the one of the example on the page
                .doesNotContain(contract.title())
                .doesNotContain(contract.id().toString());
        assertThat(open(contract, version, word, username)).hasStatus(404);
    }

    @Test
    void people_outside_the_company_do_not_search() {
        assertThat(search("border", "fatima.noor")).hasStatus(403);
    }

    @Test
    void whoever_may_see_the_index_finds_it_from_the_search() {
        assertThat(search("", "mona.keller")).bodyText().contains("href=\"/search/index\"");
        assertThat(search("", "erin.walsh")).hasStatusOk().bodyText().doesNotContain("/search/index");
    }

    @Test
    void the_program_interface_finds_the_same_for_the_same_person() {
        String word = word();
        Contract contract = contract();
        upload(contract, null, "Words around " + word + " here.");
        awaitFound(word, "sofia.marin");

        assertThat(mvc.get().uri("/api/search?q={q}", word).with(People.tokenOf("dana.whitfield")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(mvc.get().uri("/api/search?q={q}", word).with(People.tokenOf("tom.lindqvist")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(mvc.get().uri("/api/search?q={q}", word)).hasStatus(401);
    }

    @Test
    void a_superseded_version_is_found_on_demand_only() {
        String old = word();
        String young = word();
        Contract contract = contract();
        DocumentVersion first = upload(contract, null, "Terms of " + old + ".");
        awaitFound(old, "sofia.marin");

        upload(contract, first.document(), "Terms of " + young + ".");
        awaitFound(young, "sofia.marin");

        assertThat(search(old, "sofia.marin")).bodyText().contains("No clause found");
        assertThat(mvc.get().uri("/search?q={q}&versions=all", old).with(People.signedInAs("sofia.marin")))
                .bodyText()
                .contains("1 clause found")
                .contains("Superseded");
    }

    @Test
    void a_changed_fact_of_the_contract_reaches_its_clauses() {
        String word = word();
        Contract contract = contract();
        upload(contract, null, "Terms of " + word + ".");
        awaitFound(word, "sofia.marin");

        ContractDraft draft = ContractDraft.of(contract);
        registering.change(
                contract.id(),
                contract.version(),
                new ContractDraft(
                        "Renamed " + word,
                        draft.description(),
                        draft.awardingAgency(),
                        null,
                        draft.supplier(),
                        null,
                        draft.resellers(),
                        draft.endUsers(),
                        draft.capabilities(),
                        draft.dataKinds(),
                        Set.of("MX"),
                        draft.value(),
                        draft.period(),
                        draft.secrecy(),
                        draft.identifiers()),
                RegisteredContracts.SOFIA);

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        mvc.get().uri("/search?q={q}&country=MX", word).with(People.signedInAs("sofia.marin")))
                .bodyText()
                .contains("1 clause found")
                .contains("Country: Mexico")
                .contains("Renamed " + word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=((&page=abc",
                "q=%22&country=zz%00",
                "q=%F0%9F%98%80&tier='",
                "q=*&page=99999",
                "q=",
                "q=a&q=b"
            })
    void whatever_is_typed_is_answered(String parameters) {
        assertThat(mvc.get()
                        .uri(java.net.URI.create("/search?" + parameters))
                        .with(People.signedInAs("dana.whitfield")))
                .hasStatusOk();
    }

    @Test
    void what_became_of_a_contract_is_what_its_clauses_carry_whatever_moved_it() {
        String word = word();
        Contract contract = contract();
        upload(contract, null, "Terms of " + word + ".");
        awaitFound(word, "sofia.marin");
        assertThat(withOutcome(contract, "RETURN")).isZero();

        register.reviewProgressed(contract.id(), ContractState.RETURNED, null, "RETURN");

        await().atMost(SOON).until(() -> withOutcome(contract, "RETURN") > 0);
    }

    private long withOutcome(Contract contract, String outcome) {
        try {
            elasticsearch.indices().refresh(r -> r.index(alias));
            return elasticsearch
                    .count(c -> c.index(alias)
                            .query(q -> q.bool(b -> b.filter(f -> f.term(t -> t.field("contractId")
                                            .value(contract.id().toString())))
                                    .filter(f -> f.term(t -> t.field("outcome").value(outcome))))))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_rebuild_keeps_everything_findable() {
        String word = word();
        upload(contract(), null, "Terms of " + word + ".");
        awaitFound(word, "sofia.marin");
        assertThat(mvc.post().uri("/search/rebuild").with(csrf()).with(People.signedInAs("august.lund")))
                .hasStatus(403);

        assertThat(mvc.post().uri("/search/rebuild").with(csrf()).with(People.signedInAs("mona.keller")))
                .hasStatus3xxRedirection();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mvc.get().uri("/search/index").with(People.signedInAs("august.lund")))
                        .hasStatusOk()
                        .bodyText()
                        .contains("Done")
                        .doesNotContain("Under way"));
        assertThat(search(word, "sofia.marin")).bodyText().contains("1 clause found");
    }

    /** R17 */
    @Test
    void an_index_that_was_lost_is_filled_again_by_itself() throws IOException {
        String word = word();
        upload(contract(), null, "Terms of " + word + ".");
        awaitFound(word, "sofia.marin");
        for (String index :
                elasticsearch.indices().getAlias(a -> a.name(alias)).result().keySet()) {
            elasticsearch.indices().delete(d -> d.index(index));
        }

        assertThat(search(word, "sofia.marin"))
                .hasStatus(503)
                .bodyText()
                .contains("Search does not answer at the moment");

        awaitFound(word, "sofia.marin");
    }

    private void awaitFound(String word, String username) {
        await().atMost(SOON).untilAsserted(() -> assertThat(search(word, username))
                .hasStatusOk()
                .bodyText()
                .contains("1 clause found"));
    }

    private MvcTestResult search(String words, String username) {
        return mvc.get()
                .uri("/search?q={q}", words)
                .with(People.signedInAs(username))
                .exchange();
    }

    private MvcTestResult open(Contract contract, DocumentVersion version, String words, String username) {
        return mvc.get()
                .uri("/contracts/{c}/documents/{v}?q={q}", contract.id(), version.id(), words)
                .with(People.signedInAs(username))
                .exchange();
    }

    private Contract contract() {
        return registering.register(RegisteredContracts.aDraft("Search " + word()), "FORM", RegisteredContracts.SOFIA);
    }

    private DocumentVersion upload(Contract contract, @Nullable DocumentId replaced, String text) {
        var content = new ByteArrayResource(RegisteredContracts.docx(text));
        return uploading.add(
                new Upload(contract.id(), replaced, "Agreement", "agreement.docx", content), RegisteredContracts.SOFIA);
    }

    /** A word no other test uses, which stemming leaves alone. */
    private static String word() {
        return "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "x";
    }
}
