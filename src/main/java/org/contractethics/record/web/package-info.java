/** The audit pages, the timeline of a contract and the API of the record. */
@NullMarked
package org.contractethics.record.web;

import org.jspecify.annotations.NullMarked;
