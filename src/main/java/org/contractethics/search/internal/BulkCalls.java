package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.client.config.RequestConfig;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Bulk calls that give way to the cluster: what it turns away because it is busy is sent again after a pause that doubles, and
 * nothing else is. What it will never take is told apart from what it cannot take now.
 */
final class BulkCalls {

    /** Nobody waits for a page here, so a busy cluster gets more time than a search. */
    private static final int ANSWER_MILLIS = 30_000;

    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int TOO_BUSY = 429;
    private static final Pattern FIELD = Pattern.compile(
            "field \\[([\\w.]{1,80})]|introduction of \\[([\\w.]{1,80})]|term in field=\"([\\w.]{1,80})\"");

    private final ElasticsearchClient elasticsearch;
    private final Pause pause;

    BulkCalls(ElasticsearchClient elasticsearch, Pause pause) {
        RequestConfig patient = RequestConfig.custom()
                .setConnectTimeout(2_000)
                .setSocketTimeout(ANSWER_MILLIS)
                .build();
        this.elasticsearch = elasticsearch.withTransportOptions(new RestClientOptions(
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(patient).build(), false));
        this.pause = pause;
    }

    /** Why something will never be taken. */
    record Refusal(String field, String reason) {}

    /** @return refusals by the place in the portion; everything else is done when this returns */
    Map<Integer, Refusal> send(List<BulkOperation> portion) {
        var refusals = new TreeMap<Integer, Refusal>();
        List<Integer> places = new ArrayList<>();
        for (int n = 0; n < portion.size(); n++) {
            places.add(n);
        }
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; !places.isEmpty(); attempt++) {
            places = turnedAway(portion, places, refusals);
            if (!places.isEmpty()) {
                if (attempt == ATTEMPTS) {
                    throw new SearchDown("the cluster is too busy for " + places.size() + " clauses");
                }
                pause.of(wait);
                wait = wait.multipliedBy(2);
            }
        }
        return refusals;
    }

    /** Sends these and tells which are to be sent again. */
    private List<Integer> turnedAway(
            List<BulkOperation> portion, List<Integer> places, Map<Integer, Refusal> refusals) {
        BulkResponse response = call(places.stream().map(portion::get).toList());
        if (response == null) {
            return places;
        }
        var again = new ArrayList<Integer>();
        // a bulk call does not fail when its items do
        for (int n = 0; n < response.items().size(); n++) {
            BulkResponseItem item = response.items().get(n);
            ErrorCause error = item.error();
            if (error != null && item.status() == TOO_BUSY && !IndexBlocked.is(error)) {
                again.add(places.get(n));
            } else if (error != null) {
                refusals.put(places.get(n), refusal(error));
            }
        }
        return again;
    }

    /** Null where the whole call was turned away. */
    private @Nullable BulkResponse call(List<BulkOperation> operations) {
        try {
            return elasticsearch.bulk(b -> b.operations(operations));
        } catch (ElasticsearchException e) {
            if (e.status() == TOO_BUSY && !IndexBlocked.is(e.error())) {
                return null;
            }
            throw IndexBlocked.is(e.error()) ? new IndexBlocked() : new SearchDown("clauses cannot be written", e);
        } catch (IOException e) {
            // what stands before the cluster may answer without a body of the cluster's own
            if (e instanceof ResponseException response
                    && response.getResponse().getStatusLine().getStatusCode() == TOO_BUSY) {
                return null;
            }
            throw new SearchDown("clauses cannot be written", e);
        }
    }

    /** Only what lies in the clause itself is a refusal; anything else may pass and is tried again later. */
    private static Refusal refusal(ErrorCause error) {
        if (IndexBlocked.is(error)) {
            throw new IndexBlocked();
        }
        String type = String.valueOf(error.type());
        boolean ofTheClause = type.endsWith("parsing_exception")
                || type.equals("strict_dynamic_mapping_exception")
                || type.equals("illegal_argument_exception");
        if (!ofTheClause) {
            throw new SearchDown("clauses were refused: " + type);
        }
        return new Refusal(field(error), type.replace('_', ' '));
    }

    /** The name of the field out of the cluster's words; the words themselves could repeat the clause. */
    private static String field(ErrorCause error) {
        for (ErrorCause cause = error; cause != null; cause = cause.causedBy()) {
            Matcher named = FIELD.matcher(String.valueOf(cause.reason()));
            if (named.find()) {
                return named.group(1) != null
                        ? named.group(1)
                        : named.group(2) != null ? named.group(2) : named.group(3);
            }
        }
        return "";
    }
}
