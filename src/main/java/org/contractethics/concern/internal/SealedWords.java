package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every text of a concern in the database: sealed before it gets there, opened for whoever has a wrap. */
@Repository
class SealedWords {

    /** The parts of an answer; their columns begin with {@code sealed_}. */
    static final List<String> ANSWER = List.of("considered", "decision", "article", "effect", "appeal");

    static final String NAME = "filer";

    private static final String CLAUSES = "clauses";

    private final JdbcClient jdbc;
    private final Vault vault;

    SealedWords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The readership of what the filer of such a concern wrote. */
    static Part partOf(ConcernMode mode) {
        return mode == ConcernMode.OPEN ? Part.REVIEW : Part.HANDLING;
    }

    void keep(ConcernId id, Part part, FiledWords words) {
        jdbc.sql(
                        """
                insert into concern.filed_words (concern, part, text, rights, outcome)
                values (:id, :part, :text, :rights, :outcome)""")
                .param("id", id.value())
                .param("part", part.name())
                .param("text", vault.seal(id, part, "text", words.text()))
                .param("rights", vault.seal(id, part, "rights", words.rightsInLines()))
                .param("outcome", vault.seal(id, part, "outcome", words.desiredOutcome()))
                .update();
    }

    /** Also where none was named: a row that is absent would tell. */
    void keepClauses(ConcernId id, Part part, ClausesNamed clauses) {
        jdbc.sql("insert into concern.named_clause (concern, part, places) values (:id, :part, :places)")
                .param("id", id.value())
                .param("part", part.name())
                .param("places", vault.seal(id, part, CLAUSES, clauses.text()))
                .update();
    }

    /** @param opening of the part that {@link #partOf} names */
    Optional<FiledWords> words(ConcernId id, Opening opening) {
        return jdbc.sql(
                        """
                select w.text, w.rights, w.outcome, n.places from concern.filed_words w
                left join concern.named_clause n on n.concern = w.concern where w.concern = :id""")
                .param("id", id.value())
                .query((row, number) -> new FiledWords(
                        opening.text("text", row.getBytes("text")),
                        FiledWords.rightsOf(opening.text("rights", row.getBytes("rights"))),
                        opening.text("outcome", row.getBytes("outcome")),
                        clauses(opening, row.getBytes("places"))))
                .optional();
    }

    /** Concerns filed with earlier versions have none. */
    private static ClausesNamed clauses(Opening opening, byte @Nullable [] sealed) {
        return sealed == null ? ClausesNamed.NONE : ClausesNamed.of(opening.text(CLAUSES, sealed));
    }

    /** For those who handle the concern. */
    void keepName(ConcernId id, String username) {
        jdbc.sql("insert into concern.identity (concern, name) values (:id, :name)")
                .param("id", id.value())
                .param("name", vault.seal(id, Part.HANDLING, NAME, username))
                .update();
    }

    /** For nobody until an opening is granted. */
    void keepNameApart(ConcernId id, String username) {
        vault.beginApart(id, Part.IDENTITY);
        jdbc.sql("insert into concern.identity (concern, name, part) values (:id, :name, :part)")
                .param("id", id.value())
                .param("name", vault.seal(id, Part.IDENTITY, NAME, username))
                .param("part", Part.IDENTITY.name())
                .update();
    }

    /**
     * Account name of the filer; empty where nobody knows it, and where it is sealed for another readership.
     *
     * @param part that was opened
     */
    Optional<String> name(ConcernId id, Part part, Opening opening) {
        return jdbc.sql("select name from concern.identity where concern = :id and part = :part")
                .param("id", id.value())
                .param("part", part.name())
                .query(byte[].class)
                .optional()
                .map(bytes -> opening.text(NAME, bytes));
    }

