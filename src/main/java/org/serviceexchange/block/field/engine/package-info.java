/** Forms as the engine has deployed them. */
@NullMarked
package org.serviceexchange.block.field.engine;

import org.jspecify.annotations.NullMarked;
