package org.contractethics.record.internal.watch;

import java.util.Optional;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordReader;
import org.contractethics.record.RecordVerification;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Says {@code DAMAGED} after a verification that found damage, and {@code UNPROVED} while checkpoints are not signed. Never down: a node
 * taken out for it would mend nothing.
 */
@Component
class RecordHealthIndicator implements HealthIndicator {

    private final RecordReader record;
    private final RecordProofs proofs;

    RecordHealthIndicator(RecordReader record, RecordProofs proofs) {
        this.record = record;
        this.proofs = proofs;
    }

    @Override
    public Health health() {
        try {
            Optional<RecordVerification> damaged = record.lastVerification().filter(last -> !last.intact());
            if (damaged.isPresent()) {
                return Health.status("DAMAGED")
                        .withDetail("faults", 1 + damaged.get().further().size())
                        .build();
            }
            Health.Builder health = proofs.problem().isPresent() ? Health.status("UNPROVED") : Health.up();
            return health.withDetail(
                            "verified",
                            record.lastVerification()
                                    .map(RecordVerification::verifiedAt)
                                    .map(Object::toString)
                                    .orElse("not since the start"))
                    .build();
        } catch (DataAccessException e) {
            return Health.unknown()
                    .withDetail("record", "the database does not answer")
                    .build();
        }
    }
}
