/** The process of the provider on the engine: delegates, start and correlation. */
@NullMarked
package org.serviceexchange.provider.engine;

import org.jspecify.annotations.NullMarked;
