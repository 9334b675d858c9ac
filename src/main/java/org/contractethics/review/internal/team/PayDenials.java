package org.contractethics.review.internal.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.team.PayDenial.Ruling;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All denials with their rulings; rows are only ever added. */
@Repository
public class PayDenials {

    private static final String SELECT =
            """
            select d.*, r.paid, r.reasons as ruling_reasons, r.ruled_by, r.ruled_at from review.pay_denial d
            left join review.pay_ruling r on r.denial_id = d.id
            """;

    private final JdbcClient jdbc;

    public PayDenials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PayDenial> find(UUID id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(this::map)
                .optional();
    }

    /** The newest first. */
    public List<PayDenial> of(ContractId contract) {
        return jdbc.sql(SELECT + "where d.contract_id = :contract order by d.denied_at desc")
                .param("contract", contract.value())
                .query(this::map)
                .list();
    }

    public Optional<PayDenial> of(ContractId contract, String person) {
        return of(contract).stream()
                .filter(denial -> denial.person().equals(person))
                .findFirst();
    }

    /** Everybody of whom it was ruled that they are paid by the contract, or that they are not. */
    List<String> ruled(ContractId contract, boolean paid) {
        return jdbc.sql(SELECT + "where d.contract_id = :contract and r.paid = :paid order by d.denied_at")
                .param("contract", contract.value())
                .param("paid", paid)
                .query((row, number) -> row.getString("person"))
                .list();
    }

    void add(PayDenial denial) {
        jdbc.sql(
                        """
                        insert into review.pay_denial (id, contract_id, person, reasons, denied_at)
                        values (:id, :contract, :person, :reasons, :at)
                        """)
                .param("id", denial.id())
                .param("contract", denial.contract().value())
                .param("person", denial.person())
                .param("reasons", denial.reasons())
                .param("at", Rows.at(denial.deniedAt()))
                .update();
    }

    /**
     * Keeps the ruling. Where the person is not paid they leave the account team of every review of the contract; where they are, they
     * come into each.
     */
    void rule(PayDenial denial, Ruling ruling) {
        jdbc.sql(
                        """
                        insert into review.pay_ruling (denial_id, paid, reasons, ruled_by, ruled_at)
                        values (:denial, :paid, :reasons, :by, :at)
                        """)
                .param("denial", denial.id())
                .param("paid", ruling.paid())
                .param("reasons", ruling.reasons())
                .param("by", ruling.by())
                .param("at", Rows.at(ruling.at()))
                .update();
        jdbc.sql(
                        """
                        update review.review
                        set account_team = case when :paid then account_team || cast(:person as text)
                                                else array_remove(account_team, cast(:person as text)) end
                        where contract_id = :contract and (:person = any(account_team)) <> :paid
                        """)
                .param("paid", ruling.paid())
                .param("person", denial.person())
                .param("contract", denial.contract().value())
                .update();
    }

    void name(ReviewId review, List<String> people) {
        jdbc.sql("update review.review set account_team = account_team || :people where id = :review")
                .param("people", Rows.array(people))
                .param("review", review.value())
                .update();
    }

    private PayDenial map(ResultSet row, int number) throws SQLException {
        return new PayDenial(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("person"),
                row.getString("reasons"),
                Rows.instant(row, "denied_at"),
                ruling(row));
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        String by = row.getString("ruled_by");
        return by == null
                ? null
                : new Ruling(
                        row.getBoolean("paid"), row.getString("ruling_reasons"), by, Rows.instant(row, "ruled_at"));
    }
}
