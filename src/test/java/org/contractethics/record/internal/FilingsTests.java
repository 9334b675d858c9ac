package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;

/** R29: of 1,000 filings of a day, nothing that can be seen of an entry goes with who filed, at which hour or how much. */
class FilingsTests {

    private static final int FILINGS = 1_000;
    private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final List<String> MODES = List.of("OPEN", "CONFIDENTIAL", "ANONYMOUS");
    private static final List<String> TOPICS = List.of("RETALIATION", "OTHER", "SURVEILLANCE_OF_PROTESTERS");

    /** About three standard deviations of the rank correlation of 1,000 pairs that have nothing to do with each other. */
    private static final double CHANCE = 3.2 / Math.sqrt(FILINGS - 1);

    private final Random random = new Random(29);
    private final List<Filing> filings = IntStream.range(0, FILINGS)
            .mapToObj(number -> new Filing(
                    new UUID(random.nextLong(), random.nextLong()),
                    DAY.plus(number * 86_000L / FILINGS, ChronoUnit.SECONDS),
                    MODES.get(random.nextInt(3)),
                    TOPICS.get(random.nextInt(3)),
                    random.nextBoolean()))
            .toList();

    /** @param at known to nobody but the filer */
    private record Filing(UUID id, Instant at, String mode, String topic, boolean aboutContract) {}

    @Test
    void every_entry_has_the_same_length_and_the_same_times() {
        List<byte[]> bodies = IntStream.range(0, FILINGS)
                .mapToObj(place -> body(filings.get(place), place * 997L))
                .toList();

        assertThat(bodies.stream().mapToInt(body -> body.length).distinct()).containsExactly(CanonicalBody.CLASS);
        assertThat(bodies.stream().map(RecordFixtures::parsed)).allSatisfy(body -> assertThat(body)
                .containsEntry("occurredAt", "2026-11-24T00:00:00.000Z")
                .containsEntry("recordedAt", "2026-11-25T00:00:00.000Z"));
    }

    @Test
    void the_place_of_an_entry_has_nothing_to_do_with_the_hour_of_its_filing() {
        List<Filing> told = filings.stream()
                .sorted(Comparator.comparing(filing -> filing.id().toString()))
                .toList();

        double squares = IntStream.range(0, FILINGS)
                .mapToDouble(place -> Math.pow(place - filings.indexOf(told.get(place)), 2))
                .sum();
        double correlation = 1 - 6 * squares / (FILINGS * ((double) FILINGS * FILINGS - 1));

        assertThat(Math.abs(correlation)).isLessThan(CHANCE);
    }

    @Test
    void entries_that_name_their_actor_are_not_padded() {
        byte[] body = RecordFixtures.bodyOf(RecordFixtures.anEvent("thing", Map.of()), 1);

        assertThat(RecordFixtures.parsed(body)).doesNotContainKey("padding");
    }

    /** As the module of concerns tells of a filing when its day is over. */
    private static byte[] body(Filing filing, long place) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("concernId", filing.id().toString());
        facts.put("mode", filing.mode());
        facts.put("topic", filing.topic());
        if (filing.mode().equals("ANONYMOUS")) {
            facts.put("commitment", Sha256.hex(filing.id().toString()));
        }
        ContractId contract = filing.aboutContract() ? new ContractId(filing.id()) : null;
        Happened event = new Happened("concern-filed", contract, "-", DAY, facts);
        return RecordFixtures.bodyOf(event, place, DAY.plus(25, ChronoUnit.HOURS));
    }
}
