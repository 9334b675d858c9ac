/** Decision tables row by row, and every combination of their inputs. */
@NullMarked
package org.contractethics.policy.internal;

import org.jspecify.annotations.NullMarked;
