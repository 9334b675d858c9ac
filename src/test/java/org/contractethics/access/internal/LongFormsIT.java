package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Real forms of the product that are sent after the sign-in expired: nothing of them is lost, and they can be sent at once. */
@IntegrationTest
class LongFormsIT {

    private static final String PASSWORD = "ethics-demo";
    private static final String LONG = "A line with ä, €, <b> & \"quotes\".\r\n".repeat(80) + "The end.";

    private final String ours;
    private final ContractRegister register;
    private final ContractId contract;
    private final Visitor sofia = new Visitor();

    @Autowired
    LongFormsIT(
            @Value("${contract-ethics.base-url}") String ours,
            ContractRegister register,
            RegisteringContracts registering) {
        this.ours = ours;
        this.register = register;
        this.contract = registering
                .register(RegisteredContracts.aDraft("Long " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA)
                .id();
    }

    @BeforeEach
    void signIn() {
        sofia.signIn(sofia.get(ours + "/account"), "sofia.marin", PASSWORD);
    }

    @Test
    void the_facts_of_a_contract_come_back_with_every_box_and_the_version() {
        FormOnPage typed = FormOnPage.of(sofia.get(ours + "/contracts/" + contract + "/edit"))
                .with("description", LONG)
                .with("capabilities", "CLOUD_HOSTING", "ENFORCEMENT_DATA_FUSION");
        sofia.loseSession();

        HttpResponse<String> interrupted = sofia.send(ours, typed);
        assertThat(interrupted.uri().getPath()).isEqualTo(InterruptedForms.PAGE);
        FormOnPage kept = FormOnPage.of(interrupted);
        assertThat(kept.values("version")).isEqualTo(typed.values("version")).hasSize(1);
        assertThat(kept.values("capabilities")).isEqualTo(typed.values("capabilities"));
        assertThat(kept.fields()).containsAll(typed.with("_csrf").fields());

        HttpResponse<String> saved = sofia.send(ours, kept);

        assertThat(saved.uri().getPath()).isEqualTo("/contracts/" + contract);
        assertThat(register.get(contract).capabilities())
                .containsExactlyInAnyOrder("CLOUD_HOSTING", "ENFORCEMENT_DATA_FUSION");
        assertThat(register.get(contract).description()).isEqualTo(LONG.replace("\r\n", "\n"));
    }

    @Test
    void a_form_with_a_file_comes_back_in_parts_and_asks_for_the_file_again() {
        FormOnPage typed = new FormOnPage("/contracts/" + contract + "/documents", true, java.util.List.of())
                .with("document-title", "Master agreement “2026”")
                .with("document-file\"; filename=\"agreement.docx", "the bytes of the file");
        sofia.loseSession();

        HttpResponse<String> interrupted = sofia.send(ours, typed);

        assertThat(interrupted.uri().getPath()).isEqualTo(InterruptedForms.PAGE);
        assertThat(interrupted.body())
                .contains("Choose the file again", "type=\"file\"", "name=\"document-file\"")
                .doesNotContain("the bytes of the file");
        FormOnPage kept = FormOnPage.of(interrupted);
        assertThat(kept.multipart()).isTrue();
        assertThat(kept.values("document-title")).containsExactly("Master agreement “2026”");
        assertThat(sofia.send(ours, kept).body()).contains("Choose a file to upload.");
    }
}
