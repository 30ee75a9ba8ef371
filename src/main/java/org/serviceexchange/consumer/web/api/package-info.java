/** Provider connections as resources of the API. */
@NullMarked
package org.serviceexchange.consumer.web.api;

import org.jspecify.annotations.NullMarked;
