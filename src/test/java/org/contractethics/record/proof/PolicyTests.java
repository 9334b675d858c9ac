package org.contractethics.record.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PolicyTests {

    private static final SigningKey LOG = SigningKey.ofLog("log.example/record", key(1));
    private static final SigningKey COUNCIL = SigningKey.ofWitness("council.example", key(2));
    private static final SigningKey AUDITOR = SigningKey.ofWitness("auditor.example", key(3));
    private static final SigningKey LIBRARY = SigningKey.ofWitness("library.example", key(4));
    private static final String TEXT = Notes.checkpoint("log.example/record", 3, new byte[32]);

    private static final String KEYS = "log " + LOG.verifierKey() + "\n# who watches\n"
            + "witness council " + COUNCIL.verifierKey() + " https://council.example\n"
            + "witness\tauditor  " + AUDITOR.verifierKey() + "\n"
            + "  witness library " + LIBRARY.verifierKey() + "\n\n";

    /** R25 */
    @Test
    void below_the_quorum_a_checkpoint_does_not_count_at_the_quorum_it_does() throws NotProvenException {
        Policy policy = policy("group two 2 council auditor library\nquorum two\n");

        assertThat(policy.accept(note(LOG.sign(TEXT))).quorum()).isFalse();
        assertThat(policy.accept(note(LOG.sign(TEXT), COUNCIL.cosign(TEXT, 7))))
                .satisfies(accepted -> assertThat(accepted.quorum()).isFalse())
                .satisfies(accepted -> assertThat(accepted.cosigned()).containsExactly("council"));
        assertThat(policy.accept(note(LOG.sign(TEXT), COUNCIL.cosign(TEXT, 7), LIBRARY.cosign(TEXT, 8)))
                        .quorum())
                .isTrue();
    }

    /** R25 */
    @Test
    void groups_may_be_members_of_groups() throws NotProvenException {
        Policy policy = policy("group inside any auditor library\ngroup both all council inside\nquorum both\n");

        assertThat(policy.quorum(Set.of("council"))).isFalse();
        assertThat(policy.quorum(Set.of("auditor", "library"))).isFalse();
        assertThat(policy.quorum(Set.of("council", "library"))).isTrue();
    }

    /** A policy out of an export is whatever somebody wrote. */
    @Test
    void groups_nested_without_end_are_judged_all_the_same() throws NotProvenException {
        StringBuilder groups = new StringBuilder("group g0 any council\n");
        int last = 20_000;
        for (int i = 1; i <= last; i++) {
            groups.append("group g" + i + " any g" + (i - 1) + "\n");
        }
        Policy policy = policy(groups + "quorum g" + last + "\n");

        assertThat(policy.quorum(Set.of("council"))).isTrue();
        assertThat(policy.quorum(Set.of("library"))).isFalse();
    }

    @Test
    void while_keys_are_exchanged_either_key_is_enough_and_a_third_is_ignored() throws NotProvenException {
        SigningKey next = SigningKey.ofLog("log.example/record", key(5));
        SigningKey third = SigningKey.ofLog("log.example/record", key(6));
        Policy old = policy("quorum none\n");
        Policy both = policy("log " + next.verifierKey() + "\nquorum none\n");
        byte[] overlap = note(third.sign(TEXT), LOG.sign(TEXT), next.sign(TEXT));

        assertThat(both.accept(overlap).checkpoint().size()).isEqualTo(3);
        assertThat(old.accept(overlap).checkpoint().size()).isEqualTo(3);
        assertThat(both.accept(note(next.sign(TEXT))).checkpoint().size()).isEqualTo(3);
        assertThatThrownBy(() -> old.accept(note(next.sign(TEXT))))
                .isInstanceOf(UnknownSignerException.class)
                .hasMessageContaining("no signature by a known key");
        assertThatThrownBy(() -> both.accept(note(third.sign(TEXT)))).isInstanceOf(UnknownSignerException.class);
    }

    @Test
    void beside_a_good_signature_a_bad_one_of_a_known_key_refuses_the_note() throws NotProvenException {
        SigningKey next = SigningKey.ofLog("log.example/record", key(5));
        Policy both = policy("log " + next.verifierKey() + "\nquorum none\n");
        String other = Notes.checkpoint("log.example/record", 4, new byte[32]);

        assertThatThrownBy(() -> both.accept(note(LOG.sign(TEXT), next.sign(other))))
                .hasMessageContaining("not by its key");
        assertThatThrownBy(() -> policy("log " + next.verifierKey().replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+")
                        + "\nquorum none\n"))
                .hasMessageContaining("key id that does not belong");
    }

    @Test
    void a_checkpoint_that_only_witnesses_signed_is_refused() {
        assertThatThrownBy(() -> policy("quorum council\n").accept(note(COUNCIL.cosign(TEXT, 7))))
                .hasMessageContaining("not signed by a log");
    }

    @Test
    void a_cosignature_for_another_checkpoint_or_another_time_is_refused() {
        String other = Notes.checkpoint("log.example/record", 4, new byte[32]);

        assertThatThrownBy(() -> policy("quorum council\n").accept(note(LOG.sign(TEXT), COUNCIL.cosign(other, 7))))
                .hasMessageContaining("council.example");
        assertThatThrownBy(() -> policy("quorum council\n").accept(note(LOG.sign(TEXT), COUNCIL.cosign(TEXT, -7))))
                .hasMessageContaining("council.example");
    }

    /** R15 */
    @Test
    void a_cosignature_taken_from_another_log_is_refused() {
        String elsewhere = Notes.checkpoint("elsewhere.example/record", 3, new byte[32]);

        assertThatThrownBy(() -> policy("quorum council\n").accept(note(LOG.sign(TEXT), COUNCIL.cosign(elsewhere, 7))))
                .isInstanceOf(NotProvenException.class);
    }

    /** R23 */
    @Test
    void cosignatures_of_two_public_witness_programs_are_understood() throws NotProvenException {
        JsonNode golden = Vectors.read("golden/golden");
        for (String witness : List.of("witnessVkey", "litewitnessVkey")) {
            String note = golden.get(witness.equals("witnessVkey") ? "cosigned" : "litewitnessCosigned")
                    .asString();
            Policy policy = Policy.parse(("log " + golden.get("logVkey").asString() + "\nwitness w "
                            + golden.get(witness).asString() + "\nquorum w\n")
                    .getBytes(StandardCharsets.UTF_8));

            assertThat(policy.accept(note.getBytes(StandardCharsets.UTF_8)).quorum())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum nobody\n",
                "quorum council\nquorum council\n",
                "group g 4 council auditor library\nquorum g\n",
                "group g 0 council\nquorum g\n",
                "group g some council\nquorum g\n",
                "group g any council council\nquorum g\n",
                "group g any council\ngroup h any council\nquorum g\n",
                "group g any g\nquorum g\n",
                "group council any auditor\nquorum council\n",
                "group none any auditor\nquorum none\n",
                "quorum g\ngroup g any council\n",
                "friend council\nquorum council\n",
                "log log.example/record\nquorum none\n",
                "quorum council\r\n",
            })
    void a_policy_that_cannot_be_meant_is_refused(String rest) {
        assertThatThrownBy(() -> policy(rest)).isInstanceOf(NotProvenException.class);
    }

    @Test
    void one_key_cannot_count_twice_under_two_names() {
        SigningKey again = SigningKey.ofWitness("other.example", key(2));

        assertThatThrownBy(() -> policy("witness again " + again.verifierKey() + "\nquorum council\n"))
                .hasMessageContaining("another witness");
        assertThatThrownBy(() -> policy("witness log " + LOG.verifierKey() + "\nquorum council\n"))
                .isInstanceOf(NotProvenException.class);
    }

    /** Its signatures hold for any text: nobody may be led to trust it. */
    @Test
    void a_key_under_which_anybody_can_sign_is_none() throws Exception {
        byte[] material = new byte[1 + SigningKey.SECRET];
        material[0] = 1;
        material[1] = 1;
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("log.example/other\n".getBytes(StandardCharsets.UTF_8));
        String id = HexFormat.of().formatHex(sha256.digest(material), 0, 4);
        String key = "log.example/other+" + id + "+" + Base64.getEncoder().encodeToString(material);

        assertThatThrownBy(() -> policy("log " + key + "\nquorum none\n")).hasMessage("no Ed25519 key");
    }

    private static Policy policy(String rest) throws NotProvenException {
        return Policy.parse((KEYS + rest).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] note(String... signatures) {
        return Notes.signed(TEXT, List.of(signatures)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] key(int number) {
        byte[] key = new byte[SigningKey.SECRET];
        key[0] = (byte) number;
        return key;
    }
}
