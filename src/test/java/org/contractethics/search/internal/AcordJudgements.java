package org.contractethics.search.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The clauses that drafters judged (ACORD, training split), and the grade of each for each query. Only judges read the grades. */
final class AcordJudgements {

    private final Path folder;
    private final List<ClauseDocument> documents = new ArrayList<>();
    private final Map<String, Map<String, Double>> queries = new TreeMap<>();

    AcordJudgements(Path folder) throws IOException {
        this.folder = folder;
        for (String line : lines("corpus.jsonl.gz")) {
            JsonNode clause = new JsonMapper().readTree(line);
            documents.add(PackDocuments.of(
                    clause.get("_id").asString(), 0, "", "", clause.get("text").asString()));
        }
        for (String line : lines("qrels_train.tsv.gz").stream().skip(1).toList()) {
            String[] row = line.split("\t", -1);
            queries.computeIfAbsent(row[0].replace("\"", ""), query -> new HashMap<>())
                    .put(ClauseDocument.id(row[1], 0), Double.parseDouble(row[2]));
        }
    }

    List<ClauseDocument> documents() {
        return List.copyOf(documents);
    }

    /** By query the grade of each clause that was judged for it, by the id of the clause in the index. */
    Map<String, Map<String, Double>> queries() {
        return queries;
    }

    private List<String> lines(String file) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
