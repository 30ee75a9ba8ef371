/** Registrations and consumer connections as resources of the API. */
@NullMarked
package org.serviceexchange.provider.web.api;

import org.jspecify.annotations.NullMarked;
