package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The office program that many people open our files with, run without a screen. */
final class LibreOffice {

    /** Debian's packages libreoffice-calc and libreoffice-writer; elsewhere -Dreports.soffice=... */
    private static final Path PROGRAM = Path.of(System.getProperty("reports.soffice", "/usr/bin/soffice"));

    /** Each sheet as a file of its own, every cell as it is shown: what is too wide for its column is a row of # there. */
    static final String SHEETS_AS_SHOWN =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    static final String PDF = "pdf";

    private static final int LONGEST_MINUTES = 5;

    private LibreOffice() {}

    /** Says so where it cannot run: a check that was left out must not look like one that passed. */
    static boolean isHere() {
        boolean here = Files.isExecutable(PROGRAM);
        if (!here) {
            System.err.println("NOT OPENED by LibreOffice: " + PROGRAM
                    + " is missing (Debian packages libreoffice-calc and" + " libreoffice-writer).");
        }
        return here;
    }

    /** Converts the files into the folder, with settings of its own that no other office on the machine sees. */
    static void convert(String format, Path into, Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "-env:UserInstallation=" + into.resolve("settings").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                format,
                "--outdir",
                into.toString()));
        Arrays.stream(files).map(Path::toString).forEach(command::add);
        Path said = into.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended).as(Files.readString(said, StandardCharsets.UTF_8)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** What it wrote as comma separated values: cells may be quoted and hold commas, quotes and line breaks. */
    static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char letter = csv.charAt(i);
            if (letter == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(csv.charAt(++i));
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == ',' || letter == '\n')) {
                rows.get(rows.size() - 1).add(cell.toString());
                cell.setLength(0);
                if (letter == '\n' && i + 1 < csv.length()) {
                    rows.add(new ArrayList<>());
                }
            } else {
                cell.append(letter);
            }
        }
        return rows;
    }
}
