package org.contractethics.review.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.contractethics.paper.Paper;
import org.contractethics.paper.PaperFormat;
import org.contractethics.shared.CitedRecord;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A printed decision proves itself: whoever holds the paper needs nothing else of us to check it. */
class DecisionProofTests {

    private static final String CHECKPOINT =
            "contracts.example/record\n9\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 contracts.example/record key=\n";
    private static final String RECEIPT =
            "c2sp.org/tlog-proof@v1\nindex 7\nrBrsPXfSPP9UfJkvwsIYwXqqbBnOqfvVmZqQT1ZQUPo=\n\n" + CHECKPOINT;

    @Test
    void the_receipt_is_printed_once_witnesses_have_seen_the_entry() throws Exception {
        Paper paper = printed(new Recorded(true, CHECKPOINT));

        assertThat(paper.blocks()).contains(new Paper.Text(RECEIPT.strip()));
        try (PDDocument pdf = Loader.loadPDF(PaperFormat.PDF.write(paper))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("index 7", "rBrsPXfSPP9UfJkvwsIYwXqqbBnOqfvVmZqQT1ZQUPo=", "/record/receipts/7");
        }
    }

    @Test
    void until_then_it_says_not_yet_witnessed() {
        assertThat(printed(new Recorded(false, CHECKPOINT)).blocks().toString())
                .contains("Entry 7 is not yet witnessed")
                .doesNotContain("tlog-proof");
    }

    @Test
    void the_checkpoint_stands_at_the_foot_and_as_code() {
        Paper paper = printed(new Recorded(true, CHECKPOINT));

        assertThat(Objects.requireNonNull(paper.code()).text()).isEqualTo(CHECKPOINT);
        assertThat(paper.foot()).contains("Record of 9 entries", "contracts.example/record\n9\n47DEQpj8");
        Paper unsigned = printed(new Recorded(false, null));
        assertThat(unsigned.code()).isNull();
        assertThat(unsigned.foot()).contains("No checkpoint of the record has been signed yet.");
    }

    private static Paper printed(CitedRecord record) {
        Paper.Builder paper = Paper.titled("Decision");
        new DecisionProof(record).on(paper, new ContractId(UUID.randomUUID()), new DecisionId(UUID.randomUUID()));
        return paper.build();
    }

    private record Recorded(boolean seen, @Nullable String signed) implements CitedRecord {

        @Override
        public Head head() {
            return new Head(9, "a".repeat(64));
        }

        @Override
        public OptionalLong entry(ContractId contract, String kind, String fact, String value) {
            return OptionalLong.of(7);
        }

        @Override
        public List<Cited> entries(ContractId contract, String fact, String value) {
            return List.of(new Cited(7, "A decision was made", Instant.EPOCH, "c".repeat(64)));
        }

        @Override
        public boolean witnessed(long entry) {
            return seen;
        }

        @Override
        public Optional<String> receipt(long entry) {
            return Optional.of(RECEIPT);
        }

        @Override
        public Optional<String> checkpoint() {
            return Optional.ofNullable(signed);
        }
    }
}
