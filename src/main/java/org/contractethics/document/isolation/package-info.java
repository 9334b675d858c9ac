/** Runs readers of files in processes of their own: bounded, without network and secrets, and given up when they misbehave. */
@NullMarked
package org.contractethics.document.isolation;

import org.jspecify.annotations.NullMarked;
