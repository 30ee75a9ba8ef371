/** Creation of the engine's tables. */
@NullMarked
package org.serviceexchange.platform.engine.store;

import org.jspecify.annotations.NullMarked;
