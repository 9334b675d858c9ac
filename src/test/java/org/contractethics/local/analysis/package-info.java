/**
 * Analysis components under the names a full Elasticsearch gives them. The small distribution started locally leaves them out;
 * with them the settings in {@code config/elasticsearch/} are those of any stock cluster.
 */
@NullMarked
package org.contractethics.local.analysis;

import org.jspecify.annotations.NullMarked;
