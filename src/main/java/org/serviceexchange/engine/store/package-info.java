/** The engine's own tables. */
@NullMarked
package org.serviceexchange.engine.store;

import org.jspecify.annotations.NullMarked;
