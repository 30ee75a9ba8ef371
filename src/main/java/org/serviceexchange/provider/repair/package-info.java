/** What a person can do about a registration that does not go on. */
@NullMarked
package org.serviceexchange.provider.repair;

import org.jspecify.annotations.NullMarked;
