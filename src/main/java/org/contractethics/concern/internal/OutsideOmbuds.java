package org.contractethics.concern.internal;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ombudsperson outside the company, to whom a concern falls that nobody inside may handle.
 *
 * @param outsideOmbudsperson their account name; empty where none is named
 */
@ConfigurationProperties("contract-ethics.concerns")
record OutsideOmbuds(@DefaultValue("") String outsideOmbudsperson) {

    boolean is(String username) {
        return !outsideOmbudsperson.isBlank() && outsideOmbudsperson.equals(username);
    }

    Optional<String> account() {
        return Optional.of(outsideOmbudsperson).filter(name -> !name.isBlank());
    }
}
