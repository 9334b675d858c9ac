package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tables of remediations take from nobody, whatever way it comes. */
@IntegrationTest
class RemediationInTablesIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final TransactionTemplate attempt;
    private final UUID remediation = UUID.randomUUID();

    @Autowired
    RemediationInTablesIT(
            MockMvcTester mvc, BegunReviews begun, JdbcClient database, PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Test
    void no_plan_without_a_form_that_costs_a_right_or_has_no_measure_and_no_second_remedy_of_one_harm()
            throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);

        transaction.executeWithoutResult(status -> {
            open(signed);
            for (String terms : List.of(
                    "array['APOLOGY'], 'x', false", "array[]::text[], 'x', true", "array['MONEY'], 'x', true")) {
                refused(plan(terms, "dana.whitfield"), "violates check constraint");
            }
            refused(plan("array['APOLOGY'], 'x', true", "tom.lindqvist"), "does not plan the remedy");
            refused(
                    "insert into review.remediation select gen_random_uuid(), contract_id, cause, involvement, harm,"
                            + " opened_by, now() from review.remediation where id = :id",
                    "duplicate key");
            run(plan("array['APOLOGY'], 'x', true", "dana.whitfield"));
            refused(ruling(), "a plan without a measure is none");
            status.setRollbackOnly();
        });
    }

    @Test
    void no_verified_remedy_is_opened_again_and_nothing_that_was_said_changes() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);

        transaction.executeWithoutResult(status -> {
            open(signed);
            run(plan("array['APOLOGY'], 'x', true", "dana.whitfield"));
            run("insert into review.remedy_measure select gen_random_uuid(), p.id, 1, 'Pay', 'leo.brandt', current_date"
                    + " from review.remedy_plan p where p.remediation_id = :id");
            run(ruling());
            run("insert into review.remedy_report select gen_random_uuid(), e.id, 1, 'Paid', e.owner, now()"
                    + " from review.remedy_measure e join review.remedy_plan p on p.id = e.plan_id"
                    + " where p.remediation_id = :id");
            run("insert into review.remedy_verification select gen_random_uuid(), p.id, 1, true, 'Fine', 'Read',"
                    + " 'helen.okafor', now() from review.remedy_plan p where p.remediation_id = :id");
            run("update review.remediation set closed_at = now() where id = :id");

            refused(
                    "update review.remediation set closed_at = null where id = :id",
                    "what was closed is not opened again");
            String plans = " where plan_id in (select id from review.remedy_plan where remediation_id = :id)";
            for (String change : List.of(
                    "remedy_plan set agreement = 'None' where remediation_id = :id",
                    "remedy_measure set owner = 'x'" + plans,
                    "remedy_plan_ruling set approved = false" + plans,
                    "remedy_verification set verified = false" + plans)) {
                refused("update review." + change, "");
            }
            status.setRollbackOnly();
        });
    }

    private void open(SignedContract signed) {
        database.sql(
                        """
                        insert into review.remediation (id, contract_id, cause, involvement, harm, opened_by, opened_at)
                        values (:id, :contract, 'incident:' || gen_random_uuid(), 'LINKED', 'Harm', 'mona.keller', now())
                        """)
                .param("id", remediation)
                .param("contract", signed.contract.value())
                .update();
    }

    private static String plan(String terms, String by) {
        return "insert into review.remedy_plan select gen_random_uuid(), m.id, 1, 'x', 'x', " + terms + ", '" + by
                + "', now() from review.remediation m where m.id = :id";
    }

    private static String ruling() {
        return "insert into review.remedy_plan_ruling select p.id, true, 'Because', 'george.tan', now()"
                + " from review.remedy_plan p where p.remediation_id = :id";
    }

    private void run(String statement) {
        database.sql(statement).param("id", remediation).update();
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> attempt.executeWithoutResult(nested -> run(statement)))
                .as(statement)
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(why);
    }
}
