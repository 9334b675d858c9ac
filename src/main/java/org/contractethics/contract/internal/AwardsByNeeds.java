package org.contractethics.contract.internal;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.FindingAwards;
import org.contractethics.contract.internal.redaction.Redactions;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds contracts in the register's own tables, so that an import is found as soon as it is committed. What the viewer may not know
 * is left out by the same conditions as in the register.
 */
@Service
class AwardsByNeeds implements FindingAwards {

    private static final String VISIBLE =
            """
             and (c.submitter = :viewer or not exists (
                select 1 from contract.redaction r where r.contract_id = c.id and %s
                and r.fields && array['TITLE', 'AGENCY', 'SUPPLIER']))"""
                    .formatted(Redactions.IN_FORCE);

    /**
     * The words of a contract hold no order, so a phrase of several words is looked for once more in the texts they come from; a single
     * word is answered by the index alone.
     */
    private static final String FIND =
            """
            with wanted as (
                select need, cast(phrase as tsquery) as phrase, cast(words as tsquery) as words, strpos(words, ' & ') > 0 as several
                from unnest(cast(:needs as int[]), cast(:phrases as text[]), cast(:words as text[])) as w(need, phrase, words)),
            having_it as (%s),
            visible as (
                select h.need, h.id, c.number from having_it h join contract.contract c on c.id = h.id where true %s),
            weights as (
                select need, ln(1 + 100000.0 / count(*)) as weight from visible group by need),
            scored as (
                select v.id, v.number, sum(w.weight) as score from visible v join weights w using (need) group by v.id, v.number)
            select id, count(*) over () as total from scored order by score desc, number desc limit :most""";

    private static final String DONE =
            "to_tsvector('simple', translate(coalesce(t.supplier, '') || ' | ' || t.description, './_-', '    '))";

    /** Of whoever reads the facts. */
    private static final String BY_FACTS =
            """
            select w.need, c.id from wanted w join contract.contract c on c.words @@ w.words and (not w.several or %s @@ w.phrase)
            union
            select w.need, t.contract_id from wanted w join contract.award_transaction t on %s @@ w.phrase"""
                    .formatted(
                            texts(
                                    "c.title, c.description, c.supplier, c.supplier_parent, c.awarding_name, c.awarding_parent,"
                                            + " c.funding_name, c.piid, c.parent_piid, array_to_string(c.resellers, ' | ')"),
                            DONE);

    /** Everybody else finds a contract by what its line shows (T10), a published award also by what its records say; an owner their own. */
    private static final String BY_LINE =
            """
            select w.need, c.id from wanted w join contract.contract c on c.shown_words @@ w.words and (not w.several or %s @@ w.phrase)
            union
            select found.need, found.id from (%s) as found join contract.contract o on o.id = found.id and o.submitter = :viewer
            union
            select w.need, t.contract_id from wanted w join contract.award_transaction t on %s @@ w.phrase
            join contract.contract p on p.id = t.contract_id and p.source in ('USASPENDING', 'OCDS')"""
                    .formatted(texts("c.title, c.supplier, c.awarding_name, c.awarding_parent"), BY_FACTS, DONE);

    private static final Logger log = LoggerFactory.getLogger(AwardsByNeeds.class);

    /** Contracts stand beside what was searched for: whoever asks for too much gets the page without them. */
    private static final int SECONDS = 3;

    private final JdbcClient jdbc;
    private final ContractRegister register;
    private final RegisterLines lines;

    AwardsByNeeds(DataSource database, ContractRegister register, RegisterLines lines) {
        var limited = new JdbcTemplate(database);
        limited.setQueryTimeout(SECONDS);
        this.jdbc = JdbcClient.create(limited);
        this.register = register;
        this.lines = lines;
    }

    private static String texts(String columns) {
        return "to_tsvector('simple', translate(concat_ws(' | ', " + columns + "), './_-', '    '))";
    }

    private record Found(ContractId id, int total) {}

    private record Wanted(int need, String phrase, String words) {}

    @Override
    public Awards find(List<Need> needs, Actor viewer, int most) {
        List<Wanted> wanted = wanted(needs);
        if (!Visibility.maySeeRegister(viewer) || wanted.isEmpty()) {
            return new Awards(0, List.of());
        }
        try {
            return awards(ask(wanted, viewer, most), viewer);
        } catch (QueryTimeoutException slow) {
            log.warn("contracts are not shown, the register took longer than {} seconds", SECONDS);
            return new Awards(0, List.of());
        }
    }

    private Awards awards(List<Found> found, Actor viewer) {
        Map<ContractId, Contract> contracts =
                register.findAll(found.stream().map(Found::id).toList());
        List<Contract> inOrder = found.stream()
                .flatMap(one -> Stream.ofNullable(contracts.get(one.id())))
                .toList();
        List<Award> first = lines.of(inOrder, viewer).stream()
                .map(line -> new Award(line.id(), line.reference(), line.name(), line.agencyShown(), line.supplier()))
                .toList();
        return new Awards(found.isEmpty() ? 0 : found.get(0).total(), first);
    }

    /** Wordings of which no letter and no digit is left find nothing. */
    private static List<Wanted> wanted(List<Need> needs) {
        var wanted = new ArrayList<Wanted>();
        for (int need = 0; need < needs.size(); need++) {
            for (String wording : needs.get(need).wordings()) {
                String phrase = terms(wording, " <-> ");
                if (!phrase.isEmpty()) {
                    wanted.add(new Wanted(need, phrase, terms(wording, " & ")));
                }
            }
        }
        return wanted;
    }

    private List<Found> ask(List<Wanted> wanted, Actor viewer, int most) {
        boolean all = Visibility.mayReadAllFacts(viewer);
        return jdbc.sql(FIND.formatted(all ? BY_FACTS : BY_LINE, all ? "" : VISIBLE))
                .param("needs", wanted.stream().map(Wanted::need).toArray(Integer[]::new))
                .param("phrases", wanted.stream().map(Wanted::phrase).toArray(String[]::new))
                .param("words", wanted.stream().map(Wanted::words).toArray(String[]::new))
                .param("today", Date.valueOf(lines.today()))
                .param("viewer", Visibility.owner(viewer))
                .param("most", most)
                .query((row, n) -> new Found(new ContractId(row.getObject("id", UUID.class)), row.getInt("total")))
                .list();
    }

    /** Letters and digits alone come through {@link Words}, so nothing that is typed can be an operator. */
    private static String terms(String wording, String between) {
        String terms = Arrays.stream(Words.of(Stream.of(wording)).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(between));
        return wording.endsWith(ANY_ENDING) && !terms.isEmpty() ? terms + ":*" : terms;
    }
}
