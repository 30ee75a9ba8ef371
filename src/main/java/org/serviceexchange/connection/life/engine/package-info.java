/** The process of a connection on the engine. */
@NullMarked
package org.serviceexchange.connection.life.engine;

import org.jspecify.annotations.NullMarked;
