package org.contractethics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Human-rights review of a company's government contracts. */
@Modulithic(systemName = "Contract ethics review", sharedModules = "shared")
@SpringBootApplication
@ConfigurationPropertiesScan
public class ContractEthicsApplication {

    public static void main(String[] args) {
        SpringApplication.run(ContractEthicsApplication.class, args);
    }
}
