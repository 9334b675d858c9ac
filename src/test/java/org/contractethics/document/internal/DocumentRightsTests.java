package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentRightsTests {

    private static final ContractId ID = new ContractId(UUID.randomUUID());
    private static final Actor OWNER = new Actor("tom", "Tom", Set.of(Role.SUBMITTER));
    private static final Actor OTHER_SALES = new Actor("sofia", "Sofia", Set.of(Role.SUBMITTER));
    private static final Actor LEGAL = new Actor("priya", "Priya", Set.of(Role.LEGAL_REVIEWER));
    private static final Actor STRANGER = new Actor("erin", "Erin", Set.of(Role.EMPLOYEE));

    @Test
    void whoever_may_not_know_the_facts_is_told_there_is_nothing() {
        DocumentRights rights = rights(ContractState.IN_REVIEW);

        assertThat(rights.mayRead(ID, STRANGER)).isFalse();
        assertThatThrownBy(() -> rights.readable(ID, STRANGER)).satisfies(is(Refused.Kind.NOT_FOUND));
    }

    @Test
    void a_contract_that_does_not_exist_looks_the_same() {
        DocumentRights rights = rights(ContractState.IN_REVIEW);
        ContractId unknown = new ContractId(UUID.randomUUID());

        assertThat(rights.mayRead(unknown, OWNER)).isFalse();
        assertThatThrownBy(() -> rights.readable(unknown, OWNER)).satisfies(is(Refused.Kind.NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource(
            value = ContractState.class,
            names = {"SIGNED", "RESTRICTED", "SUSPENDED", "EXITING", "EXITED", "STOPPED"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_account_owner_adds_and_replaces_while_the_contract_is_open(ContractState state) {
        DocumentRights rights = rights(state);

        assertThatNoException().isThrownBy(() -> rights.requireAdding(contract(state), OWNER, true));
    }

    @ParameterizedTest
    @EnumSource(
            value = ContractState.class,
            names = {"SIGNED", "RESTRICTED", "SUSPENDED", "EXITING", "EXITED", "STOPPED"})
    void nobody_changes_the_documents_of_a_closed_contract(ContractState state) {
        assertThatThrownBy(() -> rights(state).requireAdding(contract(state), OWNER, false))
                .satisfies(is(Refused.Kind.CONFLICT));
    }

    @Test
    void sales_people_who_do_not_own_the_contract_add_nothing() {
        assertThatThrownBy(() -> rights(ContractState.REGISTERED)
                        .requireAdding(contract(ContractState.REGISTERED), OTHER_SALES, false))
                .satisfies(is(Refused.Kind.NOT_ALLOWED));
    }

    @Test
    void the_owner_without_the_sales_role_adds_nothing() {
        Actor left = new Actor("tom", "Tom", Set.of(Role.EMPLOYEE));

        assertThatThrownBy(() ->
                        rights(ContractState.REGISTERED).requireAdding(contract(ContractState.REGISTERED), left, false))
                .satisfies(is(Refused.Kind.NOT_ALLOWED));
    }

    @Test
    void a_legal_reviewer_adds_annexes_while_the_contract_is_under_review() {
        DocumentRights rights = rights(ContractState.IN_REVIEW);

        assertThatNoException().isThrownBy(() -> rights.requireAdding(contract(ContractState.IN_REVIEW), LEGAL, false));
    }

    @Test
    void a_legal_reviewer_replaces_nothing() {
        assertThatThrownBy(() ->
                        rights(ContractState.IN_REVIEW).requireAdding(contract(ContractState.IN_REVIEW), LEGAL, true))
                .satisfies(is(Refused.Kind.NOT_ALLOWED));
    }

    @Test
    void a_legal_reviewer_adds_nothing_before_the_review() {
        assertThatThrownBy(() -> rights(ContractState.REGISTERED)
                        .requireAdding(contract(ContractState.REGISTERED), LEGAL, false))
                .satisfies(is(Refused.Kind.CONFLICT));
    }

    private static Consumer<Throwable> is(Refused.Kind kind) {
        return thrown -> assertThat(((Refused) thrown).kind()).isEqualTo(kind);
    }

    private static DocumentRights rights(ContractState state) {
        return new DocumentRights(new OneContract(contract(state)));
    }

    private static Contract contract(ContractState state) {
        return new Contract(
                ID,
                1,
                "C-000001",
                "Case management",
                "",
                new Contract.Agency("Border agency", null, AgencyType.BORDER, "US"),
                null,
                "Us",
                null,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                new Contract.ContractValue(null, null, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null),
                "form",
                "tom",
                state,
                null,
                null,
                Instant.EPOCH);
    }

    /** A register of one contract, whose facts everyone but plain employees may read. */
    private record OneContract(Contract contract) implements ContractRegister {

        @Override
        public Optional<Contract> find(ContractId id) {
            return id.equals(contract.id()) ? Optional.of(contract) : Optional.empty();
        }

        @Override
        public Map<ContractId, Contract> findAll(Collection<ContractId> ids) {
            return Map.of(contract.id(), contract);
        }

        @Override
        public Contract get(ContractId id) {
            return find(id).orElseThrow(() -> Refused.notFound("none"));
        }

        @Override
        public boolean mayReadFacts(Contract of, Actor viewer) {
            return viewer.hasAny(Role.SUBMITTER, Role.LEGAL_REVIEWER);
        }

        @Override
        public Contract entrust(ContractId id, Actor owner, Actor by) {
            return contract;
        }

        @Override
        public void reviewProgressed(
                ContractId id, ContractState state, @Nullable String tier, @Nullable String outcome) {}
    }
}
