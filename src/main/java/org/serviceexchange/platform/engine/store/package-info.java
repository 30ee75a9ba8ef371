/** The engine's own tables. */
@NullMarked
package org.serviceexchange.platform.engine.store;

import org.jspecify.annotations.NullMarked;
