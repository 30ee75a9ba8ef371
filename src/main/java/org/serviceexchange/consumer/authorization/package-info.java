/** The authorization that a person obtains at the provider. */
@NamedInterface("authorization")
@NullMarked
package org.serviceexchange.consumer.authorization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
