package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** H1, H2 in the database: each table of what follows a signature takes a row of others and none of who is barred. */
@IntegrationTest
class RecusedInTablesIT {

    private static final String RECUSED = "mona.keller";
    private static final String PAID = "tom.lindqvist";
    private static final String OTHER = "peter.sandoval";
    private static final String THIRD = "george.tan";
    private static final String FOURTH = "ines.duarte";
    private static final String EXIT_PLAN =
            " from review.exit_plan p join review.contract_exit e on e.id = p.exit_id where e.contract_id = :contract";
    private static final String REMEDY_PLAN =
            " from review.remedy_plan p join review.remediation m on m.id = p.remediation_id"
                    + " where m.contract_id = :contract";

    /** In the order in which they happen to a contract: what is accepted here is what the next one is about. */
    private static final List<Row> ROWS = List.of(
            mayBePaid(
                    "condition_report", "gen_random_uuid(), :condition, 1, 'Audit report', null::uuid, :person, now()"),
            ruling(
                    "condition_ruling",
                    "gen_random_uuid(), :condition, r.id, 'NOT_MET', 'Because', :person, 'MONITOR', now()"
                            + " from review.condition_report r where r.condition_id = :condition"),
            ruling("waiver_proposal", "gen_random_uuid(), :condition, 1, 'Because', :person, 'PANEL_CHAIR', now()"),
            new Row(
                    "waiver_ruling",
                    "p.id, true, 'Because', :person, now() from review.waiver_proposal p where p.condition_id = :condition",
                    FOURTH,
                    false),
            mayBePaid(
                    "incident",
                    "gen_random_uuid(), :contract, 'PRESS', current_date, 'Paper', 'B', 'News', :person, now()"),
            row("visibility_limits", ":contract, 1, 'No logs', :person, now()"),
            row(
                    "re_review_result",
                    "r.id, 1, 'STILL_VALID', 'Because', null::uuid, :person, now(), current_date, current_date from review.re_review r"
                            + " where r.contract_id = :contract"),
            row(
                    "interim_measure",
                    "gen_random_uuid(), :contract, 'other', 'No queries', 'Because', :person, now(),"
                            + " now() + interval '14 days'"),
            mayBePaid(
                    "suspension_review",
                    "gen_random_uuid(), :contract, 'SUSPEND', null::uuid, 'Because', :person, now()"),
            row(
                    "suspension_proposal",
                    "gen_random_uuid(), s.id, 1, 'EXIT', 'Because', 'Notice', 'Safety', :person, now()"
                            + " from review.suspension_review s where s.contract_id = :contract"),
            ruling(
                    "suspension_ruling",
                    "p.id, true, 'Because', :person, now() from review.suspension_proposal p"
                            + " join review.suspension_review s on s.id = p.suspension_id where s.contract_id = :contract"),
            row(
                    "exit_plan",
                    "gen_random_uuid(), e.id, 1, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', current_date, current_date,"
                            + " :person, now() from review.contract_exit e where e.contract_id = :contract"),
            ruling("exit_plan_ruling", "p.id, true, 'Because', :person, now()" + EXIT_PLAN),
            row("exit_report", "gen_random_uuid(), p.id, 1, current_date, 'Proof', 'Fine', :person, now()" + EXIT_PLAN),
            ruling(
                    "exit_report_ruling",
                    "t.id, true, 'Because', :person, now() from review.exit_report t"
                            + " where t.plan_id in (select p.id" + EXIT_PLAN + ")"),
            mayBePaid(
                    "remediation",
                    "gen_random_uuid(), :contract, 'incident:' || gen_random_uuid(), 'LINKED', 'Harm', :person, now()"),
            row(
                    "remedy_plan",
                    "gen_random_uuid(), m.id, 1, 'x', 'x', array['APOLOGY'], 'x', true, :person, now()"
                            + " from review.remediation m where m.contract_id = :contract"),
            ruling("remedy_plan_ruling", "p.id, true, 'Because', :person, now()" + REMEDY_PLAN),
            mayBePaid(
                    "remedy_report",
                    "gen_random_uuid(), e.id, 1, 'Paid', :person, now() from review.remedy_measure e"
                            + " where e.owner = :person and e.plan_id in (select p.id" + REMEDY_PLAN + ")"),
            ruling(
                    "remedy_verification",
                    "gen_random_uuid(), p.id, 1, true, 'Fine', 'Read', :person, now()" + REMEDY_PLAN));

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final TransactionTemplate attempt;

