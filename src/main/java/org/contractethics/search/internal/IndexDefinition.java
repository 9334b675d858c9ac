package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contractethics.shared.Sha256;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings and mapping of the clause index, as they stand in {@code config/elasticsearch/clauses.json}, and the catalogue by which
 * its field {@code concepts} is filled.
 */
@Component
class IndexDefinition {

    /** Where an index notes which definition it was made from. */
    static final String META = "definition";

    /** Grows with each change of how concepts are read out of a clause. */
    private static final int RULES = 1;

    private final String json;
    private final String hash;
    private final List<String> synonyms;

    IndexDefinition(JsonMapper mapper, ElasticsearchSettings settings, Concepts concepts) {
        ObjectNode definition = (ObjectNode) mapper.readTree(read());
        lay(definition.withObject("/settings/index"), settings);
        this.hash = sha256(definition + "\n" + RULES + "\n" + concepts.wordings());
        ((ObjectNode) definition.get("mappings")).putObject("_meta").put(META, hash);
        this.json = definition.toString();
        this.synonyms = definition
                .at("/settings/analysis/filter/legal_synonyms/synonyms")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** How the index lies in the cluster is for its operators to say; what is in it is not. */
    private static void lay(ObjectNode index, ElasticsearchSettings settings) {
        if (settings.shards() > 0) {
            index.put("number_of_shards", settings.shards());
        }
        if (settings.replicas() != null) {
            index.remove("auto_expand_replicas");
            index.put("number_of_replicas", settings.replicas());
        }
    }

    /** Body of the request that creates an index. */
    String json() {
        return json;
    }

    /** Rules of the filter by which abbreviations and full names stand for each other. */
    List<String> synonyms() {
        return synonyms;
    }

    /**
     * Changes with every change of the file, of the settings above, or of the wordings of the catalogue: an index with another one has to
     * be rebuilt.
     */
    String hash() {
        return hash;
    }

    /** Whether an index was made from it, catalogue and all. */
    boolean made(TypeMapping mapping) {
        JsonData from = mapping.meta().get(META);
        return from != null && hash.equals(from.to(String.class));
    }

    private static byte[] read() {
        try {
            return new ClassPathResource("elasticsearch/clauses.json").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("elasticsearch/clauses.json cannot be read", e);
        }
    }

    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 32);
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
