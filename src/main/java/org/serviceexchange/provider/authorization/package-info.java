/** Contact match, consent, and authorizations in progress. */
@NamedInterface("authorization")
@NullMarked
package org.serviceexchange.provider.authorization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
