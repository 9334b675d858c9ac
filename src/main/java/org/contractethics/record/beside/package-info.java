/** Whether the tables of other modules, the engine's history and the migrations tell the same as the entries. */
@NullMarked
package org.contractethics.record.beside;

import org.jspecify.annotations.NullMarked;
