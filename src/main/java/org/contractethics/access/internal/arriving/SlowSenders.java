package org.contractethics.access.internal.arriving;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Ends requests whose bodies arrive too slowly. Left to itself the server only bounds the time between two bytes, so one byte a second holds
 * a thread for ever, and as many senders as there are threads stop everybody else.
 */
@Component
class SlowSenders implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final ArrivingBodies bodies;

    SlowSenders(ArrivingSettings settings) {
        this.bodies = new ArrivingBodies(settings, System::nanoTime);
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(this::waitsNoLonger);
        factory.addContextCustomizers(context -> context.getPipeline().addValve(new SlowBodyValve(bodies)));
    }

    /** For a sender who is silent altogether. */
    private void waitsNoLonger(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setDisableUploadTimeout(false);
            protocol.setConnectionUploadTimeout(
                    (int) bodies.settings().patience().toMillis());
        }
    }
}
