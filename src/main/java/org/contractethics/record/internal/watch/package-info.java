/** Watches over the record: verifies it again and again, tells people what is wrong with it, and mails them its checkpoints. */
@NullMarked
package org.contractethics.record.internal.watch;

import org.jspecify.annotations.NullMarked;
