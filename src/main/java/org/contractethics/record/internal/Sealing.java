package org.contractethics.record.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.Actor;

/** Takes people and texts out of one fact and leaves commitments in their places. */
final class Sealing {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Fact fact;
    private final Supplier<byte[]> nonces;
    private final Map<String, String> persons = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<SealedField> fields = new ArrayList<>();

    private Sealing(Fact fact, Supplier<byte[]> nonces) {
        this.fact = fact;
        this.nonces = nonces;
    }

    /** @param nonces 32 new random bytes with each call */
    static SealedFact of(Fact fact, Supplier<byte[]> nonces) {
        return new Sealing(fact, nonces).sealed();
    }

    private SealedFact sealed() {
        String actor = isNobody(fact.actor()) ? fact.actor() : person("/actor", fact.actor());
        Map<String, Object> open = map("/facts", fact.facts());
        return new SealedFact(
                new Fact(fact.kind(), fact.version(), fact.contract(), actor, fact.occurredAt(), open),
                persons,
                texts,
                fields);
    }

    private Map<String, Object> map(String pointer, Map<?, ?> values) {
        Map<String, Object> open = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            open.put(name, value(pointer + "/" + escaped(name), name, value));
        });
        return open;
    }

    private Object value(String pointer, String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(pointer, map);
        }
        if (value instanceof List<?> list) {
            List<Object> open = new ArrayList<>(list.size());
            for (Object one : list) {
                open.add(value(pointer + "/" + open.size(), name, one));
            }
            return open;
        }
        return value instanceof String text ? text(pointer, name, text) : value;
    }

    private String text(String pointer, String name, String text) {
        if (SealedNames.isPerson(name) && isAccount(text)) {
            return isNobody(text) ? text : person(pointer, text);
        }
        if (!SealedNames.isText(name, text)) {
            return text;
        }
        texts.put(pointer, commitment(pointer, fact.actor(), text));
        return SealedNames.STAR;
    }

    private String person(String pointer, String account) {
        persons.put(pointer, commitment(pointer, account, account));
        return SealedNames.STAR;
    }

    private String commitment(String pointer, String person, String text) {
        if (CONTROL.matcher(pointer).find()) {
            throw new UnfitFactException(pointer, "has a control character in its name");
        }
        byte[] nonce = nonces.get();
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        fields.add(new SealedField(pointer, person, nonce, value));
        return HexFormat.of().formatHex(Commitment.of(pointer, nonce, value));
    }

    /** The system, and actors who must not be known, are nobody to erase. */
    private static boolean isNobody(String account) {
        return account.equals(Actor.SYSTEM.username()) || account.equals(RecordEntry.UNNAMED);
    }

    private static boolean isAccount(String text) {
        return !text.isEmpty() && text.length() <= Fact.ACTOR_LENGTH;
    }

    /** RFC 6901. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
