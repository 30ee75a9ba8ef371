/** Claims of registrations by consumers. */
@NullMarked
package org.serviceexchange.provider.claim;

import org.jspecify.annotations.NullMarked;
