package org.contractethics;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/**
 * With the profile {@code production}: refuses to start on missing, malformed or demonstration settings and on servers that do not fit
 * them, before anything is opened or changed. A search or mail server that is merely down is said and survived: the application works
 * without them and catches up.
 */
final class ProductionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(ProductionCheck.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().acceptsProfiles(Profiles.of("production"))) {
            ProductionSettings settings = new ProductionSettings(context.getEnvironment()::getProperty);
            refuseOn(settings.problems());
            ProductionServers servers = ProductionServers.lookAt(settings);
            refuseOn(servers.problems());
            servers.warnings().forEach(LOG::warn);
        }
    }

    private static void refuseOn(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new NotFitForProduction(problems);
        }
    }
}
