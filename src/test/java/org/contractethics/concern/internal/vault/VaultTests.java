package org.contractethics.concern.internal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.internal.vault.VaultWorld.bytes;
import static org.contractethics.concern.internal.vault.VaultWorld.text;

import com.google.crypto.tink.HybridDecrypt;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S18 to S20 of the vault itself: what is sealed, who opens it, and what happens to changed bytes. */
class VaultTests {

    private static final String TEXT = "I fear for children.";
    private static final Opener OLGA = Opener.person("olga.petrova");
    private static final byte[] FILER = new byte[32];

    private final VaultWorld world = new VaultWorld();
    private final Vault vault = world.vault;
    private final ConcernId id = new ConcernId(UUID.randomUUID());

    @BeforeEach
    void a_concern_for_one_officer_and_its_filer() {
        vault.begin(id, Set.of("olga.petrova"), FILER);
    }

    @Test
    void those_entitled_and_the_filer_read_what_was_sealed() {
        byte[] sealed = vault.seal(id, "text", bytes(TEXT));

        assertThat(text(TestVault.open(vault, id, "text", sealed, OLGA))).isEqualTo(TEXT);
        assertThat(text(TestVault.open(vault, id, "text", sealed, Opener.filer(FILER))))
                .isEqualTo(TEXT);
    }

    @Test
    void nobody_else_learns_more_than_that_there_is_nothing() {
        byte[] sealed = vault.seal(id, "text", bytes(TEXT));
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertRefused(
                () -> TestVault.open(vault, id, "text", sealed, Opener.person("george.tan")), Refused.Kind.NOT_FOUND);
        assertRefused(() -> TestVault.open(vault, id, "text", sealed, Opener.filer(otherKey)), Refused.Kind.NOT_FOUND);
        assertThat(world.recorded).isEmpty();
    }

    @Test
    void equal_texts_are_sealed_differently_and_lengths_fall_into_classes() {
        byte[] one = vault.seal(id, "text", bytes(TEXT));
        byte[] same = vault.seal(id, "text", bytes(TEXT));
        byte[] longer = vault.seal(id, "text", bytes("x".repeat(1020)));

        assertThat(one).isNotEqualTo(same).hasSameSizeAs(same).hasSameSizeAs(longer);
        assertThat(vault.seal(id, "text", bytes("x".repeat(1021)))).hasSize(one.length + 1024);
        assertThat(vault.seal(id, "text", new byte[0])).hasSameSizeAs(one);
    }

    @Test
    void what_was_moved_to_another_field_or_concern_is_refused_and_recorded() {
        ConcernId other = new ConcernId(UUID.randomUUID());
        vault.begin(other, Set.of("olga.petrova"), null);
        byte[] sealed = vault.seal(id, "text", bytes(TEXT));

        assertRefused(() -> TestVault.open(vault, id, "outcome", sealed, OLGA), Refused.Kind.CONFLICT);
        assertRefused(() -> TestVault.open(vault, other, "text", sealed, OLGA), Refused.Kind.CONFLICT);
        assertThat(world.recorded).hasSize(2);
    }

    @Test
    void one_changed_bit_is_refused_and_recorded() {
        byte[] sealed = vault.seal(id, "text", bytes(TEXT));
        for (int at : new int[] {0, 40, sealed.length - 1}) {
            byte[] changed = Arrays.copyOf(sealed, sealed.length);
            changed[at] ^= 1;
            assertRefused(() -> TestVault.open(vault, id, "text", changed, OLGA), Refused.Kind.CONFLICT);
        }
        assertRefused(() -> TestVault.open(vault, id, "text", new byte[3], OLGA), Refused.Kind.CONFLICT);
        assertThat(world.recorded).hasSize(4);
    }

    @Test
    void a_wrap_taken_from_somebody_else_opens_nothing() {
        vault.entitle(id, "ines.duarte");
        world.jdbc
                .sql("delete from concern.key_wrap where recipient = 'olga.petrova'")
                .update();
        world.jdbc
                .sql("insert into concern.key_wrap select concern, part, 'olga.petrova', wrap from concern.key_wrap")
                .update();

        assertRefused(
                () -> TestVault.open(vault, id, "text", vault.seal(id, "text", bytes(TEXT)), OLGA),
                Refused.Kind.CONFLICT);
        assertThat(world.recorded).hasSize(1);
    }

