package org.contractethics.record.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.ConcernHands;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.ErasureBasis;
import org.contractethics.record.internal.erasure.ErasingPeople;
import org.contractethics.record.internal.erasure.ErasureRequest;
import org.contractethics.record.internal.erasure.OpenErasure;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** R26 for the access trail: somebody who only ever read is erased there too, and the trail stays whole. */
@IntegrationTest
class AccessErasureIT {

    private static final Actor OLGA = new Actor("olga.petrova", "Olga Petrova", Set.of(Role.OMBUDS));
    private static final Actor GEORGE = new Actor("george.tan", "George Tan", Set.of(Role.BOARD_COMMITTEE));

    private final AccessTrail trail;
    private final FixingAccess fixing;
    private final ErasingPeople erasing;
    private final RecordReader record;
    private final JdbcClient jdbc;
    private final ConcernHands hands;
    private final String reader = "reader." + UUID.randomUUID();
    private final UUID contract = UUID.randomUUID();

    @Autowired
    AccessErasureIT(
            AccessTrail trail,
            FixingAccess fixing,
            ErasingPeople erasing,
            RecordReader record,
            JdbcClient jdbc,
            MockMvcTester mvc) {
        this.trail = trail;
        this.fixing = fixing;
        this.erasing = erasing;
        this.record = record;
        this.jdbc = jdbc;
        this.hands = new ConcernHands(mvc);
    }

    @Test
    void a_reader_is_erased_with_the_person_and_the_chain_of_reads_stays_whole() throws Exception {
        long first = trail.add(read(reader));
        trail.add(read(reader).refusal(first));
        fixing.fix();
        trail.add(read("helen.okafor"));
        long last = trail.add(read(reader));
        CanaryScan scan = new CanaryScan(reader);
        assertThat(scan.tables()).containsExactly("record.access_person");
        assertThat(trail.page(of(reader), 10, 0)).extracting(AccessEntry::index).containsExactly(last, first);
        assertThat(hands.get("/audit/reads?actor=" + reader, "august.lund"))
                .bodyText()
                .contains(reader);

        OpenErasure asked = asked();
        assertThat(erasing.extent(asked).reads()).isEqualTo(3);
        assertThatThrownBy(() -> erasing.approve(asked.id(), OLGA)).isInstanceOf(Refused.class);
        assertThat(trail.count(of(reader))).as("until a second person agrees").isEqualTo(2);
        erasing.approve(asked.id(), GEORGE);

        assertThat(scan.tables()).isEmpty();
        assertThat(trail.count(of(reader))).isZero();
        assertThat(trail.page(ofContract(), 10, 0))
                .extracting(entry -> entry.access().actor())
                .satisfiesExactly(
                        newest -> assertThat(newest)
                                .startsWith(RecordEntry.ERASED)
                                .contains("Art. 17(1)(a)"),
                        other -> assertThat(other).isEqualTo("helen.okafor"),
                        oldest -> assertThat(oldest).startsWith(RecordEntry.ERASED));
        RecordEntry erased = record.newest(EntryFilter.ofKind("access-erased"), Long.MAX_VALUE, 1)
                .get(0);
        assertThat(erased.number("reads")).hasValue(3);
        assertThat(erased.list("rows")).map(String::valueOf).contains(String.valueOf(last));
        fixing.fix();
        assertThat(record.verify("august.lund").problem()).isNull();
    }

    @Test
    void equal_readers_have_different_commitments_and_who_is_not_named_has_none() {
        long one = trail.add(read(reader));
        long two = trail.add(read(reader));
        long nobody = trail.add(read(RecordEntry.UNNAMED));

        assertThat(jdbc.sql("select commitment from record.access_entry where n in (?, ?, ?) order by n")
                        .params(one, two, nobody)
                        .query(byte[].class)
                        .list())
                .satisfies(hashes -> assertThat(hashes.get(0)).isNotEqualTo(hashes.get(1)))
                .satisfies(hashes -> assertThat(hashes.get(2)).isNull());
        assertThat(jdbc.sql("select distinct actor from record.access_entry where n in (?, ?)")
                        .params(one, two)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("*"));
    }

    private OpenErasure asked() {
        UUID id = erasing.request(
                new ErasureRequest(
                        reader, "", ErasureBasis.A, "Left the company ten years ago and nothing of it is pending."),
                OLGA);
        return erasing.open().stream()
                .filter(erasure -> erasure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Access read(String actor) {
        return new Access(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                actor,
                AccessKind.CASE,
                contract.toString(),
                contract,
                "GET",
                "/contracts/{contractId}",
                "AUDITOR",
                null,
                null);
    }

    private static AccessFilter of(String actor) {
        return new AccessFilter(actor, null, null, null, null, null, Set.of());
    }

    private AccessFilter ofContract() {
        return new AccessFilter(null, null, null, contract, null, null, Set.of());
    }
}
