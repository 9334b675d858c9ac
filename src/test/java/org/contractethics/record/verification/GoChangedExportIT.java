package org.contractethics.record.verification;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.contractethics.record.export.GoCheck;
import org.contractethics.record.export.GoCheck.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** R39: the short program in Go refuses the same exports. */
class GoChangedExportIT extends ChangedExportTests {

    private static Path program = Path.of("");

    GoChangedExportIT(@TempDir Path temporary) {
        super(temporary);
    }

    @BeforeAll
    static void aProgram(@TempDir Path sources) throws Exception {
        assumeThat(GoCheck.isHere()).isTrue();
        GoCheck.sources(sources);
        program = GoCheck.program(sources);
    }

    @Override
    Said verify(Path export, Path trusted) throws IOException {
        return GoCheck.run(program, export.toString(), trusted.toString());
    }
}
