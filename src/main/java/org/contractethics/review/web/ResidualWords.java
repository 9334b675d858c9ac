package org.contractethics.review.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Weighed;
import org.contractethics.review.internal.AllowedSpace;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.residual.ResidualCountersignature;
import org.contractethics.review.internal.residual.ResidualCountersignatures;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assessed beside residual severity in words, and who countersigned. */
@Component
class ResidualWords {

    private final ResidualCountersignatures countersignatures;
    private final RightOptions rights;
    private final PeopleDirectory people;

    ResidualWords(ResidualCountersignatures countersignatures, RightOptions rights, PeopleDirectory people) {
        this.countersignatures = countersignatures;
        this.rights = rights;
        this.people = people;
    }

    /** For the forms of vote and decision; empty where nothing was mitigated. */
    List<Statement> beside(ReviewCase review, VoteRound round) {
        Statement.Builder statement = Statement.titled("Assessed and residual severity");
        tell(statement, review.id(), round.space(), countersignatures.standing(review.id(), round.pass()));
        Statement told = statement.build();
        return told.lines().isEmpty() ? List.of() : List.of(told);
    }

    /** As it stood when the decision was made. */
    void tell(Statement.Builder statement, Decision decision) {
        tell(statement, decision.review(), decision.tables().space(), countersignatures.at(decision.id()));
    }

    private void tell(
            Statement.Builder statement,
            ReviewId review,
            AllowedSpace space,
            Optional<ResidualCountersignature> standing) {
        boolean lowered = false;
        for (AllowedSpace.Row row : space.rows()) {
            Weighed weighed = row.weighed();
            if (weighed != null) {
                statement.line(rights.name(row.right()), words(weighed));
                lowered |= row.lowered();
            }
        }
        if (lowered) {
            statement.line("Countersigned", countersigned(standing), "/reviews/" + review + "/residual-severity");
        }
    }

    private String countersigned(Optional<ResidualCountersignature> standing) {
        return standing.map(this::signed).orElse("By nobody: the tables are asked with the assessed severity");
    }

    String signed(ResidualCountersignature one) {
        return (one.agreed() ? "By " : "Refused by ") + people.displayName(one.person()) + ", "
                + Times.words(one.signedAt())
                + (one.agreed() ? "" : ": the tables are asked with the assessed severity");
    }

    static String words(Weighed weighed) {
        return "assessed " + plain(weighed.assessed()) + " and " + plain(weighed.assessedLikelihood()) + ", residual "
                + plain(weighed.residual()) + " and " + plain(weighed.residualLikelihood());
    }

    private static String plain(Severity severity) {
        return severity == Severity.INCOMPLETE
                ? "severity unknown"
                : severity.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(@Nullable Likelihood likelihood) {
        return Optional.ofNullable(likelihood)
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .orElse("likelihood unknown");
    }
}
