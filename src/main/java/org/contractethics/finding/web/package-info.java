/** Pages and API of findings and of the query set. */
@NullMarked
package org.contractethics.finding.web;

import org.jspecify.annotations.NullMarked;
