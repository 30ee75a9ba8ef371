/** Pages of the consumer and endpoints for its peers. */
@NullMarked
package org.serviceexchange.consumer.web;

import org.jspecify.annotations.NullMarked;
