package org.contractethics.concern.internal.vault;

import org.springframework.context.ApplicationContext;

/** Until it is closed, the running application behaves as if it had been started without keys of the custodian. */
public final class SealedStart implements AutoCloseable {

    private final Custodian custodian;
    private final CustodianSettings settings;

    private SealedStart(ApplicationContext application, boolean publicKey) {
        this.custodian = application.getBean(Custodian.class);
        this.settings = application.getBean(CustodianSettings.class);
        custodian.use(new CustodianSettings(publicKey ? settings.publicKey() : null, null, settings.lookupKey()));
    }

    public static SealedStart withoutPrivateKey(ApplicationContext application) {
        return new SealedStart(application, true);
    }

    public static SealedStart withoutAnyKey(ApplicationContext application) {
        return new SealedStart(application, false);
    }

    @Override
    public void close() {
        custodian.use(settings);
    }
}
