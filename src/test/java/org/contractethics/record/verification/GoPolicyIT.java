package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contractethics.record.export.GoCheck;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.signing.SigningKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R25, R39: the short program in Go reads policies as the other program does, and refuses those that cannot be meant. */
class GoPolicyIT {

    private static final SigningKey OTHER = SigningKey.ofWitness("council.example/w1", new byte[SigningKey.SECRET]);
    private static final String NAMESAKE = "witness other " + OTHER.verifierKey() + "\n";

    private static Path program = Path.of("");

    private final Path folder;
    private final MadeExport export;

    GoPolicyIT(@TempDir Path folder) {
        this.folder = folder;
        this.export = new MadeExport(folder);
    }

    @BeforeAll
    static void aProgram(@TempDir Path sources) throws Exception {
        assumeThat(GoCheck.isHere()).isTrue();
        GoCheck.sources(sources);
        program = GoCheck.program(sources);
    }

    @BeforeEach
    void anExport() throws IOException {
        export.write(Catalogue.FILE, Catalogue.bytesOfProgram());
        export.of(MadeExport.vote(), MadeExport.told(Catalogue.bytesOfProgram()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quorum council\n",
                "group one any council other\nquorum one\n",
                "group one 1 other council\ngroup top all one\nquorum top\n"
            })
    void enough_witnesses_are_enough(String rest) throws Exception {
        assertThat(code(NAMESAKE + rest)).isZero();
    }

    /** Two witnesses whose keys have one name are two all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "quorum other\n",
                "group both all council other\nquorum both\n",
                "group one any council\ngroup two any other\ngroup top 2 one two\nquorum top\n"
            })
    void a_witness_that_did_not_cosign_is_not_counted_by_the_name_of_its_key(String rest) throws Exception {
        assertThat(code(NAMESAKE + rest)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum nobody\n",
                "quorum council\nquorum council\n",
                "group g 4 council other\nquorum g\n",
                "group g 0 council\nquorum g\n",
                "group g some council\nquorum g\n",
                "group g any council council\nquorum g\n",
                "group g any council\ngroup h any council\nquorum g\n",
                "group g any g\nquorum g\n",
                "group council any other\nquorum council\n",
                "group none any council\nquorum none\n",
                "quorum g\ngroup g any council\n",
                "witness council\nquorum council\n",
                "friend council\nquorum council\n",
                "log tests.example/record\nquorum none\n",
                "log\nquorum none\n",
            })
    void a_policy_that_cannot_be_meant_is_refused(String rest) throws Exception {
        assertThat(code(NAMESAKE + rest)).isOne();
    }

    @Test
    void one_key_cannot_count_twice_under_two_names() throws Exception {
        SigningKey again = SigningKey.ofWitness("again.example", new byte[SigningKey.SECRET]);

        assertThat(code(NAMESAKE + "witness again " + again.verifierKey() + "\nquorum council\n"))
                .isOne();
    }

    /** Of the short program, with which the other has to agree. */
    private int code(String rest) throws IOException {
        export.policy(MadeExport.keys() + rest);
        int code = GoCheck.run(program, folder.toString(), export.policy().toString())
                .code();
        assertThat(isAccepted(MadeExport.keys() + rest)).isEqualTo(code == 0);
        return code;
    }

    private boolean isAccepted(String policy) throws IOException {
        try {
            return Policy.parse(policy.getBytes(StandardCharsets.UTF_8))
                    .accept(Files.readAllBytes(folder.resolve("checkpoint")))
                    .quorum();
        } catch (NotProvenException e) {
            return false;
        }
    }
}
