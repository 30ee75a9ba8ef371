/** Delegates of the building blocks, and what the engine hands to decisions. */
@NullMarked
package org.serviceexchange.block.engine;

import org.jspecify.annotations.NullMarked;