    /**
     * Nobody else may add one meanwhile: the concern is locked.
     *
     * @param officer account name; null for the filer, whose name stands in no message
     * @return the number of the message
     */
    int addMessage(ConcernId id, @Nullable String officer, String text, LocalDate today) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from concern.message where concern = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        jdbc.sql(
                        """
                insert into concern.message (concern, number, by, officer, sealed_text, sent_on)
                values (:id, :number, :by, :officer, :text, :today)""")
                .param("id", id.value())
                .param("number", number)
                .param("by", officer == null ? "FILER" : "OFFICER")
                .param("officer", officer, java.sql.Types.VARCHAR)
                .param("text", sealedMessage(id, number, text))
                .param("today", today)
                .update();
        return number;
    }

    List<Message> messages(ConcernId id, Opening opening) {
        return jdbc.sql(
                        """
                select number, officer, sealed_text, sent_on from concern.message where concern = :id order by number""")
                .param("id", id.value())
                .query((row, line) -> new Message(
                        row.getInt("number"),
                        row.getString("officer"),
                        opening.text(message(row.getInt("number")), row.getBytes("sealed_text")),
                        row.getObject("sent_on", LocalDate.class)))
                .list();
    }

    void addAnswer(ConcernId id, Answer answer, CauseCode cause) {
        jdbc.sql(
                        """
                insert into concern.answer (concern, officer, answered_on, sealed_considered, sealed_decision, sealed_article,
                                            sealed_effect, sealed_appeal, cause)
                values (:id, :officer, :on, :considered, :decision, :article, :effect, :appeal, :cause)""")
                .param("id", id.value())
                .param("officer", answer.officer())
                .param("on", answer.answeredOn())
                .param("considered", sealedAnswer(id, "considered", answer.considered()))
                .param("decision", sealedAnswer(id, "decision", answer.decision()))
                .param("article", sealedAnswer(id, "article", answer.article()))
                .param("effect", sealedAnswer(id, "effect", answer.effect()))
                .param("appeal", sealedAnswer(id, "appeal", answer.appeal()))
                .param("cause", cause.name())
                .update();
    }

    /** What the concern came from; empty in answers given before that was asked. */
    Optional<CauseCode> causeOf(ConcernId id) {
        return jdbc.sql("select cause from concern.answer where concern = :id and cause is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(CauseCode::valueOf);
    }

    Optional<Answer> answerTo(ConcernId id, Opening opening) {
        return jdbc.sql("select * from concern.answer where concern = :id")
                .param("id", id.value())
                .query((row, number) -> new Answer(
                        row.getString("officer"),
                        row.getObject("answered_on", LocalDate.class),
                        opening.text(answer("considered"), row.getBytes("sealed_considered")),
                        opening.text(answer("decision"), row.getBytes("sealed_decision")),
                        opening.text(answer("article"), row.getBytes("sealed_article")),
                        opening.text(answer("effect"), row.getBytes("sealed_effect")),
                        opening.text(answer("appeal"), row.getBytes("sealed_appeal"))))
                .optional();
    }

    /** @param reason empty where the officer gave none */
    void addRecusal(ConcernId id, String officer, String reason, LocalDate today) {
        jdbc.sql(
                        """
                insert into concern.recusal (concern, username, recused_on, reason)
                values (:id, :officer, :today, :reason)""")
                .param("id", id.value())
                .param("officer", officer)
                .param("today", today)
                .param("reason", vault.seal(id, Part.HANDLING, recusal(officer), reason))
                .update();
    }

    List<Recusal> recusals(ConcernId id, Opening opening) {
        return jdbc.sql("select * from concern.recusal where concern = :id order by recused_on, username")
                .param("id", id.value())
                .query((row, number) -> new Recusal(
                        row.getString("username"),
                        row.getObject("recused_on", LocalDate.class),
                        opening.text(recusal(row.getString("username")), row.getBytes("reason"))))
                .list();
    }

    byte[] sealedMessage(ConcernId id, int number, String text) {
        return vault.seal(id, Part.HANDLING, message(number), text);
    }

    byte[] sealedAnswer(ConcernId id, String field, String text) {
        return vault.seal(id, Part.HANDLING, answer(field), text);
    }

    /** Sealed under the account name, so that one reason cannot be put in place of another. */
    private static String recusal(String officer) {
        return "recusal/" + officer;
    }

    private static String answer(String field) {
        return "answer/" + field;
    }

    private static String message(int number) {
        return "message/" + number;
    }
}
