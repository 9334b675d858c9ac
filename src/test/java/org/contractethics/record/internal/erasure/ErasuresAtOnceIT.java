package org.contractethics.record.internal.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.record.RecordCommands;
import org.contractethics.record.checkpoint.CommittedEntries;
import org.contractethics.record.export.WritingExport;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of several who ask for or decide on one erasure at once, one does, and the others are told; whoever exports meanwhile gets a whole record. */
@IntegrationTest
class ErasuresAtOnceIT {

    private static final List<Actor> BOARD = Stream.of("olga.petrova", "george.tan", "ines.duarte", "kofi.mensah")
            .map(name -> new Actor(name, name, Set.of(Role.BOARD_COMMITTEE)))
            .toList();
    private static final String REASON = "Left the company more than ten years ago; nothing is pending.";
    private static final String REFUSED = "refused";

    private final ErasingPeople erasing;
    private final WritingExport export;
    private final CommittedEntries signing;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final String person = "gone-" + UUID.randomUUID();

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    ErasuresAtOnceIT(
            ErasingPeople erasing,
            WritingExport export,
            CommittedEntries signing,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.erasing = erasing;
        this.export = export;
        this.signing = signing;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    @SuppressWarnings("NullAway") // a fact about no contract
    void anAct() {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new Happened("exit-plan-approved", null, person, RecordFixtures.NOW, Map.of("reasons", "Because."))
                        .whole()));
    }

    @Test
    void one_asks_and_one_decides() {
        List<String> asked =
                atOnce(BOARD, actor -> erasing.request(request(actor), actor).toString());

        assertThat(asked.stream().filter(REFUSED::equals)).hasSize(BOARD.size() - 1);
        OpenErasure open = erasing.open().stream()
                .filter(one -> one.subject().equalsIgnoreCase(person))
                .findFirst()
                .orElseThrow();
        List<Actor> others = BOARD.stream()
                .filter(actor -> !actor.username().equals(open.requestedBy()))
                .toList();
        List<String> decided = atOnce(others, actor -> {
            erasing.approve(open.id(), actor);
            return "erased";
        });
        assertThat(decided).containsExactlyInAnyOrder("erased", REFUSED, REFUSED);
        assertThat(values()).isZero();
    }

    /** Pieces from before and after the erasure, and no entry that explains it, would look like tampering to whoever verifies it. */
    @Test
    void an_export_that_is_written_while_somebody_is_erased_is_of_one_moment() throws Exception {
        UUID id = erasing.request(request(BOARD.get(0)), BOARD.get(0));
        signing.run();
        Path zip = folder.resolve("export.zip");
        try (OutputStream file = Files.newOutputStream(zip)) {
            export.write(note -> new Meanwhile(file, () -> erasing.approve(id, BOARD.get(1))), entry -> true);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        RecordCommands.run(new String[] {"verify", zip.toString()}, new PrintStream(said, true, UTF_8));

        assertThat(said.toString(UTF_8)).contains("This export agrees with itself");
        assertThat(values()).isZero();
    }

    /** Somebody else does something as soon as the first byte is written. */
    private static final class Meanwhile extends FilterOutputStream {

        private final Runnable act;
        private boolean done;

        Meanwhile(OutputStream out, Runnable act) {
            super(out);
            this.act = act;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!done) {
                done = true;
                CompletableFuture.runAsync(act).join();
            }
            out.write(bytes, from, length);
        }
    }

    private long values() {
        return database.sql("select count(*) from record.sealed where lower(person) = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    /** Half of them spell the account otherwise. */
    private ErasureRequest request(Actor actor) {
        String account = BOARD.indexOf(actor) % 2 == 0 ? person : "G" + person.substring(1);
        return new ErasureRequest(account, "", ErasureBasis.A, REASON);
    }

    private static List<String> atOnce(List<Actor> actors, Function<Actor, String> act) {
        List<CompletableFuture<String>> running = actors.stream()
                .map(actor -> CompletableFuture.supplyAsync(
                        orRefused(() -> act.apply(actor)), work -> new Thread(work).start()))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static Supplier<String> orRefused(Supplier<String> act) {
        return () -> {
            try {
                return act.get();
            } catch (Refused refused) {
                return REFUSED;
            }
        };
    }
}
