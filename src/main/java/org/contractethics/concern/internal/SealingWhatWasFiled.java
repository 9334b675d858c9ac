package org.contractethics.concern.internal;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.concern.internal.vault.FilerMarks;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.concern.internal.vault.VaultOf;
import org.contractethics.shared.ConcernId;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Seals what was filed before texts were sealed, between the migration that makes the columns and the one that drops the plain ones.
 * Nobody gets a wrap here: those who handle a concern get theirs when they next read it. Without the keys it fails, and the start with
 * it, so that nothing is lost and nothing goes on in plain.
 */
@Component
class SealingWhatWasFiled implements JavaMigration {

    private static final String PLAIN =
            """
            select count(*) > 0 from information_schema.columns
            where table_schema = 'concern' and table_name = 'concern' and column_name = 'text'""";

    private final VaultOf vaults;
    private final FilerMarks marks;

    SealingWhatWasFiled(VaultOf vaults, FilerMarks marks) {
        this.vaults = vaults;
        this.marks = marks;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("514");
    }

    @Override
    public String getDescription() {
        return "sealing what was filed";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        seal(context.getConnection());
    }

    void seal(Connection owner) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(owner, true));
        if (jdbc.sql(PLAIN).query(Boolean.class).single()) {
            Vault vault = vaults.on(jdbc);
            SealedWords words = new SealedWords(jdbc, vault);
            jdbc.sql(
                            """
                    select c.id, c.mode, c.text, c.rights, c.desired_outcome, r.username
                    from concern.concern c join concern.reporter r on r.concern = c.id""")
                    .query((row, number) -> new Plain(
                            new ConcernId(row.getObject("id", UUID.class)),
                            SealedWords.partOf(ConcernMode.valueOf(row.getString("mode"))),
                            new FiledWords(
                                    row.getString("text"),
                                    List.of((String[]) row.getArray("rights").getArray()),
                                    row.getString("desired_outcome")),
                            row.getString("username")))
                    .list()
                    .forEach(plain -> seal(plain, jdbc, vault, words));
        }
    }

    private record Plain(ConcernId id, Part part, FiledWords words, String filer) {}

    private void seal(Plain plain, JdbcClient jdbc, Vault vault, SealedWords words) {
        ConcernId id = plain.id();
        byte[] filerKey = marks.key(id, plain.filer());
        vault.begin(id, Set.of(), filerKey);
        if (!plain.part().equals(Part.HANDLING)) {
            vault.begin(id, plain.part(), Set.of(), filerKey);
        }
        words.keep(id, plain.part(), plain.words());
        words.keepName(id, plain.filer());
        jdbc.sql("update concern.reporter set mark = :mark where concern = :id")
                .param("mark", marks.mark(id, plain.filer()))
                .param("id", id.value())
                .update();
        sealMessages(id, jdbc, words);
        sealAnswer(id, jdbc, words);
    }

    private static void sealMessages(ConcernId id, JdbcClient jdbc, SealedWords words) {
        jdbc.sql("select number, text from concern.message where concern = :id")
                .param("id", id.value())
                .query((row, line) -> Map.entry(row.getInt("number"), row.getString("text")))
                .list()
                .forEach(message -> jdbc.sql(
                                "update concern.message set sealed_text = :text where concern = :id and number = :number")
                        .param("text", words.sealedMessage(id, message.getKey(), message.getValue()))
                        .param("id", id.value())
                        .param("number", message.getKey())
                        .update());
    }

    private static void sealAnswer(ConcernId id, JdbcClient jdbc, SealedWords words) {
        for (String field : SealedWords.ANSWER) {
            jdbc.sql("select " + field + " from concern.answer where concern = :id")
                    .param("id", id.value())
                    .query(String.class)
                    .optional()
                    .ifPresent(text -> jdbc.sql(
                                    "update concern.answer set sealed_" + field + " = :text where concern = :id")
                            .param("text", words.sealedAnswer(id, field, text))
                            .param("id", id.value())
                            .update());
        }
    }
}
