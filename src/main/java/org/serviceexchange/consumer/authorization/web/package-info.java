/** This instance as an OAuth client: the redirect to the provider and back. */
@NullMarked
package org.serviceexchange.consumer.authorization.web;

import org.jspecify.annotations.NullMarked;
