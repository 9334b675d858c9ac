package org.contractethics.record.internal;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.contractethics.record.RecordProofs;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Events as the modules publish them, and the bytes the writer makes of them. */
public final class RecordFixtures {

    public static final Instant NOW = Instant.parse("2026-11-24T09:14:05.678Z");

    private RecordFixtures() {}

    public static Happened anEvent(String kind, Map<String, Object> facts) {
        return new Happened(kind, null, "dana.whitfield", NOW, facts);
    }

    /** What the record would take: refuses a fact that does not fit the schema of its kind. For tests that run without the record. */
    public static <E> E fitting(E event) {
        if (event instanceof RecordedEvent fact) {
            EntrySchemas.published().fitting(Fact.of(fact));
        }
        return event;
    }

    /** Every kind that the catalogue of entries has. */
    public static Set<String> kinds() {
        return EntrySchemas.published().kinds();
    }

    /** One of this kind, with nothing but what it demands. */
    public static Happened anEventOf(String kind) {
        String actor = EntrySchemas.published().actors(kind).contains("nobody") ? "-" : "dana.whitfield";
        return new Happened(kind, null, actor, NOW, Map.of()).whole();
    }

    /** As long as one with conditions, rights and a reason of three sentences is. */
    public static Happened aLongDecision(int number) {
        return anEvent(
                        "decision-recorded",
                        Map.of(
                                "reviewId",
                                UUID.randomUUID().toString(),
                                "decisionId",
                                UUID.randomUUID().toString(),
                                "outcome",
                                "CONDITIONAL",
                                "tier",
                                "T3",
                                "rights",
                                List.of("R09", "R12"),
                                "reasons",
                                "The agency may use the system for detention decisions; a person confirms each. "
                                        .repeat(3),
                                "conditions",
                                number,
                                "documentSetHash",
                                "a".repeat(64),
                                "expiresOn",
                                "2027-11-24",
                                "decidedBy",
                                "ruth.castillo"))
                .whole();
    }

    public static byte[] bodyOf(RecordedEvent event, long place) {
        return CanonicalBody.of(unsealed(event), place, NOW).bytes();
    }

    public static byte[] bodyOf(RecordedEvent event, long place, Instant recordedAt) {
        return CanonicalBody.of(unsealed(event), place, recordedAt).bytes();
    }

    public static byte[] leafOf(RecordedEvent event, long place) {
        return CanonicalBody.of(unsealed(event), place, NOW).leaf();
    }

    /** As the application wrote it before entries named the version of the schema of their kind: of any kind, with any facts. */
    public static byte[] earlierBodyOf(RecordedEvent event, long place, Instant recordedAt) {
        Map<String, Object> body = parsed(bodyOf(event, place, recordedAt));
        body.put("schema", 3);
        body.remove("version");
        return CanonicalBody.canonical(new JsonMapper().writeValueAsString(body));
    }

    /**
     * An entry as the application writes it, people and texts sealed.
     *
     * @param lines its values as in an export
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    public record Sealed(byte[] body, String lines) {}

    public static Sealed sealed(RecordedEvent event, long place, Random random) {
        SealedFact sealed = Sealing.of(EntrySchemas.published().fitting(Fact.of(event)), () -> {
            byte[] nonce = new byte[Commitment.NONCE];
            random.nextBytes(nonce);
            return nonce;
        });
        StringBuilder lines = new StringBuilder();
        for (SealedField field : sealed.fields()) {
            lines.append(place).append(' ').append(base64(field.nonce())).append(' ');
            lines.append(base64(field.value()))
                    .append(' ')
                    .append(field.field())
                    .append('\n');
        }
        return new Sealed(CanonicalBody.of(sealed, place, NOW).bytes(), lines.toString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> parsed(byte[] body) {
        return new JsonMapper().readValue(body, Map.class);
    }

    /** As if the modules told neither of people nor of texts. */
    private static SealedFact unsealed(RecordedEvent event) {
        return new SealedFact(Fact.of(event).ofVersion(1), Map.of(), Map.of(), List.of());
    }

    /** A record whose first entries witnesses have seen. */
    public record WitnessedBelow(long size) implements RecordProofs {

        @Override
        public boolean witnessed(long index) {
            return index < size;
        }

        @Override
        public boolean asksForWitnesses() {
            return true;
        }

        @Override
        public Optional<String> receipt(long index) {
            return Optional.empty();
        }

        @Override
        public Optional<SignedCheckpoint> newest() {
            String note = "tests.example/record\n" + size + "\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n";
            return Optional.of(new SignedCheckpoint(size, "e3b0", NOW, note, true));
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }

    /** Any fact. */
    public record Happened(
            String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
            implements RecordedEvent {

        /** The same with all that its kind demands: what the test is not about is made up. */
        public Happened whole() {
            return new Happened(
                    kind,
                    WholeFacts.contract(kind, contract),
                    WholeFacts.actor(kind, actor),
                    occurredAt,
                    WholeFacts.of(kind, facts));
        }
    }
}