    @Test
    void the_key_of_one_original_opens_no_other() throws GeneralSecurityException {
        Part one = Part.original(1);
        Part other = Part.original(2);
        vault.beginApart(id, one);
        vault.beginApart(id, other);
        byte[] first = vault.seal(id, one, "file/1/original", "What I saw");
        byte[] second = vault.seal(id, other, "file/2/original", "Who was there");

        HybridDecrypt held = KeyPairs.opening(secretOf(one));

        assertThat(text(Padding.unpadded(held.decrypt(first, Context.ofField(id, one, "file/1/original")))))
                .isEqualTo("What I saw");
        assertThatThrownBy(() -> held.decrypt(second, Context.ofField(id, other, "file/2/original")))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> vault.entitle(id, one, "olga.petrova"))
                .hasStackTraceContaining("nobody opened this to that person");
    }

    /** What a wrap holds for whoever gets one: here from the custodian's copy. */
    private byte[] secretOf(Part part) throws GeneralSecurityException {
        Custodian custodian = new Custodian(
                new CustodianSettings(world.keys.publicKey(), world.keys.privateKey(), world.keys.lookupKey()));
        byte[] custody = new VaultKeys(world.jdbc).custodyOf(id, part).orElseThrow();
        return custodian.open(custody, Context.ofConcern(id, part));
    }

    @Test
    void without_the_private_key_it_takes_in_and_shows_nothing() {
        Vault sealedStart = world.vaultWith(world.keys.publicKey(), null);
        ConcernId filed = new ConcernId(UUID.randomUUID());

        sealedStart.begin(filed, Set.of("a.new.officer"), FILER);
        byte[] sealed = sealedStart.seal(filed, "text", bytes(TEXT));

        assertRefused(() -> TestVault.open(sealedStart, filed, "text", sealed, OLGA), Refused.Kind.UNAVAILABLE);
        assertRefused(
                () -> TestVault.open(sealedStart, filed, "text", sealed, Opener.filer(FILER)),
                Refused.Kind.UNAVAILABLE);
        assertRefused(() -> sealedStart.entitle(filed, "olga.petrova"), Refused.Kind.UNAVAILABLE);
        assertThat(text(TestVault.open(vault, filed, "text", sealed, Opener.person("a.new.officer"))))
                .isEqualTo(TEXT);
    }

    @Test
    void without_the_public_key_nothing_is_taken_in() {
        Vault without = world.vaultWith(null, null);
        ConcernId filed = new ConcernId(UUID.randomUUID());

        assertRefused(() -> without.begin(filed, Set.of("olga.petrova"), FILER), Refused.Kind.UNAVAILABLE);
        assertRefused(() -> without.seal(id, "text", bytes(TEXT)), Refused.Kind.UNAVAILABLE);
        assertThat(world.jdbc
                        .sql("select count(*) from concern.concern_key where concern = :id")
                        .param("id", filed.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_later_officer_is_entitled_and_one_who_is_withdrawn_is_not_any_more() {
        byte[] sealed = vault.seal(id, "text", bytes(TEXT));

        vault.entitle(id, "ines.duarte");
        vault.entitle(id, "ines.duarte");
        vault.withdraw(id, "olga.petrova");

        assertThat(text(TestVault.open(vault, id, "text", sealed, Opener.person("ines.duarte"))))
                .isEqualTo(TEXT);
        assertRefused(() -> TestVault.open(vault, id, "text", sealed, OLGA), Refused.Kind.NOT_FOUND);
    }

    @Test
    void after_a_change_of_the_filers_key_only_the_new_one_opens() {
        byte[] sealed = vault.seal(id, "text", bytes(TEXT));
        byte[] newKey = new byte[32];
        Arrays.fill(newKey, (byte) 7);

        vault.rewrapForFiler(id, FILER, newKey);

        assertThat(text(TestVault.open(vault, id, "text", sealed, Opener.filer(newKey))))
                .isEqualTo(TEXT);
        assertRefused(() -> TestVault.open(vault, id, "text", sealed, Opener.filer(FILER)), Refused.Kind.NOT_FOUND);
        assertRefused(() -> vault.rewrapForFiler(id, FILER, newKey), Refused.Kind.NOT_FOUND);
    }

    @Test
    void reviewers_open_their_part_only() {
        vault.begin(id, Part.REVIEW, Set.of("helen.okafor"), null);
        byte[] forReviewers = vault.seal(id, Part.REVIEW, "text", TEXT);
        Opener helen = Opener.person("helen.okafor");

        assertThat(vault.opening(id, Part.REVIEW, helen).text("text", forReviewers))
                .isEqualTo(TEXT);
        assertRefused(() -> vault.opening(id, Part.HANDLING, helen), Refused.Kind.NOT_FOUND);
    }

    @Test
    void what_was_destroyed_is_opened_by_nobody() {
        byte[] sealed = vault.seal(id, "text", bytes(TEXT));

        vault.destroy(id);

        assertRefused(() -> TestVault.open(vault, id, "text", sealed, OLGA), Refused.Kind.NOT_FOUND);
        assertRefused(() -> TestVault.open(vault, id, "text", sealed, Opener.filer(FILER)), Refused.Kind.NOT_FOUND);
        assertRefused(() -> vault.entitle(id, Part.HANDLING, "olga.petrova"), Refused.Kind.NOT_FOUND);
        assertRefused(() -> vault.seal(id, "text", bytes(TEXT)), Refused.Kind.NOT_FOUND);
    }

    private static void assertRefused(ThrowingCallable act, Refused.Kind kind) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(kind));
    }
}
