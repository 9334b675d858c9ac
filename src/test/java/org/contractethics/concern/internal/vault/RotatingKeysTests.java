package org.contractethics.concern.internal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.internal.vault.VaultWorld.bytes;
import static org.contractethics.concern.internal.vault.VaultWorld.text;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** S21: the keys of the custodian are made, rotated and retired by the command, and nothing is lost on the way. */
class RotatingKeysTests {

    private static final Opener OLGA = Opener.person("olga.petrova");

    private final VaultWorld world = new VaultWorld();
    private final ConcernId old = new ConcernId(UUID.randomUUID());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CustodianKeyCommand command =
            new CustodianKeyCommand(new PrintStream(said, true, StandardCharsets.UTF_8));

    private final Path folder;
    private final Path keys;

    RotatingKeysTests(@TempDir Path folder) {
        this.folder = folder;
        this.keys = folder.resolve("custodian");
    }

    @BeforeEach
    void keys_of_our_own() {
        assertThat(command.run(List.of("new", keys.toString()))).isZero();
    }

    @Test
    void what_an_earlier_key_sealed_moves_to_the_new_one_and_the_earlier_one_is_retired() throws Exception {
        Custodian before = custodian();
        byte[] sealed = filed(before, old);
        long first = before.keyInForce();

        assertThat(command.run(List.of("rotate", keys.toString()))).isZero();
        Custodian rotated = custodian();
        ConcernId later = new ConcernId(UUID.randomUUID());
        byte[] sealedLater = filed(rotated, later);
        RotatingKeys rotating = rotating(rotated);
        assertThat(opened(rotated, old, sealed)).isEqualTo("I fear.");
        assertThat(rotating.counted()).containsEntry(first, 2).containsEntry(rotated.keyInForce(), 1);

        rotating.run();
        rotating.run();

        assertThat(rotating.counted()).containsOnlyKeys(rotated.keyInForce());
        assertThat(command.run(List.of("retire", Long.toString(first), keys.toString())))
                .isZero();
        Custodian without = custodian();
        assertThat(without.keyInForce()).isEqualTo(rotated.keyInForce());
        assertThat(opened(without, old, sealed)).isEqualTo("I fear.");
        assertThat(opened(without, later, sealedLater)).isEqualTo("I fear.");
    }

    @Test
    void a_sealed_start_moves_nothing_and_what_no_key_opens_is_left_and_does_not_stand_in_the_way() throws Exception {
        Custodian before = custodian();
        byte[] sealed = filed(before, old);
        long first = before.keyInForce();
        command.run(List.of("rotate", keys.toString()));
        String publicKey = Files.readString(keys.resolve("public-key"));
        RotatingKeys sealedStart = rotating(new Custodian(new CustodianSettings(publicKey, null, null)));

        sealedStart.run();

        assertThat(sealedStart.counted()).containsOnlyKeys(first);
        world.jdbc
                .sql(
                        """
                update concern.concern_key
                set sealed_private = set_byte(sealed_private, 60, get_byte(sealed_private, 60) # 1)""")
                .update();
        RotatingKeys rotating = rotating(custodian());
        rotating.run();
        rotating.run();
        assertThat(rotating.counted())
                .containsEntry(first, 1)
                .containsEntry(custodian().keyInForce(), 1);
        assertThat(opened(custodian(), old, sealed)).isEqualTo("I fear.");
    }

    @Test
    void the_command_overwrites_nothing_and_retires_no_key_in_force() throws Exception {
        String publicKey = Files.readString(keys.resolve("public-key"));
        long inForce = custodian().keyInForce();

        assertThat(command.run(List.of("new", keys.toString()))).isEqualTo(1);
        assertThat(command.run(List.of("retire", Long.toString(inForce), keys.toString())))
                .isEqualTo(1);
        assertThat(command.run(List.of("retire", "4711", keys.toString()))).isEqualTo(1);
        assertThat(command.run(List.of("rotate", folder.resolve("nothing").toString())))
                .isEqualTo(1);
        assertThat(command.run(List.of())).isEqualTo(2);

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("already", "is in force; rotate first", "there is no key 4711", "custodian-key new FOLDER");
        assertThat(Files.readString(keys.resolve("public-key"))).isEqualTo(publicKey);
    }

    @Test
    void only_their_owner_reads_the_files_and_the_settings_take_them_by_path() throws Exception {
        assertThat(Files.getPosixFilePermissions(keys.resolve("private-key"))).hasSize(2);

        CustodianSettings byPath = new CustodianSettings(
                "file:" + keys.resolve("public-key"),
                "file:" + keys.resolve("private-key"),
                "file:" + keys.resolve("lookup-key"));

        assertThat(new Custodian(byPath).isSealed()).isFalse();
        assertThat(new FilerMarks(byPath).mark(old, "erin.walsh")).hasSize(32);
    }

    private byte[] filed(Custodian custodian, ConcernId id) {
        Vault vault = vault(custodian);
        vault.begin(id, Set.of("olga.petrova"), null);
        return vault.seal(id, "text", bytes("I fear."));
    }

    private String opened(Custodian custodian, ConcernId id, byte[] sealed) {
        return text(TestVault.open(vault(custodian), id, "text", sealed, OLGA));
    }

    private Vault vault(Custodian custodian) {
        return new VaultOf(custodian).on(world.jdbc);
    }

    private RotatingKeys rotating(Custodian custodian) {
        return new RotatingKeys(new Custodies(world.jdbc), custodian, new JdbcTransactionManager(world.database));
    }

    private Custodian custodian() throws Exception {
        return new Custodian(new CustodianSettings(
                Files.readString(keys.resolve("public-key")), Files.readString(keys.resolve("private-key")), null));
    }
}
