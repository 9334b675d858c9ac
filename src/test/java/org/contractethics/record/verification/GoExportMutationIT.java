package org.contractethics.record.verification;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.contractethics.record.export.GoCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** R40: the short program in Go, fed with the same exports, believes none of them either. */
class GoExportMutationIT extends ExportMutationTests {

    private static Path program = Path.of("");

    GoExportMutationIT(@TempDir Path temporary) throws IOException {
        super(temporary);
    }

    @BeforeAll
    static void aProgram(@TempDir Path sources) throws Exception {
        assumeThat(GoCheck.isHere()).isTrue();
        GoCheck.sources(sources);
        program = GoCheck.program(sources);
    }

    @Override
    int verify(Path export, Path trusted) throws IOException {
        return GoCheck.run(program, export.toString(), trusted.toString()).code();
    }
}
