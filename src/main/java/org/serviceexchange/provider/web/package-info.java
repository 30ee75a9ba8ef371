/** Pages of the provider and endpoints for its peers. */
@NullMarked
package org.serviceexchange.provider.web;

import org.jspecify.annotations.NullMarked;
