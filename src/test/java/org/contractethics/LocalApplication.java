package org.contractethics;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.demonstration.DemonstrationCases;
import org.contractethics.demonstration.DemonstrationFindings;
import org.contractethics.demonstration.DemonstrationRegister;
import org.contractethics.demonstration.DemonstrationScreening;
import org.contractethics.local.DemonstrationPeople;
import org.contractethics.local.LocalServices;
import org.contractethics.policy.Policy;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** The run command: the application with every server it needs, on one machine. */
public final class LocalApplication {

    private LocalApplication() {}

    /** Ends the process when the start fails: the mail server's threads would keep it, and with it every server, alive. */
    public static void main(String[] args) {
        try {
            if (LocalServices.onlyWanted()) {
                LocalServices.only();
                Thread.currentThread().join();
            }
            start(args);
        } catch (InterruptedException | RuntimeException e) {
            System.out.println("The application did not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(String[] args) {
        LocalServices services = LocalServices.forPurpose(LocalServices.Purpose.RUN);
        List<String> arguments = new ArrayList<>();
        services.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(args));
        ApplicationContext application = SpringApplication.from(ContractEthicsApplication::main)
                .with(DemonstrationRegister.class)
                .run(arguments.toArray(String[]::new))
                .getApplicationContext();
        System.out.println(welcome(services));
        if (LocalServices.casesWanted()) {
            DemonstrationCases cases =
                    new DemonstrationCases(application.getEnvironment(), application.getBean(Policy.class));
            DemonstrationScreening screening = new DemonstrationScreening(application.getEnvironment());
            DemonstrationFindings findings = new DemonstrationFindings(application.getEnvironment());
            Thread taking = new Thread(
                    () -> {
                        screening.takeUp();
                        cases.takeUp();
                        findings.takeUp();
                    },
                    "demonstration-cases");
            taking.setDaemon(true);
            taking.start();
        }
    }

    private static String welcome(LocalServices services) {
        StringBuilder text = new StringBuilder("\n");
        text.append("  The contract ethics review is ready:  ")
                .append(services.baseUrl())
                .append("\n\n");
        text.append("  Demonstration people (password of all: ")
                .append(DemonstrationPeople.PASSWORD)
                .append(")\n");
        DemonstrationPeople.all()
                .forEach(person ->
                        text.append("    %-16s %s%n".formatted(person.username(), String.join(", ", person.roles()))));
        return text.append("\n  Mails lie in ")
                .append(services.mailFolder())
                .append("\n  Programs get their tokens at ")
                .append(services.keycloakUrl())
                .append("/realms/contract-ethics/protocol/openid-connect/token")
                .append(
                        "\n  Reviews to look at, a concern and a letter follow within a minute of the first start.\n  Stop with Ctrl-C. Data stays in .local; -Dlocal.reset begins anew.\n")
                .toString();
    }
}
