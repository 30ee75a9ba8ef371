/** This instance as an OAuth client: the way to the provider and back. */
@NullMarked
package org.serviceexchange.consumer.authorization.web;

import org.jspecify.annotations.NullMarked;
