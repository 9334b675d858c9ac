/** How the application is run, told by entries: its settings, the migrations of its tables, the roles of people. */
@NullMarked
package org.contractethics.record.operation;

import org.jspecify.annotations.NullMarked;
