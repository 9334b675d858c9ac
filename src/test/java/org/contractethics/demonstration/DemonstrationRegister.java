package org.contractethics.demonstration;

import java.io.IOException;
import java.util.List;
import org.contractethics.contract.internal.imports.ImportJob;
import org.contractethics.contract.internal.imports.RunningImports;
import org.contractethics.contract.internal.imports.UnreadableFile;
import org.contractethics.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;

/**
 * Fills the register of the run command with real award records. Each start imports the same files through the product's own
 * import: the second time everything is found unchanged.
 */
public class DemonstrationRegister implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationRegister.class);
    static final List<String> FILES = List.of("awards-extract.csv", "transactions-extract.csv");

    private final RunningImports imports;

    public DemonstrationRegister(RunningImports imports) {
        this.imports = imports;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, UnreadableFile {
        for (String file : FILES) {
            byte[] content = new ClassPathResource("demonstration/" + file).getContentAsByteArray();
            ImportJob job = imports.importNow(file, content, Actor.SYSTEM);
            LOG.info(
                    "demonstration register file={} rows={} new={} unchanged={} problems={}",
                    file,
                    job.rowsRead(),
                    job.registered(),
                    job.unchanged(),
                    job.problems());
        }
    }
}
