package org.contractethics.concern.internal.anonymous;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.anonymous.UnsentFile.Content;
import org.contractethics.shared.CleanCopies;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files between their upload and their sending, so that their sender sees what is in them first. Only the open page can open them: the
 * secret they are sealed with stands there and nowhere else. What is not sent within a day after the last of them came is removed, all
 * files of a page together, so that the page can say so: a secret of which nothing is left had files that went.
 */
@Repository
public class UnsentFiles implements RecurringWork {

    /** As many as one sending may have. */
    public static final int MOST = 10;

    private static final String ABOUT = "about a file";
    private static final String CONTENT = "file";

    private final JdbcClient jdbc;
    private final CleanCopies copies;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    UnsentFiles(JdbcClient jdbc, CleanCopies copies, Clock clock) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.clock = clock;
    }

    public Secret begin() {
        return Secret.random(random);
    }

    /** Looks through the file and keeps it sealed. Not in a transaction: looking may take a while. */
    public void add(Secret draft, String name, byte[] original) {
        Cleaned cleaned = copies.of(original);
        int number = all(draft).stream().mapToInt(UnsentFile::number).max().orElse(0) + 1;
        UnsentFile about = UnsentFile.of(number, name, original.length, cleaned);
        jdbc.sql(
                        """
                insert into concern.unsent_file (draft, number, about, content, day)
                values (:draft, :number, :about, :content, :day)""")
                .param("draft", draft.id())
                .param("number", number)
                .param("about", draft.seal(ABOUT + number, about.bytes()))
                .param("content", draft.seal(CONTENT + number, new Content(original, cleaned.copy()).bytes()))
                .param("day", today())
                .update();
    }

    /** In the order they came. What another page's secret sealed is not there. */
    public List<UnsentFile> all(Secret draft) {
        return jdbc
                .sql("select number, about from concern.unsent_file where draft = :draft order by number")
                .param("draft", draft.id())
                .query((row, n) -> about(draft, row.getInt(1), row.getBytes(2)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<Content> content(Secret draft, int number) {
        return jdbc.sql("select content from concern.unsent_file where draft = :draft and number = :number")
                .param("draft", draft.id())
                .param("number", number)
                .query(byte[].class)
                .optional()
                .flatMap(kept -> draft.open(CONTENT + number, kept))
                .map(Content::of);
    }

    @Transactional
    public void remove(Secret draft, int number) {
        jdbc.sql("delete from concern.unsent_file where draft = :draft and number = :number")
                .param("draft", draft.id())
                .param("number", number)
                .update();
    }

    @Transactional
    public void remove(Secret draft) {
        jdbc.sql("delete from concern.unsent_file where draft = :draft")
                .param("draft", draft.id())
                .update();
    }

    @Override
    public void run() {
        jdbc.sql(
                        """
                delete from concern.unsent_file f
                where f.day < :day and not exists (
                    select 1 from concern.unsent_file later where later.draft = f.draft and later.day >= :day)""")
                .param("day", today().minusDays(1))
                .update();
    }

    private static Optional<UnsentFile> about(Secret draft, int number, byte[] sealed) {
        return draft.open(ABOUT + number, sealed).map(bytes -> UnsentFile.of(number, bytes));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
