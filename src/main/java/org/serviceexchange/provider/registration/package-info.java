/** The record of a registration: what it knows and what may happen to it. */
@NullMarked
package org.serviceexchange.provider.registration;

import org.jspecify.annotations.NullMarked;
