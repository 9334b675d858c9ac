package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.contractethics.IntegrationTest;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.erasure.ErasingPeople;
import org.contractethics.record.internal.erasure.ErasureRequest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** Values that are missing from a file, and no entry in it that says why, would look removed. */
@IntegrationTest
class ErasedWhileExportedIT {

    private static final Actor OLGA = new Actor("olga.petrova", "Olga Petrova", Set.of(Role.OMBUDS));
    private static final Actor GEORGE = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));

    /** More than are written at once. */
    private static final int ENTRIES = 450;

    private final AuditExport export;
    private final ErasingPeople erasing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final String person = "gone-" + UUID.randomUUID();

    @Autowired
    ErasedWhileExportedIT(
            AuditExport export,
            ErasingPeople erasing,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.export = export;
        this.erasing = erasing;
        this.events = events;
        this.transaction = transaction;
    }

    @Test
    @SuppressWarnings("NullAway") // facts about no contract
    void lines_of_the_record_are_of_one_moment() {
        String reasons = "Because " + "x".repeat(200);
        transaction.executeWithoutResult(status -> IntStream.range(0, ENTRIES)
                .forEach(i -> events.publishEvent(
                        new Happened("exit-plan-approved", null, person, RecordFixtures.NOW, Map.of("reasons", reasons))
                                .whole())));
        UUID id = erasing.request(
                new ErasureRequest(
                        person, "", ErasureBasis.A, "Left the company more than ten years ago; nothing is pending."),
                OLGA);
        Meanwhile response = new Meanwhile(() -> erasing.approve(id, GEORGE));

        export.export(new FilterForm(null, null, null, null, null, null), GEORGE, response);

        List<String> lines =
                response.bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(erasing.open()).extracting("id").doesNotContain(id);
        assertThat(lines.stream().filter(line -> line.contains("\"value\":\"" + person + "\"")))
                .hasSize(ENTRIES + 1);
    }

    /** Somebody else does something as soon as the first byte is written. */
    private static final class Meanwhile extends MockHttpServletResponse {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Runnable act;
        private boolean done;

        Meanwhile(Runnable act) {
            this.act = act;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException("nobody waits");
                }

                @Override
                public void write(int one) {
                    if (!done) {
                        done = true;
                        CompletableFuture.runAsync(act).join();
                    }
                    bytes.write(one);
                }
            };
        }
    }
}
