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
                // tests approve versions of the rules on the day they propose them; ConsultationIT tries the rule
                // itself
                .and("contract-ethics.policy.consultation-days=0")
                .and("contract-ethics.test.signing-keys-in-turn=true")
                .applyTo(context);
    }
}
