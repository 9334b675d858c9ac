package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.contractethics.concern.internal.anonymous.UnsentFiles;
import org.contractethics.concern.internal.destroyed.DestroyedList;
import org.contractethics.concern.internal.destroyed.Destroying;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.TestVault;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.policy.ConcernRouting.ConcernAction;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The concerns of one database and the vault, with nothing of the application around them. */
public final class ConcernsAlone {

    private static final String OLGA = "olga.petrova";

    public final JdbcClient jdbc;
    public final TransactionTemplate transaction;
    public final Vault vault;
    public final List<Object> told = new ArrayList<>();
    private final DestroyedList list;
    private final ConcernStore concerns;
    private final SealedWords words;
    private final FilesOfConcerns files;

    public ConcernsAlone(DataSource database, DestroyedList list) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.vault = TestVault.on(jdbc, list);
        this.list = list;
        this.concerns = new ConcernStore(jdbc);
        this.words = new SealedWords(jdbc, vault);
        this.files = new FilesOfConcerns(jdbc, vault, unsent());
    }

    /** Events, as far as the record would take what they tell. */
    public void tell(Object event) {
        told.add(RecordFixtures.fitting(event));
    }

    @SuppressWarnings("NullAway") // nothing is sent here
    private UnsentFiles unsent() {
        return null;
    }

    /** With a file of its own. */
    public ConcernId file(ConcernMode mode, String text) {
        ConcernId id = new ConcernId(UUID.randomUUID());
        LocalDate today = today();
        vault.begin(id, Set.of(OLGA), null);
        concerns.add(new Concern(
                id,
                null,
                null,
                null,
                mode,
                ConcernTopic.END_USE,
                ConcernStatus.RECEIVED,
                today,
                today,
                today,
                null,
                null,
                null,
                new Routing("U4", ConcernAction.OMBUDS_INVESTIGATION, 10, "R1", 1)));
        words.keep(id, Part.HANDLING, new FiledWords(text, List.of(), ""));
        attach(id);
        return id;
    }

    private void attach(ConcernId id) {
        Part alone = Part.original(1);
        vault.beginApart(id, alone);
        jdbc.sql(
                        """
                insert into concern.attachment (concern, number, message, about, original, original_part, added_on)
                values (:id, 1, 0, :about, :original, :part, current_date)""")
                .param("id", id.value())
                .param("about", vault.seal(id, Part.HANDLING, "file/1/about", "a file"))
                .param("original", vault.seal(id, alone, "file/1/original", "as it came"))
                .param("part", alone.name())
                .update();
    }

    public void answer(ConcernId id, LocalDate on) {
        words.addAnswer(id, new Answer(OLGA, on, "x", "x", "x", "x", "x"), CauseCode.OTHER);
        concerns.acknowledged(id, on);
        concerns.answered(id, on);
    }

    /** As its filer does. */
    public void withdraw(ConcernId id) {
        transaction.executeWithoutResult(status -> withdrawNow(id));
    }

    /** The same in a transaction that fails afterwards. */
    public void withdrawInVain(ConcernId id) {
        transaction.executeWithoutResult(status -> {
            withdrawNow(id);
            status.setRollbackOnly();
        });
    }

    private void withdrawNow(ConcernId id) {
        concerns.withdraw(id, today());
        new DestroyingWithdrawn(concerns, new WithdrawnRows(jdbc), files, vault, list, transaction, Clock.systemUTC())
                .unlessHeld(id);
    }

    public @Nullable String read(ConcernId id) {
        return words.words(id, vault.opening(id, Part.HANDLING, Opener.person(OLGA)))
                .map(FiledWords::text)
                .orElse(null);
    }

    public int count(String table, String column, ConcernId id) {
        return jdbc.sql("select count(*) from concern." + table + " where " + column + " = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    public Destroying withdrawn() {
        return new WithdrawnConcerns(concerns, new WithdrawnRows(jdbc), files, vault, new Untold(jdbc));
    }

    @SuppressWarnings("NullAway") // nobody is asked who may handle anything
    public HandledConcerns handled() {
        return new HandledConcerns(concerns, null, null, null, null, this::tell);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }
}
