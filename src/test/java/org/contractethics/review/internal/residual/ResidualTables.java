package org.contractethics.review.internal.residual;

import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The countersignatures of residual severity on a database, for tests of other packages. */
public final class ResidualTables {

    private ResidualTables() {}

    public static ResidualCountersignatures on(JdbcClient jdbc) {
        return new ResidualCountersignatures(jdbc);
    }

    /** A row of the first pass, past the use case. */
    public static void sign(JdbcClient jdbc, ReviewId review, String person, boolean agreed) {
        sign(jdbc, review, 1, person, agreed);
    }

    /** A row of this pass, past the use case. */
    public static void sign(JdbcClient jdbc, ReviewId review, int pass, String person, boolean agreed) {
        sign(jdbc, review, pass, person, agreed, on(jdbc).basis(review, pass).orElseThrow());
    }

    public static void sign(JdbcClient jdbc, ReviewId review, String person, boolean agreed, String basis) {
        sign(jdbc, review, 1, person, agreed, basis);
    }

    private static void sign(JdbcClient jdbc, ReviewId review, int pass, String person, boolean agreed, String basis) {
        jdbc.sql(
                        """
                        insert into review.residual_countersignature (id, review_id, pass, basis, person, agreed, reasons, signed_at)
                        values (gen_random_uuid(), :review, :pass, :basis, :person, :agreed,
                                'The log of builds was read, and the feature is gone.', now())
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .param("basis", basis)
                .param("person", person)
                .param("agreed", agreed)
                .update();
    }
}
