package org.contractethics.review.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.OpenConcerns;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A decision answers what was open when it was asked; what became known since, it does not pass over. */
class AnsweringInDecisionTests {

    private static final Actor RUTH = new Actor("ruth.castillo", "Ruth Castillo", Set.of(Role.PANEL_CHAIR));

    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final List<OpenConcerns.OpenConcern> known = new ArrayList<>();
    private final AnsweringInDecision answering = new AnsweringInDecision(
            new OpenConcerns() {

                @Override
                public int openOn(ContractId contract, Actor viewer) {
                    return known.size();
                }

                @Override
                public String openInWords(ContractId contract, Actor viewer) {
                    return known.size() + " open concerns.";
                }

                @Override
                public List<OpenConcern> openConcerns(ContractId contract, Actor viewer) {
                    return List.copyOf(known);
                }

                @Override
                public boolean letterOpenOn(ContractId contract) {
                    return false;
                }
            },
            JdbcClient.create(new DriverManagerDataSource()));

    @Test
    void a_concern_that_becomes_known_between_is_refused_and_not_left_unanswered() {
        List<OpenConcerns.OpenConcern> asked = answering.toAnswer(contract, RUTH);
        assertThat(answering.problems(asked, Map.of())).isEmpty();
        concern("Harm to people");

        assertThatThrownBy(() -> keep(asked))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT))
                .hasMessageContaining("became known in this moment");
    }

    @Test
    void a_concern_that_was_answered_elsewhere_between_refuses_nothing() {
        concern("Harm to people");
        List<OpenConcerns.OpenConcern> asked = answering.toAnswer(contract, RUTH);
        assertThat(answering.problems(asked, Map.of()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("Harm to people"));
        known.clear();
        List<OpenConcerns.OpenConcern> none = answering.toAnswer(contract, RUTH);

        assertThat(keep(none)).isEmpty();
    }

    private List<?> keep(List<OpenConcerns.OpenConcern> asked) {
        return answering.keep(new DecisionId(UUID.randomUUID()), contract, asked, Map.of(), RUTH, Instant.EPOCH);
    }

    private void concern(String topic) {
        known.add(new OpenConcerns.OpenConcern(new ConcernId(UUID.randomUUID()), topic));
    }
}
