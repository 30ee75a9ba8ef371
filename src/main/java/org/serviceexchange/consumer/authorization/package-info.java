/** The authorization that a person gets at the provider. */
@NullMarked
package org.serviceexchange.consumer.authorization;

import org.jspecify.annotations.NullMarked;
