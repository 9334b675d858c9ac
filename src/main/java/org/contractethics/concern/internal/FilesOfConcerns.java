package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.anonymous.Secret;
import org.contractethics.concern.internal.anonymous.UnsentFile;
import org.contractethics.concern.internal.anonymous.UnsentFile.Content;
import org.contractethics.concern.internal.anonymous.UnsentFiles;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The files of concerns. The original is evidence and stays sealed; what people read is the copy that was rebuilt of it. Their names are
 * sealed with them: to the database a file is a number.
 */
@Repository
class FilesOfConcerns {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final UnsentFiles unsent;

    FilesOfConcerns(JdbcClient jdbc, Vault vault, UnsentFiles unsent) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.unsent = unsent;
    }

    /** What was shown before it was sent, and nothing else; refused where it waited too long and is not there any more. */
    void keep(ConcernId concern, int message, Secret draft, LocalDate today) {
        List<UnsentFile> waiting = unsent.all(draft);
        if (waiting.isEmpty()) {
            throw gone();
        }
        for (UnsentFile file : waiting) {
            Content content = unsent.content(draft, file.number()).orElseThrow(FilesOfConcerns::gone);
            add(concern, message, file, content, today);
        }
        unsent.remove(draft);
    }

    private static Refused gone() {
        return Refused.invalid(List.of(new FormProblem(
                "files",
                "The files you had added are not kept any more: what is not sent within a day is removed. What you typed"
                        + " still stands here. Add the files again, or send without them.")));
    }

    private void add(ConcernId concern, int message, UnsentFile file, Content content, LocalDate today) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from concern.attachment where concern = :concern")
                .param("concern", concern.value())
                .query(Integer.class)
                .single();
        byte[] copy = content.copy();
        Part alone = Part.original(number);
        vault.beginApart(concern, alone);
        jdbc.sql(
                        """
                insert into concern.attachment (concern, number, message, about, original, original_part, copy, added_on)
                values (:concern, :number, :message, :about, :original, :part, :copy, :today)""")
                .param("concern", concern.value())
                .param("number", number)
                .param("message", message)
                .param("about", vault.seal(concern, about(number), file.bytes()))
                .param("original", vault.seal(concern, alone, original(number), content.original()))
                .param("part", alone.name())
                .param("copy", copy.length == 0 ? null : vault.seal(concern, copy(number), copy), java.sql.Types.BINARY)
                .param("today", today)
                .update();
    }

    List<FileOfConcern> all(ConcernId concern, Opening opening) {
        return jdbc.sql(
                        "select number, message, about from concern.attachment where concern = :concern order by number")
                .param("concern", concern.value())
                .query((row, line) -> file(row.getInt(1), row.getInt(2), row.getBytes(3), opening))
                .list();
    }

    private static FileOfConcern file(int number, int message, byte[] sealed, Opening opening) {
        UnsentFile told = UnsentFile.of(number, opening.bytes(about(number), sealed));
        return new FileOfConcern(
                number, message, told.name(), told.extension(), told.size(), told.outcome(), told.found());
    }

    /** The copy; empty where there is no such file or it was not rebuilt. */
    Optional<byte[]> copy(ConcernId concern, int number, Opening opening) {
        return sealedCopy(concern, number).map(bytes -> opening.bytes(copy(number), bytes));
    }

    /** The file as it came; empty where there is no such file or it has no key of its own. */
    Optional<byte[]> original(ConcernId concern, int number, Opening opening) {
        return jdbc.sql(
                        """
                select original from concern.attachment
                where concern = :concern and number = :number and original_part = :part""")
                .param("concern", concern.value())
                .param("number", number)
                .param("part", Part.original(number).name())
                .query(byte[].class)
                .optional()
                .map(bytes -> opening.bytes(original(number), bytes));
    }

    void removeAll(ConcernId concern) {
        jdbc.sql("delete from concern.attachment where concern = :concern")
                .param("concern", concern.value())
                .update();
    }

    private Optional<byte[]> sealedCopy(ConcernId concern, int number) {
        return jdbc.sql(
                        """
                select copy from concern.attachment
                where concern = :concern and number = :number and copy is not null""")
                .param("concern", concern.value())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    private static String about(int number) {
        return "file/" + number + "/about";
    }

    static String original(int number) {
        return "file/" + number + "/original";
    }

    private static String copy(int number) {
        return "file/" + number + "/copy";
    }
}
