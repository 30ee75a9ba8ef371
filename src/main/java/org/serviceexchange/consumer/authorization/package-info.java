/** The authorization that a person obtains at the provider. */
@NullMarked
package org.serviceexchange.consumer.authorization;

import org.jspecify.annotations.NullMarked;
