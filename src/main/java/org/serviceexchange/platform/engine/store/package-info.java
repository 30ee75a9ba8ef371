/** Creation of the engine's tables, and migrations that run late. */
@NullMarked
package org.serviceexchange.platform.engine.store;

import org.jspecify.annotations.NullMarked;
