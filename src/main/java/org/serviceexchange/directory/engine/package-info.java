/** Users and groups in the engine's identity tables. */
@NullMarked
package org.serviceexchange.directory.engine;

import org.jspecify.annotations.NullMarked;
