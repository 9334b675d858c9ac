package org.contractethics.review.internal.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.document.FileTexts.FileText;
import org.contractethics.document.FileTexts.InsideText;
import org.contractethics.document.FileTexts.Passage;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.review.IncidentTexts.InsideEvidence;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that no event asks for any more are read all the same: those of a node that ended, and those from before evidence was searched. */
@IntegrationTest
class TakingUpEvidenceIT {

    private final TakingUpEvidence takingUp;
    private final EvidenceTexts texts;
    private final JdbcClient database;
    private final RecordedEvidence evidence;
    private final UUID incident;

    @Autowired
    TakingUpEvidenceIT(
            TakingUpEvidence takingUp, EvidenceTexts texts, RegisteringContracts registering, JdbcClient database) {
        this.takingUp = takingUp;
        this.texts = texts;
        this.database = database;
        this.evidence = new RecordedEvidence(registering, database);
        this.incident = evidence.incident;
    }

    @Test
    void a_file_that_was_left_behind_is_read_once_with_what_lies_inside_it() {
        evidence.record("1 hour");
        evidence.attach(1, DocumentFixtures.pdfWithAttachment("Held at night", "inner.txt", "By whom".getBytes(UTF_8)));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            takingUp.run();
            assertThat(texts.awaited(incident)).isEmpty();
        });

        assertThat(texts.find(incident).orElseThrow().files().get(0).passages())
                .extracting(Passage::text)
                .anyMatch(text -> text.contains("Held at night"));
        assertThat(texts.find(incident).orElseThrow().files().get(0).inside())
                .containsExactly(new InsideEvidence(
                        List.of("inner.txt"), List.of(new Passage("body", "", "", "By whom", null))));
        assertThat(texts.passages()).containsEntry(incident, 2);
    }

    @Test
    void what_was_recorded_a_moment_ago_is_left_to_its_event() {
        evidence.record("1 minute");
        evidence.attach(1, new byte[] {'x'});

        assertThat(texts.leftBehind(Integer.MAX_VALUE)).doesNotContain(incident);
        assertThat(texts.awaited(incident)).hasSize(1);
        keep(1, FileText.plain(Ending.NO_TEXT, List.of()));
    }

    @Test
    void a_text_is_kept_once_and_nobody_changes_it() {
        evidence.record("1 minute");
        evidence.attach(1, new byte[] {'x'});
        List<Passage> passages = List.of(new Passage("body", "", "", "Families were held", null));
        FileText text = new FileText(
                Ending.READ,
                passages,
                List.of(),
                List.of(new InsideText(List.of("a.txt", "b.zip"), Ending.READ, passages, List.of())));

        assertThat(keep(1, text)).isTrue();
        assertThat(keep(1, FileText.plain(Ending.DAMAGED, List.of()))).isFalse();

        assertThat(texts.find(incident).orElseThrow().files()).hasSize(1);
        for (String change : List.of(
                "update review.incident_passage set text = 'x'",
                "delete from review.incident_passage",
                "update review.incident_inside set ending = 'DAMAGED'",
                "delete from review.incident_inside",
                "update review.incident_inside_passage set text = 'x'",
                "delete from review.incident_inside_passage",
                "delete from review.incident_text")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> keep(2, text)).hasStackTraceContaining("violates foreign key constraint");
    }

    private boolean keep(int number, FileText text) {
        return texts.keep(evidence.file(number), text);
    }
}
