/** Pages and end points of the inbox, and what the case page shows of the process. */
@NullMarked
package org.contractethics.workflow.web;

import org.jspecify.annotations.NullMarked;
