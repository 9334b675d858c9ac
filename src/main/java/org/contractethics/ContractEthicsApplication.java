package org.contractethics;

import java.util.List;
import org.contractethics.concern.CustodianKey;
import org.contractethics.record.RecordCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Human-rights review of a company's government contracts. */
@Modulithic(systemName = "Contract ethics review", sharedModules = "shared")
@SpringBootApplication
@ConfigurationPropertiesScan
public class ContractEthicsApplication {

    /** The first argument may name a program that needs no server: a witness, or the check of an export. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(CustodianKey.COMMAND)) {
            List<String> arguments = List.of(args).subList(1, args.length);
            System.exit(CustodianKey.run(arguments, System.out));
        }
        RecordCommands.run(args, System.out)
                .ifPresentOrElse(System::exit, () -> SpringApplication.run(ContractEthicsApplication.class, args));
    }
}
