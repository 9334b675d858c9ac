package org.contractethics.contract.internal;

import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.contractethics.contract.PublishedAwards;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds published awards without knowing who asks, and without a word in a log about what was asked for. */
@Service
class AwardsForAnybody implements PublishedAwards {

    private static final String SELECT =
            """
            select c.id, c.number, c.title, c.awarding_name from contract.contract c
            where c.source in ('USASPENDING', 'OCDS') and c.secrecy = 'NONE' and not exists (
                select 1 from contract.redaction r where r.contract_id = c.id and %s)
            """
                    .formatted(Redactions.IN_FORCE);

    private static final int SECONDS = 3;
    private static final int MOST_WORDS = 12;

    private final JdbcClient jdbc;
    private final RegisterLines lines;

    AwardsForAnybody(DataSource database, RegisterLines lines) {
        var limited = new JdbcTemplate(database);
        limited.setQueryTimeout(SECONDS);
        this.jdbc = JdbcClient.create(limited);
        this.lines = lines;
    }

    @Override
    public List<Published> withWords(String words, int most) {
        String terms = terms(words);
        return terms.isEmpty() ? List.of() : ask(terms, null, most);
    }

    @Override
    public Optional<Published> find(ContractId id) {
        return ask("", id, 1).stream().findFirst();
    }

    private List<Published> ask(String terms, @Nullable ContractId id, int most) {
        try {
            return jdbc.sql(SELECT
                            + (id == null ? "and c.words @@ cast(:terms as tsquery)" : "and c.id = :id")
                            + " order by c.number desc limit :most")
                    .param("today", Date.valueOf(lines.today()))
                    .param("terms", terms)
                    .param("id", id == null ? null : id.value(), java.sql.Types.OTHER)
                    .param("most", most)
                    .query((row, n) -> new Published(
                            new ContractId(row.getObject(1, UUID.class)),
                            RegisterEntry.reference(row.getLong(2)),
                            row.getString(3),
                            row.getString(4)))
                    .list();
        } catch (QueryTimeoutException slow) {
            return List.of();
        }
    }

    /** Letters and digits alone, so nothing that is typed can be an operator. */
    private static String terms(String typed) {
        return Arrays.stream(Words.of(Stream.of(typed)).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }
}
