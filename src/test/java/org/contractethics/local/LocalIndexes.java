package org.contractethics.local;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** Indexes that an earlier run of the same tests left behind. */
final class LocalIndexes {

    private LocalIndexes() {}

    /** Removes every index whose name begins with the prefix and a dash; a cluster refuses to delete by pattern. */
    static void remove(String url, String prefix) throws IOException {
        HttpResponse<String> names =
                Http.send("GET", url + "/_cat/indices/" + prefix + "-*?h=index&expand_wildcards=all");
        if (names.statusCode() != 200) {
            throw new IOException("Elasticsearch does not list its indexes: " + names.body());
        }
        List<String> leftovers = names.body()
                .lines()
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
        for (String index : leftovers) {
            Http.send("DELETE", url + "/" + index);
        }
    }
}
