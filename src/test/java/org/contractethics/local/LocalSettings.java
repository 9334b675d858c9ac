package org.contractethics.local;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test's application at the local servers. */
public final class LocalSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        LocalServices.forPurpose(LocalServices.Purpose.TEST).settings())
                .and("contract-ethics.test.signing-keys-in-turn=true")
                .applyTo(context);
    }
}
