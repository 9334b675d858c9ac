package org.contractethics.concern.internal.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.concern.internal.vault.Custodies.Custody;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals for the custodian's key in force what an earlier one sealed, batch by batch. Texts are not touched: only the private halves of
 * concerns and people are, so a rotation costs one small row each. When none is left under the earlier key, it can be retired.
 */
@Component
class RotatingKeys implements RecurringWork {

    static final int BATCH = 200;

    private static final Logger log = LoggerFactory.getLogger(RotatingKeys.class);

    private final Custodies custodies;
    private final Custodian custodian;
    private final TransactionTemplate transaction;
    /** What did not open: left as it is, and not tried again before the next start. */
    private final Set<String> broken = new HashSet<>();

    RotatingKeys(Custodies custodies, Custodian custodian, PlatformTransactionManager transactions) {
        this.custodies = custodies;
        this.custodian = custodian;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many private halves each key of the custodian has sealed, by the id of the key. */
    Map<Long, Integer> counted() {
        return custodies.byKey();
    }

    @EventListener(ApplicationReadyEvent.class)
    void saysWhatIsInUse() {
        if (custodian.isSealed()) {
            log.warn(
                    "concerns are sealed: they can be filed, and nobody can read any until the custodian's private key is set");
        }
        counted()
                .forEach((key, count) -> log.info(
                        "custodian key={} seals {} keys{}",
                        key,
                        count,
                        key == custodian.keyInForce() ? ", in force" : ""));
    }

    @Override
    public synchronized void run() {
        if (custodian.isSealed() || custodian.isWithoutPublicKey()) {
            return;
        }
        Integer moved = transaction.execute(status -> batch());
        if (moved != null && moved > 0) {
            log.info(
                    "custodian key={} in force: {} keys sealed anew, by key {}",
                    custodian.keyInForce(),
                    moved,
                    counted());
        }
    }

    private int batch() {
        List<Custody> earlier = custodies.notUnder(custodian.keyInForce(), broken, BATCH);
        return (int) earlier.stream().filter(this::moved).count();
    }

    private boolean moved(Custody custody) {
        try {
            byte[] secret = custodian.open(custody.sealedPrivate(), custody.context());
            try {
                custodies.replace(custody, custodian.seal(secret, custody.context()), custodian.keyInForce());
                return true;
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            broken.add(custody.name());
            log.error("not opened by any key of the custodian, left as it is: {}", custody.name());
            return false;
        }
    }
}