    @Autowired
    RecusedInTablesIT(
            MockMvcTester mvc, BegunReviews begun, JdbcClient database, PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * @param by who may write it
     * @param paid whether somebody paid by the contract may, too: making good is no gain, and telling what happened is none
     */
    private record Row(String table, String values, String by, boolean paid) {}

    private static Row row(String table, String values) {
        return new Row(table, values, OTHER, false);
    }

    private static Row ruling(String table, String values) {
        return new Row(table, values, THIRD, false);
    }

    private static Row mayBePaid(String table, String values) {
        return new Row(table, values, OTHER, true);
    }

    @Test
    void what_follows_a_signature_is_written_by_others_and_never_by_who_is_barred() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);

        transaction.executeWithoutResult(status -> {
            recuse(signed);
            for (Row row : ROWS) {
                assertThatThrownBy(() -> insert(row, RECUSED, signed))
                        .as("%s by who declared a conflict", row.table())
                        .hasMessageContaining("who declared a conflict in a review of this contract has no part in");
                if (!row.paid()) {
                    assertThatThrownBy(() -> insert(row, PAID, signed))
                            .as("%s by who is paid", row.table())
                            .hasMessageContaining("paid by it");
                }
                assertThat(insert(row, row.by(), signed)).as(row.table()).isOne();
                goOn(row.table(), signed);
            }
            status.setRollbackOnly();
        });
    }

    @Test
    void each_table_that_refuses_the_recused_is_tried_here() {
        List<String> refusing = database.sql(
                        """
                        select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                        join pg_proc p on p.oid = t.tgfoid where p.proname = 'refuse_recused' and t.tgenabled = 'O'
                        """)
                .query(String.class)
                .list();

        assertThat(refusing)
                .containsExactlyInAnyOrderElementsOf(
                        ROWS.stream().map(Row::table).toList());
    }

    private int insert(Row row, String person, SignedContract signed) {
        Integer inserted =
                attempt.execute(nested -> database.sql("insert into review." + row.table() + " select " + row.values())
                        .param("person", person)
                        .param("contract", signed.contract.value())
                        .param("condition", signed.condition)
                        .update());
        return inserted == null ? 0 : inserted;
    }

    private void recuse(SignedContract signed) {
        on(
                signed,
                "insert into review.recusal (id, review_id, person, stage, interest, declared_at)"
                        + " select gen_random_uuid(), r.id, 'mona.keller', null, 'SHARES', now() from review.review r"
                        + " where r.contract_id = :contract");
    }

    /** What the product does between two of the rows. */
    private void goOn(String table, SignedContract signed) {
        switch (table) {
            case "suspension_ruling" -> {
                on(signed, "update contract.contract set state = 'EXITING' where id = :contract");
                on(
                        signed,
                        "insert into review.contract_exit (id, contract_id, reason, opened_by, opened_at)"
                                + " values (gen_random_uuid(), :contract, 'Because', 'system', now())");
            }
            case "remedy_plan" ->
                Stream.of(RECUSED, OTHER)
                        .forEach(owner -> on(
                                signed,
                                "insert into review.remedy_measure select gen_random_uuid(), p.id, "
                                        + (owner.equals(OTHER) ? 1 : 2) + ", 'Pay', '" + owner + "', current_date"
                                        + REMEDY_PLAN));
            case "remedy_report" ->
                on(
                        signed,
                        "insert into review.remedy_report select gen_random_uuid(), e.id, 1, 'Paid', '" + OTHER
                                + "', now(), e.owner from review.remedy_measure e where e.owner = '" + RECUSED
                                + "' and e.plan_id in (select p.id" + REMEDY_PLAN + ")");
            default -> {}
        }
    }

    private void on(SignedContract signed, String statement) {
        database.sql(statement).param("contract", signed.contract.value()).update();
    }
}
