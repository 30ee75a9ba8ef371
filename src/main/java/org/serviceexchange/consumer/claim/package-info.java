/** Choosing the provider's company record, and claiming the registration at the provider. */
@NamedInterface("claim")
@NullMarked
package org.serviceexchange.consumer.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
