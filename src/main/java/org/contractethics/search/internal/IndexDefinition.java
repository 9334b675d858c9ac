package org.contractethics.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.contractethics.shared.Sha256;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The settings and mapping of the clause index, as they stand in {@code config/elasticsearch/clauses.json}. */
@Component
class IndexDefinition {

    /** Where an index notes which definition it was made from. */
    static final String META = "definition";

    private final String json;
    private final String hash;

    IndexDefinition(JsonMapper mapper, ElasticsearchSettings settings) {
        ObjectNode definition = (ObjectNode) mapper.readTree(read());
        lay(definition.withObject("/settings/index"), settings);
        this.hash = sha256(definition.toString());
        ((ObjectNode) definition.get("mappings")).putObject("_meta").put(META, hash);
        this.json = definition.toString();
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

    /** Changes with every change of the file or of the settings above: an index with another one has to be rebuilt. */
    String hash() {
        return hash;
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
