/** The process of the consumer on the engine: delegates, start and correlation. */
@NullMarked
package org.serviceexchange.consumer.engine;

import org.jspecify.annotations.NullMarked;
